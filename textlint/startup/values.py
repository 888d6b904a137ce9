"""Provide `NamedTuple`, and placeholders for names used only in annotations, without importing `typing`.

Importing `typing` takes 2.5 ms, a twentieth of the time to check one article, and annotations are not evaluated at run
time. If `typing` is already imported, its names are used.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False

if TYPE_CHECKING or "typing" in sys.modules:
    from typing import Any as Any
    from typing import BinaryIO as BinaryIO
    from typing import TextIO as TextIO
    from typing import TypeVar as TypeVar
else:
    Any = BinaryIO = TextIO = object

    def TypeVar(name):
        """Return a placeholder for use in annotations."""
        return object


if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter

    # About fifty of these classes are created before the first finding. typing takes 0.3 ms for each, because it
    # compiles the annotation of every field, and collections 0.1 ms, because it compiles a function for each class.
    class _Values(tuple):
        """The methods that `collections.namedtuple` adds to each of its classes."""

        __slots__ = ()
        _fields = ()

        @classmethod
        def _make(cls, items):
            made = tuple.__new__(cls, items)
            if len(made) != len(cls._fields):
                raise TypeError(f"expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changed):
            made = self._make(map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"unknown fields: {', '.join(changed)}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            shown = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({shown})"

        def __getnewargs__(self):
            return tuple(self)

    class _Maker(type):
        def __new__(cls, name, bases, namespace):
            annotations = namespace.get("__annotations__", {})
            fields = tuple(annotations)
            defaults = {field: namespace.pop(field) for field in fields if field in namespace}
            namespace.update(zip(fields, _getters(len(fields)), strict=True))
            code = _maker_of(len(fields)).replace(co_varnames=("_cls", *fields))
            new = type(_maker_of)(code, {"_tuple_new": tuple.__new__}, "__new__", tuple(defaults.values()))
            namespace |= {
                "__slots__": (), "_fields": fields, "_field_defaults": defaults, "__match_args__": fields, "__new__": new,
            }  # fmt: skip
            return type(name, (_Values,), namespace)

    _makers = {}

    def _maker_of(count):
        """Return code that creates a tuple of `count` arguments; replacing its names is faster than compiling again."""
        if count not in _makers:
            names = "".join(f"_{number}, " for number in range(count))
            _makers[count] = eval(f"lambda _cls, {names}: _tuple_new(_cls, ({names}))").__code__
        return _makers[count]

    def _getters(count):
        return [_tuplegetter(number, "A field.") for number in range(count)]

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})
