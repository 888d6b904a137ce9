"""Finding rule packs and loading them, from the cache where that is still true."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from textlint.errors import RuleError
from textlint.ruleset import Pack, RuleSet, Selection, builtin_folder, from_plain, read_pack, rule_files, to_plain

_FORMAT = 3


class Recipe(NamedTuple):
    """How to make a rule set, small enough to send to another process."""

    folders: tuple[str, ...] = ()
    installed: bool = True
    selection: Selection = Selection()

    def make(self) -> RuleSet:
        """Return the rule set; raises RuleError or ConfigError as `load_pack` and `select` do."""
        return RuleSet(load_pack(self.folders, self.installed), self.selection)


def load_pack(folders: Sequence[str] = (), installed: bool = True) -> Pack:
    """Return the built-in rules with those of `folders` and, if `installed`, of the installed packs.

    Raises RuleError for a folder or file that is wrong. The compiled pack is kept in the user's cache folder, and used
    as long as no rule file, package folder or version of textlint or Python has changed.
    """
    places = [builtin_folder(), *map(Path, folders), *(installed_packs() if installed else ())]
    files = [path for place in places for path in rule_files(place)]
    key = _key(files)
    pack = _cached(key)
    if pack is None:
        pack, _ = read_pack(places)
        _keep(key, pack)
    return pack


def installed_packs() -> list[Path]:
    """Return the folders of the packs that installed packages offer, by their entry points of group `textlint.packs`.

    Such an entry point names a module whose folder holds the rule files. Raises RuleError if it cannot be found.
    """
    if not any(_offers_packs(folder) for folder in sys.path):
        return []
    from importlib.metadata import entry_points
    from importlib.util import find_spec

    folders = []
    for entry in sorted(entry_points(group="textlint.packs"), key=lambda entry: entry.name):
        spec = find_spec(entry.module)
        if spec is None or not spec.submodule_search_locations:
            raise RuleError(
                f"the rule pack “{entry.name}” names {entry.module}, which is no package", remedy="Reinstall the pack."
            )
        folders.append(Path(spec.submodule_search_locations[0]))
    return folders


def _offers_packs(folder: str) -> bool:
    """Say whether a distribution in a folder of `sys.path` has such entry points, without importing importlib.metadata."""
    try:
        with os.scandir(folder or ".") as entries:
            metadata = [entry.path for entry in entries if entry.name.endswith((".dist-info", ".egg-info"))]
    except OSError:
        return False
    for path in metadata:
        try:
            with open(os.path.join(path, "entry_points.txt"), encoding="utf-8") as file:
                if "[textlint.packs]" in file.read():
                    return True
        except OSError:
            continue
    return False


def _key(files: Sequence[Path]) -> list[Any]:
    from textlint import __version__

    states = [(str(path), status.st_mtime_ns, status.st_size) for path in files for status in (path.stat(),)]
    return [_FORMAT, __version__, sys.version, states]


def _cache_file(key: list[Any]) -> str:
    from zlib import crc32

    root = os.environ.get("TEXTLINT_CACHE_DIR") or os.path.join(
        os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache"), "textlint"
    )
    places = repr(sorted({os.path.dirname(str(state[0])) for state in key[3]}))
    return os.path.join(root, f"rules-{crc32(places.encode()):08x}.marshal")


def _cached(key: list[Any]) -> Pack | None:
    """Return the cached pack if it was made from the same files and is the user's own, else None."""
    import marshal

    try:
        with open(_cache_file(key), "rb") as file:
            if hasattr(os, "getuid") and os.fstat(file.fileno()).st_uid != os.getuid():
                return None
            kept, plain = marshal.load(file)
        return from_plain(plain) if kept == key else None
    except (OSError, EOFError, ValueError, TypeError, MemoryError):
        return None


def _keep(key: list[Any], pack: Pack) -> None:
    """Write the cache in one step; a cache that cannot be written is done without."""
    import marshal

    path = _cache_file(key)
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(temporary, "wb") as file:
            marshal.dump((key, to_plain(pack)), file)
        os.replace(temporary, path)
    except OSError:
        return
