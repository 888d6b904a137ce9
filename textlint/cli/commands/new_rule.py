"""`textlint new-rule`: write a rule file from options or from answers at a terminal, and run its examples."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

from textlint.authoring.codes import known_codes, next_code
from textlint.authoring.draft import Draft, completed, name_from, verdicts_on, write_draft
from textlint.authoring.examples import Verdict
from textlint.authoring.existing import existing_finders
from textlint.cli.errors import FOUND
from textlint.errors import ConfigError
from textlint.families import OWN
from textlint.rule import Example
from textlint.startup.values import Any
from textlint.text.sanitize import visible

_FILLED_IN = "filled in by the rule"
_NO_REASON = "no reason"
_WHY = "Explain where it comes from and why it bothers readers."


@click.command("new-rule", context_settings={"max_content_width": 100})
@click.argument("folder", type=click.Path())
@click.option("--code", default="", metavar="CODE", help="The code, or only its letters to use the next free number.")
@click.option("--name", default="", metavar="NAME", help="The name (default: the first words of the summary).")
@click.option("--summary", default="", metavar="TEXT", help="What the rule finds, in one line.")
@click.option("--phrase", "phrases", multiple=True, metavar="TEXT", help="A phrase to find. Can be repeated.")
@click.option(
    "--pattern", "patterns", multiple=True, metavar="REGEX", help="A regular expression to find. Can be repeated."
)
@click.option(
    "--at",
    type=click.Choice(("line", "start", "end", "word")),
    default=None,
    help="Where phrases must be: the whole line, its start, its end, or anywhere (default: word).",
)
@click.option(
    "--span",
    type=click.Choice(("match", "line", "paragraph")),
    default=None,
    help="What to report: the match, its line or its paragraph (default: match; line with --at line).",
)
@click.option(
    "--zone",
    "zones",
    multiple=True,
    type=click.Choice(("head", "body", "tail")),
    help="Report only in this part of the page. Can be repeated.",
)
@click.option(
    "--max-words",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Report only on lines of at most this many words.",
)
@click.option("--alone", is_flag=True, help="Report only if the line contains nothing else.")
@click.option("--quoted", is_flag=True, help="Report inside quotations too.")
@click.option(
    "--severity",
    type=click.Choice(("error", "warning", "info")),
    default="warning",
    help="The severity of its findings.",
)
@click.option(
    "--status",
    type=click.Choice(("preview", "stable")),
    default="preview",
    help="Preview rules run only with --preview.",
)
@click.option("--message", default="", metavar="TEXT", help="The message; {text} is replaced by the words found.")
@click.option("--why", default=_WHY, metavar="TEXT", help="Why it matters.")
@click.option("--bad", default="", metavar="TEXT", help="A text with something to find, marked as >>words<<.")
@click.option("--good", default="", metavar="TEXT", help="A similar text in which the rule must find nothing.")
@click.option("--good-why", default="", metavar="TEXT", help="Why the rule must find nothing there.")
@click.option(
    "--fix",
    "applicability",
    type=click.Choice(("safe", "unsafe", "display")),
    default=None,
    help="Delete the words found: with --fix, with --unsafe-fixes, or never (only shown).",
)
@click.option(
    "--replacement", default="", metavar="TEXT", help="Replace the words found with this text; never a safe fix."
)
@click.option(
    "--fixed", default="", metavar="TEXT", help="The bad text after the fix (default: filled in by the rule)."
)
def command(folder: str, **options: Any) -> int:
    r"""Write a rule to the pack in FOLDER, and run its examples.

    At a terminal, missing options are asked for. In texts, \n is a line break. Existing files are never overwritten.
    Rules that already find the same words are listed. Exits with 0 if all examples pass, 1 if one fails, 2 if no rule was
    written.
    """  # fmt: skip
    taken = known_codes(folder)
    draft = completed(_draft(options, taken, folder))
    path = write_draft(draft, folder)
    verdicts = verdicts_on(path, folder)
    click.echo(visible(str(path)))
    for verdict in verdicts:
        click.echo(_outcome(verdict))
    for rule, words in existing_finders(draft, folder):
        click.echo(
            f"  note: {rule.code} {rule.name} already finds “{visible(words)}”; see `textlint explain {rule.code}`"
        )
    if any(verdict.failure for verdict in verdicts):
        click.echo(f"The file was written, but an example fails. Edit it, then run: textlint test {visible(folder)}")
        return FOUND
    click.echo(f"Try it on real text: textlint test --corpus ARTICLES {visible(folder)} {draft.code}")
    return 0


def _outcome(verdict: Verdict) -> str:
    example: Example = verdict.example
    if verdict.failure:
        return f"  {example.kind}: it {visible(verdict.failure)}"
    if example.kind == "good":
        return "  good: finds nothing, as expected"
    words = ", ".join(f"“{visible(example.text[start:end])}”" for start, end in example.spans)
    return f"  bad: finds {words}" + (f"\n  fixed: {visible(example.fixed)}" if example.fixed is not None else "")


def _draft(options: dict[str, Any], taken: dict[str, str], folder: str) -> Draft:
    """Return the draft from the options. Asks for missing ones at a terminal, else raises ConfigError."""
    given = dict(options)
    if not _lacking(given):
        given["code"] = next_code(given["code"] or OWN, taken, folder)
    elif sys.stdin.isatty():
        _ask(given, taken, folder)
    else:
        raise ConfigError(
            f"a rule needs {', '.join(_lacking(given))}",
            remedy="Give them as options, or run the command at a terminal, where it asks for them.",
        )
    if given["phrases"] and given["patterns"]:
        raise ConfigError("a rule has either phrases or patterns, not both", remedy="Write two rules.")
    if given["at"] and given["patterns"]:
        raise ConfigError("--at is only for phrases", remedy="Anchor the expression with ^ or $.")
    if given["replacement"] and not given["applicability"]:
        given["applicability"] = "unsafe"
    return Draft(
        **given
        | {key: _text(given[key]) for key in ("why", "bad", "good", "good_why", "fixed")}
        | {
            "name": given["name"] or name_from(given["summary"]),
            "message": given["message"] or f"“{{text}}”: {given['summary']}",
            "at": given["at"] or "word",
            "span": given["span"] or ("line" if given["at"] == "line" else "match"),
            "applicability": given["applicability"] or "",
        }
    )


def _lacking(given: dict[str, Any]) -> list[str]:
    lacking = [f"--{key}" for key in ("summary", "bad", "good") if not given[key]]
    return lacking if given["phrases"] or given["patterns"] else ["--phrase or --pattern", *lacking]


def _text(given: str) -> str:
    r"""Return an option's text with each `\n` replaced by a line break."""
    return given.replace("\\n", "\n")


