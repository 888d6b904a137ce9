"""Read all documents of a run, to find the lines that documents of one site share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textlint.document import Document
from textlint.errors import TextlintError
from textlint.files.inspection import STDIN, Options, open_source, units_of


def read_documents(paths: Iterable[str], reading: Options) -> Iterator[Document]:
    """Yield the documents of all files, skipping those that cannot be read: they are reported when they are checked.

    Standard input is skipped too, since it cannot be read twice.
    """
    for path in paths:
        if path == STDIN:
            continue
        try:
            with open_source(path) as stream:
                for unit in units_of(path, stream, reading):
                    if unit.document is not None:
                        yield unit.document
        except (TextlintError, OSError):
            continue
