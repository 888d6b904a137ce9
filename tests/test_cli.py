"""The command line: its output and exit codes (R10)."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_samples import EXAMPLES, PHRASE, rule_toml, write_rule

from textlint.__main__ import _run
from textlint.cli.options import CHECK, parse_plainly

ROOT = Path(__file__).parent.parent
FIX = '[fix]\napplicability = "safe"\nkeeps = "rest"\n'
CLEAN = "Ham.\n"
DIRTY = "Ham and spam.\n"


@pytest.fixture
def pack(here: Path) -> Path:
    """A folder with a pack of two rules: spam is cut safely, eggs are reported."""
    write_rule(here / "pack", rule_toml("XX101", PHRASE + FIX))
    write_rule(
        here / "pack", rule_toml("XX102", '[phrase]\nany = ["eggs"]\n', examples=EXAMPLES.replace('fixed = ""\n', ""))
    )
    return here / "pack"


def check(*words: str) -> int:
    return _run(["check", "--isolated", "--rules", "pack", "--select", "XX", *words])


@pytest.fixture
def article(here: Path, pack: Path) -> Path:
    path = here / "a.txt"
    path.write_bytes(DIRTY.encode())
    return path


def test_clean_is_0(article: Path) -> None:
    article.write_text(CLEAN)
    assert check("a.txt") == 0
    assert check("--fix", "a.txt") == 0


def test_findings_are_1(article: Path) -> None:
    assert check("a.txt") == 1
    assert check("--exit-zero", "a.txt") == 0


def test_all_fixed_is_0_and_remaining_findings_are_1(article: Path) -> None:
    assert check("--fix", "a.txt") == 0
    assert article.read_bytes() == b"Ham and .\n"
    article.write_text("spam eggs\n")
    assert check("--fix", "a.txt") == 1
    assert article.read_bytes() == b" eggs\n"


@pytest.mark.parametrize(
    "words",
    [
        ["missing.txt"],
        ["undecodable.txt"],
        ["--encoding", "nosuch", "a.txt"],
        ["--encoding", "rot13", "latin.txt"],
        ["--encoding", "undefined", "latin.txt"],
        ["--select", "ZZ9", "a.txt"],
        ["--ignore", "ZZ9", "a.txt"],
        ["--nosuch", "a.txt"],
        ["--output-format", "nosuch", "a.txt"],
        ["--output-format", "json", "--output-format", "jsonl", "a.txt"],
        ["--output-file", "missing/report", "a.txt"],
        ["--jobs", "many", "a.txt"],
        ["--unsafe-fixes", "a.txt"],
        ["--removed", "cut.jsonl", "a.txt"],
        ["--fix", "--removed", "missing/cut.jsonl", "a.txt"],
        ["-", "a.txt"],
        ["--rules", "nosuch", "a.txt"],
        ["--rules", "badpack", "a.txt"],
        ["--rules", "badcheck", "a.txt"],
        ["--rules", "badparameters", "a.txt"],
        ["--config", "missing.toml", "a.txt"],
        ["--config", "bad.toml", "a.txt"],
        ["bad.jsonl"],
        ["--timeout", "soon", "a.txt"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("fix", [False, True])
def test_problems_are_2(
    words: list[str], fix: bool, article: Path, here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (here / "undecodable.txt").write_bytes(b"caf\xe9 \xc3\xa9\n")
    (here / "latin.txt").write_bytes(b"caf\xe9\n")
    (here / "bad.jsonl").write_bytes(b'{"text": \n')
    (here / "bad.toml").write_text("nosuch = 1\n")
    write_rule(here / "badpack", rule_toml(severity="fatal"))
    write_rule(here / "badcheck", rule_toml("XX103", "", 'check = "nosuch"'))
    write_rule(here / "badparameters", rule_toml("XX104", "[parameters]\nnosuch = 1\n", 'check = "final_newline"'))
    if fix and ("--removed" in words[:1] or "--unsafe-fixes" in words):
        pytest.skip("these go with --fix")
    assert check(*words, *(["--fix"] if fix else [])) == 2
    captured = capfd.readouterr()
    said = captured.out + captured.err
    assert "Traceback" not in said and "internal error" not in said
    assert said.strip()


def test_problems_take_precedence_over_findings(article: Path) -> None:
    assert check("a.txt", "missing.txt") == 2
    assert check("--exit-zero", "a.txt", "missing.txt") == 2


def test_a_read_only_file_is_not_written(article: Path, capfd: pytest.CaptureFixture[str]) -> None:
    article.chmod(0o444)
    assert check("--fix", "a.txt") == 2
    assert article.read_bytes() == DIRTY.encode()
    assert "read-only" in capfd.readouterr().out
    article.chmod(0o644)


def test_diff_writes_nothing_and_is_1_if_there_are_changes(article: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert check("--diff", "a.txt") == 1
    assert article.read_bytes() == DIRTY.encode()
    assert "+Ham and .\n" in capfd.readouterr().out
    article.write_text("eggs\n")
    assert check("--diff", "a.txt") == 0


TEXTS = {
    "plain.txt": b"One.\nHam and spam.\nThree.\n",
    "no newline at end.txt": b"One.\nspam and ham",
    "crlf.txt": b"One.\r\nspam and ham\r\nThree.\r\n",
    "cr.txt": b"One.\rspam and ham\rThree.\rFour and spam.\r",
    "mixed.txt": b"One.\r\nspam\rand spam\nThree.\x0c spam\x85\n".replace(b"\x85", "\u2028".encode()),
    "bom.txt": b"\xef\xbb\xbfspam and ham\n",
    "crème “brûlée”.txt": "é spam\n".encode(),
    "sub folder/a.txt": b"spam and ham\n",
    'quo"te\\d.txt': b"spam and ham\n",
}


@pytest.mark.parametrize("tool", ["git", "patch"])
@pytest.mark.parametrize("name", TEXTS)
def test_a_diff_can_be_applied(
    name: str, tool: str, pack: Path, here: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    if not shutil.which(tool):
        pytest.skip(f"no {tool} here")
    path = here / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(TEXTS[name])
    assert check("--diff", name) == 1
    difference = capfdbinary.readouterr().out
    command = ["git", "apply", "--whitespace=nowarn", "-"] if tool == "git" else ["patch", "--binary", "-p1"]
    subprocess.run(command, input=difference, check=True, cwd=here, capture_output=True)
    patched = path.read_bytes()
    path.write_bytes(TEXTS[name])
    check("--fix", name)
    assert patched == path.read_bytes() != TEXTS[name]


def test_removed_text_can_be_written_to_a_file(article: Path, here: Path) -> None:
    article.write_text("One spam.\nspam two\n")
    assert check("--fix", "--removed", "cut.jsonl", "a.txt") == 0
    cut = [json.loads(line) for line in (here / "cut.jsonl").read_text().splitlines()]
    assert [(item["code"], item["text"], item["line"], item["column"]) for item in cut] == [
        ("XX101", "spam", 1, 5),
        ("XX101", "spam", 2, 1),
    ]
    assert all(item["path"] == "a.txt" for item in cut)


def run(*words: str, data: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "textlint", *words],
        input=data,
        capture_output=True,
        check=False,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


OURS = ("--isolated", "--rules", "pack", "--select", "XX")


def test_standard_input_is_checked(pack: Path, here: Path) -> None:
    done = run("check", *OURS, "--output-format", "jsonl", "-", data=DIRTY.encode(), cwd=here)
    assert done.returncode == 1
    assert json.loads(done.stdout)["text"] == "spam"


@pytest.mark.parametrize(
    "data", [DIRTY.encode(), CLEAN.encode(), b"spam\r\n", b"\xef\xbb\xbfspam", "spam\n".encode("utf-16")]
)
def test_standard_input_is_fixed_to_standard_output(data: bytes, pack: Path, here: Path) -> None:
    done = run("check", *OURS, "--fix", "-", data=data, cwd=here)
    assert done.returncode == 0
    for encoding in ("utf-8", "utf-16-le"):
        data = data.replace("spam".encode(encoding), b"")
    assert done.stdout == (b"" if data in (b"\r\n", b"\n") else data if data != b"\xff\xfe\n\x00" else b"\xff\xfe")


def test_standard_input_that_cannot_be_read_is_written_unchanged(pack: Path, here: Path) -> None:
    done = run("check", *OURS, "--fix", "-", data=b"caf\xe9 \xc3\xa9 spam", cwd=here)
    assert done.returncode == 2
    assert done.stdout in (b"", b"caf\xe9 \xc3\xa9 spam")
    assert b"cannot be read" in done.stderr


def test_several_outputs(article: Path, here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    words = [
        "--output-format",
        "concise",
        "--output-format",
        "json",
        "-o",
        "r.json",
        "--output-format",
        "jsonl",
        "-o",
        "r.jsonl",
    ]
    assert check(*words, "a.txt") == 1
    assert "XX101" in capfd.readouterr().out
    assert json.loads((here / "r.json").read_text())["findings"] == [json.loads((here / "r.jsonl").read_text())]


def test_selection_options(article: Path, capfd: pytest.CaptureFixture[str]) -> None:
    article.write_text("spam eggs\n")

    def codes(*words: str) -> list[str]:
        _run(["check", "--isolated", "--rules", "pack", *words, "--output-format", "jsonl", "a.txt"])
        return [json.loads(line)["code"] for line in capfd.readouterr().out.splitlines()]

    assert codes("--select", "XX") == ["XX101", "XX102"]
    assert codes("--select", "xx101,XX102") == ["XX101", "XX102"]
    assert codes("--select", "XX102") == ["XX102"]
    assert codes("--select", "XX", "--ignore", "XX102") == ["XX101"]
    assert codes("--select", "XX101", "--extend-select", "XX102") == ["XX101", "XX102"]
    assert codes("--ignore", "XX", "--ignore", "ST") == []
    assert codes("--select", "XX102", "--ignore", "XX") == ["XX102"]


def test_a_broken_pipe_is_silent(here: Path, pack: Path) -> None:
    (here / "a.txt").write_text("spam\n" * 50_000)
    process = subprocess.Popen(
        [sys.executable, "-m", "textlint", "check", *OURS, "--output-format", "jsonl", "a.txt"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=here,
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.wait() == 2
    assert process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_an_interrupt_is_130(here: Path, pack: Path) -> None:
    os.mkfifo(here / "slow.txt")  # reading it waits for a writer who never comes
    process = subprocess.Popen(
        [sys.executable, "-m", "textlint", "check", *OURS, "slow.txt"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=here,
    )
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=10)
    assert process.returncode == 130
    assert b"Traceback" not in out + err


def test_no_articles_found_is_reported(here: Path, pack: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "empty").mkdir()
    assert check("empty") == 0
    assert "No articles found" in capfd.readouterr().err


words = st.one_of(
    st.sampled_from([flag for option in CHECK for flag in option.flags]),
    st.sampled_from([f"{flag}={value}" for option in CHECK for flag in option.flags for value in ("x", "1", "", "json", "never")]),
    st.sampled_from(["a.txt", "-", "--", "", "json", "terminal", "concise", "never", "auto", "3", "-3", "+3", "1_0", "٣", " 4", "SP,at1", ",", "SP101", "-qx", "-q", "-oq", "-j4", "--sel", "é"]),
)  # fmt: skip


@given(st.lists(words, max_size=7))
def test_the_simple_parser_agrees_with_click(line: list[str]) -> None:
    import click

    from textlint.cli.commands.check import command

    plain = parse_plainly(line, CHECK)
    if plain is None:
        return
    context = command.make_context("check", list(line), resilient_parsing=False)
    assert {name: tuple(value) if isinstance(value, list) else value for name, value in context.params.items()} == plain
    assert isinstance(command, click.Command)


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["check", "--help"],
        ["--version"],
        ["rules"],
        ["explain", "SP202"],
        ["explain", "trailing-spaces"],
        ["config"],
    ],
)
def test_commands_that_succeed(words: list[str], here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert _run(words) == 0
    assert capfd.readouterr().out.strip()


@pytest.mark.parametrize(
    "words", [["nosuch"], ["explain", "ZZ999"], ["explain"], ["test", "nosuch"], ["rules", "--nosuch"]]
)
def test_commands_that_fail(words: list[str], here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert _run(words) == 2
    captured = capfd.readouterr()
    assert captured.err.strip() and "internal error" not in captured.err
