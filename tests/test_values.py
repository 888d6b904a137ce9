"""The package's NamedTuple is that of `typing`."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from textlint.span import Edit, Finding
from textlint.startup.values import NamedTuple


class Ours(NamedTuple):
    """Two fields and a method."""

    first: int
    second: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        """How many there are."""
        return len(self.second)


class Theirs(typing.NamedTuple):
    first: int
    second: tuple[str, ...] = ()


def test_it_has_fields_defaults_methods_and_a_docstring() -> None:
    ours = Ours(1)
    assert ours == Theirs(1) == (1, ())
    assert ours._replace(second=("a",)).length == 1
    assert Ours._fields == Theirs._fields and Ours._field_defaults == Theirs._field_defaults
    assert repr(ours) == "Ours(first=1, second=())"
    assert Ours.__doc__ == "Two fields and a method."
    assert Ours.__module__ == __name__
    assert isinstance(ours, tuple) and not hasattr(ours, "__dict__")


def test_it_can_be_pickled() -> None:
    assert pickle.loads(pickle.dumps(Finding(1, 2, edits=(Edit(1, 2, ""),)))) == Finding(1, 2, edits=(Edit(1, 2, ""),))


def test_a_missing_field_is_an_error() -> None:
    with pytest.raises(TypeError):
        Ours()  # type: ignore[call-arg]


def test_unknown_fields_are_an_error() -> None:
    with pytest.raises(TypeError):
        Ours(1, (), 2)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Ours._make([1])
    with pytest.raises((TypeError, ValueError)):
        Ours(1)._replace(third=3)  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        Ours(1).first = 2  # type: ignore[misc]


def test_it_is_a_tuple_in_every_way() -> None:
    ours = Ours(first=1, second=("a",))
    assert ours._asdict() == {"first": 1, "second": ("a",)}
    assert Ours._make([1, ("a",)]) == ours and hash(ours) == hash((1, ("a",)))
    assert copy.copy(ours) == ours and type(copy.copy(ours)) is Ours
    match ours:
        case Ours(first, second):
            assert (first, second) == tuple(ours)
    assert isinstance(ours._replace(first=2), Ours)
