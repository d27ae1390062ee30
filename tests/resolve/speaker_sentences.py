"""Sentences of our own, a table for each question: the name that a source comes down to, its kind and side, and the
speaker and the relays of attributions in a row.
"""

from __future__ import annotations

Words = tuple[str, str, str]
Chains = list[tuple[str, list[tuple[Words, str | None, list[str]]]]]

# A source on its own: its words, the sentence's rest, and the name that is left.
SOURCES = [
    ("Ukraine's President Volodymyr Zelensky", "Volodymyr Zelensky"),
    ("President Vladimir Putin", "Vladimir Putin"),
    ("Russian Defense Ministry spokesman Igor Konashenkov", "Igor Konashenkov"),
    ("Ukraine's commander-in-chief, Oleksandr Syrskyi,", "Oleksandr Syrskyi"),
    ("Rafael Grossi, the head of the International Atomic Energy Agency,", "Rafael Grossi"),
    ("The head of the International Atomic Energy Agency, Rafael Grossi,", "Rafael Grossi"),
    (
        "The head of state and an old ally of Moscow, Alexander Lukashenko,",
        "Alexander Lukashenko",
    ),
    ("The Kremlin", "Kremlin"),
    ("Kiev", "Kiev"),
    ("Russian authorities", "Russian authorities"),
    ("Ukraine's defence ministry", "Ukraine's defence ministry"),
    ("The Russian defence ministry", "Russian defence ministry"),
    ("Local officials", "Local officials"),
    ("An army source who asked not to be named", "An army source who asked not to be named"),
    (
        "A nurse at the hospital, who asked not to be named,",
        "A nurse at the hospital, who asked not to be named",
    ),
    ("A military analyst in Zurich, who has counted the villages,", "A military analyst in Zurich"),
    ("A spokesman for Vladimir Putin", "A spokesman for Vladimir Putin"),
    ("The Halyard news agency", "Halyard"),
    ("Ukraine's ambassador to Poland Oleksandr Syrskyi", "Oleksandr Syrskyi"),
    ("The chairman of the metals firm Lukoil", "chairman of the metals firm Lukoil"),
    ("Speaking in Kyiv, retired general David Petraeus, a guest of the forum,", "David Petraeus"),
    ("The Prime Minister", "Prime Minister"),
    ("Kyiv and Moscow", "Kyiv and Moscow"),
    ("A spokesman for the Ukrainian Ministry of Foreign Affairs Oleksandr Syrskyi", "Oleksandr Syrskyi"),
    ("Oleksandr Syrskyi commander of the Ukrainian army", "Oleksandr Syrskyi"),
    ("Rafael Grossi speaking after a visit to the plant", "Rafael Grossi"),
    ("A spokesman for the Ministry of Defence", "A spokesman for the Ministry of Defence"),
    ("The deputy head of the mission Rafael Grossi", "Rafael Grossi"),
    ("The commander of the army of Ukraine General Oleksandr Syrskyi", "Oleksandr Syrskyi"),
    ("Special Envoy for Climate (SEC) John Kerry", "John Kerry"),
    ("Federal Chancellor of Germany, Olaf Scholz,", "Olaf Scholz"),
    ("The ambassador of Ukraine in Poland Oleksandr Syrskyi", "Oleksandr Syrskyi"),
    ("Our correspondent in Kyiv", "Our correspondent in Kyiv"),
    ("The leader of the party in the House of Representatives Hakeem Jeffries", "Hakeem Jeffries"),
]


KINDS = [
    ("Russian authorities", "group", "Russia"),
    ("Ukrainian officials", "group", "Ukraine"),
    ("Kyiv", "state", "Ukraine"),
    ("The Kremlin", "organisation", "Russia"),
    ("Ukraine's defence ministry", "organisation", "Ukraine"),
    ("The Ministry of Defence in Minsk", "organisation", "Belarus"),
    ("A spokesman for Ukraine's foreign ministry", "person", "Ukraine"),
    ("President Volodymyr Zelensky", "person", "Ukraine"),
    ("Hamas", "armed group", "Hamas"),
    ("The United Nations", "organisation", "United Nations"),
    ("Reuters", "outlet", None),
    ("TASS", "outlet", "Russia"),
    ("A pro-Russian blogger", "person", None),
    ("A US-based analyst", "person", None),
    ("A Ukraine war reporter", "person", None),
    ("A resident of the town", "person", None),
    ("Local officials in Russia", "group", None),
    ("The Russian opposition", "organisation", None),
    ("A professor of Russian history", "person", None),
    ("A general of the Russian army", "person", "Russia"),
    ("The Volga Telegraph Agency", "outlet", None),
]

