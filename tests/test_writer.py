"""A file is replaced completely or not at all (R1, R2)."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from textlint.errors import WriteError
from textlint.files import writer
from textlint.files.writer import replace_file, state_of

ROOT = Path(__file__).parent.parent


@pytest.fixture(params=["unnamed", "named"])
def article(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file to replace, with and without the kind of temporary file that has no name."""
    if request.param == "named":
        monkeypatch.setattr(sys, "platform", "other")
    path = tmp_path / "article.txt"
    path.write_bytes(b"old\r\n")
    return path


def refused(path: Path, chunks: list[bytes] | Iterator[bytes] | None = None) -> str:
    """Try to replace the file, check that it and its folder stand as they stood, and return the reason."""
    content, names = path.read_bytes(), sorted(os.listdir(path.parent))
    with pytest.raises(WriteError) as caught:
        replace_file(str(path), [b"new"] if chunks is None else chunks, state_of(path))
    assert path.read_bytes() == content
    assert sorted(os.listdir(path.parent)) == names
    assert caught.value.path == str(path)
    assert caught.value.remedy
    return caught.value.message


def test_replaces_the_content_and_keeps_the_mode(article: Path) -> None:
    article.chmod(0o640)
    replace_file(str(article), iter([b"new", b"", b"\xff\x00"]), state_of(article))
    assert article.read_bytes() == b"new\xff\x00"
    assert stat.S_IMODE(article.stat().st_mode) == 0o640
    assert os.listdir(article.parent) == ["article.txt"]


