"""The features of the models of words, held against values written down once: each has its own column of them.

After a change that is meant, write them down again: `python tests/test_word_features.py`.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from textlint.document import Document
from textlint.layers.words import run_together, split_words
from textlint.layers.words.candidates import EDGE
from textlint.layers.words.features import GapFeatures
from textlint.layers.words.run_together import DocumentFeatures
from textlint.layers.words.split_candidates import SplitFeatures

GOLDEN = Path(__file__).parent / "data" / "word_features.json"
RUN_TOGETHER = [
    "The harbour office said on Monday thatthe ferry would leave at noon, and that the fog was thick. A surveypublished "
    "last week found that most islanders usethe ferry every week, and the pilots have beenwaitingfor the fog to lift.The "
    "letter was sent toParliament in June,but nobody answered. “Wait”They said (and left)the quay:The end.",
    "Mr J.Smith of the TVprogramme saw the harboursoon and the harbour-soon, the FerryLink, the antiferry league, and the "
    "oceanhouse. Osterby left inthe\u00a0fog in2019the year, and 2019the year was late. Ask Zorbik.The pilots did, and Velmar.Pilots do.",
    "let ofthe = ofthe(); // withoutthe code, and so on and so on until the line is as long as it must be here\n"
    "Theharbour was closed.\nMid-watch-theharbour was open, and he left Theharbour and the islandsthe day before.\nOfthe rest.",
    'He said "stop"and went. He said…The end was near. The ferry...Then it sank. "No!"The crew left.The ship sank as they reached atRostock.',
    "der hafenund die fähre sindnoch nicht gekommen wegen dem nebel sagte derkapitän am montag inthe hafen\n",
    "The iPhone and McArthur saw YouTube, LinkedIn, FaceBook and airBorder, while USAtoday andUS troops met the UNsoon.",
    "A tidewatcher's ropehand saw the lampkeepers, the kelpbeds, the fogbells and Hans-Peterthe great; so did Norwaywas.",
    "The plan,beforewriting it, was cardcase work, a setdown, and hereinto he put it. It was Andover or Edithe, hearable or "
    "atwitch, and aship or iwas there.",
]
SPLIT = [
    "The govern ment has promised informa tion. The government is late. Most pas sengers slept on the quay,.",
    "Mr Wa ter and ter said in ter Ter za rima, bid ding ter war. The for mer ware house was a re mark able ter place.",
    "The ship in port was in tact when Will ard and sand erson met the coch ran boys, the oth ers and the sid ewalks of Wil lard.",
    "They saw themat ic and clust er hafen und nebel, cripp ling gril le and baz aar, and alle rgic dred ge of the wal es.",
]
FIELDS = {"gap": GapFeatures._fields, "document": DocumentFeatures._fields, "split": SplitFeatures._fields}


def measured() -> dict[str, list[dict[str, Any]]]:
    """Return for each class of features its values for every candidate of the texts, without those that are 0."""
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in FIELDS}
    for text in RUN_TOGETHER:
        for judged in run_together.judge(Document(text)):
            chunk, cut = judged.candidate.context.chunk, judged.candidate.gap.cut
            reading = f"{chunk[:cut]} {chunk[cut:]}".strip(EDGE)
            found["gap"].append(row(reading, judged.candidate.features))
            found["document"].append(row(reading, judged.features))
    for text in SPLIT:
        for split in split_words.judge(Document(text)):
            reading = text[split.candidate.start : split.candidate.end]
            found["split"].append(row(reading, split.candidate.features))
    return found


def row(reading: str, features: Any) -> dict[str, Any]:
    values = {name: round(float(value), 9) for name, value in features._asdict().items() if value}
    return {"reading": reading, "features": values}


def columns(rows: Sequence[dict[str, Any]], fields: Sequence[str]) -> dict[str, tuple[float, ...]]:
    return {field: tuple(row["features"].get(field, 0.0) for row in rows) for field in fields}


@pytest.fixture(scope="module")
def golden() -> dict[str, list[dict[str, Any]]]:
    content: dict[str, list[dict[str, Any]]] = json.loads(GOLDEN.read_text("utf-8"))
    return content


@pytest.mark.parametrize("name", FIELDS)
def test_features_have_the_values_written_down(name: str, golden: dict[str, list[dict[str, Any]]]) -> None:
    assert measured()[name] == golden[name]


@pytest.mark.parametrize("name", FIELDS)
def test_each_feature_has_a_column_of_its_own(name: str, golden: dict[str, list[dict[str, Any]]]) -> None:
    """So that no two can be swapped, and none be dropped, without another value somewhere."""
    found = columns(golden[name], FIELDS[name])
    assert [field for field, values in found.items() if len(set(values)) == 1] == []
    assert [pair for pair in itertools.combinations(found, 2) if found[pair[0]] == found[pair[1]]] == []


@pytest.mark.parametrize("name", FIELDS)
def test_the_values_written_down_are_of_known_features(name: str, golden: dict[str, list[dict[str, Any]]]) -> None:
    assert {field for row in golden[name] for field in row["features"]} == set(FIELDS[name])


def test_the_shipped_weights_are_those_of_the_features() -> None:
    for shape in set(run_together.MODEL_OF.values()):
        model = run_together.shape_model(shape)
        assert model.first.names == GapFeatures._fields
        assert model.second.names == DocumentFeatures._fields
        assert model.thresholds["shown"] < model.thresholds["safe"]
    model, thresholds = split_words.split_model()
    assert model.names == SplitFeatures._fields
    assert thresholds["shown"] < thresholds["safe"]


if __name__ == "__main__":
    GOLDEN.parent.mkdir(exist_ok=True)
    rows = {
        name: ",\n  ".join(json.dumps(row, ensure_ascii=False) for row in rows) for name, rows in measured().items()
    }
    parts = (f' "{name}": [\n  {text}\n ]' for name, text in rows.items())
    GOLDEN.write_text("{\n" + ",\n".join(parts) + "\n}\n", "utf-8")
