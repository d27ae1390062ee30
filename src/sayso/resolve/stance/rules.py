"""What the content makes of a saying that its cue leaves open: rules over the clause, read from the top.

The first rule that holds gives the stance. Each is a question about the clause (`Clause`) and all that is said (`Said`).
"""

from __future__ import annotations

from collections.abc import Callable

from sayso.languages.stance import StanceLexicon
from sayso.records import Record, Stance
from sayso.resolve.stance.clause import Clause


class Said(Record, frozen=True, kw_only=True):
    """What is said as a whole: lemmas of its words and of the cue's, lower case. `figure` where a number stands in it."""

    lemmas: frozenset[str]
    cue: frozenset[str]
    figure: bool
    quoted: bool


Rule = Callable[[Clause, Said, StanceLexicon], bool]


def _denies(c: Clause, _: Said, w: StanceLexicon) -> bool:
    return bool(c.predicates & w.untrue) and not c.negated


def _commands(c: Clause, _: Said, __: StanceLexicon) -> bool:
    return c.mood == "imperative"


def _threatens(c: Clause, s: Said, w: StanceLexicon) -> bool:
    """Harm by the own side to come, or in its power."""
    plans = c.own and c.lemma in w.planning | w.considering
    if plans and not c.negated and s.lemmas & w.penalty:
        return True
    if c.negated or c.mood == "past":
        return False
    harm = c.lemma in w.harm or bool((c.governed | c.leads_on) & (w.harm | w.penalty))
    if c.mood == "future" and c.own and (harm or (bool(s.lemmas & w.cost) and bool(s.lemmas & w.condition))):
        return not c.passive
    if c.about in w.penalty and c.passive and (c.able or c.progressive or c.mood == "possible"):
        return True
    strikes = bool(s.lemmas & w.weapon) and bool((c.governed | c.leads_on | {c.lemma}) & w.wielding)
    able = c.able or c.mood == "possible" or c.lemma in w.planning
    ready = c.subject in {"first", "own", "side"} and (bool(c.predicates & w.ready) or able)
    if strikes and (ready or (c.passive and c.mood == "possible")):
        return True
    if ready and c.mood == "present" and c.leads_on & w.harm:
        return True
    warns = bool(s.cue & w.advising)
    if warns and c.passive and c.mood == "future" and c.lemma in w.reprisal:
        return True
    return c.mood == "future" and c.lemma in w.paying and bool(c.governed & w.price)


def _urges(c: Clause, _: Said, w: StanceLexicon) -> bool:
    wanted = c.lemma in w.needed and not c.negated and c.mood in {"present", "future"}
    needed = (
        c.mood == "needed" or (wanted and bool(c.leads_on)) or (wanted and c.own and c.lemma not in w.perfect)
    )
    if needed and not c.perfect:
        return True
    if c.predicates & w.important or (c.about in w.duties and c.lemma in w.copula):
        return True
    return (
        c.own
        and c.lemma in w.wanting
        and not c.negated
        and c.mood in {"present", "future"}
        and not (c.lemma in w.wishing and c.leads_on and not c.governed & w.wanted)
    )


def _wants(c: Clause, s: Said, w: StanceLexicon) -> bool:
    """A plan of the own side: will, is ready to, wants to, is sending."""
    if c.perfect:
        return False
    mine = c.own or (c.subject == "side" and (c.lemma in w.acting or bool(s.cue & w.announcing)))
    if c.mood == "future":
        return mine and (not c.passive or bool(s.cue & w.announcing)) and c.lemma not in w.being
    if c.about in w.aims and c.lemma in w.copula:
        return not s.lemmas & w.foreign
    if c.mood == "past" and c.subject != "own":
        return False
    if (
        (mine or c.subject == "side")
        and c.predicates & w.ready
        and (c.leads_on or c.predicates & w.commitment)
    ):
        return True
    if mine and c.lemma in w.planning | w.wishing and c.leads_on and not (c.negated and c.progressive):
        return True
    if mine and c.lemma in w.commitment | w.considering:
        return True
    if c.mood == "infinitive" and (c.own or s.cue & w.announcing):
        return True
    if c.own and c.progressive and c.lemma in w.acting and not c.negated:
        return True
    held = bool(c.governed & (w.commitment | w.aims))
    return mine and c.lemma in w.perfect and not c.negated and held  # "has a plan"


def _predicts(c: Clause, s: Said, w: StanceLexicon) -> bool:
    if c.perfect:
        return False
    if c.mood == "future":
        return True
    if c.mood == "possible":
        # "Could be up to 2,000" is a figure, and hedged; "cannot be verified" tells what is.
        return not c.negated and (c.lemma not in w.copula or not s.figure)
    if c.predicates & w.likely or (c.lemma in w.expecting and (c.passive or c.own)):
        return True
    if c.able and not c.negated and c.subject != "none" and c.lemma in w.being - w.copula:
        return True  # "can still win"
    if c.mood == "infinitive" and c.subject != "none":
        return True  # "Army to cut ranks"
    return (c.lemma in w.going and c.progressive and bool(c.leads_on)) or (
        c.lemma in w.copula and c.about in w.likely and c.mood == "present"
    )


def _judges(c: Clause, s: Said, w: StanceLexicon) -> bool:
    """Praise, blame or feeling, where no figure and no event makes it a report."""
    if s.figure or (c.negated and c.lemma in w.linking):
        return False
    if c.own and (c.lemma in w.feeling or bool(c.predicates & w.feeling)) and not c.passive:
        return True
    if c.own and c.lemma in w.seeing and bool((c.governed | c.predicates) & (w.blame | w.praise | w.menace)):
        return True
    linking = c.lemma in w.linking
    told = c.predicates if c.lemma in w.copula else c.predicates | c.governed
    return linking and bool(told & (w.blame | w.praise | w.feeling)) and c.mood in {"present", "past"}


RULES: tuple[tuple[Rule, Stance], ...] = (
    (_denies, "denies"),
    (_commands, "urges"),
    (_threatens, "threatens"),
    (_urges, "urges"),
    (_wants, "intends"),
    (_predicts, "predicts"),
    (_judges, "judges"),
)


def by_rules(clause: Clause, said: Said, words: StanceLexicon) -> Stance | None:
    """The stance of the first rule that holds, None where none does: a statement."""
    return next((stance for rule, stance in RULES if rule(clause, said, words)), None)
