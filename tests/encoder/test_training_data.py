"""Annotated text on its way to the network: nothing moves a name off its words."""

from random import Random

import pytest
from tiny import tokenizer
from train import augment
from train.corpora import NamesDocument, Said, Sentence, detokenize
from train.examples import IGNORED, examples, label_names, label_roles
from train.invented import acronym, person
from train.written import article

from onrecord.encoder.word_pieces import SEP

TOKENIZER = tokenizer()
SENTENCE = Sentence("Ida Bor met Amsel Steel in Riverton.", ((0, 7, "PERSON"), (12, 23, "ORG"), (27, 35, "PLACE")))
NAMES = ["Ida Bor", "Amsel Steel", "Riverton"]


def found(sentence: Sentence) -> list[str]:
    return [sentence.text[a:b] for a, b, _ in sentence.names]


@pytest.mark.parametrize("words", ['He said , " no . "', "The ( late ) king 's son", "$ 5 , or 4 %", "n't it"])
def test_joined_words_keep_their_places(words: str) -> None:
    text, places = detokenize(words.split())
    assert [text[a:b] for a, b in places] == words.split()


def test_closing_marks_stand_close() -> None:
    assert detokenize('" Go , " he said ( twice ) .'.split())[0] == '"Go," he said (twice).'


@pytest.mark.parametrize("seed", range(6))
def test_augmentation_keeps_names_on_their_words(seed: int) -> None:
    rng = Random(seed)
    assert found(augment.bulleted(SENTENCE, rng)) == NAMES
    assert found(augment.titled(SENTENCE, rng)) == NAMES
    assert found(augment.datelined(SENTENCE, rng))[-3:] == NAMES
    assert [n.lower() for n in found(augment.headline(SENTENCE, rng))] == [n.lower() for n in NAMES]
    renamed = augment.renamed(NamesDocument("one", (SENTENCE,)), rng).sentences[0]
    assert found(renamed)[1:] == NAMES[1:] and renamed.text.startswith(found(renamed)[0])


@pytest.mark.parametrize("seed", range(20))
def test_our_own_sentences_are_filled_and_marked(seed: int) -> None:
    text, names = augment.laid_out(article(Random(seed)), Random(seed))
    assert "{" not in text and names
    assert all(text[a:b] == text[a:b].strip(" ,.") or text[b - 1] == "." for a, b, _ in names)


@pytest.mark.parametrize("seed", range(60))
def test_short_form_of_a_person_is_part_of_the_whole_name(seed: int) -> None:
    someone = person(Random(seed))
    assert someone.short in someone.full and not set("[]~") & set(someone.full)


@pytest.mark.parametrize("seed", range(6))
def test_body_keeps_one_other_name_and_its_acronym(seed: int) -> None:
    first = Sentence("Bor Dun Steel paid.", ((0, 13, "ORG"),))
    then = Sentence("So BDS and Bor Dun Steel left Riverton.", ((3, 6, "ORG"), (11, 24, "ORG"), (30, 38, "PLACE")))
    changed = augment.reorganized(NamesDocument("one", (first, then)), Random(seed)).sentences
    (name,), (short, again, town) = found(changed[0]), found(changed[1])
    assert name != "Bor Dun Steel" and name.lower() == again.lower() and town == "Riverton"
    assert short == acronym(again)


@pytest.mark.parametrize("seed", range(9))
def test_other_capitals_move_no_name(seed: int) -> None:
    changed = augment.recased(NamesDocument("one", (SENTENCE,)), Random(seed)).sentences[0]
    assert [n.lower() for n in found(changed)] == [n.lower() for n in NAMES]


def test_tags_stand_on_first_pieces() -> None:
    labelled = label_names(SENTENCE.text, SENTENCE.names, TOKENIZER)
    assert labelled.names is not None
    tags = [labelled.names[head] for head in labelled.pieces.heads]
    assert tags == [1, 2, 0, 3, 4, 0, 5, 0]
    assert all(labelled.names[i] == IGNORED for i in range(len(labelled.names)) if i not in labelled.pieces.heads)


def test_links_lead_from_a_content_to_its_cue_and_source() -> None:
    text = "Ida said it rains."
    labelled = label_roles(text, [Said(((0, 3),), ((4, 8),), ((9, 17),)), Said((), (), ((4, 8),))], TOKENIZER)
    window = next(examples(labelled, 50, None))
    assert window.links == [(3, 3, 2), (2, 0, 0)]
    assert window.ids[-1] == SEP and window.names.tolist() == [IGNORED] * len(window.ids)
