"""Create a rule pack from lines that recur in the documents of one site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textlint.families import LEARNED
from textlint.layers.page.returning import Returning
from textlint.startup import patterns

_MOST = 400  # lines in a pack; a site has a few dozen, and more if its documents are versions of each other


def pack(site: str, lines: Sequence[Returning], first: int = 1) -> dict[str, str]:
    """Return a rule pack for `site` that maps file names to TOML, with a rule for each zone; a person should review it.

    The codes are ZZ with numbers from `first` on, so that the packs of several sites can be loaded together. Lines with
    digits between their words are left out, because a phrase matches only one number.
    """
    files = {}
    for number, zone in enumerate(("head", "body", "tail"), first):
        phrases = [line for line in lines if line.zone == zone and _is_phrase(line)]
        if phrases:
            name = f"{_slug(site)}-{zone}"
            files[f"{name}.toml"] = "\n".join(_rule(f"{LEARNED}{number:03}", name, site, zone, phrases[:_MOST])) + "\n"
    return files


def _is_phrase(line: Returning) -> bool:
    return "#" not in line.key.strip("# ") and " ".join(line.text.split()) == line.text


def _rule(code: str, name: str, site: str, zone: str, lines: Sequence[Returning]) -> Iterator[str]:
    words = [line.key.strip("# ") for line in lines]
    yield f"code = {_quoted(code)}"
    yield f"name = {_quoted(name)}"
    yield f"summary = {_quoted(f'Lines that recur in the documents of {site}')}"
    yield 'severity = "warning"\nstatus = "stable"\nsince = "0.1"'
    yield f"message = {_quoted('“{text}” recurs in many documents of this site. Delete the line.')}"
    yield f"why = {_quoted(f'Found in {lines[-1].documents} or more documents of {site}. Review the list before you rely on it.')}"
    yield 'cue = "returning"\nspan = "line"\n\n[phrase]\nany = ['
    yield from (f"    {_quoted(word)}," for word in dict.fromkeys(words))
    yield ']\nat = "line"\n'
    if zone != "body":
        yield f"[where]\nzones = [{_quoted(zone)}]\n"
    yield '[fix]\napplicability = "unsafe"\nkeeps = "rest"\n'
    bad, fixed = _example(zone, lines[0].text)
    yield f"[[example]]\nbad = {_quoted(bad)}\nfixed = {_quoted(fixed)}\n"
    yield f"[[example]]\ngood = {_quoted(f'The clerk had written “{words[0]}” on the door, and nobody knew why.')}"
    yield 'why = "The words are part of a sentence."'


_PROSE = (
    "The board met on Tuesday to hear the engineer, who had walked over the bridge in the morning and found it sound."
)


def _example(zone: str, line: str) -> tuple[str, str]:
    before = "" if zone == "head" else f"{_PROSE}\n\n"
    after = "" if zone == "tail" else f"\n{_PROSE}\n"
    return f"{before}>>{line}<<\n{after}", f"{before}{after}"


def _slug(site: str) -> str:
    return patterns.sub(r"[^a-z0-9]+", "-", site.lower()).strip("-") or "site"


def _quoted(words: str) -> str:
    """Return `words` as a TOML basic string."""
    escaped = (
        words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")
    )
    return '"' + "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in escaped) + '"'
