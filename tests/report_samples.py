"""Results to report: plain ones, and some with hostile text."""

from __future__ import annotations

from typing import Any

from textlint.diagnostic import Diagnostic, Fix
from textlint.document import Document
from textlint.result import Problem, Result
from textlint.rule import Example, FixPolicy, Rule, Where
from textlint.span import Edit

HOSTILE = (
    "[bookmark: _GoBack] ]]> --> <script>alert(1)</script> \" ' & % \r\n ::error::x "
    "\x00\x07\x1b[31m\x1b]8;;http://a\x07\x7f\x9b \u202e\u2066\u200b\u2028\x85\xa0\ufeff\ud800\udc00 \U0001f600 \ufffe"
)


def rule(code: str = "SP101", **changes: Any) -> Rule:
    """Return a rule of the given code."""
    fields: dict[str, Any] = dict.fromkeys(Rule._fields, ()) | {
        "code": code,
        "name": "run-together-words",
        "summary": "Two words have lost the space between them",
        "severity": "warning",
        "status": "stable",
        "since": "0.1",
        "check": "run_on",
        "parameters": {},
        "message": "“{text}”",
        "why": "The space went with a link's tags.",
        "enabled": True,
        "span": "match",
        "cue": "",
        "where": Where(),
        "fix": FixPolicy("safe", "letters"),
        "origin": "x.toml",
    }
    if "examples" in Rule._fields:
        fields["examples"] = (Example("bad", "a", ((0, 1),)),)
    return Rule(**{**fields, **changes})


def diagnostic(document: Document, words: str, code: str = "SP101", **changes: Any) -> Diagnostic:
    """Return a finding of `words` at their first place in the document."""
    start = document.text.index(words)
    end = start + len(words)
    line, column = document.lines.position(start)
    end_line, end_column = document.lines.position(end)
    found = Diagnostic(
        document.path,
        document.record,
        document.record_line,
        code,
        "run-together-words",
        "warning",
        f"“{words}” needs a space",
        words,
        start,
        end,
        line,
        column,
        end_line,
        end_column,
        (),
        None,
    )
    return found._replace(**changes)


def plain_results() -> list[Result]:
    """Return three results: two findings and a fix, a clean text, a file that could not be read."""
    text = "First line.\nThe centre’s surveyrevealed that 47 percent agreed.\nSome experts say so.\n"
    document = Document(text, "inbox/a.txt")
    weld = diagnostic(
        document,
        "surveyrevealed",
        fix=Fix("safe", "letters", (Edit(text.index("revealed"), text.index("revealed"), " "),)),
    )
    vague = diagnostic(document, "Some experts", "AT101", severity="error", notes=("Looked in the paragraph.",))
    return [
        Result("inbox/a.txt", document, (weld, vague), (weld,)),
        Result("inbox/b.txt", Document("Clean.\n", "inbox/b.txt")),
        Result("inbox/c.txt", None, problems=(Problem("inbox/c.txt", 3, "not UTF-8", "Convert it."),)),
    ]


def hostile_results() -> list[Result]:
    """Return results whose path, record, words, names, notes, edits and problems are all hostile."""
    document = Document(f"Before {HOSTILE} after\nnext", HOSTILE, HOSTILE, 7)
    finding = diagnostic(
        document,
        HOSTILE,
        name=HOSTILE,
        notes=(HOSTILE,),
        fix=Fix("unsafe", "nothing", (Edit(7, 7 + len(HOSTILE), HOSTILE),)),
    )
    other = diagnostic(document, "after", severity="error", message=HOSTILE)
    problem = Problem(HOSTILE, 1, HOSTILE, HOSTILE)
    return [Result(HOSTILE, document, (finding, other), (finding,), (problem,))]


def hostile_rules() -> list[Rule]:
    """Return a rule with hostile words."""
    return [rule(name=HOSTILE, summary=HOSTILE, why=HOSTILE, message=HOSTILE)]
