"""Figures and acts on their way to the network: marked texts, labels and windows say what the annotation says."""

from pathlib import Path

import pytest
import train
from parsed import parsed
from tiny import tokenizer
from train import frame_documents
from train.corpora import Place
from train.examples import IGNORED
from train.frame_documents import AnnotatedFrame, Answer, FrameDocument
from train.frame_examples import FrameExample, Number, examples
from train.frame_labels import ANNOTATED_STANDINGS, FIGURE, LABELS, OF_ACTS, OF_FIGURES, OUTSIDE
from train.frame_markup import FILLERS, MarkupError, parse, read
from train.projected_frames import ReadArticle, guided_frames, marked_frames

from onrecord.lexicon import lexicon
from onrecord.values.findings import DateExpression, Evidence, Form, Kind, Mention

TOKENIZER = tokenizer()
TEXTS = sorted((Path(train.__file__).parent / "texts").glob("*.txt"))
MARKED = (
    "date 2024-05-01\nOn <on i=1>Monday</on> <by i=1>the court</by> <t i=1 k=Judgment s=overturned>jailed</t> "
    "<to i=1>Ida Bor</to> and <to i=1>Amsel</to>. <src i=2>Police</src> found <n i=2 a=killed s=total f=fact>nine</n> "
    "<c i=2>boys</c>."
)
TEXT = "Police found nine boys in Amsel on Monday."


def terms(scheme: str) -> set[str]:
    return {concept.term for concept in lexicon.load().scheme(scheme)}


def place(words: str, text: str = TEXT) -> Place:
    return text.index(words), text.index(words) + len(words)


def figure(**roles: tuple[Answer, ...]) -> AnnotatedFrame:
    return AnnotatedFrame("figure", place("nine"), place("nine"), {"action": "killed"}, roles)


def window(*frames: AnnotatedFrame, figures: bool = True, acts: bool = True, text: str = TEXT) -> FrameExample:
    document = FrameDocument("one/1", text, (place("nine", text),), frames, figures, acts)
    (found,) = examples(document, TOKENIZER, 50, 9)
    return found


def piece(words: str) -> int:
    """The first piece of a word, counted with the mark at the beginning: all words of `TEXT` are of one piece."""
    return TEXT[: TEXT.index(words)].count(" ") + 1


# Marked texts.


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_text_of_ours_is_well_formed(path: Path) -> None:
    texts = read(path)
    assert len(texts) > 100
    for text in texts:
        assert all(text.text[a:b] == text.text[a:b].strip() != "" for a, b in (one.place for one in text.marked))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_texts_of_ours_are_marked_by_the_terms_of_the_ontology(path: Path) -> None:
    marked = [one for text in read(path) for one in text.marked]
    assert {m.attributes["k"] for m in marked if m.name == "t"} <= terms("act")
    standings = {m.attributes["s"] for m in marked if m.name == "t"}
    assert {ANNOTATED_STANDINGS.get(s, s) for s in standings} <= set(LABELS.attributes["standing"])
    for key, attribute in (("a", "action"), ("s", "scope"), ("f", "factuality")):
        assert {m.attributes[key] for m in marked if m.name == "n"} <= terms(attribute)


def test_tags_are_taken_out_and_what_they_mark_keeps_its_place() -> None:
    text = parse(MARKED)
    assert text.published == "2024-05-01"
    assert "<" not in text.text
    assert [text.text[a:b] for a, b in text.fillers("1", "target")] == ["Ida Bor", "Amsel"]
    assert [text.text[a:b] for a, b in text.fillers("2", "counted")] == ["boys"]
    assert text.fillers("2", "target") == ()


def test_tags_nest_and_belong_to_several_frames() -> None:
    text = parse("<by i=1,2>court of <to i=2>Amsel</to></by> <t i=1 k=Law s=issued>a</t> <t i=2 k=Law s=issued>b</t>")
    assert text.fillers("1", "maker") == text.fillers("2", "maker") == ((0, 14),)
    assert text.fillers("1", "target") == ()


