"""Kinds of official acts, and standings: what sets one apart from another, as `ontology/acts.ttl` has it."""

from collections.abc import Mapping

from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Concept
from onrecord.values.findings import Kind

BODIES = (Kind.ORGANIZATION, Kind.COURT)
PARTIES = (*BODIES, Kind.PLACE)  # those that can agree with each other
_UNSTAGED = "3"  # a standing that says nothing of its stage comes after that of acts just done


@lexicon.derived
def kinds_of_act() -> Mapping[str, Concept]:
    """The kinds of acts by their terms."""
    return {concept.term: concept for concept in lexicon.load().scheme("act")}


@lexicon.derived
def has(kind: str, feature: str) -> bool:
    """Whether a kind of act has a feature: 'mutual', 'byVote', 'accuses', 'listsTargets'; an unknown one has none."""
    return kind in kinds_of_act() and kinds_of_act()[kind].one(feature) == "true"


@lexicon.derived
def of_courts(kind: str) -> bool:
    """Whether nobody but courts can make it."""
    return kinds_of_act()[kind].get("madeBy") == (Kind.COURT,)


@lexicon.derived
def makers(kind: str) -> tuple[Kind, ...]:
    """What its maker can be named as: a court's chamber is an organization by its name."""
    return BODIES if of_courts(kind) else _kinds(kind, "madeBy") or BODIES


@lexicon.derived
def targets(kind: str) -> tuple[Kind, ...]:
    """Whom it can be against; nobody where no words tell."""
    told = any(kinds_of_act()[kind].get(key) for key in ("towards", "naming", "deed"))
    return _kinds(kind, "doneTo") or (tuple(Kind) if told and not has(kind, "mutual") else ())


@lexicon.derived
def petitioners(kind: str) -> tuple[Kind, ...]:
    """Who can ask for it formally."""
    return (*PARTIES, *_kinds(kind, "askedBy"))


def _kinds(kind: str, key: str) -> tuple[Kind, ...]:
    return tuple(map(Kind, kinds_of_act()[kind].get(key)))


# Standings ------------------------------------------------------------------------------------------------------------


@lexicon.derived
def comes_about(standing: str) -> bool:
    """Whether an act of the standing has come about; one that is only asked for or turned down has not."""
    return all(s.one("comesAbout") != "false" for s in lexicon.load().scheme("standing") if s.term == standing)


@lexicon.derived
def asked_for(standing: str) -> bool:
    """Whether an act of the standing is one that somebody asks for."""
    return any(s.get("asking") for s in lexicon.load().scheme("standing") if s.term == standing)


@lexicon.derived
def stage(standing: str) -> float:
    """The place of a standing in the course of an act."""
    return next(float(s.one("stage", _UNSTAGED)) for s in lexicon.load().scheme("standing") if s.term == standing)


@lexicon.derived
def usual_standing() -> str:
    """How acts stand of which a text says nothing else."""
    return next(s.term for s in lexicon.load().scheme("standing") if s.one("usual") == "true")


@lexicon.derived
def standing_by(key: str) -> Mapping[str, str]:
    """The words under a property of standings, each with the standing that it gives."""
    return {word: concept.term for word, concept in lexicon.load().by_word("standing", key).items()}


@lexicon.derived
def in_part(effect: str) -> str:
    """The effect on an act as a whole of one on some of those it is against."""
    return next(c.one("inPart", effect) for c in lexicon.load().scheme("effect") if c.term == effect)
