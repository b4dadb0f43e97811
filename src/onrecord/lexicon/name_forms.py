"""How names are compared: without case, accents and articles, across transliterations, by words and by initials."""

import re
import unicodedata

from onrecord.lexicon import lexicon

# Words that belong to the surname after them: 'van Aalst', 'al-Sabbagh', 'de la Torre'.
PARTICLES = frozenset(
    """de del della der den di da das dos du van von vander ter ten la le el al bin ibn bint ben abu af av zu zur
    y""".split()
)
_SMALL = frozenset("the of for and in on at to a an de del della der di da du la le el und des et y e &".split())
# One spelling for each word in the names of bodies.
_AMERICAN = {
    "defense": "defence",
    "center": "centre",
    "labor": "labour",
    "organization": "organisation",
    "program": "programme",
    "internal": "interior",
}
_NUMERAL = re.compile(r"X{0,2}(?:I{2,3}|IV|VI{0,3}|IX|X)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Latin letters that carry no separable accent.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"})
# Spellings of one sound in romanised Cyrillic and Arabic, longest first; each side names the same letter.
_SOUNDS = (
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile("shch|sch"), "sh"),
    (re.compile("tch|tsch"), "ch"),
    (re.compile("kh"), "h"),
    (re.compile("g"), "h"),
    (re.compile("x"), "ks"),
    (re.compile("ck|q"), "k"),
    (re.compile("ph"), "f"),
    (re.compile("w"), "v"),
    (re.compile("tz|ts"), "c"),
    (re.compile("yo|io|jo"), "o"),
    (re.compile("yu|iu|ju"), "u"),
    (re.compile("ya|ia|ja"), "a"),
    (re.compile("ye|ie|je"), "e"),
    (re.compile("[yj]"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lexicon.derived
def fold(name: str) -> str:
    """A name in lower case without accents, apostrophes, possessive and leading 'the'."""
    text = unicodedata.normalize("NFKD", name.lower().translate(_PLAIN))
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"['’ʼ‘`]s\b|(?<=s)['’](?=\s|$)", "", text)
    text = re.sub("['’ʼ‘`]", "", text)
    return re.sub(r"^the ", "", re.sub(r"[^\w]+", " ", text).strip())


@lexicon.derived
def words(name: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(fold(name).split())


@lexicon.derived
def sound(word: str) -> str:
    """A folded word as it sounds, one for all its transliterations: Olexiy and Oleksii, Zelensky and Zelenskyy."""
    for spelling, letter in _SOUNDS:
        word = spelling.sub(letter, word)
    return word


@lexicon.derived
def given(word: str) -> str:
    """A folded given name as one of all its forms in related languages: Yevhen for Evgeny, Mykola for Nikolai."""
    return _given_forms().get(sound(word), sound(word))


@lexicon.derived
def is_given(word: str) -> bool:
    """Whether a folded word is a given name on the list."""
    return word in _given_names()


def is_numeral(word: str) -> bool:
    """Whether a word may be a regnal or generational numeral: the 'II' of 'Elizabeth II', not the pronoun 'I'."""
    return len(word) > 1 and _NUMERAL.fullmatch(word) is not None


@lexicon.derived
def _given_names() -> frozenset[str]:
    return frozenset(fold(name) for concept in lexicon.load().scheme("given_name") for name in concept.get("given"))


@lexicon.derived
def _given_forms() -> dict[str, str]:
    return {
        sound(fold(form)): sound(fold(concept.label))
        for concept in lexicon.load().scheme("given_form")
        for form in concept.names
    }


@lexicon.derived
def content(name: str) -> frozenset[str]:
    """The words of a body's name that tell it from others, adjectives of countries as the countries themselves."""
    told = (w for w in words(name) if w not in _SMALL and w != "affairs")
    return frozenset(_country().get(w, _AMERICAN.get(w, _singular(w))) for w in told)


@lexicon.derived
def head(name: str) -> str:
    """The word that says what a body is: 'ministry' of 'Ministry of Justice', 'foundation' of 'X Foundation'."""
    found = _WORD.findall(name)
    before = re.split(r"\s(?:of|for|on|against|without|at|in)\s", name, maxsplit=1)[0]
    left = words(before) if before != name else ()
    return (left or words(name) or ("",))[-1] if found else ""


@lexicon.derived
def initials(name: str) -> frozenset[str]:
    """The acronyms a name spells, with its small words and without them."""
    parts = [p for p in re.split(r"[^\w]+", name) if p]
    every = "".join(p[0] for p in parts).upper()
    large = "".join(p[0] for p in parts if p.lower() not in _SMALL).upper()
    return frozenset((every, large))


@lexicon.derived
def known_as(name: str) -> str:
    """The preferred label of a name that the word list knows, folded; else the folded name."""
    return _known().get(fold(name), fold(name))


@lexicon.derived
def _known() -> dict[str, str]:
    found = {}
    for concept in lexicon.load().scheme("name"):
        if concept.get("kind"):
            found.update({fold(n): fold(concept.label) for n in concept.names})
    return found


@lexicon.derived
def same_as(name: str) -> tuple[str, ...]:
    """IRIs elsewhere of what the word list knows under this name."""
    return _elsewhere().get(known_as(name), ())


@lexicon.derived
def _elsewhere() -> dict[str, tuple[str, ...]]:
    named = [concept for concept in lexicon.load().scheme("name") if concept.get("kind")]
    return {fold(concept.label): concept.same_as for concept in reversed(named)}


@lexicon.derived
def _country() -> dict[str, str]:
    return {
        fold(adjective): fold(concept.label)
        for concept in lexicon.load().scheme("name")
        for adjective in concept.get("adjective")
    }


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