def _ask(given: dict[str, Any], taken: dict[str, str], folder: str) -> None:
    """Ask for what is missing in `given`, and add the answers to it."""
    click.echo(
        "Answer a few questions to write a rule. Press Return for the default in brackets; \\n is a line break.\n"
    )
    if not (given["phrases"] or given["patterns"]):
        words = _answer("Phrase to find, or /regular expression/")
        is_expression = len(words) > 2 and words.startswith("/") and words.endswith("/")
        given |= {"patterns": (words[1:-1],)} if is_expression else {"phrases": (words,)}
    if given["phrases"] and not given["at"]:
        given["at"] = _choice(
            "Where: the whole line, its start, its end, or anywhere (word)", ("line", "start", "end", "word")
        )
    questions: dict[str, Callable[[], str]] = {
        "summary": lambda: _answer("What the rule finds, in one line"),
        "name": lambda: _answer("Name", name_from(given["summary"])),
        "message": lambda: _answer("Message", f"“{{text}}”: {given['summary']}"),
        "bad": lambda: _answer("A text with something to find"),
        "good": lambda: _answer("A similar text in which it must find nothing"),
        "good_why": lambda: _answer("Why it must find nothing there", _NO_REASON),
    }
    given["code"] = next_code(given["code"] or _answer("Code", next_code(OWN, taken, folder)), taken, folder)
    for key, ask in questions.items():
        given[key] = given[key] or ask()
    if given["good_why"] == _NO_REASON:
        given["good_why"] = ""
    if given["applicability"] is None:
        chosen = _choice(
            "Delete the words found: safe (with --fix), unsafe (with --unsafe-fixes), display (only shown) or none",
            ("none", "safe", "unsafe", "display"),
        )
        given["applicability"] = "" if chosen == "none" else chosen
        if given["applicability"] and not given["fixed"]:
            fixed = _answer("The bad text after the fix", _FILLED_IN)
            given["fixed"] = "" if fixed == _FILLED_IN else fixed


def _answer(question: str, default: str | None = None) -> str:
    answer: str = click.prompt(question, default=default)
    return answer


def _choice(question: str, choices: tuple[str, ...]) -> str:
    answer: str = click.prompt(question, type=click.Choice(choices), default=choices[0])
    return answer
