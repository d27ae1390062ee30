"""Sentences of our own in which a description, a document or a pronoun must be traced to whom it most likely means."""

from __future__ import annotations

from speaker_sentences import Chains

LIKELY: Chains = [
    (  # an office under another name, told of whom by a possessive
        "Ukraine's minister of foreign affairs, Andrii Sybiha, came first. The head of Ukrainian diplomacy said the talks "
        "had begun. Ukraine's foreign minister said they were short.",
        [
            (("The head of Ukrainian diplomacy", "said", "the talks had begun"), "Andrii Sybiha", []),
            (("Ukraine's foreign minister", "said", "they were short"), "Andrii Sybiha", []),
        ],
    ),
    (  # who heads a body may be called its chairman or its head; a rank between title and name hides neither
        "The chairman of the NATO Military Committee, Admiral Rob Bauer, came first. The head of the NATO Military Committee "
        "said the talks had begun.",
        [(("The head of the NATO Military Committee", "said", "the talks had begun"), "Rob Bauer", [])],
    ),
    (  # a noun that fits many a person stands for who spoke last
        "Rafael Grossi said the plant was safe. The diplomat added that the roof was not.",
        [
            (("Rafael Grossi", "said", "the plant was safe"), "Rafael Grossi", []),
            (("The diplomat", "added", "the roof was not"), "Rafael Grossi", []),
        ],
    ),
    (
        "David Petraeus said the road was long. The former spy chief added that it was narrow.",
        [
            (("David Petraeus", "said", "the road was long"), "David Petraeus", []),
            (("The former spy chief", "added", "it was narrow"), "David Petraeus", []),
        ],
    ),
    (  # what is told behind the noun says that he is someone new
        "Rafael Grossi said the plant was safe. The diplomat in charge of the roof said it was not.",
        [
            (("Rafael Grossi", "said", "the plant was safe"), "Rafael Grossi", []),
            (
                ("The diplomat in charge of the roof", "said", "it was not"),
                "diplomat in charge of the roof",
                [],
            ),
        ],
    ),
    (  # nobody is another state's minister
        "Sergei Lavrov said the talks had begun. The German foreign minister said they were short.",
        [
            (("Sergei Lavrov", "said", "the talks had begun"), "Sergei Lavrov", []),
            (("The German foreign minister", "said", "they were short"), "German foreign minister", []),
        ],
    ),
    (  # a lead describes whom the next line names
        "The dam may fail, an expert has warned.\n\nRafael Grossi said that the walls were thin.",
        [
            (("an expert", "has warned", "The dam may fail"), "Rafael Grossi", []),
            (("Rafael Grossi", "said", "the walls were thin"), "Rafael Grossi", []),
        ],
    ),
    (
        "Britain's foreign secretary has called for talks.\n\nDavid Lammy travelled to Kyiv on Monday.",
        [(("Britain's foreign secretary", "has called for", "talks"), "David Lammy", [])],
    ),
    (
        "The President of the European Commission, Ursula von der Leyen, met farmers. Then the head of the European "
        "Commission said that the harvest was good.",
        [
            (
                ("the head of the European Commission", "said", "the harvest was good"),
                "Ursula von der Leyen",
                [],
            )
        ],
    ),
    (  # bodies by what the table calls them
        "Five died, a monitor said. The Syrian Observatory for Human Rights gave no names.",
        [(("a monitor", "said", "Five died"), "Syrian Observatory for Human Rights", [])],
    ),
    (
        "NATO met on Monday. Nothing was decided, the alliance said.",
        [(("the alliance", "said", "Nothing was decided"), "NATO", [])],
    ),
    (  # a document speaks for whose it is, else for who spoke last
        "Amnesty International said that homes had burned. The report added that people had died.",
        [
            (("Amnesty International", "said", "homes had burned"), "Amnesty International", []),
            (("The report", "added", "people had died"), "Amnesty International", []),
        ],
    ),
    (
        "The figures are in a survey by Amnesty International. Rafael Grossi said little. The survey found that homes had "
        "burned.",
        [
            (("Rafael Grossi", "said", "little"), "Rafael Grossi", []),
            (("The survey", "found", "homes had burned"), "Amnesty International", []),
        ],
    ),
    (  # the adjective of a state is the state
        "The Estonian proposal to send more grain was heard in Tallinn.",
        [(("Estonian", "proposal", "to send more grain"), "Estonia", [])],
    ),
    (  # a space is missing
        "Rafael Grossi said the plant was quiet;He added that the roof was not.",
        [
            (("Rafael Grossi", "said", "the plant was quiet"), "Rafael Grossi", []),
            (("He", "added", "the roof was not"), "Rafael Grossi", []),
        ],
    ),
    (  # of two spellings of a name, the one in the table
        "Volodymyr Zelenskyi met farmers. Volodymyr Zelensky spoke of the harvest. Zelenskyi said that it was good.",
        [(("Zelenskyi", "said", "it was good"), "Volodymyr Zelensky", [])],
    ),
    (
        "The UK based Syrian Observatory for Human Rights said that five had died.",
        [
            (
                ("The UK based Syrian Observatory for Human Rights", "said", "five had died"),
                "Syrian Observatory for Human Rights",
                [],
            )
        ],
    ),
    (  # nobody in what is said says it
        "Alexander Lukashenko, the president, spoke in Minsk. The harvest, as Vladimir Putin saw, was good, the president "
        "said.",
        [
            (
                ("the president", "said", "The harvest, as Vladimir Putin saw, was good"),
                "Alexander Lukashenko",
                [],
            )
        ],
    ),
    (  # who quotes stands further on, and is still the one who quotes when only a pronoun follows
        "The harvest was good, said Alexander Lukashenko in a speech, quoted by the agency TASS. He added that the bread "
        "was cheap. Alexander Lukashenko thanked the farmers.",
        [
            (("Alexander Lukashenko", "said", "The harvest was good"), "Alexander Lukashenko", ["TASS"]),
            (("He", "added", "the bread was cheap"), "Alexander Lukashenko", ["TASS"]),
            (("Alexander Lukashenko", "thanked", "the farmers"), "Alexander Lukashenko", []),
        ],
    ),
    (
        "The harvest was good, he said in an interview translated by Reuters.",
        [(("he", "said", "The harvest was good"), None, ["Reuters"])],
    ),
    (  # whoever speaks within another's words, known or not
        "Volodymyr Zelensky said that swarms of trolls claim the bread is bad.",
        [
            (
                ("Volodymyr Zelensky", "said", "swarms of trolls claim the bread is bad"),
                "Volodymyr Zelensky",
                [],
            ),
            (("swarms of trolls", "claim", "the bread is bad"), "swarms of trolls", ["Volodymyr Zelensky"]),
        ],
    ),
    (  # an agency signs its own report
        "The bread is cheap, the governor said, a BelTA correspondent reports.",
        [
            (("the governor", "said", "The bread is cheap"), "governor", []),
            (
                ("a BelTA correspondent", "reports", "The bread is cheap, the governor said"),
                "a BelTA correspondent",
                [],
            ),
        ],
    ),
    (  # an unnamed source is nobody whom the next line names, nor is the head of another body
        "The bridge is shut, a driver said. The head of the road office gave no date.\n\nRafael Grossi said it was late.",
        [
            (("a driver", "said", "The bridge is shut"), "a driver", []),
            (("The head of the road office", "gave", "no date"), "head of the road office", []),
            (("Rafael Grossi", "said", "it was late"), "Rafael Grossi", []),
        ],
    ),
    (  # "he" in someone's words is who was named in them before, else who stood there before, never herself
        "The officer came at night. “He told me, ‘Go now,’” the nurse said.",
        [
            (("He", "told", "Go now"), "officer", ["nurse"]),
            (("the nurse", "said", "He told me, ‘Go now,’"), "nurse", []),
        ],
    ),
    (
        "“The captain came at night. He said that it was late,” the nurse said.",
        [
            (("He", "said", "it was late"), "captain", ["nurse"]),
            (("the nurse", "said", "The captain came at night. He said that it was late,"), "nurse", []),
        ],
    ),
    (
        "António Guterres's appeal for a pause of ten days, repeated by Emmanuel Macron, was not heard.",
        [
            (
                ("António Guterres", "appeal", "a pause of ten days"),
                "António Guterres",
                ["Emmanuel Macron"],
            )
        ],
    ),
]
