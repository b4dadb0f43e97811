"""Initials of people's names, also those that stand for one letter of another script: 'Yu.' for Ю, 'Sh.' for Ш."""

import re

from spacy.language import Language

# Letters that take several Latin ones, as Slavic, Turkic, Hungarian, Albanian, Greek and Welsh names are shortened.
_SEVERAL = """Ch Cs Dj Dzh Dz Gh Gj Gy Ia Ie Iu Ja Je Jo Ju Kh Lj Ll Nj Ny Ph Sh Shch Sz Th Ts Tz Xh Ya Ye Yo Yu
    Zh Zs""".split()
SEVERAL_LETTERS = re.compile(rf"(?:{'|'.join(_SEVERAL)})\.")
INITIAL = re.compile(rf"(?:(?:[A-ZÀ-ÞА-Я]|{'|'.join(sorted(_SEVERAL, key=len, reverse=True))})\.)+-?$")


def keep_whole(nlp: Language) -> None:
    """Let the tokenizer keep the full stop with initials of several letters, as it does with those of one."""
    keep = getattr(nlp.tokenizer, "add_special_case", None)
    if keep is None:
        return  # a tokenizer of another kind has its own way
    for letters in _SEVERAL:
        keep(letters + ".", [{"ORTH": letters + "."}])
