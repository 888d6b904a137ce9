"""Find lines of a page's scripts and style sheets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from textlint.document import Document
from textlint.layers.shared import code
from textlint.span import Edit, Finding
from textlint.startup import patterns

_DECLARATION = r"\s*-?[a-z-]{3,40}\s?:\s?[^;{}\n]{1,300}"
_LONGEST_LINE = 20_000  # code points of a line that are read, so that a minified script costs no more than others
_SIGNS = patterns.expression(r"[;{}()=]")
_FEWEST_SIGNS = 4  # signs of a program in a line of script; prose has fewer; chosen by reading, not measured
_LAST_SIGNS = frozenset("};){,]>")  # the last character of a line of a script
_PROSE = patterns.expression(
    r"(?<![A-Za-z’'-])(?:[A-Za-z’'-]{1,25}+,? ){8}"
)  # a sentence on the same line, which must not be deleted with the script
_CSS_END = patterns.expression(r"\s*+\}\s*+$")


def check(document: Document, language: str) -> Iterator[Finding]:
    """Yield runs of lines that contain only a style sheet (`language` "css") or a script ("script").

    Lines are recognized by syntax that only these languages use and, for scripts, by how many symbols they contain.
    Texts about code and texts with fenced code blocks are left alone.
    """
    text = document.text
    held = document.layer(code.build)
    if held.is_subject or "```" in text:
        return
    first: int | None = None  # the first line of the current run
    open_blocks = 0
    for index, (start, end) in enumerate(document.lines):
        line = text[start : min(end, start + _LONGEST_LINE)]
        if language == "script":
            found = (
                line.rstrip()[-1:] in _LAST_SIGNS
                and len(_SIGNS.findall(line)) >= _FEWEST_SIGNS
                and bool(_script().search(line))
                and not _PROSE.search(line)
            )
        elif open_blocks and (_CSS_END.match(line) or _rule_inside().fullmatch(line)):
            found = True
            open_blocks -= bool(_CSS_END.match(line))
        else:
            found = bool(_css().fullmatch(line))
            open_blocks += found and line.rstrip().endswith("{")
        if found and first is None:
            first = index
        elif not found and first is not None:
            yield _run(document, first, index - 1)
            first = None
    if first is not None:
        yield _run(document, first, len(document.lines) - 1)


def _run(document: Document, first: int, last: int) -> Finding:
    start, end = document.lines[first].start, document.lines[last].end
    return Finding(start, end, edits=(Edit(start, document.lines.with_break(last).end, ""),))


@cache
def _css() -> patterns.Pattern[str]:
    properties = (
        r"(?:color|font(?:-[a-z]+)?|margin(?:-[a-z]+)?|padding(?:-[a-z]+)?|background(?:-[a-z]+)?|display|width|height|"
        r"max-width|min-height|border(?:-[a-z]+)*|text-[a-z]+|line-height|position|float|overflow|z-index|opacity|mso-[a-z-]+)"
    )
    return patterns.expression(
        rf"\s*[.#@*a-z\[:][^{{}};\n]{{0,300}}\{{(?:{_DECLARATION};)*+(?:{_DECLARATION})?\s*\}}\s*"
        r"|\s*@(?:media|import|font-face|keyframes|charset|supports)\b[^{}\n]{0,300}[{;]\s*"
        r"|\s*[.#][A-Za-z][\w-]{1,60}[\w\s,.#>:()-]{0,300}\{\s*"
        rf"|\s*{properties}\s?:\s?[^;{{}}\n]{{1,200}};(?:{_DECLARATION};)*+\s*",
        patterns.IGNORECASE,
    )


@cache
def _rule_inside() -> patterns.Pattern[str]:
    """Return the expression for a line inside a block of a style sheet."""
    return patterns.expression(
        rf"(?:{_DECLARATION};?|[^{{}}\n]{{1,300}}\{{(?:{_DECLARATION};)*+(?:{_DECLARATION})?\s*\}})\s*",
        patterns.IGNORECASE,
    )


@cache
def _script() -> patterns.Pattern[str]:
    return patterns.expression(
        r"\b(?:window|document)\.[a-z]\w{2,40}\s?[=(.\[|]|\bdocument\.(?:write|getElement|createElement|addEventListener)"
        r"|\b(?:googletag|_gaq|dataLayer|twttr|instgrm|OBR|addthis\w{0,20}|_taboola|FB|pbjs|apstag)\b\s?[.=(|]"
        r"|\b(?:gtag|fbq|ga)\(\s?['\"]|\bjQuery\s?[.(]|(?<!\w)\$\((?:document|['\".#]|function)"
        r"|(?:^|[!(=,;:]\s?)(?:async\s)?function\s?\w{0,40}\s?\([\w,\s]{0,100}\)\s?\{|=>\s?\{|\b(?:var|let|const)\s\w{1,60}\s?=\s?[\[{\"'\w]"
        r"|\$\.(?:ajax|get|post)\("
    )
