"""Report as a self-contained HTML page, without scripts or network access and with the article's text escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textlint.diagnostic import Diagnostic
from textlint.document import Document
from textlint.reporters.options import ReportOptions
from textlint.reporters.parts.frame import frame
from textlint.reporters.parts.place import record_of
from textlint.reporters.parts.summary import summarize
from textlint.reporters.parts.tally import Tally, plural
from textlint.reporters.parts.xml_text import to_xml
from textlint.result import Problem, Result
from textlint.rule import Rule

_FRAME_WIDTH = 160
_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}"
    "h2{font-size:1rem;margin:2rem 0 .5rem;overflow-wrap:anywhere}"
    "article{border-left:4px solid #999;padding:.2rem .8rem;margin:.6rem 0}"
    ".error{border-color:#c22}.warning{border-color:#d90}.info{border-color:#38a}p{margin:.2rem 0}"
    "pre{margin:.3rem 0;white-space:pre-wrap;overflow-wrap:anywhere;background:#f6f6f6;padding:.3rem .5rem}"
    "mark{background:#fd8}.place,.note{color:#666;font-size:.9em}"
)


def report(results: Iterable[Result], rules: Sequence[Rule], options: ReportOptions) -> Iterator[str]:
    """Yield the page: a section per document, an article per finding, then problems and counts."""
    from base64 import b64encode
    from hashlib import sha256

    digest = b64encode(sha256(_STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>textlint report</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>textlint report</h1>\n"
    )
    tally = Tally()
    for result in tally.track(results):
        if result.diagnostics:
            record = record_of(result)
            heading = result.path if record is None else f"{result.path}, record {record}"
            yield f"<section>\n<h2>{to_xml(heading)}</h2>\n"
            for diagnostic in result.diagnostics:
                yield _article(diagnostic, result.document)
            yield "</section>\n"
    for problem in tally.problems:
        yield _problem(problem)
    counts = " ".join(line.rstrip("\n") for line in summarize(tally))
    yield f"<p>{to_xml(counts)}</p>\n</body>\n</html>\n"


def _article(diagnostic: Diagnostic, document: Document | None) -> str:
    parts = [
        f'<article class="{to_xml(diagnostic.severity)}">',
        f"<p><b>{to_xml(diagnostic.code)}</b> {to_xml(diagnostic.message)} "
        f'<span class="place">{to_xml(diagnostic.name)}, {diagnostic.line}:{diagnostic.column}</span></p>',
    ]
    if document is not None:
        shown = frame(document, diagnostic.start, diagnostic.end, _FRAME_WIDTH)
        more = f"\n… and {plural(shown.further_lines, 'line')} more" if shown.further_lines else ""
        parts.append(f"<pre>{to_xml(shown.before)}<mark>{to_xml(shown.words)}</mark>{to_xml(shown.after)}{more}</pre>")
    parts += (f'<p class="note">{to_xml(note)}</p>' for note in diagnostic.notes)
    return "\n".join([*parts, "</article>\n"])


def _problem(problem: Problem) -> str:
    place = problem.path if problem.line is None else f"{problem.path}:{problem.line}"
    return (
        f'<article class="error"><p><b>error</b> {to_xml(place)}: {to_xml(problem.message)}</p>'
        f'<p class="note">{to_xml(problem.remedy)}</p></article>\n'
    )
