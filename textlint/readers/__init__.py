"""The ways of reading, one file each: a module `<name>.py` with `read(file) -> Iterator[Unit]`.

A reader takes a file apart into units whose bytes, put together again, are the file. It decides what of a unit is text
to be checked, and how edits to that text become bytes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from textlint.document import Document
from textlint.result import Problem
from textlint.span import Edit
from textlint.startup.values import BinaryIO, NamedTuple

FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}


class InputFile(NamedTuple):
    """Where bytes come from and how to take them: the path as the user gave it and the open file."""

    path: str
    stream: BinaryIO
    encoding: str = ""  # as declared by the user; empty: find out
    text_field: str = "text"  # of a JSON record
    is_file: bool = True


class Unit(NamedTuple):
    """One part of a file: its bytes, the document in it if it holds one, and how to write edits to that document.

    `rewrite` is None where edits cannot be written back in place.
    """

    raw: bytes
    document: Document | None = None
    rewrite: Callable[[Sequence[Edit]], bytes] | None = None
    problem: Problem | None = None


Reader = Callable[[InputFile], Iterator[Unit]]


def format_of(path: str) -> str | None:
    """Return the name of the reader for a path's suffix, or None if no reader knows it."""
    return FORMATS.get(os.path.splitext(path)[1].lower())


def find_reader(path: str) -> Reader:
    """Return the reader for a path; text is what no suffix tells otherwise."""
    reader: Reader = import_module(f"textlint.readers.{format_of(path) or 'text'}").read
    return reader
