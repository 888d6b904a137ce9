"""Codes for new rules: the next free one, and the letters that are reserved."""

from __future__ import annotations

import pytest

from textlint.authoring.codes import next_code
from textlint.errors import ConfigError
from textlint.families import FAMILIES, RESERVED
from textlint.startup.locations import rules_folder


def test_the_next_code_of_the_letters() -> None:
    assert next_code("XX", ["SP101"], "pack") == "XX101"
    assert next_code("hr", ["HR101", "HR212", "HRA999"], "pack") == "HR213"
    assert next_code("xx205", ["XX204"], "pack") == "XX205"


def test_numbers_from_900_on_are_not_given_out() -> None:
    assert next_code("BP", ["BP101", "BP901", "BP992"], rules_folder()) == "BP102"
    assert next_code("XX", ["XX101", "XX899"], "pack") == "XX102"
    with pytest.raises(ConfigError, match="no number is left"):
        next_code("XX", [f"XX{number}" for number in range(101, 900)], "pack")


@pytest.mark.parametrize("letters", RESERVED)
@pytest.mark.parametrize("digits", ["", "150"])
def test_reserved_letters_are_refused_in_other_packs(letters: str, digits: str) -> None:
    with pytest.raises(ConfigError, match="reserved"):
        next_code(letters + digits, [], "pack")


@pytest.mark.parametrize("family", FAMILIES)
def test_the_project_can_use_its_own_letters(family: tuple[str, ...]) -> None:
    folder = f"{rules_folder()}/boilerplate"
    assert next_code(f"{family[0]}877", [], folder) == f"{family[0]}877"


def test_the_codes_that_other_programs_rely_on_are_never_given_out() -> None:
    for letters in ("AT", "CL"):
        with pytest.raises(ConfigError, match="fixed"):
            next_code(letters, [], rules_folder())
    assert next_code("EN", ["EN101"], rules_folder()) == "EN102"
