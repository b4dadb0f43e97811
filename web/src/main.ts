/** Enhances a page that already reads without scripts: each element that asks for it gets its module, and no other. */

type Enhance = (element: HTMLElement) => void;

const modules: Record<string, () => Promise<{ enhance: Enhance }>> = {
  copy: () => import("./copy"),
  editor: () => import("./editor"),
  network: () => import("./network"),
  review: () => import("./review"),
  series: () => import("./series"),
  table: () => import("./table"),
};

for (const element of document.querySelectorAll<HTMLElement>("[data-enhance]")) {
  const load = modules[element.dataset["enhance"] ?? ""];
  // what fails leaves the page as it was served, and says so where developers look
  load?.().then(({ enhance }) => enhance(element)).catch((error: unknown) => console.error(error));
}
