"""Locate the data files and built-in rules of the package."""

from __future__ import annotations

import os

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def data_file(name: str) -> str:
    """Return the path of the data file `name`, such as "words.marisa"."""
    return os.path.join(PACKAGE, "data", name)


def rules_folder() -> str:
    """Return the folder of the built-in rules: inside the installed package, or next to it in a checkout."""
    installed = os.path.join(PACKAGE, "rules")
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(PACKAGE), "rules")