# Several attributions in one text: each with the speaker and the relays that it should have.
CHAINS: Chains = [
    (  # short name, pronoun, and a title, all one person
        "President Volodymyr Zelensky said the town had fallen. He added that the road was open. Zelensky thanked the "
        "troops. The president promised more.",
        [
            (("President Volodymyr Zelensky", "said", "the town had fallen"), "Volodymyr Zelensky", []),
            (("He", "added", "the road was open"), "Volodymyr Zelensky", []),
            (("Zelensky", "thanked", "the troops"), "Volodymyr Zelensky", []),
            (("The president", "promised", "more"), "Volodymyr Zelensky", []),
        ],
    ),
    (  # gender sends a pronoun past the nearer name
        "Foreign Ministry spokeswoman Maria Zakharova met Rafael Grossi in Moscow. She said the plant was safe. "
        "He said it was not.",
        [
            (("She", "said", "the plant was safe"), "Maria Zakharova", []),
            (("He", "said", "it was not"), "Rafael Grossi", []),
        ],
    ),
    (  # a spelling of the table links a headline's name to the text's
        "Zelenskiy: the town has fallen.\n\nThe army moved on. Volodymyr Zelensky said the road was open.",
        [
            (("Zelenskiy", "", "the town has fallen"), "Volodymyr Zelensky", []),
            (("Volodymyr Zelensky", "said", "the road was open"), "Volodymyr Zelensky", []),
        ],
    ),
    (  # "it" is the ministry, never the spokesman
        "Russia's defence ministry said the bridge stood. It added that traffic was normal. The ministry gave no figures.",
        [
            (("Russia's defence ministry", "said", "the bridge stood"), "Russia's defence ministry", []),
            (("It", "added", "traffic was normal"), "Russia's defence ministry", []),
            (("The ministry", "gave", "no figures"), "Russia's defence ministry", []),
        ],
    ),
    (  # an unnamed source comes back by its noun
        "A spokesman for the plant denied the fire. An army source said the road was cut. The spokesman said it was open.",
        [
            (("A spokesman for the plant", "denied", "the fire"), "A spokesman for the plant", []),
            (("An army source", "said", "the road was cut"), "An army source", []),
            (("The spokesman", "said", "it was open"), "A spokesman for the plant", []),
        ],
    ),
    (  # the other outlet quotes; the finder took the one quoted for the source
        "The Russian paper Nezavisimaya Gazeta cited war journalist Igor Konashenkov as saying that many had stayed.",
        [
            (
                ("war journalist Igor Konashenkov", "cited|as saying", "many had stayed"),
                "Igor Konashenkov",
                ["Nezavisimaya Gazeta"],
            )
        ],
    ),
    (  # the same, the finder took the paper for the source
        "State television quoted an army source as saying that the town was held.",
        [
            (
                ("State television", "quoted|as saying", "the town was held"),
                "an army source",
                ["State television"],
            )
        ],
    ),
    (
        "According to Reuters, citing the emergencies ministry, the number is more than 100.",
        [(("Reuters", "According to", "the number is more than 100"), "emergencies ministry", ["Reuters"])],
    ),
    (
        "Reuters reported a shortage of fuel, citing security concerns.",
        [(("Reuters", "reported", "a shortage of fuel"), "Reuters", [])],
    ),
    (
        "An army source, quoted by Reuters, claimed that the road was open.",
        [
            (
                ("An army source, quoted by Reuters,", "claimed", "the road was open"),
                "An army source",
                ["Reuters"],
            )
        ],
    ),
    (
        "Vladimir Putin was quoted by Reuters as saying that talks had begun.",
        [(("Vladimir Putin", "was quoted|as saying", "talks had begun"), "Vladimir Putin", ["Reuters"])],
    ),
    (  # one attribution within another's content
        "A Ukrainian army spokesman denied that the town had been a target, Reuters reported.",
        [
            (
                ("A Ukrainian army spokesman", "denied", "the town had been a target"),
                "A Ukrainian army spokesman",
                ["Reuters"],
            ),
            (
                (
                    "Reuters",
                    "reported",
                    "A Ukrainian army spokesman denied that the town had been a target",
                ),
                "Reuters",
                [],
            ),
        ],
    ),
    (  # he who believes is he who says so: no relay
        "Vladimir Putin said that he believed the talks would fail.",
        [
            (("Vladimir Putin", "said", "he believed the talks would fail"), "Vladimir Putin", []),
            (("he", "believed", "the talks would fail"), "Vladimir Putin", []),
        ],
    ),
    (  # to urge someone to say a thing is not to report it
        "Volodymyr Zelensky urged the agency to say who fired.",
        [
            (("Volodymyr Zelensky", "urged", "the agency to say who fired"), "Volodymyr Zelensky", []),
            (("the agency", "say", "who fired"), "agency", []),
        ],
    ),
    (  # a warning told again
        "Vladimir Putin spoke in Moscow. Alexander Lukashenko reiterated Putin's warnings that the border was next. "
        "He called for talks.",
        [
            (
                ("Alexander Lukashenko", "reiterated", "Putin's warnings that the border was next"),
                "Alexander Lukashenko",
                [],
            ),
            (("Putin's", "warnings", "the border was next"), "Vladimir Putin", ["Alexander Lukashenko"]),
            (("He", "called for", "talks"), "Alexander Lukashenko", []),
        ],
    ),
    (  # the same, found as one
        "Alexander Lukashenko reiterated Putin's warnings that the border was next.",
        [
            (
                ("Alexander Lukashenko", "reiterated", "Putin's warnings that the border was next"),
                "Putin",
                ["Alexander Lukashenko"],
            )
        ],
    ),
    (  # addressee and medium are no relays
        "Rafael Grossi told CNN that the plant was safe. He wrote on Telegram that the roof was not.",
        [
            (("Rafael Grossi", "told", "the plant was safe"), "Rafael Grossi", []),
            (("He", "wrote", "the roof was not"), "Rafael Grossi", []),
        ],
    ),
    (
        "The ministry's report said the dam had held, and a statement by the General Staff of Ukraine said the road had not.",
        [
            (("The ministry's report", "said", "the dam had held"), "ministry", []),
            (
                ("a statement by the General Staff of Ukraine", "said", "the road had not"),
                "General Staff of Ukraine",
                [],
            ),
        ],
    ),
    (  # nobody named, nobody made up
        "It was reported that the dam had held. They said nothing more.",
        [(("", "was reported", "the dam had held"), None, []), (("They", "said", "nothing more"), None, [])],
    ),
    (
        "Nobody said that the dam had held.",
        [(("Nobody", "said", "the dam had held"), None, [])],
    ),
    (  # a quotation that goes on without a cue
        'A resident of the town said: "We heard it at noon."\n\n"Then the lights went out."',
        [
            (("A resident of the town", "said", "We heard it at noon."), "A resident of the town", []),
            (("", "", "Then the lights went out."), "A resident of the town", []),
        ],
    ),
    (  # "I" within a quotation is who is quoted; the writer's "we" is nobody
        'A guard said: "I think it was noon." We believe that it was later.',
        [
            (("A guard", "said", "I think it was noon."), "A guard", []),
            (("I", "think", "it was noon"), "A guard", []),
            (("We", "believe", "it was later"), None, []),
        ],
    ),
    (  # "they" within a quotation is nobody that the report has named
        'Local officials met. A guard said: "They say it was noon."',
        [
            (("A guard", "said", "They say it was noon."), "A guard", []),
            (("They", "say", "it was noon"), None, ["A guard"]),
        ],
    ),
    (  # what cannot speak is no link of a chain
        "Reuters said it knew the aircraft according to its colour.",
        [
            (("Reuters", "said", "it knew the aircraft according to its colour"), "Reuters", []),
            (("its colour", "according to", "it knew the aircraft"), "its colour", []),
        ],
    ),
    (  # an acronym by the long form that a bracket ties to it
        "The Organization of Border Volunteers (OBV) met on Friday. The OBV said that nothing had changed.",
        [(("The OBV", "said", "nothing had changed"), "Organization of Border Volunteers", [])],
    ),
    (
        "The governor, who declined to give figures, said the town was calm.",
        [(("who", "declined", "to give figures"), "governor", [])],
    ),
    (  # a noun that says little stands for the body named last
        "Amnesty International said that homes had burned. The group added that people had died.",
        [
            (("Amnesty International", "said", "homes had burned"), "Amnesty International", []),
            (("The group", "added", "people had died"), "Amnesty International", []),
        ],
    ),
    (
        "The Financial Times said that the bank had closed. According to the newspaper, nobody was paid.",
        [
            (("The Financial Times", "said", "the bank had closed"), "Financial Times", []),
            (("the newspaper", "According to", "nobody was paid"), "Financial Times", []),
        ],
    ),
    (  # who denies it has not passed it on
        "Vladimir Putin accused Ukraine of trying to strike the plant. Kyiv denies it.",
        [
            (("Vladimir Putin", "accused", "Ukraine of trying to strike the plant"), "Vladimir Putin", []),
            (
                ("Kyiv", "denies", "Vladimir Putin accused Ukraine of trying to strike the plant"),
                "Kyiv",
                [],
            ),
        ],
    ),
    (
        "Vladimir Putin accused Ukraine of trying to strike the plant; Kyiv denies it.",
        [
            (("Vladimir Putin", "accused", "Ukraine of trying to strike the plant"), "Vladimir Putin", []),
            (
                ("Kyiv", "denies", "Vladimir Putin accused Ukraine of trying to strike the plant"),
                "Kyiv",
                [],
            ),
        ],
    ),
    (  # who acts in a side clause is not gone on about
        "The document, which Vladimir Putin signed, was long. A report by Rafael Grossi said that it was late.",
        [(("A report by Rafael Grossi", "said", "it was late"), "Rafael Grossi", [])],
    ),
    (
        "Volodymyr Zelensky spoke last, as Vladimir Putin waited. He said that the talks were over.",
        [(("He", "said", "the talks were over"), "Volodymyr Zelensky", [])],
    ),
    (  # whoever opened the sentence goes on behind the colon
        "Vyacheslav Gladkov spoke first. A spokesman for the ministry denied it: cars could still pass, he said.",
        [
            (
                ("he", "said", "A spokesman for the ministry denied it: cars could still pass"),
                "A spokesman for the ministry",
                [],
            )
        ],
    ),
]
