"""The labeled texts of `fixtures/quality` are found and fixed as well as ever, and their known faults are still there."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.quality.__main__ import listing, main, table
from benchmarks.quality.floors import (
    CEILINGS,
    FOLDER,
    FloorError,
    Floors,
    broken,
    lowered,
    measure,
    raised,
    read_floors,
    read_known,
    worse,
    write,
)
from benchmarks.quality.judging import Fault, Judgment, is_found_by, judge, judge_all, line_is_found
from benchmarks.quality.labels import FAMILIES, Label, LabelError, Sample, read_sample, read_samples
from textlint.diagnostic import Diagnostic
from textlint.engine import diagnose
from textlint.rulebook.packs import load_pack
from textlint.rulebook.ruleset import RuleSet, Selection

SAMPLES = {sample.name: sample for sample in read_samples(FOLDER)}


class Known(NamedTuple):
    """A label that textlint is known to get wrong."""

    sample: str
    label: Label


def known(part: str) -> list[object]:
    """Return the labels of one part that say why textlint gets them wrong, each a strict expected failure."""
    return [
        pytest.param(
            Known(sample.name, label),
            id=f"{sample.name}-{label.line}-{label.start}",
            marks=pytest.mark.xfail(
                reason=f"{label.why}. If this passes now, take the reason out of the label file", strict=True
            ),
        )
        for sample in SAMPLES.values()
        for label in getattr(sample, part)
        if label.why
    ]


@cache
def rules(*ignored: str) -> RuleSet:
    return RuleSet(load_pack(installed=False), Selection(ignore=ignored))


@cache
def findings(name: str) -> tuple[Diagnostic, ...]:
    return diagnose(SAMPLES[name].document, rules())


@cache
def judgment() -> Judgment:
    return judge_all(SAMPLES.values(), rules())


def test_no_measure_is_worse_than_its_floor() -> None:
    measures, floors = measure(judgment()), read_floors()
    failed = broken(measures, floors.floors)
    new = worse(judgment().faults, read_known())
    assert not failed, (
        f"Worse than the floor: {', '.join(failed)}.\n{table(measures, floors.floors)}\n"
        f"Wrong now and right before:\n{listing(new)}\nSee fixtures/quality/README.md."
    )


@pytest.mark.parametrize("case", known("findings"))
def test_known_misses_are_still_missed(case: Known) -> None:
    assert any(is_found_by(case.label, item) for item in findings(case.sample))


@pytest.mark.parametrize("case", known("furniture"))
def test_known_furniture_is_still_missed(case: Known) -> None:
    assert line_is_found(case.label, SAMPLES[case.sample], findings(case.sample))


@pytest.mark.parametrize("case", known("false_alarms"))
def test_known_false_alarms_are_still_raised(case: Known) -> None:
    assert not any(is_found_by(case.label, item) for item in findings(case.sample))


def test_the_texts_cover_all_families_and_many_kinds() -> None:
    labels = [label for sample in SAMPLES.values() for label in (*sample.furniture, *sample.findings)]
    assert {label.code[:2] for label in labels} == set(FAMILIES)
    assert len(SAMPLES) >= 44
    assert sum(sample.is_clean for sample in SAMPLES.values()) >= 12
    assert len({sample.kind for sample in SAMPLES.values()}) >= 20
    assert sum(len(known(part)) for part in ("findings", "furniture", "false_alarms")) >= 25


def test_rules_that_stop_working_break_the_floor_and_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--ignore", "SP101,CL103,AT101"]) == 1
    output = capsys.readouterr().out
    assert "Worse than the floor: SP-precision, SP-recall, AT-precision, AT-recall, safely-fixed-labels." in output
    assert "run-together-report.txt:7: missed SP101: 'whetherthe'" in output
    assert "vague-politics.txt:7: missed AT101: 'Political observers'" in output
    assert "statistics-health" not in output


LABELS = 'kind = "note"\nwhy = "a test"\n'
TEXT = "Share on Facebook\nBy Ann\nThe the ferry waits.\nIt is blue.\n"


def write_sample(folder: Path, labels: str, text: str = TEXT) -> Path:
    (folder / "note.txt").write_text(text, "utf-8")
    path = folder / "note.toml"
    path.write_text(LABELS + labels, "utf-8")
    return path


def block(name: str, lines: str) -> str:
    return f"\n[[{name}]]\nlines = '''\n{lines}\n'''\n"


def span(name: str, line: int, code: str, text: str, more: str = "") -> str:
    return f'\n[[{name}]]\nline = {line}\ncode = "{code}"\ntext = "{text}"\n{more}\n'


def test_labels_are_read(tmp_path: Path) -> None:
    labels = block("furniture", "1|Share on Facebook") + block("aside", "2|By Ann")
    labels += span("finding", 3, "RP201", "The the", 'fixed = "The"\nmissed = "a test"')
    sample = read_sample(write_sample(tmp_path, labels))
    assert sample.furniture == (Label("BP", 1, 0, 17, "Share on Facebook"),)
    assert sample.asides == (Label("BP", 2, 18, 24, "By Ann"),)
    assert sample.findings == (Label("RP201", 3, 25, 32, "The the", "The", "a test"),)
    assert not sample.is_clean
    assert read_sample(write_sample(tmp_path, "")).is_clean


@pytest.mark.parametrize(
    ("labels", "line", "message"),
    [
        (block("furniture", "1|Share on Facebok"), 6, "line 1 reads 'Share on Facebook', not 'Share on Facebok'"),
        (block("furniture", "1|Share on Facebook\n9|Home"), 7, "there is no line 9"),
        (block("aside", "By Ann"), 6, "'By Ann' is not of the form NUMBER|TEXT"),
        (block("furniture", "2|By Ann") + block("aside", "2|By Ann"), 6, "line 2 is labeled twice"),
        (block("aside", "2|By Ann") + span("finding", 3, "RP201", "boat"), 9, "'boat' starts 0 times in line 3"),
        (span("finding", 3, "RP201", "e"), 4, "'e' starts 3 times in line 3"),
        (span("finding", 3, "XX101", "The the"), 4, "`code` starts with one of BP"),
        (span("finding", 3, "RP201", "The the", 'fix = "The"'), 4, "unknown keys in [[finding]]: fix"),
        (span("false_alarm", 4, "AT101", "blue"), 4, "`why` is missing in [[false_alarm]]"),
        ('\n[[finding]]\nline = "3"\ncode = "RP201"\ntext = "The the"\n', 4, "`line` is not a number"),
        ('\n[[fault]]\nline = 3\n', 1, "unknown keys: fault"),
    ],
)  # fmt: skip
def test_a_label_that_does_not_fit_is_refused_with_its_line(
    labels: str, line: int, message: str, tmp_path: Path
) -> None:
    path = write_sample(tmp_path, labels)
    with pytest.raises(LabelError) as error:
        read_sample(path)
    assert str(error.value).startswith(f"{path}:{line}: ")
    assert message in str(error.value)


def test_a_text_without_labels_is_refused(tmp_path: Path) -> None:
    write_sample(tmp_path, "")
    (tmp_path / "other.txt").write_text("Nothing is known of this.\n")
    with pytest.raises(LabelError, match=r"other\.toml: missing"):
        read_samples(tmp_path)
    with pytest.raises(LabelError, match="no labeled texts"):
        read_samples(tmp_path / "nowhere")


def sample_of(folder: Path, labels: str, text: str = TEXT) -> Sample:
    return read_sample(write_sample(folder, labels, text))


def test_findings_are_right_or_wrong_by_their_labels(tmp_path: Path) -> None:
    text = "It was the the ferry  that waited. Some experts say it is is blue.\n\nShare on Facebook\nShare on Twitter\nAll rights reserved.\n"
    labels = block("furniture", "3|Share on Facebook\n5|All rights reserved.") + span("finding", 1, "RP201", "the the")
    labels += span("finding", 1, "RP201", "is is") + span("arguable", 1, "AT101", "Some experts")
    judged = judge(sample_of(tmp_path, labels, text), rules())
    assert dict(judged.right) == {"BP": 2, "RP": 1}
    assert dict(judged.wrong) == {"BP": 1, "SP": 1}
    assert dict(judged.missed) == {"RP": 1}
    assert [(fault.line, fault.what, fault.code) for fault in judged.faults] == [
        (1, "false alarm", "SP204"),
        (1, "harmed", ""),
        (1, "missed", "RP201"),
        (2, "harmed", ""),
        (4, "false alarm", "BP142"),
    ]
    assert judged.body_flagged == len("ShareonTwitter")
    assert judged.body_changed == len("Share on Twitter") + len("  ")
    assert (judged.furniture, judged.furniture_cut) == (2, 2)


def test_a_fix_that_leaves_something_else_than_its_label_says_is_harm(tmp_path: Path) -> None:
    text = "The harbor office said thatthe ferry would leave at noon, and it left.\n"
    right = span("finding", 1, "SP101", "thatthe", 'fixed = "that the"')
    judged = judge(sample_of(tmp_path, right, text), rules())
    assert (judged.fixable, judged.fixed, judged.body_changed) == (1, 1, 0)
    wrong = span("finding", 1, "SP101", "thatthe", 'fixed = "thatt he"')
    judged = judge(sample_of(tmp_path, wrong, text), rules())
    assert (judged.fixable, judged.fixed, judged.body_changed) == (1, 0, len("thatthe"))
    judged = judge(sample_of(tmp_path, right, text), rules("SP101"))
    assert [fault.what for fault in judged.faults] == ["missed", "not fixed"]


def test_a_clean_text_with_a_finding_is_noisy(tmp_path: Path) -> None:
    assert judge(sample_of(tmp_path, "", "The ferry waits.\n"), rules()).noisy == 0
    assert judge(sample_of(tmp_path, "", "The ferry  waits.\n"), rules()).noisy == 1


def test_floors_are_raised_and_never_lowered() -> None:
    floors = Floors({"BP-recall": 0.5, "AT-recall": 0.8, "body-flagged": 0.4, "body-changed": 3, "gone": 1}, ())
    measures = {"BP-recall": 0.6, "AT-recall": 0.7, "body-flagged": 0.3, "body-changed": 5, "CL-recall": 0.2}
    assert {"body-flagged", "body-changed"} < set(CEILINGS)
    assert broken(measures, floors.floors) == ["AT-recall", "body-changed", "CL-recall"]
    assert raised(measures, floors).floors == {
        "BP-recall": 0.6, "AT-recall": 0.8, "body-flagged": 0.3, "body-changed": 3, "CL-recall": 0.2,
    }  # fmt: skip


def test_a_floor_is_lowered_alone_and_with_a_reason(tmp_path: Path) -> None:
    floors = Floors({"BP-recall": 0.5, "body-changed": 3}, ())
    measures = {"BP-recall": 0.4, "body-changed": 5.0}
    changed = lowered(measures, floors, "BP-recall", "fewer “wrong” cuts")
    assert changed.floors == {"BP-recall": 0.4, "body-changed": 3}
    write(changed, (Fault("note", 3, "missed", "BP", "Home"),), tmp_path)
    assert read_floors(tmp_path) == changed
    assert list(read_known(tmp_path)) == [Fault("note", 3, "missed", "BP", "Home")]
    for name, because, message in [
        ("BP-recall", " ", "Say why"),
        ("BP-memory", "a reason", "BP-memory is not a measure; the measures are BP-recall"),
    ]:
        with pytest.raises(FloorError, match=message):
            lowered(measures, floors, name, because)
    with pytest.raises(FloorError, match="nothing to lower"):
        lowered(measures, changed, "BP-recall", "a reason")


def test_only_new_faults_are_named() -> None:
    old = Fault("note", 3, "missed", "BP", "Home")
    moved, again, other = old._replace(line=4), old._replace(line=9), old._replace(text="Menu")
    assert worse((moved, again, other), read_known(Path("nowhere"))) == [moved, again, other]
    assert worse((moved, again, other), type(read_known())({old: 1})) == [again, other]


def test_the_command_raises_lowers_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = ["--folder", str(tmp_path)]
    labels = span("finding", 3, "RP201", "The the")
    path = write_sample(tmp_path, labels, TEXT.replace("Share on Facebook", "The boats wait."))
    assert main(folder) == 1  # there are no floors yet
    assert main([*folder, "--raise"]) == 0
    assert main(folder) == 0
    assert main([*folder, "--ignore", "RP201"]) == 1
    assert "note.txt:3: missed RP201: 'The the'" in capsys.readouterr().out
    path.write_text(LABELS + labels + span("finding", 4, "RP201", "blue"), "utf-8")
    assert main([*folder, "--raise"]) == 1  # raising does not hide what became worse
    assert "note.txt:4: missed RP201: 'blue'" in capsys.readouterr().out
    assert main([*folder, "--lower", "RP-recall"]) == 2
    assert "Say why" in capsys.readouterr().err
    assert main([*folder, "--lower", "RP-recall", "--because", "a harder text"]) == 0
    assert main(folder) == 0
    assert 'because = "a harder text"' in (tmp_path / "floors.toml").read_text("utf-8")
    with pytest.raises(SystemExit):
        main([*folder, "--raise", "--ignore", "RP201"])
