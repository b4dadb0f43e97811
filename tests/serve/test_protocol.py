"""What requests ask for, by the SPARQL 1.1 Protocol."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.serve.errors import RefusedError
from onrecord.serve.protocol import FORM, QUERY, UPDATE, Dataset, Describe, Query, Update, read_get, read_post

DATASET = [
    ("default-graph-uri", "urn:a"),
    ("default-graph-uri", "urn:b"),
    ("named-graph-uri", "urn:c"),
]


def test_a_bare_get_asks_what_this_is() -> None:
    assert read_get(b"") == Describe()


def test_a_get_brings_a_query_and_its_dataset() -> None:
    url = urlencode([("query", "ASK { ?s ?p 'é +%' }"), *DATASET, ("results", "json")])
    assert read_get(url.encode()) == Query("ASK { ?s ?p 'é +%' }", Dataset(("urn:a", "urn:b"), ("urn:c",)))


def test_a_form_brings_a_query() -> None:
    body = urlencode([("query", "ASK {}"), *DATASET]).encode()
    assert read_post(b"", FORM, body) == Query("ASK {}", Dataset(("urn:a", "urn:b"), ("urn:c",)))


def test_the_dataset_may_stand_in_the_address() -> None:
    assert read_post(b"default-graph-uri=urn:a", QUERY, b"ASK {}") == Query("ASK {}", Dataset(("urn:a",)))
    assert read_post(b"default-graph-uri=urn:a", FORM, b"query=ASK%7B%7D") == Query("ASK{}", Dataset(("urn:a",)))


def test_a_post_brings_an_update() -> None:
    url = b"using-graph-uri=urn:a&using-named-graph-uri=urn:b"
    expected = Update("CLEAR ALL", Dataset(("urn:a",), ("urn:b",)))
    assert read_post(url, UPDATE, b"CLEAR ALL") == expected
    assert read_post(url, FORM, b"update=CLEAR+ALL") == expected


@pytest.mark.parametrize("kind", [f"{QUERY}; charset=utf-8", f'{QUERY}; charset="UTF-8"', QUERY.upper()])
def test_the_media_type_may_say_utf8(kind: str) -> None:
    assert read_post(b"", kind, "ASK { ?é ?p ?o }".encode()) == Query("ASK { ?é ?p ?o }")


@pytest.mark.parametrize(
    ("url", "status"),
    [
        (b"query=ASK{}&query=ASK{}", 400),
        (b"default-graph-uri=urn:a", 400),
        (b"update=CLEAR+ALL", 400),
        (b"query=ASK{}&default-graph-uri=nowhere", 400),
        (b"query=ASK{}&default-graph-uri=", 400),
        (b"query=%FF", 400),
        (b"query=\xff", 400),
        (b"&".join([b"a=b"] * 1001), 400),
    ],
)
def test_a_get_is_refused(url: bytes, status: int) -> None:
    with pytest.raises(RefusedError) as refused:
        read_get(url)
    assert refused.value.status == status


@pytest.mark.parametrize(
    ("url", "kind", "body", "status"),
    [
        (b"", "", b"ASK {}", 415),
        (b"", "text/plain", b"ASK {}", 415),
        (b"", f"{QUERY}; charset=UTF-16", "ASK {}".encode("utf-16"), 415),
        (b"", QUERY, "ASK {}".encode("utf-16"), 400),
        (b"", FORM, b"", 400),
        (b"", FORM, b"query=ASK{}&query=ASK{}", 400),
        (b"", FORM, b"query=ASK{}&update=CLEAR+ALL", 400),
        (b"", FORM, b"update=CLEAR+ALL&update=CLEAR+ALL", 400),
        (b"query=ASK{}", FORM, b"query=ASK{}", 400),
        (b"query=ASK{}", QUERY, b"ASK {}", 400),
        (b"query=ASK{}", UPDATE, b"CLEAR ALL", 400),
        (b"using-graph-uri=nowhere", UPDATE, b"CLEAR ALL", 400),
    ],
)
def test_a_post_is_refused(url: bytes, kind: str, body: bytes, status: int) -> None:
    with pytest.raises(RefusedError) as refused:
        read_post(url, kind, body)
    assert refused.value.status == status


@given(st.binary(), st.sampled_from(["", FORM, QUERY, UPDATE]) | st.text(), st.binary())
def test_any_request_is_read_or_refused(url: bytes, kind: str, body: bytes) -> None:
    for read in (lambda: read_get(url), lambda: read_post(url, kind, body)):
        try:
            assert isinstance(read(), Describe | Query | Update)
        except RefusedError as refused:
            assert 400 <= refused.status < 500
