"""Sentences of our own about what the articles of the annotated set `dev` have on record, half of them faulty."""

from onrecord.check.verdicts import Verdict

RIGHT = (
    "Save Ukraine had brought back 31 children, Mykola Kuleba said in April 2023.",
    "As of 8 April 2023, 360 children had been returned in total, Dmytro Lubinets reported.",
    "The Office of the Prosecutor General spoke on 17 March 2023 of more than 16,000 deported children.",
    "“A vote does not bring a child home,” said Sofiia Marchenko, executive director of Lantern House Foundation.",
    "The Humanitarian Research Lab believes that as many as 35,000 children have been taken.",
    "The European Court of Human Rights delivered its judgment in the case of Ukraine on 9 July 2025.",
    "In the downing of flight MH17 on 17 July 2014, 298 people were killed.",
    "The United Nations General Assembly adopted the resolution on Ukrainian children on 3 December 2025.",
    "On 16 November 2023 the Humanitarian Research Lab spoke of at least 2,442 children taken to Belarus.",
    "At least 31 people have been killed by flooding along the Teska River, the National Rescue Directorate said.",
    "“We count names … not rumours,” said Nadia al-Sabbagh, director of the Office for Civil Defence and Fire Safety.",
    "Kestria and Dorvania exchanged 190 prisoners of war in August 2024.",
    "“Numbers are easy to sign,” said Maud Okonkwo-Lyle of Doctors and Nurses for Peace.",
    "Gerrit van Loon-Pratt, managing director of Aldous Yarn and Thread, is accused of manslaughter.",
    "The Lunden District Court convicted Cedric Halloway, a former labour inspector, on 22 May 2024.",
)
FAULTY = (
    (
        "The Office of the Prosecutor General spoke on 17 March 2023 of 16,000 deported children.",
        "16,000",
        Verdict.HEDGE_DROPPED,
    ),
    (
        "The Humanitarian Research Lab reported that 2,442 children had been taken to Belarus.",
        "2,442",
        Verdict.HEDGE_DROPPED,
    ),
    ("Gerrit van Loon-Pratt was convicted of manslaughter.", "", Verdict.ONLY_ACCUSED),
    ("Gerrit van Loon-Pratt was found guilty of bribing inspectors.", "", Verdict.ONLY_ACCUSED),
    ("Cedric Halloway, a labour inspector, spoke in Lunden.", "labour inspector", Verdict.OFFICE_ENDED),
    ("“We count rumours, not names,” said Nadia al-Sabbagh, the director.", "We count", Verdict.QUOTE_ALTERED),
    (
        "“A vote never brings a child home; patient people do,” said Sofiia Marchenko, the foundation's director.",
        "A vote",
        Verdict.QUOTE_ALTERED,
    ),
    ("“Numbers are easy to sign,” said Bohdan Revik-Sander, who heads the centre.", "Numbers", Verdict.ANOTHER_SPEAKER),
    ("Kestria and Dorvania exchanged 109 prisoners of war at Halm Crossing.", "109", Verdict.CONTRADICTED),
    (
        "As of 8 April 2023, 630 children had been returned in total, Dmytro Lubinets reported.",
        "630",
        Verdict.CONTRADICTED,
    ),
    (
        "Save Ukraine has brought back 33 children from Russia and occupied Crimea, Mykola Kuleba said in Kyiv.",
        "33",
        Verdict.CONTRADICTED,
    ),
    (
        "The Regional Court of West Marenia issued an arrest warrant for Wendel Brask on 17 March 2025.",
        "issued an arrest warrant",
        Verdict.ANOTHER_DAY,
    ),
    ("In total 360 children have been returned, said Dmytro Lubinets.", "360", Verdict.OLDER),
    ("The National Information Bureau says that 19,546 children have returned.", "19,546", Verdict.ANOTHER_POPULATION),
    (
        "The National Rescue Directorate said that 38 people had died in the flooding along the Teska River.",
        "38",
        Verdict.ANOTHER_SPEAKER,
    ),
)
