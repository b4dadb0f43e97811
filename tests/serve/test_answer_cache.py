"""Answers that are kept."""

from onrecord.serve.answer_cache import KeptAnswer, KeptAnswers


def answer(length: int) -> KeptAnswer:
    return KeptAnswer("text/csv", b"x" * length)


def test_an_answer_is_kept() -> None:
    answers = KeptAnswers()
    assert answers.get("a") is None
    answers.put("a", answer(1))
    assert answers.get("a") == answer(1)


def test_the_one_asked_for_longest_ago_makes_room() -> None:
    answers = KeptAnswers(most=10)
    answers.put("a", answer(4))
    answers.put("b", answer(4))
    answers.get("a")
    answers.put("c", answer(4))
    assert [key for key in "abc" if answers.get(key)] == ["a", "c"]


def test_a_new_answer_takes_the_place_of_the_old_one() -> None:
    answers = KeptAnswers(most=10)
    for _ in range(5):
        answers.put("a", answer(6))
    answers.put("b", answer(4))
    assert answers.get("a") and answers.get("b")


def test_what_is_too_long_is_not_kept() -> None:
    answers = KeptAnswers(most=10)
    answers.put("a", answer(11))
    assert answers.get("a") is None
