"""A short guide for whoever annotates a sample, with the terms of the word lists in force."""

from pathlib import Path

from onrecord.lexicon import lexicon

_SCHEMES = {"hedge": "hedge", "action": "action", "scope": "scope", "factuality": "factuality", "type of an act": "act"}


def guide() -> str:
    """The guide, in Markdown."""
    lists = lexicon.load()
    terms = {name: sorted(concept.term for concept in lists.scheme(scheme)) for name, scheme in _SCHEMES.items()}
    rows = (f"| {name} | {', '.join(f'`{term}`' for term in some)} |" for name, some in terms.items())
    return Path(__file__).with_suffix(".md").read_text("utf-8").replace("TERMS", "\n".join(rows))
