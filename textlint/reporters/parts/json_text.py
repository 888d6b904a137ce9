"""Write JSON that every parser accepts, whatever the text contains."""

from __future__ import annotations

import json

from textlint.startup import patterns
from textlint.startup.values import Any

_SURROGATE = patterns.expression("[\ud800-\udfff]")


def to_json(value: Any) -> str:
    """Return `value` as one line of JSON in plain ASCII.

    A lone surrogate (a byte that could not be decoded) becomes U+FFFD, because strict parsers reject its escape.
    """
    line = json.dumps(value)
    if "\\ud" in line:  # an escape above U+FFFF or a lone surrogate
        line = json.dumps(json.loads(_SURROGATE.sub("\ufffd", json.dumps(value, ensure_ascii=False))))
    return line
