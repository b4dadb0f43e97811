"""Names that the word list knows, wherever the text writes them in full."""

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.ner.candidates import Candidate
from onrecord.extract.ner.tokens import GRAMMAR, Words, match, phrases
from onrecord.lexicon.lexicon import Concept
from onrecord.values.findings import Kind

_OF = frozenset(("da", "de", "del", "do", "dos"))


def kind_of(concept: Concept) -> Kind | None:
    """What a concept of a word list stands for; None for what is nobody's name."""
    kind = concept.one("kind")
    return Kind(kind) if kind else None


@Language.component("onrecord_name_known", requires=["doc._.words"], assigns=["doc._.names"])
def known(doc: Doc) -> Doc:
    """Make candidates of the names that `ontology/names.ttl` lists."""
    doc._.names = tuple(_found(doc._.words))
    return doc


def _found(words: Words) -> list[Candidate]:
    table = phrases("name", "names", "nobody")
    found, i = [], 0
    while i < len(words):
        hit = match(table, words.lower, i, len(words)) if words.text[i][0].isupper() and i not in words.labels else None
        if hit is None or not _whole(words, i, hit[0]) or not _cased(words, i, hit):
            i += 1
            continue
        stop, concept = hit
        candidate = Candidate(i, stop, firm=True)
        candidate.vote(kind_of(concept), 8.0, "word list")
        found.append(candidate)
        i = stop
    return found


def _whole(words: Words, start: int, stop: int) -> bool:
    """Whether no capitalised word touches the name: 'United Nations' is not all of 'United Nations Population Fund'."""
    general = stop - start == 1 and words.lower[start] in phrases("name_word", "body")  # 'the Czech Senate'
    if start > 1 and words.lower[start - 1] in _OF and words.name(start - 2):
        return False  # 'Santa Rosa de Lima'
    before = start > 0 and words.name(start - 1) and (general or not words.nationality(start - 1))
    after = stop < len(words) and words.name(stop)
    hyphen = stop < len(words) and words.glued[stop - 1] and words.text[stop] == "-" and stop + 1 < len(words)
    return not before and not after and not (hyphen and words.capital[stop + 1])


def _cased(words: Words, start: int, hit: tuple[int, Concept]) -> bool:
    """Whether the text writes the words as a name is written: 'US' is not 'us', 'Turkey' not 'TURKEY' by chance."""
    stop, concept = hit
    if stop - start > 1:
        return words.text[stop - 1][0].isupper() or words.text[stop - 1] in ("'s", "’s")
    text = words.text[start]
    if text.isupper() and words.lower[start] in GRAMMAR and words.line[start] in words.loud:
        return words.lower[start - 1] == "the" or words.line[start - 1] != words.line[start]  # 'LOOKING FOR US'
    listed = (*concept.names, *concept.get("nobody"))
    return text in listed or (text.isupper() and text.title() in listed)
