/** A button that copies the text beside it with one press, and says that it did. */
export function enhance(element: HTMLElement): void {
  const text = element.querySelector("pre");
  if (text === null) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain";
  button.textContent = "Copy citation";
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  button.addEventListener("click", () => {
    void copied(text).then((done) => (said.textContent = done ? "Copied" : "Press Ctrl+C to copy"));
  });
  element.prepend(button, said);
}

/** Whether the text was copied; where the browser does not let pages copy, it is selected. */
async function copied(text: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text.textContent ?? "");
    return true;
  } catch {
    text.closest("details")?.setAttribute("open", "");
    getSelection()?.selectAllChildren(text);
    return false;
  }
}
