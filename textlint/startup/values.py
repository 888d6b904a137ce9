"""What the package takes of `typing` while it runs, without importing it: `NamedTuple`, and stand-ins for mere annotations.

To import `typing` takes 2.5 ms, a twentieth of the time in which one article is checked, and nothing in a run reads an
annotation. Where it is loaded already, its own names are taken.
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
        """Return what may stand in an annotation that nobody reads."""
        return object


if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter

    # Half a hundred classes of values are made on the way to the first finding: typing takes 0.3 ms for each, since it
    # compiles the annotation of every field, and collections 0.1, since it compiles a function of its own for the class.
    class _Values(tuple):
        """What `collections.namedtuple` gives each of its classes, given once."""

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
                raise ValueError(f"there are no such fields: {', '.join(changed)}")
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
        """Return the code that makes a tuple of `count` arguments; its names are then replaced, which is ten times as fast."""
        if count not in _makers:
            names = "".join(f"_{number}, " for number in range(count))
            _makers[count] = eval(f"lambda _cls, {names}: _tuple_new(_cls, ({names}))").__code__
        return _makers[count]

    def _getters(count):
        return [_tuplegetter(number, "A field.") for number in range(count)]

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})
