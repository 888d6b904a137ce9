"""The user's cache folder: plain values kept between runs, each in a file of its own that is replaced in one step."""

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
    """Return what was kept under `name`, or None if there is nothing, it is damaged, or the file is another user's.

    What is returned is of the types that `marshal` knows; that it is what was kept is for the caller to make sure of.
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
    """Keep `value` under `name`, for this user alone; where it cannot be written, the next run does without."""
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
    """Return `name` with a mark that tells `places` (anything made of strings) from other places."""
    from zlib import crc32

    return f"{name}-{crc32(repr(places).encode('utf-8', 'surrogatepass')):08x}"


def derived(name: str, files: Sequence[str], make: Callable[[], Made]) -> Made:
    """Return `make()`, kept under `name` until one of the files `files` changes; it must be of types `marshal` knows.

    For what is read from data files and takes longer to read than to load. Raises OSError if a file is not there.
    Another installation, with files of its own, keeps its own.
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
    """Return what the JSON file `path` holds, kept under `name`: what runs read often does not ask for a parser each time."""

    def read() -> Any:
        import json

        with open(path, encoding="utf-8") as file:
            return json.load(file)

    return derived(name, [path], read)
