"""Lines that return across the documents of one source: what no single document shows, and a rule pack made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textlint import compiled
from textlint.document import Document
from textlint.folding import fold
from textlint.layers.zones import zones
from textlint.values import NamedTuple

LEAST = 3  # documents of a source in which a line must stand: two may be versions of one article
_LONGEST = 600  # code points; longer lines that return are copies of an article, which is another fault
_DIGITS = compiled.expression(r"\d+")
_MOST = 400  # lines in a pack: a source has a few dozen; more means that its documents are versions of each other


class Returning(NamedTuple):
    """A line that returns: its key, one of its wordings, in how many documents it stands, and in which zone mostly."""

    key: str
    text: str
    documents: int
    zone: str


def line_key(line: str) -> str:
    """Return what makes two lines the same: letters without case, plain marks, any number for any other."""
    return _DIGITS.sub("#", " ".join(fold(line).split()))


GROUPINGS = ("auto", "folder", "source")


def source_of(document: Document, group_by: str = "auto") -> str:
    """Return the source a document comes from, by one of GROUPINGS.

    "source" is the field `source`, else the host of the field `url`, else ""; "folder" the folder of the file; "auto" the
    first of these that there is.
    """
    from pathlib import PurePath

    if group_by == "folder":
        return str(PurePath(document.path).parent)
    if source := document.metadata.get("source", ""):
        return source
    from urllib.parse import urlsplit

    if host := urlsplit(document.metadata.get("url", "")).hostname:
        return host.removeprefix("www.")
    return "" if group_by == "source" else str(PurePath(document.path).parent)


def by_source(documents: Iterable[Document], group_by: str = "auto") -> dict[str, list[Document]]:
    """Return the documents grouped by source, in the order given; those without a source are left out."""
    groups: dict[str, list[Document]] = {}
    for document in documents:
        if source := source_of(document, group_by):
            groups.setdefault(source, []).append(document)
    return groups


def returning_by_source(documents: Iterable[Document], group_by: str = "auto", least: int = LEAST) -> dict[str, str]:
    """Return by source the metadata `returning` of its documents, for the sources in which lines return."""
    found = {}
    for source, members in by_source(documents, group_by).items():
        lines = returning_lines(members, least)
        if lines:
            found[source] = as_metadata(lines)
    return found


def returning_lines(documents: Sequence[Document], least: int = LEAST) -> list[Returning]:
    """Return the lines that stand in at least `least` of the documents of one source, most frequent first.

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
    """Return the keys as the value of the metadata `returning`, by which a document knows of its neighbours."""
    return "\n".join(sorted(keys(lines)))


def pack(source: str, lines: Sequence[Returning], first: int = 1) -> dict[str, str]:
    """Return a rule pack for `source`: file names and their TOML, a rule for each zone, to be reviewed by a person.

    The codes are ZZ and numbers from `first` on, so that the packs of several sources can be loaded together. Lines with
    digits inside are left out, since a phrase says one number only; digits around the words do not matter.
    """
    files = {}
    for number, zone in enumerate(("head", "body", "tail"), first):
        phrases = [line for line in lines if line.zone == zone and _is_phrase(line)]
        if phrases:
            name = f"{_slug(source)}-{zone}"
            files[f"{name}.toml"] = "\n".join(_rule(f"ZZ{number:03}", name, source, zone, phrases[:_MOST])) + "\n"
    return files


def _is_phrase(line: Returning) -> bool:
    return "#" not in line.key.strip("# ") and " ".join(line.text.split()) == line.text


def _rule(code: str, name: str, source: str, zone: str, lines: Sequence[Returning]) -> Iterator[str]:
    words = [line.key.strip("# ") for line in lines]
    yield f"code = {_quoted(code)}"
    yield f"name = {_quoted(name)}"
    yield f"summary = {_quoted(f'Lines that return in the documents of {source}')}"
    yield 'severity = "warning"\nstatus = "stable"\nsince = "0.1"'
    yield f"message = {_quoted('“{text}” returns in many documents of this source. Cut the line.')}"
    yield f"why = {_quoted(f'Seen in {lines[-1].documents} or more documents of {source}. Review the list before you rely on it.')}"
    yield 'cue = "returning"\nspan = "line"\n\n[phrase]\nany = ['
    yield from (f"    {_quoted(word)}," for word in dict.fromkeys(words))
    yield ']\nat = "line"\n'
    if zone != "body":
        yield f"[where]\nzones = [{_quoted(zone)}]\n"
    yield '[fix]\napplicability = "unsafe"\nkeeps = "rest"\n'
    bad, fixed = _example(zone, lines[0].text)
    yield f"[[example]]\nbad = {_quoted(bad)}\nfixed = {_quoted(fixed)}\n"
    yield f"[[example]]\ngood = {_quoted(f'The clerk had written “{words[0]}” on the door, and nobody knew why.')}"
    yield 'why = "The words stand inside a sentence."'


_PROSE = (
    "The board met on Tuesday to hear the engineer, who had walked over the bridge in the morning and found it sound."
)


def _example(zone: str, line: str) -> tuple[str, str]:
    before = "" if zone == "head" else f"{_PROSE}\n\n"
    after = "" if zone == "tail" else f"\n{_PROSE}\n"
    return f"{before}>>{line}<<\n{after}", f"{before}{after}"


def _slug(source: str) -> str:
    return compiled.sub(r"[^a-z0-9]+", "-", source.lower()).strip("-") or "source"


def _quoted(words: str) -> str:
    """Return `words` as a TOML basic string."""
    escaped = (
        words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")
    )
    return '"' + "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in escaped) + '"'
