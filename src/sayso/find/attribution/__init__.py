"""Who says what, with which words: source, cue and content.

In: the text, its segments, its parsed sentences, the language's speech lexicon and its tagger. Out: attributions in text
order.

The tagger reads `windows` of words and says of each word which role it has, and which belong together; `tags` makes drafts of
that, `ends` draws contents out to whole phrases. Round it stand the rules for what words do not tell: `headline` reads the
layout, `quoted` gives quotations to their cues and lets them go on without one, `pointing` finds what "this" stands for.
`nested` hands contents to the tagger once more, for the sayings within. `merge` and `content` make spans, forms and nesting
out of it all.

Spans follow this project's guide for labels: no outer quotation marks, no opening "that", no stop at the end of a content; an
empty cue for a colon and for a quotation that goes on. PolNeAR, on which the tagger was trained first, keeps all of these:
`whole` gives contents and cues as it draws them.
"""

from sayso.find.attribution.find import find_attributions

__all__ = ["find_attributions"]
