"""The days that a page gives to machines: in meta tags and in its address."""

import re
from collections.abc import Iterable, Iterator

from onrecord.sources.article import Dating
from onrecord.sources.html.days import Written, read_value
from onrecord.sources.html.elements import Element
from onrecord.sources.html.publication import Statement
from onrecord.sources.html.surroundings import is_elsewhere

# Names of meta tags that give the day of publication, the more telling before the others.
_PUBLISHED = """article:published_time article:published og:article:published_time og:published_time article.published
    datepublished og:datepublished rnews:datepublished schema:datepublished parsely-pub-date sailthru.date
    bt:pubdate vr:published_time citation_publication_date citation_online_date dcterms.issued dc.date.issued
    dc.issued publication_date publication-date publicationdate publish-date publish_date publishdate published_date
    published-date published pub_date pub-date pubdate pdate ptime originalpublicationdate article_date_original
    article:post_date post-date post_date displaydate display_date cxenseparse:recs:publishtime
    cxenseparse:publishtime""".split()
# Names of meta tags that may give another day: that of the page as it is, or as it was begun.
_OPEN = """dcterms.created dc.date.created dcterms.date dc.date dc.created datecreated article.created article:created
    creation_date article-date article_date date""".split()
_RANKS = {name: rank for rank, name in enumerate([*_PUBLISHED, *_OPEN])}
_MODIFIED = frozenset(
    """article:modified_time article:modified og:updated_time datemodified dcterms.modified dc.date.modified
    last-modified lastmod revised""".split()
)
_OWN_PREFIX = re.compile(r"^[a-z]{2,5}[-_:.](?=(?:publish|pub|post))")  # 'sn-post-date'
_IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<s>[/-])(?P<month>\d{1,2}|[a-z]{3})(?P=s)(?P<day>\d{1,2})(?!\d)"
    r"|(?<!\d)(?P<digits>20[0-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)",
    re.IGNORECASE,
)
_MONTHS = {name: month for month, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}


def in_meta(tree: Element) -> tuple[list[Statement], list[Statement]]:
    """The days in meta tags named after publication, and in those that may mean another day."""
    ranked = sorted(((rank, n, meta) for n, meta in enumerate(tree.iter("meta")) if (rank := _rank(meta)) is not None))
    days = [(rank, Statement(Dating.META, day)) for rank, _, meta in ranked if (day := read_value(_content(meta)))]
    telling = len(_PUBLISHED)
    return [one for rank, one in days if rank < telling], [one for rank, one in days if rank >= telling]


def of_change(tree: Element) -> list[Written]:
    """The days on which meta tags say that the page was changed."""
    tags = (meta for meta in tree.iter("meta") if not _MODIFIED.isdisjoint(_names(meta)))
    return [day for meta in tags if (day := read_value(_content(meta)))]


def _content(meta: Element) -> str:
    return meta.get("content") or ""


def _names(meta: Element) -> list[str]:
    return " ".join(meta.get(key) or "" for key in ("itemprop", "property", "name")).lower().split()


def _rank(meta: Element) -> int | None:
    """How telling a meta tag is; None where it gives no day of publication, or that of a comment or another story."""
    ranks = [_RANKS[plain] for name in _names(meta) if (plain := _OWN_PREFIX.sub("", name)) in _RANKS]
    return min(ranks, default=None) if not any(map(is_elsewhere, meta.iterancestors())) else None


def in_addresses(addresses: Iterable[str]) -> Iterator[Statement]:
    """The days in addresses: '/2019/05/12/', '/2019/may/12/', '-20190512'."""
    for address in addresses:
        for found in _IN_ADDRESS.finditer(address.partition("?")[0]):
            month = _MONTHS.get((found["month"] or "").lower(), found["month"])
            day = read_value(found["digits"] or f"{found['year']}-{month}-{found['day']}")
            if day is not None:
                yield Statement(Dating.ADDRESS, day)
