"""Sentences of our own in which a name is spelt or joined in odd ways, an office has an odd name, or nobody is named."""

from __future__ import annotations

from speaker_sentences import Chains

FURTHER: Chains = [
    (  # one name in several spellings, and with it the office that the table knows; the spelling nearest to the table's
        "Wołodymyr Zelnski met farmers. Wołodymyr Zelanski said that the harvest was good. The President of Ukraine "
        "added that it was late.",
        [
            (("Wołodymyr Zelanski", "said", "the harvest was good"), "Wołodymyr Zelanski", []),
            (("The President of Ukraine", "added", "it was late"), "Wołodymyr Zelanski", []),
        ],
    ),
    (
        "Rafael Grossi met farmers. Grosi said that the harvest was good.",
        [(("Grosi", "said", "the harvest was good"), "Rafael Grossi", [])],
    ),
    (  # Ivan and Ivana are two
        "Aleksandr Lukashenko met farmers. Aleksandra Lukashenka said that the harvest was good.",
        [(("Aleksandra Lukashenka", "said", "the harvest was good"), "Aleksandra Lukashenka", [])],
    ),
    (  # whom a noun was found to mean is remembered in its stead
        "Rafael Grossi said the plant was safe. The diplomat added that the roof was not. He said that it was old.",
        [
            (("Rafael Grossi", "said", "the plant was safe"), "Rafael Grossi", []),
            (("The diplomat", "added", "the roof was not"), "Rafael Grossi", []),
            (("He", "said", "it was old"), "Rafael Grossi", []),
        ],
    ),
    (  # a title before a name that is the subject
        "Japan's Prime Minister Fumio Kishida is in Kyiv where he is promising more grain, with talk of bread.",
        [(("he", "is promising", "more grain"), "Fumio Kishida", [])],
    ),
    (  # the parser takes the verb for a participle, and the noun hangs on nothing
        "Before the address, Australia’s prime minister, Anthony Albanese, called Tokyo “the harbour of the world” in his "
        "warmest words.",
        [
            (
                ("Australia’s prime minister, Anthony Albanese,", "called", "Tokyo"),
                "Anthony Albanese",
                [],
            )
        ],
    ),
    (  # nobody is the minister of another state, and the table knows whose minister someone is
        "The US secretary of state has warned of a storm.\n\nAustralia's foreign minister, Penny Wong, welcomed Antony "
        "Blinken in Melbourne.",
        [(("The US secretary of state", "has warned of", "a storm"), "Antony Blinken", [])],
    ),
    (  # offices under other names
        "The chairman of the House of Representatives, Mike Johnson, came first. The speaker of the House of "
        "Representatives said the talks had begun.",
        [
            (
                ("The speaker of the House of Representatives", "said", "the talks had begun"),
                "Mike Johnson",
                [],
            )
        ],
    ),
    (
        "Ursula von der Leyen met farmers. Then the head of the EC said that the harvest was good.",
        [(("the head of the EC", "said", "the harvest was good"), "Ursula von der Leyen", [])],
    ),
    (  # what follows a name may be the subject of the clause, and no title of that name
        "After talks with the foreign minister, Radosław Sikorski, the head of the harbour office said the road was open.",
        [
            (
                ("the head of the harbour office", "said", "the road was open"),
                "head of the harbour office",
                [],
            )
        ],
    ),
    (  # a headline's title without an article
        "Ukraine's ambassador to Poland, Vasyl Bodnar, met farmers. The harvest was good, Ambassador of Ukraine in Poland "
        "said.",
        [(("Ambassador of Ukraine in Poland", "said", "The harvest was good"), "Vasyl Bodnar", [])],
    ),
    (  # whoever speaks to an outlet
        "Rafael Grossi said the plant was safe. The guest of the evening programme added that the roof was not.",
        [
            (("Rafael Grossi", "said", "the plant was safe"), "Rafael Grossi", []),
            (("The guest of the evening programme", "added", "the roof was not"), "Rafael Grossi", []),
        ],
    ),
    (  # officials are left unnamed on purpose
        "The bridge is shut, a White House official has warned.\n\nJoe Biden said that it was late.",
        [
            (
                ("a White House official", "has warned", "The bridge is shut"),
                "a White House official",
                [],
            )
        ],
    ),
    (
        "A White House representative said that the road was open, and that Joe Biden promised grain. The official added "
        "that it was narrow.",
        [
            (
                (
                    "A White House representative",
                    "said",
                    "the road was open, and that Joe Biden promised grain",
                ),
                "A White House representative",
                [],
            ),
            (("Joe Biden", "promised", "grain"), "Joe Biden", ["A White House representative"]),
            (("The official", "added", "it was narrow"), "A White House representative", []),
        ],
    ),
    (  # a head of state is no expert
        "Rafael Grossi said the plant was safe. Emmanuel Macron said it was old. The expert added that the roof was not.",
        [
            (("Rafael Grossi", "said", "the plant was safe"), "Rafael Grossi", []),
            (("Emmanuel Macron", "said", "it was old"), "Emmanuel Macron", []),
            (("The expert", "added", "the roof was not"), "Rafael Grossi", []),
        ],
    ),
    (  # a paper by its country, even where it was only spoken to
        "Emmanuel Macron told Le Monde that the harvest was good. Nobody was paid, according to the French newspaper.",
        [(("the French newspaper", "according to", "Nobody was paid"), "Le Monde", [])],
    ),
    (
        'The Washington Post said that the bank had closed. "The bread is good," says the American daily.',
        [
            (("The Washington Post", "said", "the bank had closed"), "Washington Post", []),
            (("the American daily", "says", "The bread is good,"), "Washington Post", []),
        ],
    ),
    (  # several states together
        "The western narrative that the bread is bad was heard in Tallinn.",
        [(("western", "narrative", "the bread is bad"), "West", [])],
    ),
    (  # who cites is who tells, not who travels
        "The Financial Times reported that Emmanuel Macron would travel, citing aides of the president.",
        [
            (
                ("aides of the president", "citing", "Emmanuel Macron would travel"),
                "aides of the president",
                ["Financial Times"],
            )
        ],
    ),
    (  # who shows a letter passes its words on, unless it is the writer's own
        '"The harvest was good," Alexander Lukashenko said in a letter seen by Reuters. He added that the bread was cheap.',
        [
            (("Alexander Lukashenko", "said", "The harvest was good,"), "Alexander Lukashenko", ["Reuters"]),
            (("He", "added", "the bread was cheap"), "Alexander Lukashenko", ["Reuters"]),
        ],
    ),
    (
        "In a readout of the call released by the White House, Emmanuel Macron said that the road was open.",
        [(("Emmanuel Macron", "said", "the road was open"), "Emmanuel Macron", ["White House"])],
    ),
    (
        "In a statement released by his office, Emmanuel Macron said that the road was open.",
        [(("Emmanuel Macron", "said", "the road was open"), "Emmanuel Macron", [])],
    ),
    (  # a place that was seen by someone is no document
        "Emmanuel Macron said near a bridge seen by Reuters that the road was open.",
        [(("Emmanuel Macron", "said", "the road was open"), "Emmanuel Macron", [])],
    ),
    (  # a body's people speak for it
        "The European Council said that the harvest was good. The diplomats noted that the bread was cheap.",
        [
            (("The European Council", "said", "the harvest was good"), "European Council", []),
            (("The diplomats", "noted", "the bread was cheap"), "European Council", []),
        ],
    ),
    (  # a document by whoever let it out
        "A statement issued by Amnesty International was long. Rafael Grossi said little. The statement noted that homes "
        "had burned.",
        [
            (("Rafael Grossi", "said", "little"), "Rafael Grossi", []),
            (("The statement", "noted", "homes had burned"), "Amnesty International", []),
        ],
    ),
    (  # an acronym that only its letters tie to the long name
        "The Ministry of Border Affairs met farmers. The MBA said that the harvest was good.",
        [(("The MBA", "said", "the harvest was good"), "Ministry of Border Affairs", [])],
    ),
    (
        "The Department of Border Affairs (Dba) met farmers. Dba said that the harvest was good.",
        [(("Dba", "said", "the harvest was good"), "Department of Border Affairs", [])],
    ),
    (  # words without a speaker go on with a body's document
        "The European Council said that the talks had begun. It was emphasised that they were short.",
        [
            (("The European Council", "said", "the talks had begun"), "European Council", []),
            (("", "was emphasised", "they were short"), "European Council", []),
        ],
    ),
    (
        'The European Council said that the talks had begun. "They were short," we read.',
        [
            (("The European Council", "said", "the talks had begun"), "European Council", []),
            (("", "we read", "They were short,"), "European Council", []),
        ],
    ),
    (  # but with no person's, and anyone may have reported it
        "Rafael Grossi said that the talks had begun. It was emphasised that they were short.",
        [
            (("Rafael Grossi", "said", "the talks had begun"), "Rafael Grossi", []),
            (("", "was emphasised", "they were short"), None, []),
        ],
    ),
    (
        "The European Council said that the talks had begun. It was reported that they were short.",
        [
            (("The European Council", "said", "the talks had begun"), "European Council", []),
            (("", "was reported", "they were short"), None, []),
        ],
    ),
    (  # a verb whose speaker was lost in translation
        "Rafael Grossi spoke first. He noted that the plant was safe. - The roof is old - said.",
        [
            (("He", "noted", "the plant was safe"), "Rafael Grossi", []),
            (("", "said", "The roof is old"), "Rafael Grossi", []),
        ],
    ),
    (  # given names with the same consonants are those of two people
        "Christian Keller said that the bread was cheap. Christine Keller said that the harvest was good.",
        [
            (("Christian Keller", "said", "the bread was cheap"), "Christian Keller", []),
            (("Christine Keller", "said", "the harvest was good"), "Christine Keller", []),
        ],
    ),
    (  # of two people too
        "Daniel Benson said that the bread was cheap. Danielle Benson said that the harvest was good.",
        [
            (("Daniel Benson", "said", "the bread was cheap"), "Daniel Benson", []),
            (("Danielle Benson", "said", "the harvest was good"), "Danielle Benson", []),
        ],
    ),
    (  # a man's and a woman's
        "Michael Morgan said that the bread was cheap. Michele Morgan said that the harvest was good.",
        [
            (("Michael Morgan", "said", "the bread was cheap"), "Michael Morgan", []),
            (("Michele Morgan", "said", "the harvest was good"), "Michele Morgan", []),
        ],
    ),
    (  # a woman's with an e
        "Justin Walker said that the bread was cheap. Justine Walker said that the harvest was good.",
        [
            (("Justin Walker", "said", "the bread was cheap"), "Justin Walker", []),
            (("Justine Walker", "said", "the harvest was good"), "Justine Walker", []),
        ],
    ),
    (  # surnames that are both ordinary
        "Patrick Marten said that the bread was cheap. Patrick Martin said that the harvest was good.",
        [
            (("Patrick Marten", "said", "the bread was cheap"), "Patrick Marten", []),
            (("Patrick Martin", "said", "the harvest was good"), "Patrick Martin", []),
        ],
    ),
    (  # so are these given names
        "Tony Baker said that the bread was cheap. Toni Baker said that the harvest was good.",
        [
            (("Tony Baker", "said", "the bread was cheap"), "Tony Baker", []),
            (("Toni Baker", "said", "the harvest was good"), "Toni Baker", []),
        ],
    ),
    (  # i and y tell families apart
        "Patrick Smith said that the bread was cheap. Patrick Smyth said that the harvest was good.",
        [
            (("Patrick Smith", "said", "the bread was cheap"), "Patrick Smith", []),
            (("Patrick Smyth", "said", "the harvest was good"), "Patrick Smyth", []),
        ],
    ),
    (  # a surname that stands alone too
        "Patrick Marten said that the bread was cheap. Martin said that the harvest was good.",
        [
            (("Patrick Marten", "said", "the bread was cheap"), "Patrick Marten", []),
            (("Martin", "said", "the harvest was good"), "Martin", []),
        ],
    ),
    (  # two ways to write one name from another alphabet
        "Dmitri Danilov said that the bread was cheap. Dmitrij Daniłow said that the harvest was good.",
        [
            (("Dmitri Danilov", "said", "the bread was cheap"), "Dmitri Danilov", []),
            (("Dmitrij Daniłow", "said", "the harvest was good"), "Dmitri Danilov", []),
        ],
    ),
    (  # nearly a minister's name
        "Sergei Lavrov said that the bread was cheap. Sergei Levrov said that the harvest was good.",
        [
            (("Sergei Lavrov", "said", "the bread was cheap"), "Sergei Lavrov", []),
            (("Sergei Levrov", "said", "the harvest was good"), "Sergei Levrov", []),
        ],
    ),
    (
        "Sergei Levrov, a plumber, said that the bread was cheap. The Russian foreign minister, Sergei Lavrov, said that the "
        "harvest was good.",
        [
            (("Sergei Levrov, a plumber,", "said", "the bread was cheap"), "Sergei Levrov", []),
            (("Sergei Lavrov", "said", "the harvest was good"), "Sergei Lavrov", []),
        ],
    ),
    (  # a known person's name as a machine spells it
        "Dmitry Peskov said that the bread was cheap. Dmitri Pieskov said that the harvest was good.",
        [
            (("Dmitry Peskov", "said", "the bread was cheap"), "Dmitry Peskov", []),
            (("Dmitri Pieskov", "said", "the harvest was good"), "Dmitry Peskov", []),
        ],
    ),
    (  # with a vowel lost or blurred
        "Volodymyr Zelensky said that the bread was cheap. Wołodymyr Zelanski said that the harvest was good.",
        [
            (("Volodymyr Zelensky", "said", "the bread was cheap"), "Volodymyr Zelensky", []),
            (("Wołodymyr Zelanski", "said", "the harvest was good"), "Volodymyr Zelensky", []),
        ],
    ),
    (  # in the spelling of a neighbour
        "Alexander Lukashenko said that the bread was cheap. Aleksander Łukaszenko said that the harvest was good.",
        [
            (("Alexander Lukashenko", "said", "the bread was cheap"), "Alexander Lukashenko", []),
            (("Aleksander Łukaszenko", "said", "the harvest was good"), "Alexander Lukashenko", []),
        ],
    ),
    (  # and alone
        "Dmitry Peskov said that the bread was cheap. Pieskov said that the harvest was good.",
        [
            (("Dmitry Peskov", "said", "the bread was cheap"), "Dmitry Peskov", []),
            (("Pieskov", "said", "the harvest was good"), "Dmitry Peskov", []),
        ],
    ),
]
