/** The data that the server put into an element, as JSON that no browser runs. */
export function dataOf<T>(element: HTMLElement): T {
  const script = element.querySelector('script[type="application/json"]');
  if (script === null) throw new Error(`no data in ${element.dataset["enhance"]}`);
  return JSON.parse(script.textContent ?? "") as T;
}

/** A fresh element for what a script draws, put where the server's own version begins. */
export function canvas(element: HTMLElement, className: string): HTMLElement {
  const drawn = document.createElement("div");
  drawn.className = className;
  element.prepend(drawn);
  return drawn;
}
