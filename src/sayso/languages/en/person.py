"""English words for people and bodies: the tables titles.tsv, given_names.tsv, demonyms.tsv with the
demonyms of place_countries.tsv, and the closed classes."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from sayso import tables
from sayso.languages.en import place
from sayso.languages.person import Noun, PersonLexicon
from sayso.languages.speech import Gender
from sayso.records import ActorKind

HERE = "sayso.languages.en"
TITLES = ("noun", "kind", "gender", "before a name")
PARTS = frozenset(
    """acting federal prime vice first former ex foreign defence defense interior chief deputy press state high senior brigadier
    lieutenant major rear field retired interim newly supreme national security special crown grand war""".split()
)
HEADS_OF = {
    "head of state": "president",
    "head of * state": "president",
    "head of government": "premier",
    "head of * government": "premier",
    "prime minister": "premier",
    "minister of foreign affairs": "foreign minister",
    "minister for foreign affairs": "foreign minister",
    "foreign affairs minister": "foreign minister",
    "head of * ministry of foreign affairs": "foreign minister",
    "head of * foreign ministry": "foreign minister",
    "secretary of state": "foreign minister",
    "foreign secretary": "foreign minister",
    "head of * diplomacy": "foreign minister",
    "chief of * diplomacy": "foreign minister",
    "top * diplomat": "foreign minister",
    "chief * diplomat": "foreign minister",
    "minister of defence": "defence minister",
    "minister of defense": "defence minister",
    "defense minister": "defence minister",
    "defence secretary": "defence minister",
    "defense secretary": "defence minister",
    "secretary of defence": "defence minister",
    "secretary of defense": "defence minister",
    "head of * ministry of defence": "defence minister",
    "head of * ministry of defense": "defence minister",
    "head of * defence ministry": "defence minister",
    "head of * defense ministry": "defence minister",
    "minister of national defence": "defence minister",
    "minister of national defense": "defence minister",
    "head of * ministry of national defence": "defence minister",
    "head of * ministry of national defense": "defence minister",
    "head of ministry of diplomacy": "foreign minister",
    "head of ec": "commission president",
    "president of ec": "commission president",
    "ec chief": "commission president",
    "ec head": "commission president",
    "ec president": "commission president",
    "head of pentagon": "defence minister",
    "pentagon chief": "defence minister",
    "defence chief": "defence minister",
    "defense chief": "defence minister",
    "chief of staff": "chief",
    "dictator": "leader",
    "ruler": "leader",
    "strongman": "leader",
    "army chief": "commander",
    "secretary general": "chief",
    "secretary-general": "chief",
    "secretary - general": "chief",
}
LIKE = {
    "adm": "admiral",
    "advisor": "adviser",
    "aide": "adviser",
    "chancellor": "premier",
    "congresswoman": "congressman",
    "correspondent": "journalist",
    "defense": "defence",
    "envoy": "ambassador",
    "gen": "general",
    "gov": "governor",
    "reporter": "journalist",
    "representative": "ambassador",
    "sen": "senator",
    "spokesperson": "spokesman",
    "spokeswoman": "spokesman",
}
# No word so short as "gas" or "us", and none like "boss".
PLURAL = re.compile(r"(?s)(?<=..[^s])s\Z")
HEADING = frozenset(
    "boss chair chairman chairperson chairwoman chief commander director head leader president speaker".split()
)
LEADING = frozenset("leader premier president".split())
REALM = frozenset("country federation kingdom nation people republic state union".split())
VAGUE = frozenset(
    """academic activist analyst billionaire campaigner commentator democrat diplomat expert figure guest independent insider
    interlocutor interviewee journalist lawmaker leader legislator liberal man officer official politician republican scientist socialist
    specialist statesman tycoon veteran woman""".split()
)
HOSTED = frozenset("guest interlocutor interviewee".split())
UNNAMED = frozenset("insider official".split())
LEARNED = frozenset("academic analyst commentator expert journalist scientist specialist".split())
STAFF = frozenset("analyst diplomat expert researcher scientist specialist".split())
PAST = frozenset("former ex ousted onetime retired erstwhile".split())
RANKS = frozenset(
    """adm. admiral brig. brigadier capt. captain col. colonel colonel-general dame doctor dr dr. gen. general lady
    lieutenant lieutenant-colonel lieutenant-general lord lt lt. maj. major major-general marshal mr mr. mrs mrs. ms ms.
    mx. prof. professor sgt. sergeant sir gen col maj sgt capt adm brig""".split()
)
TELLING = frozenset(
    """analysis announcement assessment audit briefing communique communiqué message poll polling post release report
    statement study survey text tweet update""".split()
)
DOCUMENTS = frozenset(
    """audio cable clip document email e-mail footage letter memo minutes note readout recording remarks speech
    testimony transcript video""".split()
)
SHOWING = frozenset("air broadcast carry circulate hear obtain publish release review see share show".split())
ISSUING = frozenset("compile draft issue prepare publish release sign write".split())
CONTINUING = frozenset(
    """add assure conclude emphasise emphasize explain highlight indicate note point recall remind specify stress underline
    underscore underscored write""".split()
)
READING = frozenset({"read"})
ENDINGS: dict[str, Gender] = {
    "ova": "female",
    "eva": "female",
    "ina": "female",
    "skaya": "female",
    "ska": "female",
    "aya": "female",
    "skyi": "male",
    "sky": "male",
    "skiy": "male",
    "ski": "male",
}
PARTICLES = frozenset("al el de del della der den von van bin ibn ben la le da dos abu zu".split())
PREFIXES = ("al-", "el-", "as-", "ash-")
BLOCS = {"western": "West"}
AGAINST = ("pro", "anti", "non", "ex")
WHERE = frozenset("in near at around outside inside through across".split())
OF_SIDE = frozenset({"of", "for"})
ON_BEHALF = frozenset({"for"})
AT_SEAT = frozenset({"in"})
SEATS = frozenset("ministry government cabinet presidency parliament".split())
FREE = frozenset(
    "opposition dissident exile defector critic outlet newspaper paper tabloid daily weekly".split()
)
MEANWHILE = frozenset("after at before during on while with".split())
REPORTERS = frozenset({"correspondent"})
SIGNING = frozenset({"report"})
NAMELESS = frozenset("name named names anonymity anonymous anonymously identified identify unnamed".split())
GENERIC = frozenset(
    """agency association bank body broadcaster charity company daily firm foundation group institute journal magazine
    newspaper organisation organization outlet paper publication tabloid watchdog weekly""".split()
)
EITHER = frozenset("agency company group organisation organization".split())
AGENCIES = frozenset({"agency"})
WIRES = frozenset("information news photo press telegraph telegraphic wire".split())
RETELLING = frozenset(
    """amplify convey echo invoke paraphrase rehearse reiterate relay repeat republish requote restate retell
    retweet translate transmit""".split()
)
NOBODY = frozenset("nobody no-one noone none whoever anyone anybody everyone everybody".split())
SAME = frozenset({"same", "latter"})
ARTICLES = frozenset("the this that these those".split())
INDEFINITE = frozenset("a an another some one several many two three four five other".split())


@cache
def lexicon() -> PersonLexicon:
    """The English person lexicon, read once from its tables. Raises TableError on a row that is none."""
    return PersonLexicon(
        nouns={
            noun: Noun(kind=cast(ActorKind, kind), gender=cast(Gender, gender), title=before == "title")
            for noun, kind, gender, before in tables.rows(HERE, "titles.tsv", TITLES)
        },
        parts=PARTS,
        heads_of=HEADS_OF,
        like=LIKE,
        plural=PLURAL,
        heading=HEADING,
        leading=LEADING,
        realm=REALM,
        vague=VAGUE,
        hosted=HOSTED,
        unnamed=UNNAMED,
        learned=LEARNED,
        staff=STAFF,
        past=PAST,
        ranks=RANKS,
        telling=TELLING,
        documents=DOCUMENTS,
        showing=SHOWING,
        issuing=ISSUING,
        continuing=CONTINUING,
        reading=READING,
        given={
            name.lower(): cast(Gender, gender)
            for name, gender in tables.rows(HERE, "given_names.tsv", ("name", "gender"))
        },
        endings=ENDINGS,
        particles=PARTICLES,
        prefixes=PREFIXES,
        demonyms=_demonyms(),
        blocs=BLOCS,
        against=AGAINST,
        where=WHERE,
        of_side=OF_SIDE,
        on_behalf=ON_BEHALF,
        at_seat=AT_SEAT,
        seats=SEATS,
        free=FREE,
        generic=GENERIC,
        either=EITHER,
        agencies=AGENCIES,
        wires=WIRES,
        meanwhile=MEANWHILE,
        reporters=REPORTERS,
        signing=SIGNING,
        nameless=NAMELESS,
        retelling=RETELLING,
        nobody=NOBODY,
        same=SAME,
        articles=ARTICLES,
        indefinite=INDEFINITE,
        by=frozenset({"by"}),
        saying=frozenset({"as"}),
        relatives=frozenset({"who", "whom", "whose", "which", "that"}),
        personal=frozenset({"who", "whom", "whose"}),
        ours=frozenset({"our"}),
    )


def _demonyms() -> dict[str, str]:
    """Every state's demonyms with the state's name, those of its row in place_countries.tsv first, then demonyms.tsv."""
    found = {
        word.lower(): names.split("|")[0]
        for _, names, _, demonyms in place.countries()
        for word in demonyms.split("|")
        if word
    }
    own = {
        word if word.isupper() else word.lower(): side
        for word, side in tables.rows(HERE, "demonyms.tsv", ("word", "side"))
    }
    return found | own
