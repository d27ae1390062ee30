"""Sentences of our own, a table for each construction, and the attributions in them.

An expected attribution is written "source | cue | content"; several spans of one role are parted by " ~ ".
"""

from __future__ import annotations

Table = list[tuple[str, list[str]]]

QUOTED: Table = [
    ('"We hold the bridge," the governor said.', ["the governor | said | We hold the bridge"]),
    (
        '"We hold the bridge," said the governor, a former officer.',
        ["the governor, a former officer | said | We hold the bridge"],
    ),
    ('The governor said: "We hold the bridge."', ["The governor | said | We hold the bridge"]),
    (
        'The governor told reporters in Kyiv, "We hold the bridge."',
        ["The governor | told | We hold the bridge"],
    ),
    (
        '"We hold the bridge," the governor said on Friday, "and we will keep it."',
        ["the governor | said | We hold the bridge ~ and we will keep it"],
    ),
    (
        '"We hold the bridge," the governor said. "We will keep it."',
        ["the governor | said | We hold the bridge ~ We will keep it"],
    ),
    ('"Why did they leave?" she asked.', ["she | asked | Why did they leave?"]),
    (
        "“They left the town. They will not come back,” the minister said.",
        ["the minister | said | They left the town. They will not come back"],
    ),
    (
        "“The town is calm. Quite calm,” said the mayor, a doctor.",
        ["the mayor, a doctor | said | The town is calm. Quite calm"],
    ),
    ("- We hold the line - assured the general on Friday.", ["the general | assured | We hold the line"]),
    ("‘We hold the bridge,’ the governor said.", ["the governor | said | We hold the bridge"]),
    ("“Follow us,” the soldier said, and the boys left.", ["the soldier | said | Follow us"]),
]
MIXED: Table = [
    (
        "The president said the goal was to create “a buffer zone.”",
        ["The president | said | the goal was to create “a buffer zone.”"],
    ),
    (
        'The mayor called the attack "an act of terror".',
        ['The mayor | called | the attack "an act of terror"'],
    ),
    (
        'The general said that the troops were "on their way" and "in good order".',
        ['The general | said | the troops were "on their way" and "in good order"'],
    ),
    (
        'As the general put it, the front "held by a thread".',
        ['the general | put | the front "held by a thread"'],
    ),
]
CLAUSES: Table = [
    ("The governor said that ten people died.", ["The governor | said | ten people died"]),
    ("The governor said ten people had died.", ["The governor | said | ten people had died"]),
    ("The minister said on Friday he was ready for talks.", ["The minister | said | he was ready for talks"]),
    (
        "The bridge, officials said, was hit by two drones.",
        ["officials | said | The bridge ~ was hit by two drones"],
    ),
    (
        "Ten people were killed in the strike, the ministry said on Sunday.",
        ["the ministry | said | Ten people were killed in the strike"],
    ),
    (
        "Ten people were killed, said the ministry's spokesman.",
        ["the ministry's spokesman | said | Ten people were killed"],
    ),
    ("He went on to claim that the bridge was gone.", ["He | went on to claim | the bridge was gone"]),
    (
        "She did not say whether the bridge still stood.",
        ["She | did not say | whether the bridge still stood"],
    ),
    (
        "The general refused to say how many soldiers had died.",
        ["The general | refused to say | how many soldiers had died"],
    ),
    (
        "The governor asked how many people were missing.",
        ["The governor | asked | how many people were missing"],
    ),
    (
        "Asked whether he would resign, the minister said he would not.",
        ["| Asked | whether he would resign", "the minister | said | he would not"],
    ),
    (
        "The president, speaking in Warsaw, said the war would end.",
        ["The president | said | the war would end"],
    ),
]
OTHER_FRAMES: Table = [
    ("The army vowed to hit back.", ["The army | vowed | to hit back"]),
    (
        "The ministry urged residents to leave the town.",
        ["The ministry | urged | residents to leave the town"],
    ),
    ("Moscow accused Kyiv of shelling the plant.", ["Moscow | accused | Kyiv of shelling the plant"]),
    ("Kyiv denied shelling the plant.", ["Kyiv | denied | shelling the plant"]),
    ("The ministry denied that any soldier had died.", ["The ministry | denied | any soldier had died"]),
    (
        "The ministry rejected the report as a fabrication.",
        ["The ministry | rejected | the report as a fabrication"],
    ),
    ("The UN called for an end to the fighting.", ["The UN | called for | an end to the fighting"]),
    ("The president warned of a new offensive.", ["The president | warned of | a new offensive"]),
    (
        "The group claimed responsibility for the blast.",
        ["The group | claimed | responsibility for the blast"],
    ),
]
PARTICIPLES: Table = [
    (
        "The governor said the town was hit, adding that nobody was hurt.",
        ["The governor | said | the town was hit", "The governor | adding | nobody was hurt"],
    ),
    (
        "The governor said nobody was hurt, telling reporters that the plant was safe.",
        ["The governor | said | nobody was hurt", "The governor | telling | the plant was safe"],
    ),
]
ACCORDING: Table = [
    (
        "According to the ministry, ten drones were shot down.",
        ["the ministry | According to | ten drones were shot down"],
    ),
    (
        "Ten drones were shot down, according to the ministry.",
        ["the ministry | according to | Ten drones were shot down"],
    ),
    (
        "Ten drones, according to the ministry, were shot down over the sea.",
        ["the ministry | according to | Ten drones ~ were shot down over the sea"],
    ),
    (
        'In the mayor\'s words, the town was "a heap of stones".',
        ['the mayor\'s | In ~ words | the town was "a heap of stones"'],
    ),
]
RELAYS: Table = [
    (
        "The newspaper cited a war reporter as saying that the town had fallen.",
        ["a war reporter | cited ~ as saying | the town had fallen"],
    ),
    (
        'State television quoted an army source as saying, "The town has fallen."',
        ["an army source | quoted ~ as saying | The town has fallen"],
    ),
    (
        "The minister was quoted by the agency as saying the talks had failed.",
        ["The minister | was quoted ~ as saying | the talks had failed"],
    ),
    (
        "The general was quoted as saying that the bridge was gone.",
        ["The general | was quoted as saying | the bridge was gone"],
    ),
]
NOBODY_NAMED: Table = [
    ("It was reported that two villages had been taken.", ["| was reported | two villages had been taken"]),
    ("The army is believed to have lost ten tanks.", ["| is believed | The army ~ to have lost ten tanks"]),
    ("Two villages were reportedly taken.", ["| reportedly | Two villages were ~ taken"]),
    ("It is unclear whether the bridge still stands.", ["| is unclear | whether the bridge still stands"]),
    (
        "The claims could not be independently verified.",
        ["| could not be ~ verified | The claims"],
    ),
    ("The claim that the town had fallen was false.", ["| claim | the town had fallen"]),
]
NOUNS: Table = [
    (
        "The president's warning that the war would spread was repeated by his ally.",
        ["The president's | warning | the war would spread"],
    ),
    (
        "The claim by the ministry that the bridge was gone angered the mayor.",
        ["the ministry | claim | the bridge was gone"],
    ),
    ("The mayor issued a statement that the water was safe.", ["The mayor | statement | the water was safe"]),
]
NO_COMMAS: Table = [
    (
        "Government aircraft hit the camp killing ten people and wounding dozens the Observatory for Rights said.",
        [
            "the Observatory for Rights | said | "
            "Government aircraft hit the camp killing ten people and wounding dozens"
        ],
    ),
]
MENDED: Table = [
    ("The governor put the injured at 30.", ["The governor | put | the injured at 30"]),
    ("The agency put the number of wounded at 140.", ["The agency | put | the number of wounded at 140"]),
    ("Kyiv claims to hold ninety villages.", ["Kyiv | claims | to hold ninety villages"]),
    (
        "Ukraine's military claims that the bridge is gone.",
        ["Ukraine's military | claims | the bridge is gone"],
    ),
    (
        "A resident of Sudzha who asked not to be named said by telephone that the town hospital had no light.",
        ["A resident of Sudzha who asked not to be named | said | the town hospital had no light"],
    ),
    (
        "On Monday Alexei Smirnov, the acting governor of Kursk region, reported to Vladimir Putin that the road "
        "was open.",
        ["Alexei Smirnov, the acting governor of Kursk region | reported | the road was open"],
    ),
    (
        "On Sunday Ukraine's air force said that the crossing was closed.",
        ["Ukraine's air force | said | the crossing was closed"],
    ),
    (
        "The premier, asked if he would go, said that he did not know.",
        [
            "The premier, asked if he would go | said | he did not know",
            "| asked | if he would go",
        ],
    ),
]
FIGURES: Table = [
    (
        "The ministry put the dead at two and said that a third man was missing.",
        ["The ministry | put | the dead at two", "The ministry | said | a third man was missing"],
    ),
    (
        "It put the losses since August at up to 3,000 servicemen.",
        ["It | put | the losses since August at up to 3,000 servicemen"],
    ),
    (
        "An analyst in Zurich arrives at about 800 square kilometres.",
        ["An analyst in Zurich | arrives at | about 800 square kilometres"],
    ),
    (
        "The general reported 82 settlements and 1,150 square kilometres.",
        ["The general | reported | 82 settlements and 1,150 square kilometres"],
    ),
    (
        "Minsk counts 120,000 soldiers at the border.",
        ["Minsk | counts | 120,000 soldiers at the border"],
    ),
    ("The mayor spoke of 17 killed and 40 wounded.", ["The mayor | spoke of | 17 killed and 40 wounded"]),
    ("The mayor reported 3 killed and 12 wounded.", ["The mayor | reported | 3 killed and 12 wounded"]),
    ("The survey shows a lead of three points.", ["The survey | shows | a lead of three points"]),
    ("The town counts its empty houses.", []),
    ("The mayor put the flag at the gate.", []),
]
PARTED: Table = [
    (
        "The company said that two drones had struck the tower, and the governor of the region spoke of shelling.",
        [
            "The company | said | two drones had struck the tower",
            "the governor of the region | spoke of | shelling",
        ],
    ),
    (
        "The ministry said that ten people had died, while the mayor said that none had.",
        ["The ministry | said | ten people had died", "the mayor | said | none had"],
    ),
    (
        "The minister said that there are limits but accused Moscow of spreading lies.",
        ["The minister | said | there are limits", "The minister | accused | Moscow of spreading lies"],
    ),
    (
        "The minister said that the bridge had gone and that the mayor had said so.",
        ["The minister | said | the bridge had gone and that the mayor had said so"],
    ),
    (
        "The minister accused Moscow of the attack; Moscow denies it, and its army said that the front was far away.",
        [
            "The minister | accused | Moscow of the attack",
            "Moscow | denies | The minister accused Moscow of the attack",
            "its army | said | the front was far away",
        ],
    ),
    (
        "By Tuesday the wounded were more than 200, a regional official said; the last toll of the dead was 31.",
        ["a regional official | said | By Tuesday the wounded were more than 200"],
    ),
    (
        "The president cut him short: the width would be given by others, he said.",
        ["he | said | the width would be given by others"],
    ),
    (
        "The spokesman denied the attack and said that the town was calm.",
        ["The spokesman | denied | the attack", "The spokesman | said | the town was calm"],
    ),
    (
        "He said a large number had left, without giving evidence.",
        ["He | said | a large number had left"],
    ),
    (
        "The ministry denied that the town had been lost, as local channels had claimed.",
        [
            "The ministry | denied | the town had been lost",
            "local channels | had claimed | the town had been lost",
        ],
    ),
    (
        "The town is “a heap of stones”, he said, leaving the hall.",
        ["he | said | The town is “a heap of stones”"],
    ),
    (
        "The ministry said a nurse was killed and two drivers injured in the town.",
        ["The ministry | said | a nurse was killed and two drivers injured in the town"],
    ),
]
NOTES: Table = [
    (
        "Krasnaya Yaruga district: 11,000 people have been evacuated, says Governor Gladkov.",
        ["Governor Gladkov | says | Krasnaya Yaruga district: 11,000 people have been evacuated"],
    ),
    (
        "22 August: 33,000 people had left and 9,000 remained, the governor told the president.",
        ["the governor | told | 22 August: 33,000 people had left and 9,000 remained"],
    ),
    (
        "20 August: a source in the hospital spoke of 17 people.",
        ["a source in the hospital | spoke of | 17 people"],
    ),
    (
        "Shelling destroyed homes every day, he said, and civilians had been killed.",
        ["he | said | Shelling destroyed homes every day ~ and civilians had been killed"],
    ),
    (
        "For this year help is assured, but approval of a new programme is not certain, the expert said.",
        ["the expert | said | For this year help is assured, but approval of a new programme is not certain"],
    ),
    (
        "The country has denied planning to invade its neighbour.",
        ["The country | has denied | planning to invade its neighbour"],
    ),
]
DOUBTED: Table = [
    (
        "Neither side's figures could be independently verified.",
        ["| could be ~ verified | Neither side's figures"],
    ),
    (
        "None of these figures could be independently verified.",
        ["| could be ~ verified | None of these figures"],
    ),
    ("We could not verify the claim.", ["We | could not verify | the claim"]),
    (
        "The agency has not been able to verify the claims.",
        ["The agency | has not been able to verify | the claims"],
    ),
    ("It was not possible to verify the figures.", ["| was not possible to verify | the figures"]),
]
NOT_SAID: Table = [
    ("The troops would stop if Russia agreed to a truce.", []),
    ("A man asked for anonymity.", []),
    ("The nurse declined to be identified.", []),
    ("Nobody told us which road was open.", []),
    ("They painted it according to their custom.", []),
    ("The general must say what he knows.", []),
    ("The agency, citing a source in the army, named no village.", []),
    ("The children stayed, as tensions continue to rise.", []),
    ("The attack claimed the lives of ten people.", []),
    ("The rubble suggests that a large rocket was used.", []),
    ("I think the town will hold.", []),
    ("The so-called “buffer zone” lies north of the river.", []),
]
CONSTRUCTIONS: dict[str, Table] = {
    "quoted": QUOTED,
    "mixed": MIXED,
    "clauses": CLAUSES,
    "other frames": OTHER_FRAMES,
    "participles": PARTICIPLES,
    "according to": ACCORDING,
    "relays": RELAYS,
    "nobody named": NOBODY_NAMED,
    "nouns": NOUNS,
    "no commas": NO_COMMAS,
    "hard to parse": MENDED,
    "figures": FIGURES,
    "parted": PARTED,
    "notes": NOTES,
    "doubted": DOUBTED,
    "not said": NOT_SAID,
}
