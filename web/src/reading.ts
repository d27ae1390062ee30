// The reading view: clicks, keys, deep links.
import { makeDeck, numberOf, type Deck } from "./deck";
import { startKeys } from "./keys";
import { startSpeakers } from "./speakers";

export function startReading(root: HTMLElement): void {
  const deck = makeDeck(root);
  startSpeakers(root, deck);
  startKeys(deck);
  root.addEventListener("click", (event) => clicked(event, root, deck));
  window.addEventListener("hashchange", () => follow(deck));
  follow(deck);
}

function clicked(event: MouseEvent, root: HTMLElement, deck: Deck): void {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!(event.target instanceof Element)) return;
  const link = event.target.closest("a");
  if (!link || !root.contains(link)) return;
  if (link.classList.contains("back")) {
    event.preventDefault();
    deck.close();
    return;
  }
  const claim = numberOf(link, "claim");
  if (claim === null) return;
  event.preventDefault();
  // Whoever has just selected words wants to copy them.
  if (link.classList.contains("mark") && getSelection()?.isCollapsed === false) return;
  deck.open(link.classList.contains("mark") ? underneath(link, claim, deck.current()) : claim);
}

/** A second click on words that several claims share goes on to the next of them. */
function underneath(link: Element, first: number, current: number | null): number {
  const shared = [...link.querySelectorAll("[data-line]:not(.off)")].map((line) => numberOf(line, "line") ?? first);
  const at = current === null ? -1 : shared.indexOf(current);
  if (at >= 0) return shared[(at + 1) % shared.length] ?? first;
  return shared.includes(first) ? first : (shared[0] ?? first);
}

/** Open the claim that the address names. */
function follow(deck: Deck): void {
  let id: string;
  try {
    id = decodeURIComponent(location.hash.slice(1));
  } catch {
    return;
  }
  const claim = deck.byAnchor(id);
  // The browser goes to the anchor itself after this event: what is opened before would be scrolled away.
  if (claim !== null) requestAnimationFrame(() => deck.open(claim, "center"));
}
