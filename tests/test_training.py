"""Training works end to end, on texts in this file and copies with planted damage."""

from __future__ import annotations

import hashlib
import json
import lzma
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.document import Document
from textlint.layers.linear_model import load_model
from textlint.layers.page import feature_names, furniture_weights
from textlint.layers.words import run_together, split_words
from textlint.layers.words.features import GapFeatures
from textlint.layers.words.split_candidates import SplitFeatures
from textlint.span import Edit, apply_edits

pytest.importorskip("sklearn")

from training import plant, regression
from training.__main__ import MODELS, main
from training.run_together import missing_spaces

ROOT = Path(__file__).parent.parent
DATE = "2026-01-31"
SENTENCES = (
    "The harbour office said on Monday that the ferry would leave at noon.",
    "Most passengers were asleep when the government announced the new timetable.",
    "The islanders use the ferry every week, and the pilots have been waiting for the fog to lift.",
    "A survey published in the spring found that travellers want information about the weather.",
    "The minister promised another investigation, but nobody answered the letter.",
    "Several fishermen described the accident to the inspectors of the insurance company.",
    "The engineers from ProtonWorks measured the current under the bridge.",
    "Two lampkeepers and a few quaysiders watched the demonstration from the wall.",
    "The director of FerryLink wanted to improve conditions for everybody on the islands.",
    "The shipbreakers painted the hullplates and cleaned the fogbells before the festival.",
    "Mr Saltholm thanked the tidewatchers for their remarkable patience during the election.",
    "She told HarbourWatch that the population had doubled since the railway was opened.",
    "The kelpbeds behind the lighthouse are protected, according to the department.",
    "The crew read the instructions twice and repaired the machinery with great difficulty.",
)
ODD_PAIRS = (
    "The parrot of the cook says in ter and bid ding all day.",
    "On the old sign the letters for mer and ware house are left.",
    "The game asks for bid ding and in ter, which are no words.",
)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Training data from thirty texts."""
    folder = tmp_path_factory.mktemp("texts")
    for number in range(30):
        chance = random.Random(number)
        sentences = [*chance.sample(SENTENCES, 9), chance.choice(ODD_PAIRS)]
        chance.shuffle(sentences)
        (folder / f"text-{number}.txt").write_text(" ".join(sentences) + "\n", "utf-8")
    planted = folder / "planted.jsonl"
    assert main(["planted", str(folder), "-o", str(planted)]) == 0
    return planted


def trained(model: str, data: Path, output: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Run the command line, and return what it wrote and its provenance record."""
    subprocess.run(
        [sys.executable, "-m", "training", model, str(data), "-o", str(output), "--date", DATE], cwd=ROOT, check=True
    )
    record = output.with_name(output.stem + ".provenance.json")
    return json.loads(output.read_text("utf-8")), json.loads(record.read_text("utf-8"))


