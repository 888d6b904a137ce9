"""Put new bytes in a file's place, whole or not at all."""

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
    """What the file system says of a file, taken when it is read and compared before it is replaced.

    Times are in nanoseconds. Two states are equal only if nobody wrote, replaced or linked the file or changed its mode
    in between.
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
    """Return the state of an open file (its descriptor) or of the file at a path, links followed.

    Take it from the descriptor that is read from, before the first read. Raises OSError as `os.stat` does.
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
    """Replace the content of the file at `path` with `chunks`, in one step that cannot be seen half done.

    The bytes go to a new file in the same folder, which takes the place of the old one when it is complete and on disk.
    Mode, extended attributes and (where the system allows) owner are kept; a symbolic link stays, and what it points to
    is replaced. `chunks` may be a generator that still reads the old file; what it raises leaves the file as it was.

    Raises WriteError, the file unchanged, if it is not a regular file, has several hard links, is read-only, is not in
    the state `seen` any more, or if writing fails (no space, no permission). No temporary file stays behind; only a
    SIGKILL at the moment of the exchange can leave one (`.textlint-….tmp`), and never harms the file itself.
    """
    target = os.path.realpath(path)
    folder = os.path.dirname(target)
    temporary = os.path.join(folder, f".textlint-{os.urandom(8).hex()}.tmp")
    is_named = False
    try:
        _refuse_unless_replaceable(path, target, seen)
        with _undisturbed():
            descriptor, is_named = _create(folder, temporary)
        with os.fdopen(descriptor, "wb") as new:
            new.writelines(chunks)
            new.flush()
            _keep_attributes(descriptor, target, seen)
            os.fsync(descriptor)
            with _locked(path, target), _undisturbed():
                _refuse_unless_replaceable(path, target, seen)
                if not is_named:
                    _give_name(descriptor, temporary)
                    is_named = True
                new.close()
                os.replace(temporary, target)
                is_named = False
    except OSError as error:
        raise WriteError(
            f"could not be written: {error.strerror or error}; the file stands as it was",
            path,
            remedy=f"Check the free space and the permissions of {folder}.",
        ) from error
    finally:
        if is_named:
            with suppress(OSError):
                os.unlink(temporary)
    _sync_folder(folder)


def _refuse_unless_replaceable(path: str, target: str, seen: FileState) -> None:
    """Raise WriteError with the reason if the file must not be replaced."""
    try:
        now = state_of(target)
    except FileNotFoundError:
        raise WriteError("the file is gone since it was read", path, remedy="Run again.") from None
    if not stat.S_ISREG(now.mode):
        raise WriteError("not a regular file, so it cannot be replaced", path, remedy="Give a regular file.")
    if now.links > 1:
        raise WriteError(
            f"the file has {now.links} hard links; replacing it would part it from its other names",
            path,
            remedy="Break the link by copying the file, or write elsewhere: textlint check --fix - < IN > OUT",
        )
    # The mode is asked as well, because the superuser may write anything and would overrule a wish to keep the file.
    if not now.mode & 0o222 or not os.access(target, os.W_OK):
        raise WriteError("the file is read-only", path, remedy="Make it writable first if it is meant to be repaired.")
    if now != seen:
        raise WriteError("the file was changed by someone else since it was read", path, remedy="Run again.")


def _create(folder: str, temporary: str) -> tuple[int, bool]:
    """Open a new file for writing; return its descriptor and whether it has the name `temporary` already.

    A file without a name (Linux) vanishes by itself, even on SIGKILL.
    """
    if sys.platform == "linux":
        with suppress(OSError):
            return os.open(folder, os.O_TMPFILE | os.O_WRONLY | os.O_CLOEXEC, 0o600), False
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    return os.open(temporary, flags, 0o600), True


def _give_name(descriptor: int, temporary: str) -> None:
    """Link a file without a name into its folder."""
    folder = os.open(os.path.dirname(temporary), os.O_RDONLY)
    try:  # a folder descriptor makes Python call linkat, which alone follows the link in /proc
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
            mode &= ~(stat.S_ISUID | stat.S_ISGID)  # those bits speak of an owner that could not be kept
    if sys.platform == "linux":
        with suppress(OSError):
            for name in os.listxattr(target):
                with suppress(OSError):
                    os.setxattr(descriptor, name, os.getxattr(target, name))
    os.fchmod(descriptor, mode)


@contextmanager
def _locked(path: str, target: str) -> Iterator[None]:
    """Keep other runs of textlint from exchanging the same file between our last look at it and the exchange."""
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
            pass  # a file system without locks
        yield
    finally:
        os.close(descriptor)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold back the signals that end a program, for the few calls between which a file name would be left behind."""
    if sys.platform == "win32":
        yield
        return
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def _sync_folder(folder: str) -> None:
    """Ask the system to put the exchange itself on disk, where it can."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
