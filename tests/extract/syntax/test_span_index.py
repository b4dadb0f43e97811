"""Indexes of annotated spans."""

from parsed import parsed
from spacy.tokens import Span

from onrecord.extract.doc_extensions import evidence
from onrecord.extract.syntax.span_index import Named, Stretches
from onrecord.values.findings import Evidence, Form, Kind, Mention


def test_a_span_that_overlaps() -> None:
    inner, outer, last = Evidence(4, 6, "de"), Evidence(2, 9, "bcdefgh"), Evidence(12, 14, "kl")
    index = Stretches([last, inner, outer])
    assert index.over(5, 6) == inner
    assert index.over(7, 8) == outer
    assert index.over(8, 13) == last
    assert index.over(9, 12) is None
    assert Stretches([]).over(0, 5) is None


def test_mentions_by_their_tokens() -> None:
    doc = parsed(
        "the DT det 1 | founder NN ROOT 1 | of IN prep 1 | Save NNP compound 4 | Osk NNP pobj 2 | came/come VBD dep 1"
    )

    def mention(span: Span, form: Form, kind: Kind) -> Mention:
        return Mention(evidence(span), form, kind, span.text)

    role = mention(doc[0:5], Form.ROLE, Kind.PERSON)
    body = mention(doc[3:5], Form.NAME, Kind.ORGANIZATION)
    place = mention(doc[4:5], Form.NAME, Kind.PLACE)
    doc._.mentions = (role, body, place)
    named = Named(doc)
    assert [named.at(t) for t in doc] == [role, role, role, body, body, None]
    assert named.ending(5) == place
    assert named.ending(4) is None
    assert named.span(body).text.strip() == "Save Osk"
    assert list(named.within(doc[0:6])) == [role, body]
    assert list(named.within(doc[0:6], Kind.PERSON)) == [role]
    assert list(named.within(doc[0:6], form=Form.NAME)) == [body]
    assert list(named.within(doc[5:6])) == []
