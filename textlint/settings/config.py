"""Find and read settings: `textlint.toml`, or `[tool.textlint]` in `pyproject.toml`."""

from __future__ import annotations

import os

from textlint.errors import ConfigError
from textlint.startup.values import Any, NamedTuple

_FILES = ("textlint.toml", "pyproject.toml")
_TABLE = b"[tool.textlint"


class Config(NamedTuple):
    """The settings of a run; options on the command line override them.

    `path` is the file they came from, empty for the defaults. `rules` are folders of rule packs, as absolute paths.
    `per_file_ignores` maps path patterns (as in .gitignore, relative to the file's folder) to code prefixes.
    """

    path: str = ""
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    rules: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    encoding: str = ""
    text_field: str = "text"
    baseline: str = ""
    timeout: int = 30  # seconds for one document; 0: no limit
    rule_url: str = ""  # the URL of a rule's page, with the placeholders {code} and {name}

    @property
    def folder(self) -> str:
        """The folder that path patterns are relative to: that of the file, or the current one."""
        return os.path.dirname(self.path) if self.path else os.getcwd()


def find_config(start: str) -> str:
    """Return the path of the nearest settings file in the folder `start` or its parents, or "".

    `textlint.toml` takes precedence over `pyproject.toml`, which counts only if it has a `[tool.textlint]` table.
    """
    folder = os.path.abspath(start)
    while True:
        for name in _FILES:
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (name == "textlint.toml" or _has_table(path)):
                return path
        parent = os.path.dirname(folder)
        if parent == folder:
            return ""
        folder = parent


def _has_table(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return _TABLE in file.read()
    except OSError:
        return False


def read_config(path: str) -> Config:
    """Return the settings of a file.

    Raises ConfigError, with the line if possible, for a file that cannot be read, is not TOML, or contains an unknown
    key or an invalid value.
    """
    import tomllib

    try:
        with open(path, "rb") as file:
            content = file.read().decode("utf-8")
        data = tomllib.loads(content)
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", path) from None
    except RecursionError:
        raise ConfigError("nested too deeply", path) from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"not TOML: {error}", path, _line_in(str(error))) from None
    if os.path.basename(path) == "pyproject.toml":
        tool = data.get("tool")
        data = tool.get("textlint", {}) if isinstance(tool, dict) else {}
    return _to_config(data, path, content)


def _line_in(message: str) -> int | None:
    import re

    found = re.search(r"at line (\d+)", message)
    return int(found.group(1)) if found else None


def _to_config(data: dict[str, Any], path: str, content: str) -> Config:
    import msgspec

    from textlint.settings.schema import Settings

    try:
        settings = msgspec.convert(data, Settings)
    except msgspec.ValidationError as error:
        from textlint.settings.toml_errors import explain, line_of

        message, steps = explain(str(error), Settings.__struct_encode_fields__)
        raise ConfigError(message, path, line_of(content, ["textlint", *steps])) from None
    folder = os.path.dirname(os.path.abspath(path))
    return Config(
        path=os.path.abspath(path),
        select=tuple(settings.select),
        extend_select=tuple(settings.extend_select),
        ignore=tuple(settings.ignore),
        preview=settings.preview,
        rules=tuple(os.path.join(folder, rules) for rules in settings.rules),
        exclude=tuple(settings.exclude),
        per_file_ignores=tuple((pattern, tuple(codes)) for pattern, codes in settings.per_file_ignores.items()),
        encoding=settings.encoding,
        text_field=settings.text_field,
        baseline=os.path.join(folder, settings.baseline) if settings.baseline else "",
        timeout=settings.timeout,
        rule_url=settings.rule_url,
    )
