"""The options of `check` and related commands as a table, for click and for the fast parser that does not need click.

Importing click takes longer than checking an article. A simple, valid command line is therefore parsed with the table
alone. Anything else, such as an invalid command line or `--help`, is left to click, which has better messages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textlint.reporters import FORMATS
from textlint.startup.values import Any, NamedTuple


class Option(NamedTuple):
    """An option: its flags, its parameter, and how to parse its value.

    `kind` is "flag", "text", "codes" (a comma-separated list that can be repeated), "many" (a text that can be repeated)
    or "number". `choices` limits a text.
    """

    flags: tuple[str, ...]
    name: str
    kind: str
    default: Any
    help: str
    choices: tuple[str, ...] = ()
    metavar: str = ""


COMMON = (
    Option(("--output-format",), "output_formats", "many", (), "The format of the report. Can be repeated, each time with its --output-file.", FORMATS),
    Option(("--output-file", "-o"), "output_files", "many", (), "Write the report to this file instead of standard output.", metavar="FILE"),
    Option(("--config",), "config", "text", "", "Use this settings file.", metavar="FILE"),
    Option(("--isolated",), "isolated", "flag", False, "Ignore settings files, baselines, installed rule packs and cached results."),
    Option(("--encoding",), "encoding", "text", "", "The encoding of files that are neither UTF-8 nor UTF-16.", metavar="NAME"),
    Option(("--text-field",), "text_field", "text", "", "The field of a JSON record that contains its text (default: text).", metavar="NAME"),
    Option(("--stdin-filename",), "stdin_filename", "text", "", "The path to report for standard input; its suffix determines the format.", metavar="PATH"),
    Option(("--quiet", "-q"), "quiet", "flag", False, "Print only findings and problems."),
    Option(("--jobs", "-j"), "jobs", "number", 0, "The number of processes to use; 0 chooses automatically.", metavar="N"),
    Option(("--timeout",), "timeout", "number", None, "Stop checking a document after this many seconds, plus a sixth for each million characters; 0 means no limit (default: 30).", metavar="SECONDS"),
    Option(("--color",), "color", "text", "auto", "Use color in the terminal.", ("auto", "always", "never")),
)  # fmt: skip

SELECTING = (
    Option(("--select",), "select", "codes", (), "Run only these rules: codes, prefixes of codes, or ALL.", metavar="CODES"),
    Option(("--extend-select",), "extend_select", "codes", (), "Also run these rules.", metavar="CODES"),
    Option(("--ignore",), "ignore", "codes", (), "Do not run these rules.", metavar="CODES"),
    Option(("--preview",), "preview", "flag", False, "Also run the rules in preview."),
    Option(("--rules",), "rules", "many", (), "Also use the rule files in this folder.", metavar="DIR"),
)  # fmt: skip

CHECK = (
    Option(("--fix",), "fix", "flag", False, "Apply the safe fixes."),
    Option(("--unsafe-fixes",), "unsafe_fixes", "flag", False, "With --fix or --diff, apply the unsafe fixes too."),
    Option(("--diff",), "diff", "flag", False, "Show what --fix would change, without writing files."),
    Option(("--interactive",), "interactive", "flag", False, "With --fix, ask before applying each fix, including unsafe ones."),
    Option(("--removed",), "removed", "text", "", "Write the text that fixes removed to this file, as JSON Lines.", metavar="FILE"),
    *SELECTING,
    *COMMON,
    Option(("--group-by",), "group_by", "text", "", "Treat lines that recur in the documents of one site as page furniture. A site is a folder, or the value of a source or url field.", ("auto", "folder", "site")),
    Option(("--genre",), "genre", "text", "", "Treat all texts as this genre instead of detecting it.", ("news", "opinion", "sport", "market", "live", "transcript", "recipe")),
    Option(("--baseline",), "baseline", "text", "", "Ignore the findings that this baseline accepts.", metavar="FILE"),
    Option(("--only-changed",), "only_changed", "text", "", "Report only findings on lines changed since this git revision.", metavar="REV"),
    Option(("--watch",), "watch", "flag", False, "Check again whenever a file is saved, until interrupted."),
    Option(("--no-cache",), "no_cache", "flag", False, "Ignore cached results."),
    Option(("--show-fixes",), "show_fixes", "flag", False, "List the fixes that were applied."),
    Option(("--statistics",), "statistics", "flag", False, "Count the findings by rule instead of listing them."),
    Option(("--redact",), "redact", "flag", False, "Leave the text of the articles out of the report."),
    Option(("--exit-zero",), "exit_zero", "flag", False, "Exit with 0 even if findings remain."),
)  # fmt: skip


WHY = (
    *SELECTING,
    *(option for option in CHECK if option.name in ("config", "isolated", "encoding", "text_field", "stdin_filename", "genre")),
)  # fmt: skip


def parse_plainly(words: Sequence[str], table: Sequence[Option]) -> dict[str, Any] | None:
    """Return the values of the options of `table` and of `paths`, or None if click should parse `words`."""
    by_flag = {flag: option for option in table for flag in option.flags}
    values: dict[str, Any] = {option.name: option.default for option in table}
    paths: list[str] = []
    pending = iter(words)
    for word in pending:
        if not word.startswith("-") or word == "-":
            paths.append(word)
            continue
        flag, equals, value = word.partition("=")
        option = by_flag.get(flag)
        if option is None or (equals and (option.kind == "flag" or not flag.startswith("--"))):
            return None
        if option.kind == "flag":
            values[option.name] = True
            continue
        if not equals:
            value = next(pending, "")
        if not value or value.startswith("-") or (option.choices and value not in option.choices):
            return None
        if option.kind == "number":
            if not value.isdecimal():
                return None
            values[option.name] = int(value)
        else:
            values[option.name] = _gathered(option, values[option.name], value)
    return {"paths": tuple(paths), **values}


def _gathered(option: Option, so_far: Any, value: str) -> Any:
    if option.kind == "many":
        return (*so_far, value)
    if option.kind == "codes":
        return (*so_far, *split_codes(value))
    return value


def split_codes(value: str) -> tuple[str, ...]:
    """Return the codes in a comma-separated list, in upper case."""
    return tuple(code.strip().upper() for code in value.split(",") if code.strip())


def click_options(table: Sequence[Option]) -> Callable[[Any], Any]:
    """Return a decorator that adds the options of `table` to a click command."""
    import click

    def decorate(command: Any) -> Any:
        for option in reversed(table):
            command = click.option(*option.flags, option.name, **_click_settings(click, option))(command)
        return command

    return decorate


def _click_settings(click: Any, option: Option) -> dict[str, Any]:
    settings: dict[str, Any] = {"default": option.default, "help": option.help}
    if option.kind == "flag":
        return {**settings, "is_flag": True}
    if option.metavar:
        settings["metavar"] = option.metavar
    if option.kind == "number":
        return {**settings, "type": click.IntRange(min=0)}
    if option.choices:
        settings["type"] = click.Choice(option.choices)
        if option.default == "":  # click does not accept a default that is not one of the choices
            settings |= {"default": None, "callback": lambda context, parameter, value: value or ""}
    if option.kind == "many":
        settings["multiple"] = True
    if option.kind == "codes":
        settings |= {"multiple": True, "callback": lambda context, parameter, value: sum(map(split_codes, value), ())}
    return settings
