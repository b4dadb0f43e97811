/**
 * Figures over time: bounds as bars, open ends as arrows, sources by colour, scope by shape, hollow if withdrawn, what one
 * figure takes the place of joined to it by a line. One picture for each population, action and agent. A click leads to
 * the page of a figure.
 */

import * as Plot from "@observablehq/plot";

import { canvas, dataOf } from "./data";
import { download } from "./download";
import "./series.css";

export interface Row {
  id: string;
  earliest: string; // ISO days, both inclusive
  latest: string;
  value: number;
  lower: number | null; // null where value and hedge set no bound
  lowerOpen: boolean;
  upper: number | null;
  upperOpen: boolean;
  hedge: string;
  scope: string;
  action: string;
  population: string;
  agent: string; // who did it to them; empty where nobody is named
  revises: string; // the id of the figure whose place this one takes; empty where there is none
  reportedBy: string;
  source: string;
  withdrawn: boolean; // taken back by its article
  href: string;
  quote: string;
}

interface Point extends Row {
  first: Date;
  last: Date;
  by: string;
}

const MOST_PLOTS = 6; // more are a list to be filtered, not a picture
const MOST_SOURCES = 8; // colours that can be told apart
const WIDE_SPAN = 50; // times that the greatest number is the least one: from there on the scale is logarithmic
const ARROW = 22; // pixels
const OTHERS = "other sources";
const SCOPES = new Map([["total", "circle"], ["increment", "triangle"], ["unspecified", "diamond"]]);
const SHORT = new Intl.NumberFormat("en", { notation: "compact" });

export function enhance(element: HTMLElement): void {
  const { rows } = dataOf<{ rows: Row[] }>(element);
  const groups = [...Map.groupBy(rows, (row) => JSON.stringify([row.population, row.action, row.agent])).values()];
  groups.sort((one, other) => other.length - one.length);
  const drawn = groups.filter((group, place) => place < MOST_PLOTS && (group.length > 1 || groups.length === 1));
  const place = canvas(element, "series");
  for (const group of drawn) place.append(drawing(group, place.clientWidth));
  if (drawn.length < groups.length) {
    const note = document.createElement("p");
    note.className = "soft";
    note.textContent =
      `Drawn: ${drawn.length} of ${groups.length} series, told apart by what happened and by whom; ` +
      "those of one figure are in the table alone. Filter to see others.";
    place.append(note);
  }
}

function drawing(rows: Row[], width: number): HTMLElement {
  const sources = commonest(rows.map(speaker));
  const points = rows.map((row) => point(row, sources));
  const values = points.flatMap((p) => [p.value, p.lower ?? p.value, p.upper ?? p.value]);
  const logarithmic = Math.min(...values) > 0 && Math.max(...values) >= WIDE_SPAN * Math.min(...values);
  const first = rows[0]!;
  const by = first.agent === "" ? "" : ` by ${first.agent}`;
  const title = `${first.population.replaceAll(" | ", ", ")}: ${first.action}${by}`;
  const bounded = points.filter((p) => (p.lower ?? p.value) !== (p.upper ?? p.value));
  const lasting = points.filter((p) => p.earliest !== p.latest);
  const known = new Map(points.map((p) => [p.id, p]));
  const revisions = points.flatMap((p) => (known.has(p.revises) ? [{ from: known.get(p.revises)!, to: p }] : []));
  const dot: Plot.DotOptions = { x: middle, y: "value", stroke: "by", symbol: "scope", r: 5, href: "href", ariaLabel: told };
  const plot = Plot.plot({
    className: "plot",
    width: Math.max(320, Math.min(width, 1100)),
    height: 340,
    marginTop: 30,
    marginLeft: 64,
    marginBottom: 36,
    ariaLabel: title,
    ariaDescription: `${rows.length} figures; the same as in the table below.`,
    x: { type: "utc", label: null, nice: true },
    y: {
      type: logarithmic ? "log" : "linear",
      label: logarithmic ? "logarithmic scale" : null,
      grid: true,
      nice: true,
      ...(logarithmic ? { ticks: 6 } : { zero: true }),
      tickFormat: (value: number) => SHORT.format(value),
    },
    color: { legend: true, domain: sources.length < new Set(rows.map(speaker)).size ? [...sources, OTHERS] : sources },
    symbol: {
      legend: new Set(rows.map((row) => row.scope)).size > 1,
      domain: [...SCOPES.keys()],
      range: [...SCOPES.values()],
      tickFormat: (scope: string) => (scope === "unspecified" ? "total or increment: not said" : scope),
    },
    marks: [
      Plot.link(revisions, {
        x1: ({ from }: Revision) => middle(from),
        x2: ({ to }: Revision) => middle(to),
        y1: ({ from }: Revision) => from.value,
        y2: ({ to }: Revision) => to.value,
        stroke: "currentColor",
        strokeOpacity: 0.45,
        strokeDasharray: "4,3",
      }),
      Plot.ruleX(bounded, {
        x: middle,
        y1: (p: Point) => p.lower ?? p.value,
        y2: (p: Point) => p.upper ?? p.value,
        stroke: "by",
        strokeWidth: 5,
        strokeOpacity: 0.35,
      }),
      ...[
        { open: points.filter((p) => p.upper === null), rotate: 0 },
        { open: points.filter((p) => p.lower === null), rotate: 180 },
      ].map(({ open, rotate }) =>
        Plot.vector(open, { x: middle, y: "value", stroke: "by", length: ARROW, rotate, anchor: "start", shape: "arrow" }),
      ),
      Plot.ruleY(lasting, { y: "value", x1: "first", x2: "last", stroke: "by", strokeOpacity: 0.6 }),
      Plot.dot(points.filter((p) => !p.withdrawn), { ...dot, fill: "by" }),
      Plot.dot(points.filter((p) => p.withdrawn), { ...dot, fill: "none", strokeDasharray: "2,2" }),
      Plot.tip(points, Plot.pointer({ x: middle, y: "value", title: told, maxRadius: 24, lineWidth: 32 })),
    ],
  });
  // Plot writes its few rules as a <style> element, which the page's Content-Security-Policy rightly refuses:
  // they stand in series.css
  for (const style of plot.querySelectorAll("style")) style.remove();
  plot.removeAttribute("style");
  for (const link of plot.querySelectorAll("a")) {
    link.setAttribute("aria-label", link.firstElementChild?.getAttribute("aria-label") ?? "");
    link.firstElementChild?.removeAttribute("aria-label"); // it is the link that has a name
  }
  for (const part of plot.querySelectorAll("g[aria-label]")) part.setAttribute("role", "group"); // else no label counts
  // a press would pin the tip over the very point that is pressed, and the click would miss its link
  plot.addEventListener("pointerdown", (event) => {
    if (event.target instanceof Element && event.target.closest("a") !== null) event.stopImmediatePropagation();
  }, true);
  const figure = document.createElement("figure");
  const caption = document.createElement("figcaption");
  caption.textContent = title;
  figure.append(caption, plot, taken(plot, title));
  return figure;
}

