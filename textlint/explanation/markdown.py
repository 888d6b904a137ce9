"""An explanation in Markdown, for an editor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.explanation.values import Reason
from textlint.explanation.words import heading_of, surroundings_of, words_of_reason
from textlint.text.sanitize import visible

_SIGN = re.compile(
    r"[\\`*_{}\[\]<>#|~$&!:@^]|(?<=www)\.", re.IGNORECASE
)  # escaping these keeps addresses from becoming links


def to_markdown(reason: Reason, why: str) -> str:
    """Return an explanation of a finding in Markdown, ending with `why`. Markdown in the article is escaped."""
    return "\n".join(_lines(reason, why))


def _lines(reason: Reason, why: str) -> Iterator[str]:
    yield f"**{_literal(heading_of(reason))}**\n"
    yield f"{_literal(reason.message)}\n"
    for label, text in (*words_of_reason(reason), *surroundings_of(reason)):
        if label != "reported":
            yield f"- *{label}*: {_literal(text)}"
    yield f"\n{_literal(' '.join(why.split()))}"


def _literal(text: str) -> str:
    """Return `text` escaped for Markdown."""
    return _SIGN.sub(lambda match: f"\\{match.group()}", visible(text))
