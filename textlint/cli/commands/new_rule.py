"""`textlint new-rule`: write a rule file from options or, at a terminal, from answers, and run its examples."""

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

_AS_IT_DOES = "as the rule does it"
_WHY = "Say here where it comes from, and what it costs the reader of the text."


@click.command("new-rule", context_settings={"max_content_width": 100})
@click.argument("folder", type=click.Path())
@click.option("--code", default="", metavar="CODE", help="Its code, or only the letters: the next number is taken.")
@click.option("--name", default="", metavar="NAME", help="Its name (default: the first words of the summary).")
@click.option("--summary", default="", metavar="TEXT", help="What it finds, in one line.")
@click.option(
    "--phrase", "phrases", multiple=True, metavar="TEXT", help="Words to look for; may be given several times."
)
@click.option(
    "--pattern", "patterns", multiple=True, metavar="REGEX", help="An expression to look for; several times too."
)
@click.option(
    "--at",
    type=click.Choice(("line", "start", "end", "word")),
    default=None,
    help="Phrases: the whole line, its start, its end, or anywhere.",
)
@click.option(
    "--span",
    type=click.Choice(("match", "line", "paragraph")),
    default=None,
    help="What is reported: the words alone, or their line or paragraph (default: the line with --at line).",
)
@click.option(
    "--zone",
    "zones",
    multiple=True,
    type=click.Choice(("head", "body", "tail")),
    help="Only in this part of an article.",
)
@click.option("--max-words", type=click.IntRange(min=0), default=0, metavar="N", help="Only on lines of so many words.")
@click.option("--alone", is_flag=True, help="Only where the line holds nothing else.")
@click.option("--quoted", is_flag=True, help="Inside quotations too.")
@click.option(
    "--severity", type=click.Choice(("error", "warning", "info")), default="warning", help="How much it matters."
)
@click.option(
    "--status", type=click.Choice(("preview", "stable")), default="preview", help="Rules in preview run with --preview."
)
@click.option("--message", default="", metavar="TEXT", help="What it says; {text} stands for the words found.")
@click.option("--why", default=_WHY, metavar="TEXT", help="Why it matters.")
@click.option("--bad", default="", metavar="TEXT", help="A text in which it finds something, marked as >>words<<.")
@click.option("--good", default="", metavar="TEXT", help="A text that it almost finds something in, and must not.")
@click.option("--good-why", default="", metavar="TEXT", help="What saves that text.")
@click.option(
    "--fix",
    "applicability",
    type=click.Choice(("safe", "unsafe", "display")),
    default=None,
    help="Delete the words found: with --fix, with --unsafe-fixes, or never.",
)
@click.option("--replacement", default="", metavar="TEXT", help="Write this instead of the words found; never safe.")
@click.option("--fixed", default="", metavar="TEXT", help="The bad text repaired (default: as the rule does it).")
def command(folder: str, **options: Any) -> int:
    r"""Write a rule into the pack FOLDER, and run its examples.

    What the options do not say is asked at a terminal. In texts, \n is a line break. Existing files are never
    overwritten. Built-in rules that find the same words are named. Exits with 0 if all examples hold, 1 if one does not,
    2 if no rule was written.
    """  # fmt: skip
    taken = known_codes(folder)
    draft = completed(_draft(options, taken, folder))
    path = write_draft(draft, folder)
    verdicts = verdicts_on(path, folder)
    click.echo(visible(str(path)))
    for verdict in verdicts:
        click.echo(_told(verdict))
    for rule, words in existing_finders(draft, folder):
        click.echo(
            f"  note: {rule.code} {rule.name} finds “{visible(words)}” already; see `textlint explain {rule.code}`"
        )
    if any(verdict.failure for verdict in verdicts):
        click.echo(f"The file is written. Mend it, then run: textlint test {visible(folder)}")
        return FOUND
    click.echo(f"Try it on real text: textlint test --corpus ARTICLES {visible(folder)} {draft.code}")
    return 0


def _told(verdict: Verdict) -> str:
    example: Example = verdict.example
    if verdict.failure:
        return f"  {example.kind}: it {visible(verdict.failure)}"
    if example.kind == "good":
        return "  good: left alone, as it should be"
    words = ", ".join(f"“{visible(example.text[start:end])}”" for start, end in example.spans)
    return f"  bad: finds {words}" + (f"\n  fixed: {visible(example.fixed)}" if example.fixed is not None else "")


def _draft(options: dict[str, Any], taken: dict[str, str], folder: str) -> Draft:
    """Return the draft that the options make, with what they leave out asked for; raises ConfigError where nobody can be asked."""
    given = dict(options)
    if not _lacking(given):
        given["code"] = next_code(given["code"] or OWN, taken, folder)
    elif sys.stdin.isatty():
        _ask(given, taken, folder)
    else:
        raise ConfigError(
            f"a rule needs {', '.join(_lacking(given))}",
            remedy="Give them as options, or run the command at a terminal to be asked.",
        )
    if given["phrases"] and given["patterns"]:
        raise ConfigError("a rule looks for phrases or for patterns, not for both", remedy="Write two rules.")
    if given["at"] and given["patterns"]:
        raise ConfigError("--at goes with phrases", remedy="Anchor the expression with ^ or $.")
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
    r"""Return an option's text with `\n` as the line break that is hard to type."""
    return given.replace("\\n", "\n")


def _ask(given: dict[str, Any], taken: dict[str, str], folder: str) -> None:
    """Ask for what `given` leaves out, each question with its default."""
    click.echo("A rule in a few answers; Return takes what stands in brackets, \\n is a line break.\n")
    if not (given["phrases"] or given["patterns"]):
        words = _answer("Words to look for, or /an expression/")
        is_expression = len(words) > 2 and words.startswith("/") and words.endswith("/")
        given |= {"patterns": (words[1:-1],)} if is_expression else {"phrases": (words,)}
    if given["phrases"] and not given["at"]:
        given["at"] = _choice(
            "Where: the whole line, its start, its end, or a word anywhere", ("line", "start", "end", "word")
        )
    questions: dict[str, Callable[[], str]] = {
        "summary": lambda: _answer("What it finds, in one line"),
        "name": lambda: _answer("Name", name_from(given["summary"])),
        "message": lambda: _answer("What to say", f"“{{text}}”: {given['summary']}"),
        "bad": lambda: _answer("A text in which it finds something"),
        "good": lambda: _answer("A text that it almost finds something in"),
        "good_why": lambda: _answer("What saves that text", "nothing to say"),
    }
    given["code"] = next_code(given["code"] or _answer("Code", next_code(OWN, taken, folder)), taken, folder)
    for key, ask in questions.items():
        given[key] = given[key] or ask()
    if given["good_why"] == "nothing to say":
        given["good_why"] = ""
    if given["applicability"] is None:
        chosen = _choice(
            "Delete what it finds: safe with --fix, unsafe, display only, or none",
            ("none", "safe", "unsafe", "display"),
        )
        given["applicability"] = "" if chosen == "none" else chosen
        if given["applicability"] and not given["fixed"]:
            fixed = _answer("The bad text, repaired", _AS_IT_DOES)
            given["fixed"] = "" if fixed == _AS_IT_DOES else fixed


def _answer(question: str, default: str | None = None) -> str:
    answer: str = click.prompt(question, default=default)
    return answer


def _choice(question: str, choices: tuple[str, ...]) -> str:
    answer: str = click.prompt(question, type=click.Choice(choices), default=choices[0])
    return answer
