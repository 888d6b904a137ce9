"""Readers of file formats: each is a module `<name>.py` with a function `read(file) -> Iterator[Unit]`.

A reader splits a file into units whose bytes, joined, are the file. It decides which text of a unit is checked, and how
edits to that text are written as bytes.
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
    """An open file with its path, as the user gave it, and the options for reading it."""

    path: str
    stream: BinaryIO
    encoding: str = ""  # as given by the user; empty: detect it
    text_field: str = "text"  # of a JSON record
    is_file: bool = True


class Unit(NamedTuple):
    """One part of a file: its bytes, its document if it has one, and a function that applies edits to the document.

    `rewrite` returns the edited bytes; it is None if edits cannot be written back in place.
    """

    raw: bytes
    document: Document | None = None
    rewrite: Callable[[Sequence[Edit]], bytes] | None = None
    problem: Problem | None = None


Reader = Callable[[InputFile], Iterator[Unit]]


def format_of(path: str) -> str | None:
    """Return the name of the reader for a path's suffix, or None if there is none."""
    return FORMATS.get(os.path.splitext(path)[1].lower())


def find_reader(path: str) -> Reader:
    """Return the reader for a path: by its suffix, or the one for plain text."""
    reader: Reader = import_module(f"textlint.readers.{format_of(path) or 'text'}").read
    return reader
