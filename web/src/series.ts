/** Figures over time: bounds as bars, sources by colour, scope by shape, hollow if withdrawn; a click leads to the page of one. */

import * as Plot from "@observablehq/plot";

import { canvas, dataOf } from "./data";
import "./series.css";

export interface Row {
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
  low: number;
  high: number;
}

const MOST_PLOTS = 6; // more are a list to be filtered, not a picture
const MOST_SOURCES = 8; // colours that can be told apart
const OTHERS = "other sources";
const SHAPES = new Map([["total", "circle"], ["increment", "triangle"], ["unspecified", "diamond"]]);
const SHORT = new Intl.NumberFormat("en", { notation: "compact" });

export function enhance(element: HTMLElement): void {
  const { rows } = dataOf<{ rows: Row[] }>(element);
  const groups = [...Map.groupBy(rows, (row) => JSON.stringify([row.population, row.action])).values()];
  groups.sort((one, other) => other.length - one.length);
  const place = canvas(element, "series");
  for (const group of groups.slice(0, MOST_PLOTS)) place.append(drawing(group, place.clientWidth));
  if (groups.length > MOST_PLOTS) {
    const note = document.createElement("p");
    note.textContent = `Drawn: the ${MOST_PLOTS} of ${groups.length} series with the most figures. Filter to see others.`;
    place.append(note);
  }
}

function drawing(rows: Row[], width: number): HTMLElement {
  const sources = commonest(rows.map(speaker));
  const points = rows.map((row) => point(row, sources));
  const top = Math.max(...points.map((p) => Math.max(p.value, p.upper ?? 0)));
  for (const p of points) {
    p.low = p.lower ?? 0;
    p.high = p.upper ?? top * 1.1; // an open end runs past the highest number on record
  }
  const first = rows[0]!;
  const title = `${first.population.replaceAll(" | ", ", ")}: ${first.action}`;
  const uncertain = points.filter((p) => p.low !== p.high);
  const lasting = points.filter((p) => p.earliest !== p.latest);
  const dot: Plot.DotOptions = { x: middle, y: "value", stroke: "by", symbol: "scope", r: 5, href: "href", ariaLabel: told };
  const plot = Plot.plot({
    className: "plot",
    width: Math.max(320, Math.min(width, 960)),
    height: 340,
    marginLeft: 64,
    marginBottom: 36,
    ariaLabel: title,
    ariaDescription: `${rows.length} figures; the same as in the table below.`,
    x: { type: "utc", label: null, nice: true },
    y: { label: null, grid: true, tickFormat: (value: number) => SHORT.format(value), zero: true },
    color: { legend: true, domain: sources.length < new Set(rows.map(speaker)).size ? [...sources, OTHERS] : sources },
    symbol: { legend: new Set(rows.map((row) => row.scope)).size > 1, domain: [...SHAPES.keys()], range: [...SHAPES.values()] },
    marks: [
      Plot.ruleX(uncertain, { x: middle, y1: "low", y2: "high", stroke: "by", strokeWidth: 5, strokeOpacity: 0.35 }),
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
  figure.append(caption, plot);
  return figure;
}

function point(row: Row, sources: string[]): Point {
  const by = speaker(row);
  return {
    ...row,
    first: new Date(row.earliest),
    last: new Date(row.latest),
    by: sources.includes(by) ? by : OTHERS,
    low: 0,
    high: 0,
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
  return `${hedged(p)}, ${p.scope}${p.withdrawn ? ", withdrawn" : ""}\n${day}\n${speaker(p)}\n\n“${p.quote.replaceAll(/\s+/g, " ")}”`;
}

function hedged(p: Point): string {
  const value = p.value.toLocaleString("en");
  return p.hedge === "exact" ? value : `${p.hedge.replaceAll("_", " ")} ${value}`;
}
