"""Lines that return across the documents of one site: what no single document shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textlint.document import Document
from textlint.layers.page.zones import zones
from textlint.startup import patterns
from textlint.startup.values import NamedTuple
from textlint.text.folding import fold

LEAST = 3  # documents of a site in which a line must stand, because two may be versions of one article
# Code points; longer lines that return are copies of an article, which is another fault; chosen by reading, not
# measured.
_LONGEST = 600
_DIGITS = patterns.expression(r"\d+")


class Returning(NamedTuple):
    """A line that returns: its key, one of its wordings, in how many documents it stands, and in which zone mostly."""

    key: str
    text: str
    documents: int
    zone: str


def line_key(line: str) -> str:
    """Return what makes two lines the same: letters without case, plain marks, any number for any other."""
    return _DIGITS.sub("#", " ".join(fold(line).split()))


GROUPINGS = ("auto", "folder", "site")


def site_of(document: Document, group_by: str = "auto") -> str:
    """Return the site a document comes from, by one of GROUPINGS.

    "site" is the field `source`, else the host of the field `url`, else ""; "folder" the folder of the file; "auto" the
    first of these that there is.
    """
    from pathlib import PurePath

    if group_by == "folder":
        return str(PurePath(document.path).parent)
    if site := document.metadata.get("source", ""):
        return site
    from urllib.parse import urlsplit

    if host := urlsplit(document.metadata.get("url", "")).hostname:
        return host.removeprefix("www.")
    return "" if group_by == "site" else str(PurePath(document.path).parent)


def by_site(documents: Iterable[Document], group_by: str = "auto") -> dict[str, list[Document]]:
    """Return the documents grouped by site, in the order given; those without a site are left out."""
    groups: dict[str, list[Document]] = {}
    for document in documents:
        if site := site_of(document, group_by):
            groups.setdefault(site, []).append(document)
    return groups


def returning_by_site(documents: Iterable[Document], group_by: str = "auto", least: int = LEAST) -> dict[str, str]:
    """Return by site the metadata `returning` of its documents, for the sites in which lines return."""
    found = {}
    for site, members in by_site(documents, group_by).items():
        lines = returning_lines(members, least)
        if lines:
            found[site] = as_metadata(lines)
    return found


def returning_lines(documents: Sequence[Document], least: int = LEAST) -> list[Returning]:
    """Return the lines that stand in at least `least` of the documents of one site, most frequent first.

    Documents with the same text count once, so that a folder of copies proves nothing. Lines without a letter are left
    out.
    """
    places: dict[str, list[tuple[int, str, str]]] = {}
    seen: set[str] = set()
    for number, document in enumerate(documents):
        if document.text in seen:
            continue
        seen.add(document.text)
        where = document.layer(zones)
        for start, end in where.lines:
            line = document.text[start:end].strip()
            key = line_key(line)
            if len(line) <= _LONGEST and any(map(str.isalpha, key)):
                places.setdefault(key, []).append((number, where.at(start), line))
    found = []
    for key, items in places.items():
        documents_with = len({number for number, _, _ in items})
        if documents_with >= least:
            seen_in = [zone for _, zone, _ in items]
            found.append(Returning(key, items[0][2], documents_with, max(sorted(set(seen_in)), key=seen_in.count)))
    return sorted(found, key=lambda line: (-line.documents, line.key))


def keys(lines: Iterable[Returning]) -> frozenset[str]:
    """Return the keys of returning lines."""
    return frozenset(line.key for line in lines)


def as_metadata(lines: Iterable[Returning]) -> str:
    """Return the keys as the value of the metadata `returning`, by which a document knows of its neighbors."""
    return "\n".join(sorted(keys(lines)))