def test_a_relative_path_works(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(article.parent)
    replace_file("article.txt", [b"new"], state_of("article.txt"))
    assert article.read_bytes() == b"new"


def test_chunks_may_read_the_old_file(article: Path) -> None:
    with article.open("rb") as old:
        seen = state_of(old.fileno())
        replace_file(str(article), (line.replace(b"\r", b"") for line in old), seen)
    assert article.read_bytes() == b"old\n"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only the superuser may give files away")
def test_keeps_the_owner(article: Path) -> None:
    os.chown(article, 12345, 54321)
    article.chmod(0o4755)
    replace_file(str(article), [b"new"], state_of(article))
    status = article.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (12345, 54321, 0o4755)


def test_setuid_bits_are_dropped_if_the_owner_cannot_be_kept(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no")

    article.chmod(0o4755)
    monkeypatch.setattr(os, "fchown", refuse)
    seen = state_of(article)
    monkeypatch.setattr(writer, "_refuse_unless_replaceable", lambda *_: None)
    replace_file(str(article), [b"new"], seen._replace(owner=seen.owner + 1))
    assert stat.S_IMODE(article.stat().st_mode) == 0o755


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no extended attributes here")
def test_keeps_extended_attributes(article: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("copied on Linux only")
    try:
        os.setxattr(article, "user.source", b"agency")
    except OSError:
        pytest.skip("this file system has none")
    replace_file(str(article), [b"new"], state_of(article))
    assert os.getxattr(article, "user.source") == b"agency"


def test_keeps_a_symbolic_link_and_writes_its_target(article: Path) -> None:
    folder = article.parent / "elsewhere"
    folder.mkdir()
    link = folder / "link.txt"
    link.symlink_to("../article.txt")
    replace_file(str(link), [b"new"], state_of(link))
    assert link.is_symlink()
    assert article.read_bytes() == b"new"
    assert os.listdir(folder) == ["link.txt"]


def test_rejects_a_file_with_several_hard_links(article: Path) -> None:
    os.link(article, article.parent / "other.txt")
    assert "2 hard links" in refused(article)


def test_rejects_a_read_only_file_even_for_root(article: Path) -> None:
    article.chmod(0o444)
    assert "read-only" in refused(article)


def test_rejects_anything_but_a_regular_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(WriteError, match="not a regular file"):
        replace_file(str(pipe), [b"new"], state_of(pipe))


@pytest.mark.parametrize("change", ["content", "same length", "mode", "replaced"])
def test_rejects_a_file_that_was_changed_after_it_was_read(article: Path, change: str) -> None:
    seen = state_of(article)
    time.sleep(0.02)  # the clock of a file system ticks every few milliseconds
    if change == "mode":
        article.chmod(0o600)
    elif change == "replaced":
        (article.parent / "n").write_bytes(b"old\r\n")
        os.replace(article.parent / "n", article)
    else:
        article.write_bytes(b"theirs" if change == "content" else b"OLD\r\n")
    content = article.read_bytes()
    with pytest.raises(WriteError, match="changed"):
        replace_file(str(article), [b"new"], seen)
    assert article.read_bytes() == content


def test_rejects_a_file_changed_while_the_new_one_was_written(article: Path) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"new"
        article.write_bytes(b"theirs, just now")

    with pytest.raises(WriteError, match="changed"):
        replace_file(str(article), chunks(), state_of(article))
    assert article.read_bytes() == b"theirs, just now"
    assert os.listdir(article.parent) == ["article.txt"]


def test_rejects_a_deleted_file(article: Path) -> None:
    seen = state_of(article)
    article.unlink()
    with pytest.raises(WriteError, match="deleted"):
        replace_file(str(article), [b"new"], seen)
    assert os.listdir(article.parent) == []


def test_rejects_a_file_that_another_run_is_replacing(article: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    with article.open("rb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        assert "another program" in refused(article)


@pytest.mark.parametrize("call", ["replace", "fsync", "fchmod"])
def test_leaves_everything_unchanged_if_the_system_call_fails(
    article: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, call, fail)
    assert "No space left on device" in refused(article)


def test_leaves_everything_unchanged_if_the_chunks_fail(article: Path) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replace_file(str(article), chunks(), state_of(article))
    assert article.read_bytes() == b"old\r\n"
    assert os.listdir(article.parent) == ["article.txt"]


CHILD = """
import sys
from textlint.errors import WriteError
from textlint.files.writer import replace_file, state_of
path = sys.argv[1]
"""


def child(code: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a Python that has `path` and the writer's names."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-c", CHILD + code, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(b"old" * 1000)
    code = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
try:
    replace_file(path, [b"new" * 100_000], state_of(path))
except WriteError as error:
    print(error)
    sys.exit(2)
"""
    process = child(code, str(path))
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (2, b"")
    assert b"is unchanged" in output
    assert path.read_bytes() == b"old" * 1000
    assert os.listdir(tmp_path) == ["article.txt"]


LOOP = """
contents = [b"a" * 300_000, b"b" * 200_000]
print("ready", flush=True)
while True:
    for content in contents:
        replace_file(path, (content[i:i + 50_000] for i in range(0, len(content), 50_000)), state_of(path))
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_killed_run_leaves_a_complete_file(tmp_path: Path, number: signal.Signals) -> None:
    path = tmp_path / "article.txt"
    whole = {b"a" * 300_000, b"b" * 200_000}
    path.write_bytes(b"a" * 300_000)
    for attempt in range(8):
        process = child(LOOP, str(path))
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.003 * attempt)
        process.send_signal(number)
        process.communicate(timeout=60)
        assert process.returncode != 0
        assert path.read_bytes() in whole
        if sys.platform == "linux" and number != signal.SIGKILL:
            assert os.listdir(tmp_path) == ["article.txt"]


COUNT = """
left = 40
while left:
    with open(path, "rb") as file:
        seen = state_of(file.fileno())
        number = int(file.read())
    try:
        replace_file(path, [b"%d" % (number + 1)], seen)
        left -= 1
    except WriteError:
        pass
"""


def test_concurrent_runs_lose_no_update(tmp_path: Path) -> None:
    path = tmp_path / "count.txt"
    path.write_bytes(b"0")
    runs = [child(COUNT, str(path)) for _ in range(2)]
    for run in runs:
        assert run.communicate(timeout=60)[1] == b""
    assert path.read_bytes() == b"80"
    assert os.listdir(tmp_path) == ["count.txt"]