def test_run_together_is_trained_from_end_to_end(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "run_together.json"
    content, record = trained("run-together", data, output)
    assert set(content["shapes"]) == set(run_together.MODEL_OF.values())
    lower = load_model(content["shapes"]["lower"]["first"], GapFeatures._fields, "")
    assert any(lower.weights)
    assert record["figures"]["lower"]["found, shown"] > 0.8
    assert record["date"] == DATE
    assert record["folds"] == 5
    assert record["data"] == [
        {"file": data.name, "sha256": hashlib.sha256(data.read_bytes()).hexdigest(), "records": 30 * 9}
    ]
    assert {"numpy", "scikit-learn"} <= set(record["versions"])
    monkeypatch.setattr(run_together, "_records", lambda: content["shapes"])
    run_together.shape_model.cache_clear()
    try:
        text = "The pilots said thatthe ferry was late, and thepassengers of the lampkeepers slept."
        found = run_together.find_run_together(Document(text))
        assert [text[word.start : word.end] for word in found] == ["thatthe", "thepassengers"]
    finally:
        run_together.shape_model.cache_clear()


def test_split_words_are_trained_from_end_to_end(data: Path, tmp_path: Path) -> None:
    content, record = trained("split-words", data, tmp_path / "split_words.json")
    model = load_model(content, SplitFeatures._fields, "")
    assert any(model.weights)
    assert content["thresholds"]["safe"] >= content["thresholds"]["shown"]
    assert record["figures"]["found, shown"] > 0.5
    assert record["figures"]["false alarms, safe"] == 0
    document = Document("The govern ment was asked for informa tion.")
    scores = [model.score(judged.candidate.features) for judged in split_words.judge(document)]
    assert len(scores) == 2
    assert min(scores) > 0


def furniture_pages(path: Path) -> None:
    """Write two pages for each of forty sites, with menus before and after an article."""
    with lzma.open(path, "wt", encoding="utf-8") as file:
        for number in range(80):
            chance = random.Random(number)
            menu = ["Skip to content", "Subscribe", "Sign in", f"Menu {chance.randrange(9)}", "Advertisement"]
            body = [" ".join(chance.sample(SENTENCES, 2)) for _ in range(6)]
            foot = ["Share this article", "Related articles", "Privacy policy", "Terms of use"]
            labeled = [(text, "boilerplate") for text in menu] + [(text, "body") for text in body]
            labeled += [(text, "boilerplate") for text in foot]
            record = {
                "domain": f"site-{number % 40}.example",
                "news": True,
                "extractor": ("bs4", "readability")[number % 2],
            }
            lines = [{"text": text, "label": label} for text, label in labeled]
            file.write(json.dumps({**record, "lines": lines}) + "\n")


def test_the_furniture_model_is_trained_from_end_to_end(tmp_path: Path) -> None:
    furniture_pages(tmp_path / "boilerplate.jsonl.xz")
    output = tmp_path / "furniture_model.txt"
    assert main(["furniture", str(tmp_path), "-o", str(output), "--date", DATE]) == 0
    record = json.loads((tmp_path / "furniture_model.provenance.json").read_text("utf-8"))
    assert [entry["records"] for entry in record["data"]] == [80]
    assert set(record["figures"]["thresholds"]) == {"BP991", "BP992", "BP902"}
    model = furniture_weights.read(str(tmp_path / "furniture_model.bin"))
    share, ferry = map(feature_names.number, ("word: share", "word: ferry"))
    assert model.first[share] > 0 > model.first[ferry]
    output.write_text(output.read_text("utf-8").replace("# step", "# stop"), "utf-8")
    with pytest.raises(SystemExit):
        main(["furniture-binary", str(output), "-o", str(tmp_path / "other.bin")])
    assert not (tmp_path / "other.bin").exists()


def test_without_damage_there_is_nothing_to_train_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "clean.jsonl"
    data.write_text(json.dumps({"id": "clean/one", "text": SENTENCES[0]}) + "\n", "utf-8")
    for model in ("run-together", "split-words"):
        with pytest.raises(SystemExit):
            main([model, str(data), "-o", str(tmp_path / "model.json")])
        assert "clean texts" in capsys.readouterr().err
    assert not (tmp_path / "model.json").exists()


@pytest.mark.parametrize("model", MODELS)
def test_each_model_explains_its_command(model: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([model, "--help"])
    assert stopped.value.code == 0
    assert "--date" in capsys.readouterr().out


@given(st.lists(st.sampled_from([*" ".join(SENTENCES).split(), "\n", " "]), max_size=60), st.integers(0, 9))
def test_planted_damage_is_undone_by_its_edits(words: list[str], seed: int) -> None:
    text = " ".join(words)
    for record in (plant.without_spaces(text, random.Random(seed)), plant.with_spaces(text, random.Random(seed))):
        assert "".join(record["text"].split()) == "".join(text.split())
        edits = [Edit(edit["start"], edit["end"], edit["gold"]) for edit in record["edits"]]
        assert apply_edits(record["text"], edits) == text


def test_damage_is_planted() -> None:
    records = list(plant.records("a", " ".join(SENTENCES * 5)))
    assert [bool(record.get("edits")) for record in records] == [False] + [True] * 8


@pytest.mark.parametrize(
    ("text", "gold", "places"),
    [
        ("thatthe", "that the", {4}),
        ("beenwaitingfor", "been waiting for", {4, 11}),
        ("govern ment", "government", set()),
        ("other", "words", set()),
    ],
)
def test_missing_spaces_are_where_the_gold_words_have_them(text: str, gold: str, places: set[int]) -> None:
    assert missing_spaces(f"so {text}", {"start": 3, "end": 3 + len(text), "gold": gold}) == {3 + at for at in places}


def test_a_threshold_lets_through_as_many_false_alarms_as_are_allowed() -> None:
    alarms = [0.5, 3.0, 2.0, 1.0]
    for allowed in range(4):
        assert sum(alarm > regression.threshold(alarms, allowed) for alarm in alarms) == allowed
    assert regression.highest([("a", 1.0), ("b", 0.5), ("a", 2.0)]) == [2.0, 0.5]
