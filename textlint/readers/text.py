"""Read plain text: the whole file is one document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textlint.document import Document
from textlint.readers import InputFile, Unit
from textlint.readers.decoding import decode, encode_edits


def read(file: InputFile) -> Iterator[Unit]:
    """Yield the file as one unit; raises InputError if it cannot be decoded."""
    data = file.stream.read()
    decoded = decode(data, file.path, file.encoding)
    metadata = {"encoding": decoded.encoding, "encoding-note": decoded.note} if decoded.note else {}
    document = Document(decoded.text, file.path, metadata=metadata, is_file=file.is_file)
    yield Unit(data, document, partial(encode_edits, data, decoded))
