// The cards of a report's claims: one is open at a time, beside its words.

export interface Deck {
  /** Number of the open claim, or null. */
  current(): number | null;
  /** Open a claim's card, mark its words, put the focus on the card. */
  open(claim: number, scroll?: ScrollLogicalPosition): void;
  /** Close the open card; the focus goes back to the claim's number in the text. */
  close(): void;
  /** The number that stands before a claim's words, or null where the claim has none. */
  handle(claim: number): HTMLElement | null;
  /** Claims whose number can be reached, in the order of the text. */
  reachable(): number[];
  /** The speaker's group that a claim belongs to. */
  group(claim: number): number;
  /** The claim whose card has this id, or null. */
  byAnchor(id: string): number | null;
}

// From this width on, the cards stand in a column of their own (see reading.css).
const BESIDE = "(min-width: 56rem)";
const GAP = 16;

export function numberOf(element: Element | null, name: "claim" | "group" | "line"): number | null {
  const value = element instanceof HTMLElement ? element.dataset[name] : undefined;
  return value === undefined ? null : Number(value);
}

export function makeDeck(root: HTMLElement): Deck {
  const column = root.querySelector<HTMLElement>(".cards");
  const cards = new Map<number, HTMLElement>();
  const handles = new Map<number, HTMLElement>();
  const lines = new Map<number, HTMLElement[]>();
  for (const card of root.querySelectorAll<HTMLElement>(".card")) cards.set(numberOf(card, "claim") ?? -1, card);
  for (const each of root.querySelectorAll<HTMLElement>(".handle")) handles.set(numberOf(each, "claim") ?? -1, each);
  for (const line of root.querySelectorAll<HTMLElement>("[data-line]")) {
    const claim = numberOf(line, "line") ?? -1;
    lines.set(claim, [...(lines.get(claim) ?? []), line]);
  }
  const beside = window.matchMedia(BESIDE);
  let opened: number | null = null;

  function mark(claim: number, on: boolean): void {
    for (const line of lines.get(claim) ?? []) line.classList.toggle("on", on);
    handles.get(claim)?.classList.toggle("on", on);
    cards.get(claim)?.classList.toggle("open", on);
    root.classList.toggle("has-open", on);
  }

  /** Level with the claim's number, but wholly on the screen where there is room. */
  function place(): void {
    const card = opened === null ? undefined : cards.get(opened);
    if (!card || !column || opened === null) return;
    if (!beside.matches) {
      card.style.removeProperty("top");
      return;
    }
    const top = column.getBoundingClientRect().top;
    const words = handles.get(opened)?.getBoundingClientRect().top ?? GAP;
    const lowest = window.innerHeight - card.offsetHeight - GAP;
    card.style.top = `${Math.max(0, Math.max(GAP, Math.min(words - GAP / 2, lowest)) - top)}px`;
  }

  function shelve(): void {
    if (opened === null) return;
    mark(opened, false);
    opened = null;
  }

  function open(claim: number, scroll: ScrollLogicalPosition = "nearest"): void {
    const card = cards.get(claim);
    if (!card) return;
    shelve();
    opened = claim;
    const handle = handles.get(claim) ?? null;
    const folded = handle?.closest("details");
    if (folded) folded.open = true;
    mark(claim, true);
    // Scroll margins in the style sheet keep the words clear of the edges and of the sheet at the bottom.
    handle?.scrollIntoView({ block: scroll });
    place();
    card.scrollTop = 0;
    card.focus({ preventScroll: true });
    history.replaceState(null, "", `#${encodeURIComponent(card.id)}`);
  }

  function close(): void {
    if (opened === null) return;
    const handle = handles.get(opened);
    shelve();
    history.replaceState(null, "", location.pathname + location.search);
    handle?.focus();
  }

  window.addEventListener("resize", place);
  beside.addEventListener("change", place);
  return {
    current: () => opened,
    open,
    close,
    handle: (claim) => handles.get(claim) ?? null,
    reachable: () => [...handles.keys()].filter((claim) => !handles.get(claim)?.classList.contains("off")),
    group: (claim) => numberOf(cards.get(claim) ?? null, "group") ?? -1,
    byAnchor: (id) => {
      for (const [claim, card] of cards) if (card.id === id) return claim;
      return null;
    },
  };
}
