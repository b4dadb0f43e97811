/** Answers the queue of a review by single keys: the form stays what it is, and sends what it would send without them. */

export function enhance(element: HTMLElement): void {
  const form = element as HTMLFormElement;
  const items = [...form.querySelectorAll<HTMLFieldSetElement>("fieldset")];
  const answered: HTMLFieldSetElement[] = [];
  let place = 0;

  const radios = (item: HTMLFieldSetElement) => [...item.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  const show = (to: number, scrolls = true) => {
    items[place]?.removeAttribute("data-current");
    place = Math.max(0, Math.min(items.length - 1, to));
    const item = items[place];
    item?.setAttribute("data-current", "");
    if (scrolls) item?.scrollIntoView({ block: "nearest" });
    (item && radios(item).find((radio) => radio.checked))?.focus({ preventScroll: true });
  };
  const answer = (which: number) => {
    const item = items[place];
    const radio = item && radios(item)[which];
    if (!item || !radio) return show(place + 1);
    radio.checked = true;
    if (which < 2) answered.push(item);
    show(place + 1);
  };
  const undo = () => {
    const last = answered.pop();
    if (!last) return;
    const later = radios(last)[2];
    if (later) later.checked = true;
    show(items.indexOf(last));
  };
  const correct = () => items[place]?.querySelector<HTMLAnchorElement>(".answers a")?.click();

  const keys: Record<string, () => void> = {
    y: () => answer(0),
    n: () => answer(1),
    s: () => answer(2),
    u: undo,
    c: correct,
    Enter: () => form.requestSubmit(),
  };
  document.addEventListener("keydown", (event) => {
    const target = event.target as HTMLElement;
    const writes = target instanceof HTMLInputElement && target.type !== "radio";
    if (writes || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && target.closest("a, button")) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  form.addEventListener("focusin", (event) => {
    const item = (event.target as HTMLElement).closest("fieldset");
    const to = item ? items.indexOf(item as HTMLFieldSetElement) : -1;
    if (to >= 0 && to !== place) show(to);
  });
  form.querySelector(".keys")?.removeAttribute("hidden");
  const written = document.getElementById("rows") !== null; // is what the page is about now
  show(items.findIndex((item) => radios(item)[2]?.checked), !written);
}
