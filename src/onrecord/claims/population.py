"""Of whom a figure speaks, in a form that can be compared: figures of different populations do not contradict."""

import re

from onrecord.lexicon import lexicon
from onrecord.values.population import Population

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SMALL = frozenset(
    "of from in to the a an and or by with for under at on who whom which that this these those there "
    "its their our his her my your all both each any no such".split()
)
_IRREGULAR = {"children": "child", "people": "person"}
_PLURALS = (("men", "man"), ("ies", "y"), ("ves", "fe"), ("ves", "f"), ("es", ""), ("s", ""))
_OF_ONE_GROUP = re.compile(
    r"(?:of (?:them|whom|these|those|the \w+)\b\W*)?(?:\b(?:who|that|was|were|is|are|came|come|all|both|\w+ed)\b\W*)*"
    r"\b(?:from|of|belong(?:ed|ing|s)? to) (?:one|(?:a|the) (?:single|same))(?: \w+)?? "
    r"(?P<group>family|household|house|home|village|town|community|clan|class|school|unit|company|crew|team|bus|car)\b",
    re.IGNORECASE,
)
_ADVERB = "ly"  # 'forcibly deported': how it was done is not who they are


def population(counted: str, head: str) -> Population:
    """What is counted: the head noun's lemma and its qualifiers, in lower case.

    Words that say what happened to them ('deported', 'missing') are left out: the figure's action says it.
    """
    words = (word.lower() for word in _WORD.findall(counted))
    kept = {
        word
        for word in words
        if word not in _SMALL and not word.endswith(_ADVERB) and not _same_noun(word, head) and not action_said(word)
    }
    return Population(head.lower(), frozenset(kept - set(head.lower().split())))


def group_told(counted: str, after: str) -> str:
    """The group of which all those counted are, by the words after the number: 'four victims from a single family'.

    They are a part of those to whom it happened, however many there were.
    """
    found = _OF_ONE_GROUP.match(after.strip().removeprefix(counted).lstrip())
    return found["group"].lower() if found is not None else ""


def _same_noun(word: str, head: str) -> bool:
    """Whether the word is the head noun, in the singular or a plural."""
    singular = (word[: -len(end)] + ending for end, ending in _PLURALS if word.endswith(end))
    return head in (word, _IRREGULAR.get(word), word.replace("ee", "oo"), *singular)


@lexicon.derived
def actions_said(counted: str) -> frozenset[str]:
    """What the words for those counted say happened to them: of 'deported children' that they were deported."""
    return frozenset(filter(None, (action_said(word.lower()) for word in _WORD.findall(counted))))


def action_said(word: str) -> str:
    """The action that an adjective or a participle says of those counted; '' of any other word."""
    return _action_words().get(word, "")


@lexicon.derived
def _action_words() -> dict[str, str]:
    words: dict[str, str] = {}
    for action in lexicon.load().scheme("action"):
        verbs = (verb for verb in action.get("verb") if " " not in verb)
        forms = (f"{verb}{end}" for verb in verbs for end in ("ed", "d", "ing"))
        words |= dict.fromkeys((*forms, action.term, *action.get("adjective")), action.term)
    return words
