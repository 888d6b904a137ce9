"""Find and load rule packs, from the cache if nothing has changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from textlint.errors import RuleError
from textlint.rulebook.ruleset import Pack, RuleSet, Selection, from_plain, read_pack, rule_files, to_plain
from textlint.startup import cache
from textlint.startup.locations import rules_folder
from textlint.startup.values import Any, NamedTuple
from textlint.version import __version__

_FORMAT = 9
PackFolders = dict[str, tuple[int, bool]]


class Recipe(NamedTuple):
    """The arguments to load a rule set, small enough to send to another process."""

    folders: tuple[str, ...] = ()
    installed: bool = True
    selection: Selection = Selection()

    def make(self) -> RuleSet:
        """Load the rule set; raises RuleError or ConfigError, like `load_pack` and `select`."""
        return RuleSet(load_pack(self.folders, self.installed), self.selection)


def load_pack(folders: Sequence[str] = (), installed: bool = True) -> Pack:
    """Return the built-in rules, the rules in `folders` and, if `installed`, those of installed packs.

    The compiled pack is cached in the user's cache folder until a rule file, a package folder, or the version of
    textlint or Python changes. Raises RuleError for an invalid folder or file.
    """
    name = _cache_name(folders, installed)
    kept, pack_folders, plain = _cached(name)
    places = [rules_folder(), *folders]
    if installed:
        pack_folders = _pack_folders(pack_folders)
        if any(has_packs for _, has_packs in pack_folders.values()):
            places += installed_packs()
    key = _key([path for place in places for path in rule_files(place)])
    if kept == key:
        try:
            return from_plain(plain)
        except (TypeError, ValueError, IndexError):  # damaged
            pass
    pack, _ = read_pack(places)
    cache.keep(name, (key, pack_folders, to_plain(pack)))
    return pack


def installed_packs() -> list[str]:
    """Return the folders of the installed rule packs, found by entry points in the group `textlint.packs`.

    Such an entry point names a package whose folder contains the rule files. Raises RuleError if it cannot be found.
    """
    from importlib.metadata import entry_points
    from importlib.util import find_spec

    folders = []
    for entry in sorted(entry_points(group="textlint.packs"), key=lambda entry: entry.name):
        spec = find_spec(entry.module)
        if spec is None or not spec.submodule_search_locations:
            raise RuleError(
                f"the rule pack “{entry.name}” refers to {entry.module}, which is not a package",
                remedy="Reinstall the pack.",
            )
        folders.append(spec.submodule_search_locations[0])
    return folders


def _pack_folders(known: PackFolders) -> PackFolders:
    """Return for each folder of `sys.path` its modification time and whether it has packs, reusing `known`."""
    found: PackFolders = {}
    for folder in sys.path:
        try:
            changed = os.stat(folder or ".").st_mtime_ns
        except OSError:
            continue
        before = known.get(folder)
        found[folder] = before if before and before[0] == changed else (changed, _has_packs(folder))
    return found


def _has_packs(folder: str) -> bool:
    """Return whether a distribution in a folder of `sys.path` has rule packs, without importing importlib.metadata."""
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


def _key(files: Sequence[str]) -> list[Any]:
    states = [(path, status.st_mtime_ns, status.st_size) for path in files for status in (os.stat(path),)]
    return [_FORMAT, __version__, sys.version, states]


def _cache_name(folders: Sequence[str], installed: bool) -> str:
    places = (rules_folder(), [os.path.abspath(folder) for folder in folders], installed)
    return cache.place_name("rules", places)


def _cached(name: str) -> tuple[Any, PackFolders, Any]:
    """Return the cached key, pack folders and plain pack, or empty values."""
    kept = cache.load(name)
    if not isinstance(kept, tuple) or len(kept) != 3 or not isinstance(kept[1], dict):
        return None, {}, None
    return kept
