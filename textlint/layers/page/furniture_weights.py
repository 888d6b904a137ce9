"""The weights of the page-furniture model, by the numbers of its features, as they are read from the package's data.

The weights are kept twice: in `furniture_model.txt`, where each stands with the name of its feature, and in
`furniture_model.bin`, which is made from it by `python -m training furniture --compile` and read in a hundredth of the time.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache

from textlint.layers.linear_model import LinearModel, ModelError, load_model
from textlint.layers.page.feature_names import templates
from textlint.layers.page.second_look import FIELDS
from textlint.startup.cache import derived
from textlint.startup.locations import data_file
from textlint.startup.values import Any, NamedTuple

FORMAT = 2  # of the file; as many as there have been
_FILE = data_file("furniture_model.bin")


class Weights(NamedTuple):
    """The weights of the first look by feature number, in whole steps of `step`, and the model of the second look."""

    first: Mapping[int, float]
    second: LinearModel
    step: float = 1.0


@cache
def weights() -> Weights:
    """Return the shipped weights. Raises ModelError if they belong to other features than this version computes."""
    return read(_FILE)


def read(path: str) -> Weights:
    """Return the weights in `path`: a line of JSON, the numbers of the features, then a signed byte for each number.

    The JSON has `format`, `step`, `count`, `templates` (the names that the features are given), `second_look` (a record for
    `load_model`) and `digest` (SHA-256 of the text file). Raises ModelError as `weights` does.
    """
    from array import array

    head = derived("furniture_model", [path], lambda: _head(path))
    _compare(head, path)
    count: int = head["count"]
    with open(path, "rb") as handle:
        handle.readline()
        numbers, steps = array("I"), array("b")
        size = os.fstat(handle.fileno()).st_size - handle.tell()
        if size != count * (numbers.itemsize + steps.itemsize):
            raise ModelError([], [f"{count} features ({size} bytes instead of {count * 5})"], path)
        numbers.frombytes(handle.read(count * numbers.itemsize))
        steps.frombytes(handle.read())
    second = load_model(head["second_look"], FIELDS, path)
    return Weights(dict(zip(numbers, steps, strict=True)), second, head["step"])


def _head(path: str) -> dict[str, Any]:
    import json

    with open(path, "rb") as handle:
        head: dict[str, Any] = json.loads(handle.readline())
    return head


def _compare(head: Mapping[str, Any], path: str) -> None:
    """Raise ModelError if the weights were made for features with other names, or written in another format."""
    if head.get("format") != FORMAT:
        raise ModelError([f"format {head.get('format')}"], [f"format {FORMAT}"], path)
    named, known = head["templates"], templates()
    if named != known:
        there = {f"{group}: {name}" for group, names in named.items() for name in names}
        here = {f"{group}: {name}" for group, names in known.items() for name in names}
        raise ModelError(sorted(there - here), sorted(here - there), path)