@pytest.mark.parametrize(
    "text",
    [
        "<t i=1 k=Law s=issued>passed",
        "passed</t>",
        "<t i=1 k=Law s=issued>a <by i=1>b</t></by>",
        "<by i=2>it</by> <t i=1 k=Law s=issued>passed</t>",
        "<t i=1 k=Law>passed</t>",
        "<n i=1 a=killed s=total>nine</n>",
        "<name i=1>nine</name>",
        "<by i=1 >it</by>",
    ],
)
def test_text_that_is_not_well_formed_is_an_error(text: str) -> None:
    with pytest.raises(MarkupError, match="courts"):
        parse(text, "courts")


# Labels.


def test_labels_are_the_terms_of_the_ontology() -> None:
    assert set(LABELS.tags[FIGURE + 1 :]) == terms("act")
    for attribute in ("action", "scope", "factuality"):
        assert set(LABELS.attributes[attribute]) == terms(attribute)
    assert set(LABELS.attributes["standing"]) < terms("standing")


def test_each_attribute_and_role_is_of_figures_or_of_acts() -> None:
    assert sorted((*OF_FIGURES, *OF_ACTS)) == sorted((*LABELS.attributes, *LABELS.roles))
    assert set(FILLERS.values()) - {""} == set(LABELS.roles)


# From annotation to words.


def article(*dates: tuple[str, str]) -> ReadArticle:
    rows = [
        *("Police NNS nsubj 1", "found/find VBD ROOT 1", "nine CD nummod 3", "boys NNS dobj 1", "in IN prep 1"),
        *("Amsel NNP pobj 4", "on IN prep 1", "Monday NNP pobj 6", ". . punct 1"),
    ]
    doc = parsed(*rows)
    at = doc.text.index("Police")
    doc._.mentions = (Mention(Evidence(at, at + 6, "Police"), Form.NAME, Kind.ORGANIZATION, "Police"),)
    doc._.dates = tuple(
        DateExpression(Evidence(*place(words, doc.text), words), value, value, value, "set") for words, value in dates
    )
    return ReadArticle(doc, "2024-05-01")


FACTS = {
    "people": [],
    "organizations": [{"name": "City Police", "aliases": ["the police"]}],
    "places": [],
    "figures": [],
    "acts": [],
}
NINE = {"text": "nine", "at": "found  nine boys", "counted": "missing boys", "action": "killed", "scope": "total"}
NINE |= {"asOf": "2024-04-29", "reportedBy": "City Police"}


def test_annotated_figure_points_to_words() -> None:
    read_article = article(("Monday", "2024-04-29"))
    (found,) = guided_frames(read_article, FACTS | {"figures": [NINE]})
    text = read_article.text
    assert (found.kind, text[slice(*found.head)]) == ("figure", "nine")
    assert found.attributes == {"action": "killed", "scope": "total"}
    for role, words in (("counted", "boys"), ("source", "Police"), ("date", "Monday")):
        assert found.roles[role] == (Answer((place(words, text),)),), role
    assert "where" not in found.roles


def test_day_of_publication_need_not_be_told_and_no_source_is_none() -> None:
    (found,) = guided_frames(article(), FACTS | {"figures": [NINE | {"asOf": "2024-05-01", "reportedBy": None}]})
    assert found.roles["date"] == found.roles["source"] == (Answer(none=True),)


def test_other_day_that_no_words_give_is_not_known() -> None:
    (found,) = guided_frames(article(), FACTS | {"figures": [NINE]})
    assert found.roles["date"] == (Answer(),)


def test_annotation_whose_words_are_not_in_the_text_is_left_out() -> None:
    assert not [*guided_frames(article(), FACTS | {"figures": [NINE | {"at": "nine girls"}]})]


def test_annotated_act_stands_at_each_of_its_mentions() -> None:
    told = {"type": "Judgment", "by": None, "against": ["Nobody Named"], "date": None, "standing": "overturned"}
    told |= {"trigger": "found", "at": "Police found", "more": [{"trigger": "in Amsel", "at": "boys in Amsel"}]}
    read_article = article()
    found = [*guided_frames(read_article, FACTS | {"acts": [told]})]
    assert [read_article.text[slice(*f.head)] for f in found] == ["found", "in"]
    assert {f.attributes["standing"] for f in found} == {"withdrawn"}
    assert found[0].roles == {"maker": (Answer(none=True),), "target": (Answer(),), "actDate": (Answer(none=True),)}


