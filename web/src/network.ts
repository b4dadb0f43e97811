/** Who is named together with whom, as a graph to look at; the server's list beside it says the same in words. */

import cytoscape from "cytoscape";

import { canvas, dataOf } from "./data";
import "./network.css";

interface Node {
  id: string;
  label: string;
  kind: "person" | "organization" | "court" | "place";
  href: string;
  weight: number; // mentions
}

interface Edge {
  source: string;
  target: string;
  weight: number; // sentences that name both
}

// shapes as well as colours tell the kinds apart; each colour stands at 4.5:1 or better against its white label border
const KINDS: Record<Node["kind"], { colour: string; shape: cytoscape.Css.NodeShape }> = {
  person: { colour: "#1f5fa8", shape: "ellipse" },
  organization: { colour: "#8a4b08", shape: "round-rectangle" },
  court: { colour: "#7a2e8e", shape: "hexagon" },
  place: { colour: "#2b6e3f", shape: "diamond" },
};
const FEW = 40; // nodes whose labels all fit; of more, the heaviest and those pointed at

export function enhance(element: HTMLElement): void {
  const { nodes, edges } = dataOf<{ nodes: Node[]; edges: Edge[] }>(element);
  if (nodes.length < 2) return;
  preventStyleElement();
  const place = canvas(element, "network");
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", `${nodes.length} names and who is named with whom; the list below says the same`);
  const labelled = new Set([...nodes].sort((a, b) => b.weight - a.weight).slice(0, FEW).map((node) => node.id));
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const heaviest = Math.max(...nodes.map((node) => node.weight));
  const thickest = Math.max(1, ...edges.map((edge) => edge.weight));
  const graph = cytoscape({
    container: place,
    elements: [
      ...nodes.map((node) => ({
        data: { ...node, size: 14 + 26 * Math.sqrt(node.weight / heaviest), name: shortened(node.label) },
        classes: labelled.has(node.id) ? `${node.kind} labelled` : node.kind,
      })),
      ...edges.map((edge) => ({ data: { ...edge, width: 1 + (4 * edge.weight) / thickest } })),
    ],
    style: [
      {
        selector: "node",
        style: {
          width: "data(size)",
          height: "data(size)",
          color: dark ? "#f2f0ec" : "#1d1b18",
          "font-size": 11,
          "text-valign": "bottom",
          "text-margin-y": 4,
          "text-background-color": dark ? "#1a1917" : "#ffffff",
          "text-background-opacity": 0.8,
          "text-background-padding": "2px",
          "min-zoomed-font-size": 7,
        },
      },
      ...Object.entries(KINDS).map(([kind, { colour, shape }]) => ({
        selector: `node.${kind}`,
        style: { "background-color": colour, shape },
      })),
      { selector: "node.labelled, node.near", style: { label: "data(name)" } },
      { selector: "edge", style: { width: "data(width)", "line-color": dark ? "#6c675f" : "#b5aea2", opacity: 0.6 } },
      { selector: ".faded", style: { opacity: 0.12 } },
    ],
    layout: {
      name: "cose",
      animate: false,
      randomize: false,
      nodeRepulsion: () => 12_000 + 400 * nodes.length,
      idealEdgeLength: () => 70,
      nodeDimensionsIncludeLabels: true,
      padding: 24,
    },
    minZoom: 0.2,
    maxZoom: 4,
    userZoomingEnabled: false, // the wheel scrolls the page; the buttons and a pinch zoom
  });
  graph.on("mouseover", "node", (event) => {
    const near = event.target.closedNeighborhood();
    near.nodes().addClass("near");
    graph.elements().difference(near).addClass("faded");
  });
  graph.on("mouseout", "node", () => {
    graph.elements().removeClass("near faded");
  });
  graph.on("tap", "node", (event) => {
    location.assign(event.target.data("href") as string);
  });
  place.after(controls(graph));
}

/** Cytoscape adds a <style> element unless one of its name is there; the page's policy refuses it, and network.css has the rule. */
function preventStyleElement(): void {
  const name = "__________cytoscape_stylesheet";
  if (document.getElementById(name) === null) {
    const present = document.createElement("template");
    present.id = name;
    document.head.append(present);
  }
}

function controls(graph: cytoscape.Core): HTMLElement {
  const bar = document.createElement("p");
  bar.className = "network-controls";
  const middle = () => ({ x: graph.width() / 2, y: graph.height() / 2 });
  const zoom = (factor: number) => () => graph.zoom({ level: graph.zoom() * factor, renderedPosition: middle() });
  bar.append(button("Closer", zoom(1.3)), button("Farther", zoom(1 / 1.3)), button("Show all", () => graph.fit(undefined, 24)));
  return bar;
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}

function shortened(label: string): string {
  return label.length > 32 ? `${label.slice(0, 30)}…` : label;
}
