"""Who says what, with which words: source, cue and content.

In: the text, its segments, its parsed sentences, the language's speech lexicon and its tagger. Out: attributions in text
order.

The tagger reads `windows` of words, with what `syntax` knows of their parse, and says which words are cues, and for each cue which
are its source and its content; `tags` makes drafts of that, `ends` draws contents out to whole phrases, `sources` drops what
names nobody. Round it stand the rules for what words do not tell: `headline` reads the layout, `quoted` gives quotations to
their cues and lets them go on without one, `passing` makes chains of those who hand words on, `pointing` finds what "this"
stands for. `merge` and `content` make spans, forms and nesting out of it all.

Spans follow this project's guide for labels: no outer quotation marks, no opening "that", no stop at the end of a content; an
empty cue for a colon and for a quotation that goes on. PolNeAR keeps all of these, and nests nothing; the tagger was trained on
both: `whole` tells it to label as PolNeAR does.
"""

from sayso.find.attribution.find import find_attributions

__all__ = ["find_attributions"]
