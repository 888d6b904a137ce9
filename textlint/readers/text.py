"""Plain text: the whole file is one document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textlint.decoding import decode, encode_edits
from textlint.document import Document
from textlint.readers import Source, Unit


def read(source: Source) -> Iterator[Unit]:
    """Yield the file as one unit; raises InputError if it cannot be decoded."""
    data = source.stream.read()
    decoded = decode(data, source.path, source.encoding)
    metadata = {"encoding": decoded.encoding, "encoding-note": decoded.note} if decoded.note else {}
    document = Document(decoded.text, source.path, metadata=metadata, is_file=source.is_file)
    yield Unit(data, document, partial(encode_edits, data, decoded))
