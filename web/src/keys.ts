// Keys of the reading view: j and k (or arrows on a claim's number) walk over the claims, Escape closes the card.
import { numberOf, type Deck } from "./deck";

const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 };
const ARROWS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

export function startKeys(deck: Deck): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "Escape" && deck.current() !== null) {
      event.preventDefault();
      deck.close();
      return;
    }
    const onNumber = event.target instanceof Element && event.target.classList.contains("handle");
    const step = STEPS[event.key] ?? (onNumber ? ARROWS[event.key] : undefined);
    if (step === undefined) return;
    event.preventDefault();
    walk(deck, step);
  });
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName));
}

/** To the next claim: its card if one is open, else its number. */
function walk(deck: Deck, step: number): void {
  const reachable = deck.reachable();
  const focused = document.activeElement?.classList.contains("handle") ? numberOf(document.activeElement, "claim") : null;
  const from = deck.current() ?? focused;
  const next = from === null ? firstOnScreen(deck, reachable) : reachable[reachable.indexOf(from) + step];
  if (next === undefined) return;
  if (deck.current() !== null) deck.open(next);
  else deck.handle(next)?.focus();
}

function firstOnScreen(deck: Deck, reachable: readonly number[]): number | undefined {
  return reachable.find((claim) => (deck.handle(claim)?.getBoundingClientRect().top ?? -1) >= 0) ?? reachable[0];
}
