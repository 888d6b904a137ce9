"""Replace the content of a file atomically."""

from __future__ import annotations

import os
import signal
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

from textlint.errors import WriteError
from textlint.startup.values import NamedTuple


class FileState(NamedTuple):
    """The file system's metadata of a file, recorded when it is read and compared before it is replaced.

    Times are in nanoseconds, the size in bytes. Two states are equal only if the file was not written, replaced or
    linked and its mode did not change in between.
    """

    device: int
    inode: int
    size: int
    modified: int
    changed: int
    mode: int
    owner: int
    group: int
    links: int


def state_of(file: int | str | os.PathLike[str]) -> FileState:
    """Return the state of an open file (its descriptor) or of the file at a path, following links.

    Call it with the descriptor before the first read. Raises OSError, like `os.stat`.
    """
    status = os.stat(file)
    return FileState(
        status.st_dev,
        status.st_ino,
        status.st_size,
        status.st_mtime_ns,
        status.st_ctime_ns,
        status.st_mode,
        status.st_uid,
        status.st_gid,
        status.st_nlink,
    )


def replace_file(path: str, chunks: Iterable[bytes], seen: FileState) -> None:
    """Replace the content of the file at `path` with `chunks` atomically.

    The bytes are written to a new file in the same folder, which replaces the old one once it is complete and on disk.
    Mode, extended attributes and (if permitted) owner are kept. If `path` is a symbolic link, its target is replaced.
    `chunks` may be a generator that still reads the old file; if it raises, the file is unchanged.

    Raises WriteError, with the file unchanged, if it is not a regular file, has several hard links, is read-only, is no
    longer in the state `seen`, or cannot be written (no space, no permission). Temporary files (`.textlint-….tmp`) are
    removed, except after a SIGKILL during the replacement, which cannot damage the file.
    """
    target = os.path.realpath(path)
    folder = os.path.dirname(target)
    temporary = os.path.join(folder, f".textlint-{os.urandom(8).hex()}.tmp")
    is_named = False
    try:
        _refuse_unless_replaceable(path, target, seen)
        with _signals_blocked():
            descriptor, is_named = _create(folder, temporary)
        with os.fdopen(descriptor, "wb") as new:
            new.writelines(chunks)
            new.flush()
            _keep_attributes(descriptor, target, seen)
            os.fsync(descriptor)
            with _locked(path, target), _signals_blocked():
                _refuse_unless_replaceable(path, target, seen)
                if not is_named:
                    _give_name(descriptor, temporary)
                    is_named = True
                new.close()
                os.replace(temporary, target)
                is_named = False
    except OSError as error:
        raise WriteError(
            f"could not be written: {error.strerror or error}; the file is unchanged",
            path,
            remedy=f"Check the free space and permissions of {folder}.",
        ) from error
    finally:
        if is_named:
            with suppress(OSError):
                os.unlink(temporary)
    _sync_folder(folder)


def _refuse_unless_replaceable(path: str, target: str, seen: FileState) -> None:
    """Raise WriteError if the file must not be replaced."""
    try:
        now = state_of(target)
    except FileNotFoundError:
        raise WriteError("the file was deleted after it was read", path, remedy="Run again.") from None
    if not stat.S_ISREG(now.mode):
        raise WriteError("not a regular file", path, remedy="Only regular files can be fixed; name one.")
    if now.links > 1:
        raise WriteError(
            f"the file has {now.links} hard links, and replacing it would break them",
            path,
            remedy="Copy the file first, or write to another file: textlint check --fix - < IN > OUT",
        )
    # Check the mode too: os.access always allows root to write, even to read-only files.
    if not now.mode & 0o222 or not os.access(target, os.W_OK):
        raise WriteError("the file is read-only", path, remedy="Make it writable to fix it.")
    if now != seen:
        raise WriteError("the file was changed by another program after it was read", path, remedy="Run again.")


def _create(folder: str, temporary: str) -> tuple[int, bool]:
    """Open a new file for writing; return its descriptor and whether it already has the name `temporary`.

    On Linux the file has no name yet, so it disappears by itself if the process is killed.
    """
    if sys.platform == "linux":
        with suppress(OSError):
            return os.open(folder, os.O_TMPFILE | os.O_WRONLY | os.O_CLOEXEC, 0o600), False
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    return os.open(temporary, flags, 0o600), True


def _give_name(descriptor: int, temporary: str) -> None:
    """Link an unnamed file into its folder."""
    folder = os.open(os.path.dirname(temporary), os.O_RDONLY)
    try:  # with a folder descriptor Python calls linkat, which follows the link in /proc; link does not
        os.link(f"/proc/self/fd/{descriptor}", temporary, src_dir_fd=folder, follow_symlinks=True)
    finally:
        os.close(folder)


def _keep_attributes(descriptor: int, target: str, seen: FileState) -> None:
    """Give the new file the owner, extended attributes and mode of the old one."""
    if sys.platform == "win32":
        return
    mode = stat.S_IMODE(seen.mode)
    now = os.fstat(descriptor)
    if (now.st_uid, now.st_gid) != (seen.owner, seen.group):
        try:
            os.fchown(descriptor, seen.owner, seen.group)
        except OSError:
            mode &= ~(stat.S_ISUID | stat.S_ISGID)  # these bits must not apply to another owner
    if sys.platform == "linux":
        with suppress(OSError):
            for name in os.listxattr(target):
                with suppress(OSError):
                    os.setxattr(descriptor, name, os.getxattr(target, name))
    os.fchmod(descriptor, mode)


@contextmanager
def _locked(path: str, target: str) -> Iterator[None]:
    """Keep other runs of textlint from replacing the file between the last check of its state and the replacement."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    descriptor = os.open(target, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WriteError("another program is writing the file", path, remedy="Run again.") from None
        except OSError:
            pass  # the file system does not support locks
        yield
    finally:
        os.close(descriptor)


@contextmanager
def _signals_blocked() -> Iterator[None]:
    """Block the signals that end the process during the few calls that could leave a temporary file behind."""
    if sys.platform == "win32":
        yield
        return
    previous = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, previous)


def _sync_folder(folder: str) -> None:
    """Flush the replacement itself to disk, if the system supports it."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
