"""Finding rule packs and loading them, from the cache where that is still true."""

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
Offers = dict[str, tuple[int, bool]]


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
    name = _cache_name(folders, installed)
    kept, offers, plain = _cached(name)
    places = [rules_folder(), *folders]
    if installed:
        offers = _offers(offers)
        if any(offer for _, offer in offers.values()):
            places += installed_packs()
    key = _key([path for place in places for path in rule_files(place)])
    if kept == key:
        try:
            return from_plain(plain)
        except (TypeError, ValueError, IndexError):  # damaged: as good as none
            pass
    pack, _ = read_pack(places)
    cache.keep(name, (key, offers, to_plain(pack)))
    return pack


def installed_packs() -> list[str]:
    """Return the folders of the packs that installed packages offer, by their entry points of group `textlint.packs`.

    Such an entry point names a module whose folder holds the rule files. Raises RuleError if it cannot be found.
    """
    from importlib.metadata import entry_points
    from importlib.util import find_spec

    folders = []
    for entry in sorted(entry_points(group="textlint.packs"), key=lambda entry: entry.name):
        spec = find_spec(entry.module)
        if spec is None or not spec.submodule_search_locations:
            raise RuleError(
                f"the rule pack “{entry.name}” names {entry.module}, which is no package", remedy="Reinstall the pack."
            )
        folders.append(spec.submodule_search_locations[0])
    return folders


def _offers(known: Offers) -> Offers:
    """Return for each folder of `sys.path` when it changed and whether a package in it offers packs, by `known` if it did not."""
    offers: Offers = {}
    for folder in sys.path:
        try:
            changed = os.stat(folder or ".").st_mtime_ns
        except OSError:
            continue
        before = known.get(folder)
        offers[folder] = before if before and before[0] == changed else (changed, _offers_packs(folder))
    return offers


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


def _key(files: Sequence[str]) -> list[Any]:
    states = [(path, status.st_mtime_ns, status.st_size) for path in files for status in (os.stat(path),)]
    return [_FORMAT, __version__, sys.version, states]


def _cache_name(folders: Sequence[str], installed: bool) -> str:
    places = (rules_folder(), [os.path.abspath(folder) for folder in folders], installed)
    return cache.place_name("rules", places)


def _cached(name: str) -> tuple[Any, Offers, Any]:
    """Return the key, the offers and the plain pack that were kept, or nothing of each."""
    kept = cache.load(name)
    if not isinstance(kept, tuple) or len(kept) != 3 or not isinstance(kept[1], dict):
        return None, {}, None
    return kept
