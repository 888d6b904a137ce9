"""Cache plain values between runs in the user's cache folder, each in its own file, which is replaced atomically."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

from textlint.startup.values import Any, TypeVar
from textlint.version import __version__

Made = TypeVar("Made")


def folder() -> str:
    """Return the cache folder: `TEXTLINT_CACHE_DIR`, else `textlint` in the user's cache folder."""
    root = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.environ.get("TEXTLINT_CACHE_DIR") or os.path.join(root, "textlint")


def load(name: str) -> Any:
    """Return the value cached under `name`, or None if it is missing, damaged, or belongs to another user.

    The value is of types that `marshal` supports; the caller must check that it has the expected shape.
    """
    import marshal

    try:
        with open(os.path.join(folder(), f"{name}.marshal"), "rb") as file:
            if hasattr(os, "getuid") and os.fstat(file.fileno()).st_uid != os.getuid():
                return None
            return marshal.loads(file.read())
    except (OSError, EOFError, ValueError, TypeError, MemoryError):
        return None


def keep(name: str, value: Any) -> None:
    """Cache `value` under `name` for this user; errors in writing the file are ignored."""
    import marshal

    path = os.path.join(folder(), f"{name}.marshal")
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        os.makedirs(folder(), mode=0o700, exist_ok=True)
        with open(temporary, "wb") as file:
            file.write(marshal.dumps(value))
        os.replace(temporary, path)
    except OSError:
        return


def place_name(name: str, places: object) -> str:
    """Return `name` with a checksum of `places` (any value made of strings)."""
    from zlib import crc32

    return f"{name}-{crc32(repr(places).encode('utf-8', 'surrogatepass')):08x}"


def derived(name: str, files: Sequence[str], make: Callable[[], Made]) -> Made:
    """Return `make()`, cached under `name` until one of `files` changes; it must be of types that `marshal` supports.

    Use it for data files that take longer to parse than to load from the cache. Raises OSError if a file does not
    exist. Each installation has its own cached values.
    """
    name = place_name(name, files)
    states = [(path, status.st_mtime_ns, status.st_size) for path in files for status in (os.stat(path),)]
    key = [__version__, sys.version, states]
    kept = load(name)
    if isinstance(kept, tuple) and len(kept) == 2 and kept[0] == key:
        found: Made = kept[1]
        return found
    made = make()
    keep(name, (key, made))
    return made


def read_json(name: str, path: str) -> Any:
    """Return the content of the JSON file `path`, cached under `name`, so that most runs do not import a parser."""

    def read() -> Any:
        import json

        with open(path, encoding="utf-8") as file:
            return json.load(file)

    return derived(name, [path], read)
