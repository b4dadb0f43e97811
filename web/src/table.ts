/** A table whose rows can be sorted, narrowed down, copied and taken away; it reads without all this. */

import { download } from "./download";
import "./table.css";

const CELLS = "th, td";
const COLLATOR = new Intl.Collator("en", { numeric: true });

export function enhance(element: HTMLElement): void {
  const table = element.querySelector("table");
  const body = table?.tBodies[0];
  if (table === null || body === undefined || body.rows.length < 2) return;
  const rows = [...body.rows];
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  const tools = document.createElement("p");
  tools.className = "table-tools";
  tools.append(
    filter(rows, said),
    button("Copy these rows", () => {
      void navigator.clipboard
        .writeText(written(table, "\t", (cell) => cell.replaceAll(/\s+/g, " ")))
        .then(() => (said.textContent = "Copied"), () => (said.textContent = "The browser does not let pages copy"));
    }),
    button("Download these rows", () => {
      const name = (element.getAttribute("aria-label") ?? "rows").replaceAll(/\W+/g, "-").slice(0, 60);
      download(`${name}.csv`, "text/csv", written(table, ",", quoted));
    }),
    said,
  );
  element.before(tools);
  [...(table.tHead?.rows[0]?.cells ?? [])].forEach((head, column) => makeSortable(head, column, body, rows));
}

function filter(rows: HTMLTableRowElement[], said: HTMLElement): HTMLElement {
  const label = document.createElement("label");
  const field = document.createElement("input");
  field.type = "search";
  field.placeholder = "words in them";
  label.append("Filter these rows ", field);
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/).filter((word) => word !== "");
    for (const row of rows) {
      const text = (row.textContent ?? "").toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    }
    said.textContent = words.length === 0 ? "" : `${rows.filter((row) => !row.hidden).length} of ${rows.length} rows`;
  });
  return label;
}

/** A press on the heading sorts by it, another the other way round. */
function makeSortable(head: HTMLTableCellElement, column: number, body: HTMLElement, rows: HTMLTableRowElement[]): void {
  const press = button(head.textContent?.trim() ?? "", () => {
    const falls = head.getAttribute("aria-sort") === "ascending";
    for (const other of head.parentElement!.children) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", falls ? "descending" : "ascending");
    rows.sort((one, other) => (falls ? -1 : 1) * compared(key(one.cells[column]!), key(other.cells[column]!)));
    body.append(...rows);
  });
  press.className = "sort";
  head.replaceChildren(press);
}

function compared(one: string, other: string): number {
  const numbers = [one, other].map((text) => (/^-?[\d,]+(\.\d+)?$/.test(text) ? Number(text.replaceAll(",", "")) : NaN));
  return Number.isNaN(numbers[0]! + numbers[1]!) ? COLLATOR.compare(one, other) : numbers[0]! - numbers[1]!;
}

/** What a cell is sorted by: a figure by its number, whatever hedges it. */
function key(cell: HTMLTableCellElement): string {
  return cell.dataset["value"] ?? cell.textContent?.trim() ?? "";
}

function written(table: HTMLTableElement, between: string, cell: (text: string) => string): string {
  const shown = [...table.rows].filter((row) => !row.hidden);
  const lines = shown.map((row) => [...row.querySelectorAll(CELLS)].map((one) => cell(one.textContent?.trim() ?? "")));
  return lines.map((line) => line.join(between)).join("\r\n") + "\r\n";
}

function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "plain";
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}
