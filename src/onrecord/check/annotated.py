"""A report as one page of HTML for editors: the draft with its claims marked, and below what is on record of each.

It needs no other file, runs no script, and asks no host for anything.
"""

from collections.abc import Iterator
from html import escape

from onrecord.check.document import counts
from onrecord.check.findings import Change, Finding, Remark, Report, Source
from onrecord.check.marked import stretches
from onrecord.check.verdicts import Severity

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.55 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
.draft { white-space: pre-wrap; overflow-wrap: anywhere; }
mark { color: inherit; background: none; border-bottom: .15em solid; }
mark a { color: inherit; text-decoration: none; }
.error { border-color: light-dark(#b00020, #ff8a8a); }
.warning { border-color: light-dark(#9a5b00, #ffc266); border-bottom-style: dashed; }
.note { border-color: light-dark(#666, #aaa); border-bottom-style: dotted; }
.none { border-color: light-dark(#1b6e3c, #7fd6a0); }
li { margin: 1rem 0; overflow-wrap: anywhere; }
blockquote { margin: .4rem 0 .4rem 1rem; }
small { opacity: .8; }
del { text-decoration-thickness: .12em; }
"""


def page(report: Report) -> str:
    """The page."""
    told = ", ".join(f"{number} {label}" for label, number in counts(report).items()) or "no claims found"
    findings = "\n".join(_finding(number, one) for number, one in enumerate(report.findings, 1))
    title = f"{escape(report.draft)} beside the record"
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>{_STYLE}</style>
</head>
<body>
<h1>{title}</h1>
<p>{escape(told)}. This says what is on record, never that something is so.</p>
<p class="draft">{"".join(_marked(report))}</p>
<h2>Claims</h2>
<ol>
{findings}
</ol>
</body>
</html>
"""


def _marked(report: Report) -> Iterator[str]:
    for stretch in stretches(report):
        if stretch.verdict is None:
            yield escape(stretch.text)
            continue
        kind, first = stretch.verdict.severity.value, stretch.findings[0]
        names = "".join(f'<span id="words-{number}"></span>' for number in stretch.opens)
        label = escape(stretch.verdict.label)
        yield (
            f'{names}<mark class="{kind}" title="{label}"><a href="#claim-{first}">{escape(stretch.text)}</a></mark>'
        )


def _finding(number: int, one: Finding) -> str:
    remarks = "".join(_remark(remark) for remark in one.remarks)
    words = f'<a href="#words-{number}">“{escape(one.words.exact)}”</a>'
    kind = one.verdict.severity.value
    return f'<li id="claim-{number}"><mark class="{kind}">{one.matter.value}</mark> {words}{remarks}</li>'


def _remark(remark: Remark) -> str:
    weight = "strong" if remark.verdict.severity is not Severity.NONE else "span"
    said = f"<p><{weight}>{escape(remark.verdict.label)}</{weight}>: {escape(remark.why)}</p>"
    changes = "; ".join(map(_change, remark.changes))
    said += f"<p>Difference: {changes}</p>" if changes else ""
    return said + "".join(map(_source, remark.sources))


def _change(change: Change) -> str:
    return f"<del>{escape(change.draft) or '—'}</del> in the draft, <ins>{escape(change.record) or '—'}</ins> on record"


def _source(source: Source) -> str:
    where = f"{source.name}, {source.published}" if source.published else source.name
    at = source.words.start - source.sentence.start
    sentence = source.sentence.exact
    end = at + len(source.words.exact)
    if sentence[at:end] == source.words.exact and at >= 0:
        told = f"{escape(sentence[:at])}<b>{escape(sentence[at:end])}</b>{escape(sentence[end:])}"
    else:
        told = escape(sentence)
    return (
        f"<blockquote>{told}<br><small>{escape(where)}, characters {source.words.start}–{source.words.end}</small>"
        "</blockquote>"
    )
