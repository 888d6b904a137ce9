"""A lexicon that a test writes out itself, so that every threshold can be tested just under it and just at it."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType

import pytest

LEAST_FREQUENT = 3.8
LEAST_WHOLE = 3.0  # from this frequency on, a word of the small lexicon cannot be two


def use(
    monkeypatch: pytest.MonkeyPatch,
    module: ModuleType,
    frequencies: Mapping[str, float],
    pairs: Mapping[tuple[str, str], float] = {},
    listed: str = "",
) -> None:
    """Let `module` look up words in `frequencies`, pairs of words in `pairs`, and whether a dictionary lists a word in `listed`."""
    functions = {
        "zipf": lambda word: frequencies.get(word, 0.0),
        "is_frequent": lambda word: frequencies.get(word, 0.0) >= LEAST_FREQUENT,
        "could_be_two": lambda word: frequencies.get(word, 0.0) < LEAST_WHOLE,
        "is_listed": lambda word: word in listed.split(),
        "pair": lambda first, second: pairs.get((first, second), 0.0),
    }
    for name, function in functions.items():
        if hasattr(module, name):
            monkeypatch.setattr(module, name, function)
