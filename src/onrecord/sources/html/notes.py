"""Footnotes and the marks that point to them: '86<sup>14</sup>' is 86 with a mark, and 'm<sup>2</sup>' is m²."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.sources.html.elements import PARAGRAPHS, Element, before, shown

_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[ivx]{2,5}|[*†‡§¶]{1,3}|(?:note|fn|n) ?\d{1,3})[\])]?", re.IGNORECASE)
_BARE = re.compile(r"\d{1,3}(?:[,;–-] ?\d{1,3})*|[a-z]|[*†‡§¶]{1,3}")  # the text of <sup> that is a mark without a link
_UNIT = re.compile(  # what takes an exponent
    r"(?:\b(?:[kcmdµ]?m|ft|yd|mi|in|s|sq)|(?<![^\W\d_])[A-HJ-Zb-z]|[×x·*] ?10|[)\]])$"
)
_EXPONENT = re.compile(r"[-–−+]?\d{1,2}")
_RAISED = str.maketrans("0123456789-–−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻⁺")
_REACH = 12  # characters before a mark that tell what it is
_NOTE_ROLES = ("doc-footnote", "doc-endnote")
_BACK = re.compile(
    r"[↑^↩⤴️︎\s]+|(?:jump )?(?:back|up)(?: to .*)?|return(?: to .*)?", re.IGNORECASE
)  # from a note to its mark


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes of a page, and the marks that point to them, each with its label."""

    references: Mapping[Element, str]
    notes: Mapping[Element, str]


def find(tree: Element) -> Notes:
    """The notes of a page and their marks, whose text is set in brackets; exponents become raised digits."""
    references: dict[Element, str] = {}
    notes: dict[Element, str] = {}
    by_name = {element.get("id") or element.get("name"): element for element in tree.xpath("//*[@id or @name]")}
    for link in tree.xpath("//a[starts-with(@href, '#') and string-length(@href) > 1] | //*[@role='doc-noteref']"):
        target = by_name.get((link.get("href") or "#").lstrip("#"))
        mark = shown(link)
        if _points_to_note(link, mark, target):
            raised = _outermost(link)
            references[raised] = _set(raised, mark)
            note = _note(target) if target is not None else None
            if note is not None:
                notes[note] = references[raised]
    for raised in tree.iter("sup"):
        if raised not in references and not any(inside in references for inside in raised.iterdescendants()):
            _read_raised(raised, references)
    for role in _NOTE_ROLES:
        for note in tree.xpath("//*[@role=$role]", role=role):
            notes.setdefault(note, "")
    _without_links_back(notes)
    return Notes(references, notes)


def _points_to_note(link: Element, mark: str, target: Element | None) -> bool:
    """Whether a link within the page is the mark of a note, and not the note's link back or an entry of a contents."""
    if not _MARK.fullmatch(mark):
        return False
    if link.get("role") == "doc-noteref" or _in_raised(link):
        return True
    return target is not None and bool(re.match(r"[\[(*†‡§]", mark)) and before(link, _REACH).strip() != ""


def _in_raised(link: Element) -> bool:
    parent = link.getparent()
    return (parent is not None and parent.tag == "sup") or next(link.iter("sup"), None) is not None


def _outermost(link: Element) -> Element:
    """The <sup> around a link that holds nothing else, or the link."""
    parent = link.getparent()
    return parent if parent is not None and parent.tag == "sup" and len(parent) == 1 and not parent.text else link


def _set(element: Element, mark: str) -> str:
    """Put the mark in brackets in place of what the element holds; its label is what stands in them."""
    label = mark.strip("[]() ")
    tail = element.tail
    for child in list(element):
        element.remove(child)
    element.text, element.tail = f"[{label}]", tail
    return label


def _read_raised(raised: Element, references: dict[Element, str]) -> None:
    """A mark without a link, or an exponent; 'th' and the like stay as they are."""
    text = shown(raised)
    opening = before(raised, _REACH)
    if _EXPONENT.fullmatch(text) and _UNIT.search(opening):
        _set(raised, text)
        raised.text = text.translate(_RAISED)
    elif opening.strip() and not opening.endswith(("N", "n")) and _BARE.fullmatch(text.strip("[]()")):
        references[raised] = _set(raised, text)


def _note(target: Element) -> Element | None:
    """The paragraph or item that a mark points to, or points into."""
    at: Element | None = target
    while at is not None and at.tag not in ("body", "article", "main", "section", "table"):
        if at.tag in PARAGRAPHS or at.tag in ("td", "div", "aside"):
            return at if at.tag not in ("h1", "h2", "h3", "h4", "h5", "h6") else None
        at = at.getparent()
    return None


def _without_links_back(notes: Mapping[Element, str]) -> None:
    for note in notes:
        for link in list(note.iter("a")):
            if link is not note and (link.get("href") or "").startswith("#") and _BACK.fullmatch(shown(link)):
                link.drop_tree()
