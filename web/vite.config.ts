import { defineConfig } from "vite";

// The server writes the pages; this only makes the scripts that enhance them, under names that a template can know.
export default defineConfig({
  base: "/static/built/",
  publicDir: false,
  build: {
    outDir: "../src/onrecord/serve/explorer/built",
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    license: { fileName: "licences.md" }, // of the packages that are built in
    chunkSizeWarningLimit: 1500, // the editor, loaded on its page alone
    rolldownOptions: {
      input: "src/main.ts",
      output: { entryFileNames: "main.js", chunkFileNames: "[name].js", assetFileNames: "[name][extname]" },
    },
  },
});
