"""What a text says, before anyone asks who, where or when.

In: a report's text, the stretches to search, its parsed sentences, and the lexicons and grammars of its language.
Out: attributions, quantities, time, place and event mentions, each with its offsets. Pure: no disk, no clock, no ledger.
"""
