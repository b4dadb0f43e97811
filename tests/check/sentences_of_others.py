"""Sentences about articles of other matters: a trial, a flood, an exchange of prisoners, a resignation, sanctions.

Written before they were first checked; the faulty ones by kind of fault.
"""

from onrecord.check.verdicts import Verdict

RIGHT = (
    "Radim Holub, who used to run the Vesna quarry, was sentenced to four years in prison for negligence.",
    "Ilona Brezina has been charged with falsifying measurements of dust.",
    "At least 27 workers of the quarry have died of silicosis since 2019, according to the Labour Inspectorate.",
    "Some 140 workers remain under treatment, the university hospital in Talnok said.",
    "The floods in the Orlen valley have killed 63 people, the Interior Ministry said.",
    "Dana Weiss, the chief of Civil Protection, said that nearly 9,000 residents had been evacuated.",
    "“The river took in one night what we built in forty years,” Tomasz Leshko, mayor of Orlen, said.",
    "More than 1,700 captured soldiers are still held in Tessen.",
    "On 18 March 2025 the Parliament of Marvia passed a resolution on missing persons.",
    "Anton Reyes became health minister of Marvia after Lena Torv had resigned.",
    "The Anti-Corruption Office has accused Lena Torv of steering contracts to her brother's company.",
    "“Whoever sells what was stolen will find no harbour in Europe,” the spokeswoman of the Council, Marta Lind, said.",
    "Up to 480,000 tonnes of grain were taken, the Grain Exporters' Association estimates.",
)
FAULTY = (
    # convicted, where there is a charge, an accusation or an acquittal
    ("Ilona Brezina was convicted of falsifying dust measurements.", "convicted", Verdict.ONLY_ACCUSED),
    (
        "Lena Torv was found guilty of steering contracts to her brother's company.",
        "found guilty",
        Verdict.ONLY_ACCUSED,
    ),
    ("The Regional Court of Talnok acquitted Radim Holub.", "acquitted", Verdict.CONTRADICTED),
    ("The Regional Court of Talnok convicted the engineer Pavel Sykora.", "convicted", Verdict.CONTRADICTED),
    # a hedge dropped
    (
        "The Labour Inspectorate said that 27 quarry workers had died of silicosis since 2019.",
        "27",
        Verdict.HEDGE_DROPPED,
    ),
    ("In the Orlen valley 9,000 residents were evacuated, said Dana Weiss.", "9,000", Verdict.HEDGE_DROPPED),
    (
        "The Grain Exporters' Association estimates that 480,000 tonnes of grain were taken.",
        "480,000",
        Verdict.HEDGE_DROPPED,
    ),
    ("Dana Weiss said that 350 houses had been destroyed.", "350", Verdict.HEDGE_DROPPED),
    # another number, another population, an older number
    (
        "The Interior Ministry said on 4 October that 36 people had been killed in the floods.",
        "36",
        Verdict.CONTRADICTED,
    ),
    ("The Red Cross has sheltered 2,150 orphans in schools.", "2,150", Verdict.ANOTHER_POPULATION),
    ("Petr Yanko said that 4,131 captured Marvian soldiers had been killed.", "4,131", Verdict.ANOTHER_POPULATION),
    # words altered, or another's
    (
        "“The river took in one night what we built in thirty years,” said Tomasz Leshko.",
        "thirty years",
        Verdict.QUOTE_ALTERED,
    ),
    (
        "“No name on our list will be crossed out until its bearer is home,” said Petr Yanko.",
        "No name",
        Verdict.ANOTHER_SPEAKER,
    ),
    (
        "“I leave because a minister under suspicion helps every patient,” Lena Torv said.",
        "helps every patient",
        Verdict.QUOTE_ALTERED,
    ),
    # another day, an office given up
    (
        "The Parliament of Marvia adopted a resolution on missing persons on 18 May 2025.",
        "resolution",
        Verdict.ANOTHER_DAY,
    ),
    (
        "Lena Torv, the health minister of Marvia, said in October 2025 that nurses were leaving.",
        "health minister",
        Verdict.OFFICE_ENDED,
    ),
    (
        "On 14 April 2025 the Council of the European Union imposed sanctions on Viktor Strand.",
        "sanctions",
        Verdict.ANOTHER_DAY,
    ),
)
