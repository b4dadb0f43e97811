"""Kinds of events, as the word list sets them apart."""

from onrecord.lexicon import event_kinds


def test_a_kind_is_related_to_those_wider_than_it() -> None:
    assert event_kinds.wider("bombing") == {"bombing", "attack", "explosion", "incident"}
    assert event_kinds.related("attack", "bombing")
    assert event_kinds.related("bombing", "incident")
    assert not event_kinds.related("bombing", "shooting")
    assert not event_kinds.related("election", "incident")
    assert event_kinds.narrower("bombing", "attack") == event_kinds.narrower("attack", "bombing") == "bombing"


def test_a_kind_befalls_some_and_counts_others() -> None:
    assert "killed" in event_kinds.befalls("fire")
    assert "exchanged" not in event_kinds.befalls("fire")
    assert "seat" in event_kinds.counts("election")
    assert event_kinds.told_by("exchanged") == "exchange"
    assert event_kinds.told_by("killed") == ""


def test_scopes_of_one_occasion_and_of_many() -> None:
    assert event_kinds.of_occasion("increment")
    assert not event_kinds.of_occasion("total")
    assert event_kinds.accumulates("total")
    assert not event_kinds.accumulates("unspecified")
