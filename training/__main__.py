"""Make a data file of textlint from training data: `python -m training MODEL DATA [-o OUTPUT] [--date DATE]`.

Each model's module has `run(data: Path, output: Path, date: str) -> None`, which writes `output`. If it fits weights, it
also writes a provenance record next to `output`. Only the requested module is imported.
"""

from __future__ import annotations

import argparse
import datetime
import importlib
from collections.abc import Sequence
from pathlib import Path

from training.errors import TrainingError

DATA_FILES = Path(__file__).parents[1] / "textlint" / "data"
# For each data file: the module that makes it, its default path, and its description.
MODELS = {
    "furniture": ("training.furniture_model", DATA_FILES / "furniture_model.txt", "the model of page furniture"),
    "furniture-binary": (
        "training.furniture_files",
        DATA_FILES / "furniture_model.bin",
        "the model of page furniture, compiled from its text file",
    ),
    "run-together": ("training.run_together", DATA_FILES / "run_together.json", "the models of run-together words"),
    "split-words": ("training.split_words", DATA_FILES / "split_words.json", "the model of split words"),
    "lexicon": ("training.lexicon", DATA_FILES, "the lexicon (OUTPUT is a folder)"),
    "planted": ("training.plant", Path("planted.jsonl"), "training data: clean texts and copies with planted damage"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the command line, make the data file, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m training", description="Make a data file of textlint.")
    models = parser.add_subparsers(dest="model", metavar="MODEL", required=True)
    for name, (_, output, what) in MODELS.items():
        model = models.add_parser(name, help=what, description=f"Make {what}.")
        model.add_argument("data", metavar="DATA", type=Path, help="the file or folder of training data")
        model.add_argument("-o", "--output", type=Path, default=output, help="default: %(default)s")
        model.add_argument(
            "--date",
            default=datetime.date.today().isoformat(),
            help="for the provenance record, as YYYY-MM-DD; default: today",
        )
    options = parser.parse_args(arguments)
    module = importlib.import_module(MODELS[options.model][0])
    try:
        module.run(options.data, options.output, options.date)
    except TrainingError as error:
        parser.exit(2, f"{parser.prog}: {error}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
