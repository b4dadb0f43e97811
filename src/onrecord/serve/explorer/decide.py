"""The page behind 'Wrong?': a decision about a node, filled in, to be put into a file of decisions.

The server writes nothing: who decides keeps the row, and `onrecord build --decisions` applies it.
"""

import datetime as dt
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from onrecord.curation import files
from onrecord.graph.corrections import fields
from onrecord.graph.vocabulary import ONR, STATEMENTS
from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer import parameters
from onrecord.serve.explorer.cite import citing
from onrecord.serve.explorer.evidence import sentences
from onrecord.serve.explorer.queries import query
from onrecord.serve.explorer.site import Site
from onrecord.serve.explorer.views import visitor
from onrecord.serve.explorer.wording import kind
from onrecord.values.decisions import OF_STATEMENTS, Verdict, checked

_SENTENCES = 20
DECIDABLE = STATEMENTS | {ONR.SharedAct, ONR.SharedEvent}
_OF_NAMES = (Verdict.NOT_A_NAME, Verdict.WRONG_TYPE, Verdict.PREFERRED_LABEL, Verdict.SAME, Verdict.DIFFERENT)
_CALLED = {
    Verdict.MISREAD: "It does not say so",
    Verdict.CONFIRMED: "I read it: it says so",
    Verdict.CORRECTED: "It says something else: give the field, what it says, and why",
    Verdict.NOT_A_NAME: "This is nobody’s name",
    Verdict.WRONG_TYPE: "It is another kind: give which as the value",
    Verdict.PREFERRED_LABEL: "It is to be called otherwise: give how as the value",
    Verdict.SAME: "It is one with another: give its IRI",
    Verdict.DIFFERENT: "It is not one with another: give its IRI",
}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the form holds; empty texts where nothing is filled in yet."""

    decision: str
    other: str
    field: str
    value: str
    by: str
    why: str


async def decide(request: Request, site: Site) -> Response:
    """A decision about the node that `iri` names.

    Raises:
        RefusedError: it names none that can be decided on.
    """
    iri, asking = parameters.iri(request), visitor(request)
    found = await site.data.rows(query("types", node=iri), asking)
    classes = sorted({row["class"] for row in found if row["class"]})
    verdicts = OF_STATEMENTS if DECIDABLE.intersection(classes) else _OF_NAMES if ONR.Identity in classes else ()
    if not verdicts:
        raise RefusedError(404, f"nothing that can be decided on is called {iri.value}")
    known = [name for one in classes for name in fields(one)] if verdicts is OF_STATEMENTS else []
    choices = [verdict for verdict in verdicts if verdict is not Verdict.CORRECTED or known]
    asked = _Asked(
        *(request.query_params.get(name, "") for name in ("decision", "other", "field", "value", "by", "why"))
    )
    row, fault = _row(iri.value, asked)
    rows = await site.data.rows(f"{query('sentences-of', node=iri)}\nLIMIT {_SENTENCES}", asking)
    return site.page(
        request,
        "decide",
        iri=iri.value,
        kind=kind(classes[0]) if verdicts is OF_STATEMENTS else "name",
        choices={verdict.value: _CALLED[verdict] for verdict in choices},
        fields=known,
        form=asked,
        row=row,
        fault=fault,
        header=files.line(),
        sentences=sentences(rows),
        citing=await citing(request, site.data),
    )


def _row(node: str, asked: _Asked) -> tuple[str, str]:
    """The row of the file, once all is filled in; else what is missing, once something is."""
    if not (asked.decision or asked.by):
        return "", ""
    today = dt.datetime.now(dt.UTC).date().isoformat()
    value = "" if asked.decision in OF_STATEMENTS else asked.value
    if asked.decision == Verdict.CORRECTED:
        value = f"{asked.field} = {asked.value}"
    told = {"decision": asked.decision, "node": node, "other": asked.other, "value": value}
    told |= {"article": "", "by": asked.by, "on": today, "why": asked.why}
    decision = checked(told)
    if isinstance(decision, str):
        return "", decision
    return files.row(decision), ""
