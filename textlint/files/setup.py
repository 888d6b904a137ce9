"""Build the rules and options of a run from the command line and the settings file; the command line wins."""

from __future__ import annotations

from collections.abc import Callable

from textlint.errors import ConfigError
from textlint.files.inspection import Options
from textlint.rulebook.packs import Recipe
from textlint.rulebook.ruleset import RuleSet, Selection
from textlint.settings.config import Config, find_config, read_config
from textlint.startup.values import Any, NamedTuple


class Setup(NamedTuple):
    """The settings and rules of a command."""

    config: Config
    recipe: Recipe
    rules: RuleSet
    only_for: Callable[[str], frozenset[str] | None]  # the codes that run on a path, None for all


def set_up(options: dict[str, Any]) -> Setup:
    """Return the setup for parsed options and the settings file; raises ConfigError or RuleError."""
    config = read_settings(options)
    folders = (*config.rules, *options.get("rules", ()))
    recipe = Recipe(folders, not options.get("isolated"), selection(config, options))
    rules = recipe.make()
    return Setup(config, recipe, rules, _per_file(config, rules))


def reading_options(setup: Setup, options: dict[str, Any]) -> Options:
    """Return how files are read and fixed, from the options and the settings."""
    return Options(
        unsafe=options.get("unsafe_fixes", False),
        write=not options.get("diff", False),
        encoding=options["encoding"] or setup.config.encoding,
        text_field=options["text_field"] or setup.config.text_field,
        stdin_filename=options.get("stdin_filename", ""),
        genre=options.get("genre", ""),
        group_by=options.get("group_by", ""),
        timeout=setup.config.timeout if options.get("timeout") is None else options["timeout"],
    )


def baseline_path(setup: Setup, options: dict[str, Any]) -> str:
    """Return the path of the baseline in the options, else in the settings, else ""."""
    return "" if options["isolated"] else options["baseline"] or setup.config.baseline


def read_settings(options: dict[str, Any]) -> Config:
    """Return the settings from `--config`, else from the nearest settings file; the defaults with `--isolated`."""
    if options.get("config"):
        return read_config(options["config"])
    path = "" if options.get("isolated") else find_config(".")
    return read_config(path) if path else Config()


def selection(config: Config, options: dict[str, Any]) -> Selection:
    """Return the rule selection of options and settings; `ignore` and `extend-select` of both are combined."""
    return Selection(
        select=options.get("select") or config.select,
        extend_select=(*config.extend_select, *options.get("extend_select", ())),
        ignore=(*config.ignore, *options.get("ignore", ())),
        preview=options.get("preview") or config.preview,
    )


def _per_file(config: Config, rules: RuleSet) -> Callable[[str], frozenset[str] | None]:
    if not config.per_file_ignores:
        return lambda path: None
    import os

    from pathspec import GitIgnoreSpec

    for code in {code for _, codes in config.per_file_ignores for code in codes} - {"ALL"}:
        if not any(rule.code.startswith(code) for rule in rules.rules):
            raise ConfigError(f"per-file-ignores: no rule code starts with “{code}”", config.path)
    specs = [(GitIgnoreSpec.from_lines([pattern]), codes) for pattern, codes in config.per_file_ignores]

    def only_for(path: str) -> frozenset[str] | None:
        relative = os.path.relpath(path, config.folder).replace(os.sep, "/")
        ignored = tuple(code for spec, codes in specs if spec.match_file(relative) for code in codes)
        if "ALL" in ignored:
            return frozenset()
        return frozenset(code for code in rules.selected if not code.startswith(ignored)) if ignored else None

    return only_for
