// "Who says what": choosing a speaker leaves only that speaker's marks.
import { numberOf, type Deck } from "./deck";

export function startSpeakers(root: HTMLElement, deck: Deck): void {
  const list = root.querySelector(".speakers ul");
  if (!list) return;
  const buttons = new Map<number, HTMLButtonElement>();
  let chosen: number | null = null;
  const all = document.createElement("button");
  all.type = "button";
  all.className = "show-all";
  all.textContent = root.dataset["all"] ?? "";
  all.hidden = true;
  all.addEventListener("click", () => choose(null));
  list.before(all);

  // Without script these are links to the speaker's first claim.
  for (const link of list.querySelectorAll<HTMLAnchorElement>("a.speaker")) {
    const group = numberOf(link, "group");
    if (group === null) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "speaker";
    button.setAttribute("aria-pressed", "false");
    button.append(...link.childNodes);
    button.addEventListener("click", () => choose(chosen === group ? null : group));
    link.replaceWith(button);
    buttons.set(group, button);
  }

  function choose(group: number | null): void {
    const moveFocus = document.activeElement === all && group === null && chosen !== null;
    const before = chosen;
    chosen = group;
    for (const [each, button] of buttons) button.setAttribute("aria-pressed", String(each === group));
    all.hidden = group === null;
    const hidden = (claim: number | null): boolean => group !== null && claim !== null && deck.group(claim) !== group;
    const open = deck.current();
    if (open !== null && hidden(open)) deck.close();
    for (const each of root.querySelectorAll("[data-line]")) each.classList.toggle("off", hidden(numberOf(each, "line")));
    for (const each of root.querySelectorAll(".handle")) each.classList.toggle("off", hidden(numberOf(each, "claim")));
    for (const each of root.querySelectorAll(".mark")) {
      each.classList.toggle("off", each.querySelector("[data-line]:not(.off)") === null);
    }
    if (moveFocus && before !== null) buttons.get(before)?.focus();
    if (group !== null) {
      const first = deck.reachable()[0];
      if (first !== undefined) deck.handle(first)?.scrollIntoView({ block: "nearest" });
    }
  }
}