def test_marked_text_points_to_what_is_marked() -> None:
    read_article = article()
    marked = parse(
        "<by i=2>Police</by> <t i=2 k=Charge s=sought>found</t> <n i=1 a=missing s=total f=fact>nine</n> "
        "<c i=1>boys</c> in <w i=1>Amsel</w> on Monday ."
    )
    assert marked.text == read_article.text.strip()
    figure, act = marked_frames(read_article, marked)
    text = read_article.text
    assert figure.attributes == {"action": "missing", "scope": "total", "factuality": "fact"}
    assert figure.roles["where"] == (Answer((place("Amsel", text),)),)
    assert figure.roles["source"] == figure.roles["date"] == (Answer(none=True),)
    assert (act.kind, act.attributes["standing"]) == ("Charge", "sought")
    assert act.roles["maker"] == (Answer((place("Police", text),)),)


def test_documents_go_through_the_file_and_back(tmp_path: Path) -> None:
    documents = [
        FrameDocument("one/1", TEXT, (place("nine"),), (figure(counted=(Answer((place("boys"),)),)),), figures=True),
        FrameDocument("two/2", "“Né”", ()),
    ]
    frame_documents.write(tmp_path / "documents.jsonl", documents)
    assert frame_documents.read(tmp_path / "documents.jsonl") == documents


# From words to windows.


def test_figure_is_tagged_and_asked_for_its_attributes_and_fillers() -> None:
    found = window(figure(counted=(Answer((place("boys"),)),), source=(Answer(none=True),), where=(Answer(),)))
    assert found.tags[piece("nine")] == FIGURE
    assert found.triggers[piece("nine")] == OUTSIDE
    (target,) = found.targets
    assert target.piece == piece("nine")
    assert target.attributes == (("action", LABELS.attributes["action"].index("killed")),)
    assert target.fillers == ((0, (piece("boys") + 1,)), (1, (0,)))


def test_number_without_a_frame_is_no_figure_where_figures_are_annotated() -> None:
    assert window().numbers == (Number(piece("nine"), figure=False, by_rules=False),)
    assert window().tags[piece("nine")] == OUTSIDE


def test_what_is_not_annotated_is_not_scored() -> None:
    without_figures, without_acts = window(figures=False), window(acts=False)
    assert without_figures.tags[piece("nine")] == IGNORED and without_figures.tags[piece("found")] == OUTSIDE
    assert without_figures.numbers == (Number(piece("nine"), figure=None, by_rules=False),)
    assert without_acts.tags[piece("nine")] == OUTSIDE and without_acts.tags[piece("found")] == IGNORED
    assert set(without_acts.triggers.tolist()) == {IGNORED}


def test_of_a_trigger_of_several_words_the_head_alone_is_scored() -> None:
    act = AnnotatedFrame("Law", place("found"), place("found nine boys"), {}, {})
    found = window(act, figures=False)
    assert found.tags[piece("found")] == LABELS.tags.index("Law")
    assert found.tags[piece("boys")] == IGNORED and found.tags[piece("Amsel")] == OUTSIDE


def test_each_filler_of_a_role_is_asked_for() -> None:
    targets = (Answer((place("Police"), place("boys"))), Answer((place("Amsel"),)))
    (target,) = window(AnnotatedFrame("Law", place("found"), place("found"), {}, {"target": targets})).targets
    of_targets = LABELS.roles.index("target")
    both = (piece("Police") + 1, piece("boys") + 1)
    assert target.fillers == ((of_targets, both), (of_targets, (piece("Amsel") + 1,)))


def test_word_of_two_windows_is_learnt_in_one() -> None:
    text = " ".join(["So it was."] * 6 + ["Police found nine boys."] + ["So it was."] * 6)
    nine = place("nine", text)
    frame = AnnotatedFrame("figure", nine, nine, {"action": "killed"}, {"counted": (Answer((place("So", text),)),)})
    document = FrameDocument("one/1", text, (nine,), (frame,), figures=True, acts=True)
    found = examples(document, TOKENIZER, 31, 14)
    assert sum(TOKENIZER.token_to_id("nine") in e.ids for e in found) == 2
    assert [len(e.targets) for e in found].count(1) == [len(e.numbers) for e in found].count(1) == 1
    assert sum((e.tags == FIGURE).sum() for e in found) == 1
