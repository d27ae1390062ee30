"""English words within a content that tell whether it is fact, forecast, plan, threat or demand."""

from __future__ import annotations

from functools import cache

from sayso.languages.stance import StanceLexicon


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


@cache
def lexicon() -> StanceLexicon:
    """The English stance lexicon."""
    return StanceLexicon(
        future=_words("will would shall 'll ’ll wo 'd ’d"),
        possible=_words("could may might"),
        needed=_words("must should ought need"),
        important=_words("important necessary essential imperative vital crucial urgent"),
        wanting=_words("want urge demand call ask appeal request insist"),
        planning=_words("plan intend aim prepare agree decide promise pledge vow go"),
        aims=_words("aim ambition goal intention objective plan priority purpose target task"),
        untrue=_words(
            "baseless fabrication fake false falsehood fantasy fiction hoax invention lie myth nonsense untrue"
        ),
        perfect=_words("have"),
        own=_words("i we he she it they"),
        first=_words("i we"),
        harm=_words(
            """annihilate assassinate attack avenge bomb bombard burn crush destroy destruction eliminate exterminate
            flatten force hit invade kill liquidate nuke obliterate pulverise punish punishment raze retaliate
            retaliation retaliatory revenge shell shoot smash strike wipe"""
        ),
        reprisal=_words("punish avenge destroy annihilate eliminate crush liquidate"),
        believing=_words("believe think expect consider feel see"),
        allowing=_words("rule exclude preclude"),
        advising=_words("warn caution advise remind tell ask"),
        against=_words("against"),
        ability=_words("could"),
        perceiving=_words("believe confirm hear identify recall remember say see sleep smell speak tell"),
        bidding=_words("do don"),
        persons=_words("he she"),
        purpose=_words("so that"),
        agents=_words("by"),
        nothing=_words("no nobody none neither nothing no-one"),
    )
