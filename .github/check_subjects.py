"""Fail if a commit subject between two revisions is too long: `check_subjects.py BASE [HEAD]`."""

import subprocess
import sys

LONGEST = 72  # characters; GitHub truncates longer subjects


def main(base: str, head: str = "HEAD") -> int:
    """Print each subject that is too long, and return 1 if there is one. Merge commits are skipped."""
    log = subprocess.run(
        ["git", "log", "--no-merges", "--format=%h %s", f"{base}..{head}"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    commits = [line.partition(" ") for line in log.stdout.splitlines()]
    long = [(commit, subject) for commit, _, subject in commits if len(subject) > LONGEST]
    for commit, subject in long:
        print(f"{commit}: the subject has {len(subject)} characters, at most {LONGEST}: {subject}")
    return 1 if long else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