interface Revision {
  from: Point;
  to: Point;
}

/** The button that takes the picture away, with its colours written into it. */
function taken(plot: Element, title: string): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain";
  button.textContent = "Download this picture (SVG)";
  button.addEventListener("click", () => {
    const drawn = plot instanceof SVGSVGElement ? plot : plot.querySelector<SVGSVGElement>(":scope > svg")!;
    download(`${title.replaceAll(/[^\w]+/g, "-")}.svg`, "image/svg+xml", standalone(drawn));
  });
  return button;
}

function standalone(drawn: SVGSVGElement): string {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const style = getComputedStyle(drawn);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("style", `color: ${style.color}; background: ${getComputedStyle(document.body).backgroundColor}`);
  copy.setAttribute("font-family", "sans-serif");
  copy.setAttribute("font-size", "12");
  for (const link of copy.querySelectorAll("a")) {
    const href = link.getAttributeNS("http://www.w3.org/1999/xlink", "href") ?? link.getAttribute("href");
    if (href !== null) link.setAttribute("href", new URL(href, location.href).href);
    link.removeAttributeNS("http://www.w3.org/1999/xlink", "href");
  }
  for (const tip of copy.querySelectorAll("[aria-label=tip]")) tip.remove();
  return new XMLSerializer().serializeToString(copy);
}

function point(row: Row, sources: string[]): Point {
  const by = speaker(row);
  return {
    ...row,
    first: new Date(row.earliest),
    last: new Date(row.latest),
    by: sources.includes(by) ? by : OTHERS,
  };
}

function speaker(row: Row): string {
  return row.reportedBy || `${row.source} (the article itself)`;
}

function middle(p: Point): Date {
  return new Date((p.first.getTime() + p.last.getTime()) / 2);
}

function commonest(names: string[]): string[] {
  const counts = [...Map.groupBy(names, (name) => name)].sort((one, other) => other[1].length - one[1].length);
  return counts.slice(0, MOST_SOURCES).map(([name]) => name);
}

function told(p: Point): string {
  const day = p.earliest === p.latest ? p.earliest : `${p.earliest} to ${p.latest}`;
  const scope = p.scope === "unspecified" ? "" : `, ${p.scope}`;
  return `${hedged(p)}${scope}${p.withdrawn ? ", withdrawn" : ""}\n${day}\n${speaker(p)}\n\n“${p.quote.replaceAll(/\s+/g, " ")}”`;
}

function hedged(p: Point): string {
  const value = p.value.toLocaleString("en");
  return p.hedge === "exact" ? value : `${p.hedge.replaceAll("_", " ")} ${value}`;
}
