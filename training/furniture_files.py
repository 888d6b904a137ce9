"""The two files of the page-furniture model: the text that people read, and the binary that is compiled from it.

`python -m training furniture-binary TEXT` compiles the binary again, after a change of the text.

The text (`furniture_model.txt`) has a feature a line: its weight in log odds, a tab, its name; sorted by name. The features
of the second look begin with "second look: ", its bias among them. Lines with "#" are comments, but for the line "# step:
NUMBER": the weights of the first look are whole numbers of such steps, from -127 to 127.

The binary (`furniture_model.bin`) is described at `textlint.layers.page.furniture_weights.read`.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from textlint.layers.page.feature_names import number, templates
from textlint.layers.page.furniture_weights import FORMAT
from training.errors import TrainingError
from training.provenance import source

_SECOND = "second look: "
_HEADER = """\
# The weights of the page-furniture model in log odds: weight, tab, name of the feature. Above 0 speaks for furniture.
# "above" and "below" are the lines before and after the line; a cue is what a rule takes for a sign of page furniture;
# "words: <start> share" is the first word of a line. "second look" features see the first scores of the lines around.
# Written by `python -m training furniture DATA`. After a change: `python -m training furniture-binary textlint/data/furniture_model.txt`.
# step: {step!r}
"""


class NamedWeights(NamedTuple):
    """The model as in the text: the weights of the first look in whole steps of `step`, those of the second in log odds."""

    step: float
    first: Mapping[str, int]
    second: Mapping[str, float]
    bias: float


def run(data: Path, output: Path, date: str) -> None:
    """Compile the text file `data` to the binary `output`; `date` is not used, as nothing is trained."""
    try:
        compile_text(data, output)
    except (OSError, ValueError) as error:
        raise TrainingError(f"{data}: {error}") from error


def write_text(model: NamedWeights, path: Path) -> None:
    """Write the text file."""
    rows = {name: f"{steps * model.step:+.3f}" for name, steps in model.first.items()}
    rows |= {f"{_SECOND}{name}": f"{weight:+.4f}" for name, weight in {"bias": model.bias, **model.second}.items()}
    lines = [f"{weight}\t{name}\n" for name, weight in sorted(rows.items())]
    path.write_text(_HEADER.format(step=model.step) + "".join(lines), "utf-8", newline="\n")


def read_text(path: Path) -> NamedWeights:
    """Return what the text file has. Raises ValueError if a name has two lines or the step is not given."""
    step, rows = 0.0, dict[str, float]()
    lines = path.read_text("utf-8").split("\n")
    for line in filter(None, lines):
        if line.startswith("#"):
            step = float(line.removeprefix("# step: ")) if line.startswith("# step: ") else step
            continue
        weight, _, name = line.partition("\t")
        if name in rows:
            raise ValueError(f"two lines for {name!r}")
        rows[name] = float(weight)
    if not step:
        raise ValueError("no line “# step: NUMBER”")
    second = {name.removeprefix(_SECOND): weight for name, weight in rows.items() if name.startswith(_SECOND)}
    first = {name: round(weight / step) for name, weight in rows.items() if not name.startswith(_SECOND)}
    return NamedWeights(step, first, second, second.pop("bias"))


def compile_text(path: Path, target: Path) -> None:
    """Write the binary for the text file `path`. Raises ValueError if two names have one number."""
    model = read_text(path)
    numbered = {number(name): steps for name, steps in sorted(model.first.items())}
    if len(numbered) < len(model.first):
        raise ValueError("two names have the same checksum; change the wording of one in feature_names.py")
    numbered = dict(sorted(numbered.items()))
    head: dict[str, Any] = {
        "format": FORMAT,
        "step": model.step,
        "count": len(numbered),
        "templates": templates(),
        "second_look": {"bias": model.bias, "weights": dict(model.second)},
        "digest": source(path, len(model.first)).sha256,
    }
    content = json.dumps(head, ensure_ascii=False).encode() + b"\n"
    target.write_bytes(content + array("I", numbered).tobytes() + array("b", numbered.values()).tobytes())
