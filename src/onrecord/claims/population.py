"""Of whom a figure speaks, in a form that can be compared: figures of different populations do not contradict."""

import re

from onrecord.lexicon import lexicon

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SMALL = frozenset(
    {"of", "from", "in", "to", "the", "a", "an", "and", "or", "by", "with", "for", "under", "at", "on", "who"}
)
_IRREGULAR = {"children": "child", "people": "person", "women": "woman", "men": "man"}
_ADVERB = "ly"  # 'forcibly deported': how it was done is not who they are


def population(counted: str, head: str) -> str:
    """What is counted: the head noun's lemma, then its qualifiers in order, all in lower case: 'child | ukrainian'.

    Words that say what happened to them ('deported', 'missing') are left out: the figure's action says it.
    """
    words = (word.lower() for word in _WORD.findall(counted))
    kept = {
        word
        for word in words
        if word not in _SMALL and not word.endswith(_ADVERB) and not _same_noun(word, head) and not _says_action(word)
    }
    return " | ".join((head.lower(), *sorted(kept - set(head.lower().split()))))


def _same_noun(word: str, head: str) -> bool:
    """Whether the word is the head noun, in the singular or a plural."""
    return head in (word, _IRREGULAR.get(word), word.removesuffix("s"), word.removesuffix("es"), f"{word[:-3]}y")


def _says_action(word: str) -> bool:
    return word in _action_words() or any(
        word in (f"{verb}ed", f"{verb}d", f"{verb}ing") for verb in _verbs() if verb[:2] == word[:2]
    )


@lexicon.derived
def _verbs() -> frozenset[str]:
    return frozenset(
        verb for action in lexicon.load().scheme("action") for verb in action.get("verb") if " " not in verb
    )


@lexicon.derived
def _action_words() -> frozenset[str]:
    actions = lexicon.load().scheme("action")
    return frozenset(word for action in actions for word in (action.term, *action.get("adjective")))
