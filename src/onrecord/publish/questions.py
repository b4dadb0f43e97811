"""The questions that a release answers: all that do not ask when the store was built."""

from onrecord.answers.ask import NamedQuery, named_queries

_OF_BUILDS = "onr:firstOnRecord"  # what says since when something is on record is no part of a release


def questions() -> list[NamedQuery]:
    """The named queries of a release, by name in alphabetical order."""
    return [query for query in named_queries().values() if _OF_BUILDS not in query.text]
