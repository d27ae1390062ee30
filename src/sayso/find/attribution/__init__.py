"""Who says what, with which words: source, cue and content.

In: the text, its segments, its parsed sentences and the language's speech lexicon. Out: attributions in text order.
`mend` puts the parse right; `clause` (with `contents`, `finite`, `figures` for what a verb governs, and `parting` for
where the next saying begins), `phrases`, `doubts` and `relay` read it; `closing`, `set_off` and `beside` go by position
where it fails; `headline` reads the layout; `quoted` gives quotations to their cues; `merge` and `content` make spans,
forms and nesting out of it all. A learned finder of cues and roles would replace all before `headline` and hand its
drafts to the rest.

Spans follow this project's guide: no outer quotation marks, no opening "that", no stop at the end of a content; an
empty cue for a colon and for a quotation that goes on. PolNeAR keeps marks, "that" and the colon as a cue. Measured on
its dev part as it stands, rules alone: linked F1 62, exact content 27.
"""

from sayso.find.attribution.find import find_attributions

__all__ = ["find_attributions"]
