"""Sentences about what the example articles have on record, half of them faulty, each with the verdict on its fault."""

from onrecord.check.verdicts import Verdict

RIGHT = (
    "Save Ukraine had brought home a total of 231 children by January 2024.",
    "According to Olena Zelenska, nearly 20,000 children had been taken to Russia.",
    "Dmytro Lubinets, Ukraine's human rights commissioner, said on 14 January 2024 that 517 abducted children had been "
    "returned in total.",
    "“Every seat on that bus was a year of paperwork,” said Halyna Stets, a coordinator at Save Ukraine.",
    "On 17 March 2023 the International Criminal Court issued an arrest warrant for Vladimir Putin.",
    "More than 1.6 million Ukrainian children remain under Russian control, the Office of the President of Ukraine "
    "reported.",
    '"Diplomacy opens doors … courts cannot," said Dariia Zarivna, chief operating officer of Bring Kids Back UA.',
    "The National Information Bureau has registered 19,546 deported children.",
    "The Humanitarian Research Lab believes that up to 35,000 children have been taken.",
    "Mariana Betsa, deputy foreign minister of Ukraine, said that 6,395 deported children had been identified by name.",
    "Olena Zelenska said in December 2025 that 1,859 children had been returned.",
    "The United Nations General Assembly adopted a resolution on the return of Ukrainian children on 3 December 2025.",
    "“A child who [returns] … brings a whole village with it,” said Oksana Hnatiuk, executive director of Lighthouse "
    "for Children.",
    "Almost 20,000 children have been deported since February 2022, according to the Office of the Prosecutor General "
    "of Ukraine.",
    "“We count names,” said Marta Dorosh, a researcher at the Halych Institute for Migration.",
)
FAULTY = (
    ("According to Olena Zelenska, 20,000 children have been taken to Russia.", "20,000", Verdict.HEDGE_DROPPED),
    (
        "The Humanitarian Research Lab believes that 35,000 children have been taken.",
        "35,000",
        Verdict.HEDGE_DROPPED,
    ),
    (
        "The foreign ministry said that 46 children had been taken from the school to Crimea.",
        "46",
        Verdict.HEDGE_DROPPED,
    ),
    ("Ukraine has returned 517 abducted children in total, said Dmytro Lubinets.", "517", Verdict.OLDER),
    ("Save Ukraine has so far brought home a total of 231 children, the charity said.", "231", Verdict.OLDER),
    (
        "Mariana Betsa told the Assembly that 6,395 children had been deported.",
        "6,395",
        Verdict.ANOTHER_POPULATION,
    ),
    (
        "The National Information Bureau says that 19,546 children have been returned.",
        "19,546",
        Verdict.ANOTHER_POPULATION,
    ),
    (
        "“Every seat on that bus was a year of paperwork,” said Mykola Kuleba of Save Ukraine.",
        "Every seat",
        Verdict.ANOTHER_SPEAKER,
    ),
    ("Mariana Betsa said that 1,859 children had been returned so far.", "1,859", Verdict.ANOTHER_SPEAKER),
    (
        "On 17 March 2022 the International Criminal Court issued arrest warrants for Vladimir Putin and Maria "
        "Lvova-Belova.",
        "issued arrest warrants",
        Verdict.ANOTHER_DAY,
    ),
    (
        "“A warrant never grows old,” said Ingrid Solheim, a professor of international law at Skagen University.",
        "A warrant",
        Verdict.QUOTE_ALTERED,
    ),
    (
        "“We count the names, they only count traces,” said Marta Dorosh, a researcher.",
        "We count",
        Verdict.QUOTE_ALTERED,
    ),
    (
        "Halyna Stets, a coordinator at Lighthouse for Children, spoke of at least nine families.",
        "coordinator",
        Verdict.CONTRADICTED,
    ),
    (
        "Dmytro Lubinets said on 14 January 2024 that 571 abducted children had been returned in total.",
        "571",
        Verdict.CONTRADICTED,
    ),
    (
        "The Ministry of Justice of Ukraine announced that 1,198 children had been returned.",
        "1,198",
        Verdict.CONTRADICTED,
    ),
)
