"""Who speaks for which body."""

import pytest

from onrecord.linking.spokespeople import Post, bodies_spoken_for


def spoken_for(title: str, *reporting: str, body: str = "", place: str = "") -> frozenset[str]:
    posts = [Post("person/x", title, body, place)]
    return bodies_spoken_for(posts, {name: name for name in reporting}).get("person/x", frozenset())


def test_whoever_holds_a_post_in_a_body_speaks_for_it() -> None:
    assert spoken_for("head of operations", body="body/directorate") == {"body/directorate"}


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Prosecutor General", "Office of the Prosecutor General"),
        ("Ukrainian Prosecutor General", "Office of the Prosecutor General of Ukraine"),
        ("foreign minister", "Ministry of Foreign Affairs"),
        ("Minister of Justice of Ukraine", "Ministry of Justice"),
        ("president", "Office of the President"),
    ],
)
def test_a_title_may_name_the_body(title: str, body: str) -> None:
    assert spoken_for(title, body, "Save the Lakes") == {body}


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("minister", "Ministry of Justice"),
        ("minister", "Ministry"),
        ("general", "Office of the Prosecutor General"),
        ("deputy minister of justice", "Office of the President"),
        ("president", "President Hotels"),
        ("lawyer", "Bar Watch"),
        ("justice minister", "Ministry of Justice of Ukraine"),  # of which state?
    ],
)
def test_a_title_that_could_be_of_any_does_not(title: str, body: str) -> None:
    assert spoken_for(title, body) == frozenset()


def test_a_body_of_a_state_is_that_of_its_minister() -> None:
    assert spoken_for("justice minister", "Ministry of Justice of Ukraine", place="Ukraine")
    assert not spoken_for("justice minister", "Ministry of Justice of Ukraine", place="Poland")
