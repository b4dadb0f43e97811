/** The SPARQL editor: this server's endpoint, its named queries and its ontology's terms, and nothing from elsewhere. */

import Yasgui from "@zazuko/yasgui";
import type Yasqe from "@zazuko/yasqe";
import "@zazuko/yasgui/build/yasgui.min.css";

import { canvas, dataOf } from "./data";
import "./editor.css";

interface Example {
  name: string;
  title: string;
  text: string;
}

interface Term {
  iri: string;
  label: string;
  comment: string;
  kind: "class" | "property" | "concept";
}

interface Data {
  endpoint: string;
  query: string;
  examples: Example[];
  prefixes: Record<string, string>;
  terms: Term[];
}

const COMPLETER = "onrecord-terms";

export function enhance(element: HTMLElement): void {
  const data = dataOf<Data>(element);
  completeTerms(data);
  // set as defaults, since the editor merges lists: what it offers by itself asks other hosts
  Object.assign(Yasgui.Yasqe.defaults, { autocompleters: ["variables", COMPLETER], prefixCcApi: null });
  const place = canvas(element, "editor");
  const yasgui = new Yasgui(place, {
    persistenceId: null, // what is asked here may name people in danger: it is not written down
    populateFromUrl: false,
    copyEndpointOnNewTab: true,
    requestConfig: { endpoint: new URL(data.endpoint, location.href).href, method: "POST" },
    yasqe: {
      persistenceId: null,
      extraKeys: Object.assign({}, Yasgui.Yasqe.defaults.extraKeys, { Tab: false, "Shift-Tab": false }), // they lead on
      value: data.query,
      createShareableLink: (yasqe: Yasqe) => `${location.pathname}?${new URLSearchParams({ query: yasqe.getValue() })}`,
      createShortLink: undefined,
      consumeShareLink: null,
    },
    yasr: { persistenceId: null, prefixes: data.prefixes },
  });
  yasgui.getTab()?.setQuery(data.query);
  place.before(menu(data.examples, (example) => yasgui.getTab()?.setQuery(example.text)));
  for (const written of document.querySelectorAll<HTMLElement>(".without-script")) written.hidden = true;
  makeAccessible(place);
}

/** What the editor leaves out for those who use it with a keyboard or a screen reader. */
function makeAccessible(place: HTMLElement): void {
  for (const field of place.querySelectorAll(".CodeMirror textarea")) field.setAttribute("aria-label", "SPARQL query");
  for (const area of place.querySelectorAll(".CodeMirror-scroll")) area.setAttribute("tabindex", "0");
  for (const adding of place.querySelectorAll("[role=tablist] button[aria-label]")) adding.setAttribute("role", "tab");
}

/** Offer the ontology's terms wherever an IRI or a prefixed name may stand. */
function completeTerms(data: Data): void {
  const short = Object.fromEntries(data.terms.map((term) => [term.iri, shortened(term.iri, data.prefixes)]));
  Yasgui.Yasqe.registerAutocompleter(
    {
      name: COMPLETER,
      bulk: false,
      autoShow: false,
      persistenceId: null,
      isValidCompletionPosition: (yasqe) => {
        const { type, string } = yasqe.getCompleteToken();
        return !string.startsWith("?") && !string.startsWith('"') && type !== "comment";
      },
      get: (_, token) => {
        const typed = (token?.autocompletionString ?? token?.string ?? "").trim().toLowerCase();
        return data.terms
          .filter(({ iri, label }) => [short[iri]!, iri, label].some((name) => name.toLowerCase().includes(typed)))
          .map(({ iri }) => short[iri]!);
      },
      postprocessHints: (_, hints) => {
        const comments = new Map(data.terms.map(({ iri, label, comment }) => [short[iri], `${label}: ${comment}`]));
        return hints.map((hint) => ({ ...hint, displayText: `${hint.text}  ${comments.get(hint.text) ?? ""}` }));
      },
    },
    true,
  );
}

function shortened(iri: string, prefixes: Record<string, string>): string {
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    const local = iri.startsWith(namespace) ? iri.slice(namespace.length) : "";
    if (/^[A-Za-z_][\w-]*$/.test(local)) return `${prefix}:${local}`;
  }
  return `<${iri}>`;
}

function menu(examples: Example[], choose: (example: Example) => void): HTMLElement {
  const label = document.createElement("label");
  const select = document.createElement("select");
  label.className = "named-queries";
  label.append("Named queries ", select);
  select.append(new Option("choose one to open it", ""));
  for (const { name, title } of examples) select.append(new Option(`${name}: ${title}`, name));
  select.addEventListener("change", () => {
    const chosen = examples.find(({ name }) => name === select.value);
    if (chosen !== undefined) choose(chosen);
  });
  return label;
}
