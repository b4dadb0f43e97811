"""The ranker of candidate actions: what words tell beside what the encoder reads."""

import json

import pytest
from framed import framed
from marked import doc_of
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.encoder.spans import Chance
from onrecord.extract.frames import FIGURE, Frames
from onrecord.extract.quantities import bases
from onrecord.extract.quantities.action_candidates import Candidate, Candidates, Told
from onrecord.extract.quantities.action_ranker import Actions, Ranker, fitted
from onrecord.extract.quantities.event_lexicon import EventLexicon
from onrecord.extract.trees import Trees
from onrecord.lexicon import lexicon

TEXT = "Nobody saw the 14 pupils again."
READ = {"feature": [1, 0, 0], "threshold": [60, 0, 0], "low": [1, 1, 2], "high": [2, 1, 2], "score": [0, 0, 900]}
UNTOLD, TOLD = Told("other", bases.UNTOLD_ACTION), Told("killed", bases.TOLD_ACTION)


@pytest.fixture
def doc(nlp: Language) -> Doc:
    return framed(doc_of(nlp, TEXT), "14", FIGURE, 0.97, attributes={"action": Chance("missing", 0.9)})


def pupils(doc: Doc) -> list[Candidate]:
    anchor = next(token for token in doc if token.text == "pupils")
    frame = Frames(doc).over(doc.text.index("14"), doc.text.index("14") + 2)
    assert frame is not None
    return Candidates(doc, EventLexicon(lexicon.load())).of(anchor, UNTOLD, frame)


def test_what_is_told_and_what_the_encoder_reads_are_candidates(doc: Doc) -> None:
    assert [candidate.action for candidate in pupils(doc)] == ["missing", "other"]


def test_a_candidate_has_how_sure_the_encoder_is_and_how_often_words_tell_it(doc: Doc) -> None:
    missing, other = pupils(doc)
    assert (missing.features["read"], missing.features["ahead"], missing.features["told"]) == (90, 90, 0)
    assert (other.features["read"], other.features["ahead"], other.features["told"]) == (0, -90, 1)
    assert (missing.features["distance"], missing.features["in_article"]) == (60, 0)


def test_another_action_must_rank_higher_by_a_margin(doc: Doc) -> None:
    ranker = Ranker(("missing", "other"), Trees(("action", "read"), [READ]))
    assert ranker.best(pupils(doc), UNTOLD) == "missing"
    low = Ranker(("missing", "other"), Trees(("action", "read"), [{**READ, "score": [0, 0, 200]}]))
    assert low.best(pupils(doc), UNTOLD) == "other"


def test_words_that_tell_what_happened_go_before_the_encoder(doc: Doc) -> None:
    events, frame = EventLexicon(lexicon.load()), next(iter(Frames(doc)))
    assert Actions(doc, events).decided(doc[0], TOLD, frame) == "killed"


def test_an_action_that_only_a_user_has_stays(doc: Doc) -> None:
    events, frame = EventLexicon(lexicon.load()), next(iter(Frames(doc)))
    assert Actions(doc, events).decided(doc[0], Told("towed", bases.EARLIER_ACTION), frame) == "towed"


def test_a_ranker_is_read_from_json() -> None:
    held = json.loads(json.dumps({"actions": ["missing"], "features": ["action", "read"], "trees": [READ]}))
    assert Ranker.of(held).scores([Candidate("missing", {"read": 90})]) == [900]


def test_the_fitted_ranker_knows_the_actions_of_the_word_list(doc: Doc) -> None:
    assert set(fitted().actions) == {concept.term for concept in lexicon.load().scheme("action")}
    assert set(fitted().features) == {"action", *pupils(doc)[0].features}
