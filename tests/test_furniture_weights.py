"""The files of the page-furniture model: readable names, one binary that follows from them, and what is refused."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from textlint.layers.linear_model import ModelError
from textlint.layers.page import line_values as values
from textlint.layers.page.feature_names import number, templates
from textlint.layers.page.furniture_weights import read, weights
from textlint.layers.page.second_look import FIELDS
from textlint.startup.locations import data_file
from training.furniture_files import NamedWeights, compile_text, read_text, write_text

TEXT = Path(data_file("furniture_model.txt"))
BINARY = Path(data_file("furniture_model.bin"))


def tampered(path: Path, change: Callable[[dict[str, Any]], object], tail: bytes = b"") -> str:
    """Write the binary with its head changed and `tail` added to `path`, and return the path."""
    head, _, rest = BINARY.read_bytes().partition(b"\n")
    record = json.loads(head)
    change(record)
    path.write_bytes(json.dumps(record).encode() + b"\n" + rest + tail)
    return str(path)


def test_the_binary_is_what_the_text_compiles_to(tmp_path: Path) -> None:
    compile_text(TEXT, tmp_path / "compiled.bin")
    assert (tmp_path / "compiled.bin").read_bytes() == BINARY.read_bytes()
    assert (
        json.loads(BINARY.read_bytes().partition(b"\n")[0])["digest"] == hashlib.sha256(TEXT.read_bytes()).hexdigest()
    )


def test_each_name_in_the_text_has_its_weight_in_the_binary() -> None:
    named, loaded = read_text(TEXT), weights()
    assert len(named.first) > 1_000
    assert {number(name): steps for name, steps in named.first.items()} == loaded.first
    assert dict(zip(loaded.second.names, loaded.second.weights, strict=True)) == named.second
    assert (loaded.second.bias, loaded.step) == (named.bias, named.step)


def test_the_text_is_sorted_and_both_files_are_small() -> None:
    names = [line.partition("\t")[2] for line in TEXT.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert names == sorted(names)
    assert TEXT.stat().st_size <= 1_550_000
    assert BINARY.stat().st_size <= 300_000


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    model = NamedWeights(0.03125, {"word: ferry": 127, "words: <start> ferry": -2}, dict.fromkeys(FIELDS, -1.5), 0.25)
    write_text(model, tmp_path / "model.txt")
    assert read_text(tmp_path / "model.txt") == model
    compile_text(tmp_path / "model.txt", tmp_path / "model.bin")
    loaded = read(str(tmp_path / "model.bin"))
    assert loaded.first == {number("word: ferry"): 127, number("words: <start> ferry"): -2}
    assert (loaded.second.bias, set(loaded.second.weights)) == (0.25, {-1.5})


@pytest.mark.parametrize("line", ["+0.1000\tany line\n", "+0.1000\tsecond look: bias\n"])
def test_a_name_with_two_lines_is_an_error(tmp_path: Path, line: str) -> None:
    (tmp_path / "model.txt").write_text(f"# step: 0.1\n{line}{line}", "utf-8")
    with pytest.raises(ValueError, match="two lines"):
        read_text(tmp_path / "model.txt")


def _rename_field(head: dict[str, Any]) -> None:
    record = head["second_look"]["weights"]
    record["chance_ahead"] = record.pop("chance_below")


def _rename_feature(head: dict[str, Any]) -> None:
    head["templates"]["address"] = ["address; line: {shape}"]


@pytest.mark.parametrize(
    ("change", "tail", "told"),
    [
        (_rename_field, b"", "unknown features: chance_ahead; no weight for: chance_below"),
        (
            _rename_feature,
            b"",
            "unknown features: address: address; line: {shape}; no weight for: address: web or mail",
        ),
        (lambda head: head["templates"].pop("pair"), b"", "no weight for: pair: words: {first} {second}"),
        (lambda head: head.update(count=head["count"] + 1), b"", "no weight for"),
        (lambda head: None, b"\0", "no weight for"),
        (lambda head: head.pop("format"), b"", "unknown features: format None; no weight for: format 2"),
    ],
    ids=["second look", "template", "group", "count", "length", "format"],
)
def test_weights_for_other_features_are_refused(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], tail: bytes, told: str
) -> None:
    path = tampered(tmp_path / "model.bin", change, tail)
    with pytest.raises(ModelError) as caught:
        read(path)
    assert told in caught.value.message
    assert caught.value.path == path
    assert "train the model again" in caught.value.remedy


def _either(*names: str) -> str:
    return f"(?:{'|'.join(map(re.escape, names))})"


def _known_values() -> dict[str, str]:
    """Return an expression for the values of each parameter that occurs in a name."""
    endings = _either(*values.ENDINGS.values(), values.LETTER_END, values.DIGIT_END, values.SIGN_END, values.QUOTE_END)
    start = f"{_either(values.LOWERCASE_START, values.SIGN_START)}?"
    shape = f"{_either(*values.LENGTH.names)}, {start}{endings}(?:{re.escape(values.WITH_CUE)})?"
    zone = _either(values.BEFORE, values.INSIDE, values.AFTER)
    paragraphs = _either(*values.PARAGRAPHS.names)
    outside = _either(*values.LINES_BEFORE.names, *values.LINES_AFTER.names)
    neighbor = f"(?:{shape}|{values.NO_LINE})"
    distance = _either(*values.CUE_DISTANCE.names)
    return {
        "shape": shape,
        "capitals": _either(values.ALL_CAPITALS, values.MOST_CAPITALS, values.SOME_CAPITALS, values.FEW_CAPITALS),
        "page": _either(*values.SHORT_LINES.names),
        "place": f"(?:{outside}|{values.INSIDE}, {paragraphs} above, {paragraphs} from here on)",
        "zone": zone,
        "sign": f"(?:{values.LETTER_START}|\\W|_)",
        "times": _either(*values.TIMES.names),
        "sentences": _either(*values.SENTENCE_BREAKS.names),
        "commas": _either(*values.COMMAS.names),
        "where": _either("2 lines above", "above", "below", "2 lines below"),
        "other": neighbor,
        "length": _either(*values.ROUGH_LENGTH.names),
        "passed": _either(*values.CUES_ABOVE.names, *values.CUES_BETWEEN.names),
        "above": f"(?:{neighbor}|{distance})",
        "below": f"(?:{neighbor}|{distance})",
        "nearest": distance,
        "cued": _either(*values.CUES_NEAR.names),
        "short": _either(*values.SHORT_NEAR.names),
        "kind": "[a-z-]+",
        "word": r"\S+",
        "first": r"\S+",
        "second": r"\S+",
        "words": r"\S+(?: \S+){0,6}",
        "share": _either(*values.SHARED_WORDS.names, *values.CUE_SHARE.names),
    }


def test_each_name_is_one_that_the_features_can_give() -> None:
    """A step or a text that is changed in the code would leave weights behind that no line can reach."""
    known = _known_values()
    expressions = [
        re.compile(re.sub(r"\\\{(\w+)\\\}", lambda match: known[match[1]], re.escape(template)))
        for names in templates().values()
        for template in names
    ]
    strange = [name for name in read_text(TEXT).first if not any(rule.fullmatch(name) for rule in expressions)]
    assert strange == []
