"""The reader with a tiny random network: windows, offsets, and texts that do not disturb each other."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny import TinyNetwork, tokenizer

from onrecord.encoder import Encoder, EncoderOutput
from onrecord.encoder.onnx import Temperatures

TOKENIZER = tokenizer()
TEXT = "Vera Hall told the Bridge Council that ferries would stop.\n\nNobody at the quay in Port Amsel knew why. " * 12


def reader(window: int = 40, overlap: int = 12) -> Encoder:
    return Encoder(TOKENIZER, TinyNetwork(), window, overlap)


def test_one_reading_for_each_text_in_order() -> None:
    texts = [TEXT, "", "Port Amsel", TEXT[:200]]
    assert reader().read(texts) == [reader().read([text])[0] for text in texts]


def test_a_blank_text_has_nothing() -> None:
    assert reader().read(["", " \n "]) == [EncoderOutput((), ()), EncoderOutput((), ())]


def test_a_long_text_is_read_in_windows_of_limited_size() -> None:
    network = TinyNetwork()
    Encoder(TOKENIZER, network, 40, 12).read([TEXT])
    assert len(network.lengths) > 5 and max(network.lengths) <= 42


def test_twice_the_text_takes_twice_the_windows() -> None:
    once, twice = TinyNetwork(), TinyNetwork()
    Encoder(TOKENIZER, once, 40, 12).read([TEXT])
    Encoder(TOKENIZER, twice, 40, 12).read([TEXT * 2])
    assert len(twice.lengths) <= 2 * len(once.lengths) + 1


def test_names_do_not_cross_lines() -> None:
    assert not any("\n" in TEXT[n.start : n.end] for n in reader().read([TEXT])[0].names)


def in_hundredths(score: float) -> bool:
    return score == round(score, 2)


def test_a_higher_temperature_lowers_scores_and_changes_no_span() -> None:
    warm = TinyNetwork()
    warm.temperatures = Temperatures(names=3.0, roles=3.0)
    cold, found = reader().read([TEXT])[0], Encoder(TOKENIZER, warm, 40, 12).read([TEXT])[0]
    assert [(n.start, n.end, n.label) for n in found.names] == [(n.start, n.end, n.label) for n in cold.names]
    assert [a.contents for a in found.attributions] == [a.contents for a in cold.attributions]
    assert sum(name.score for name in found.names) < sum(name.score for name in cold.names)
    assert sum(a.score for a in found.attributions) < sum(a.score for a in cold.attributions)


@settings(deadline=None)
@given(st.text(max_size=120))
def test_spans_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    found = reader().read([text])[0]
    ends = 0
    for name in found.names:
        assert ends <= name.start < name.end <= len(text) and 0 <= name.score <= 1 and in_hundredths(name.score)
        ends = name.end
    for attribution in found.attributions:
        assert 0 <= attribution.score <= 1 and in_hundredths(attribution.score)
        for span in filter(None, (attribution.source, attribution.cue, *attribution.contents)):
            assert 0 <= span.start < span.end <= len(text)


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"encoder\.onnx"):
        Encoder.load(tmp_path)
