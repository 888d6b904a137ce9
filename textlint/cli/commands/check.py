"""`textlint check`: check articles, and fix them with `--fix`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from textlint.cli.count import Count
from textlint.cli.errors import FAILED, FOUND
from textlint.cli.output import open_outputs, write_reports
from textlint.errors import ConfigError
from textlint.files.discovery import find_files
from textlint.files.inspection import STDIN, Job, Options, inspect, inspect_job
from textlint.files.setup import Setup, baseline_path, reading_options, set_up
from textlint.readers import format_of
from textlint.reporters import REPORTERS
from textlint.result import Result
from textlint.startup.values import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from textlint.files.baseline import Matching
    from textlint.files.changes import Changes

# Formats that do not show the text around a finding.
_WITHOUT_TEXT = frozenset(name for name, reporter in REPORTERS.items() if not reporter.quotes_text)
_WORTH_A_CACHE = 10  # files; opening the cache takes as long as checking two


def run(paths: tuple[str, ...], **options: Any) -> int:
    """Check `paths` with parsed options and return the exit code; raises TextlintError for errors that stop the run."""
    _refuse_contradictions(paths, options)
    if options["watch"]:
        from textlint.cli.watch import watch

        return watch(paths, {**options, "watch": False}, run)
    setup = set_up(options)
    baseline = _baseline(setup, options)
    found = find_files(paths or (".",), setup.config.exclude, setup.config.folder)
    changes = _changes(options["only_changed"])
    if not found.paths and not found.problems:
        print("textlint: No articles found to check.", file=sys.stderr)
    if changes:
        found = found._replace(paths=[path for path in found.paths if changes.includes(path)])
    unread = [Result(problem.path, None, problems=(problem,)) for problem in found.problems]
    reading = reading_options(setup, options)._replace(not_accepted=baseline.new if baseline else None)
    if options["group_by"]:
        from textlint.files.documents import read_documents
        from textlint.layers.page.returning import returning_by_site

        documents = read_documents(found.paths, reading)
        reading = reading._replace(returning=returning_by_site(documents, options["group_by"]))
    jobs = [Job(path, setup.only_for(path)) for path in found.paths]
    count = Count()
    if options["interactive"]:
        from textlint.cli.review import review

        review(jobs, count.track(unread), setup, reading, options, count)
    elif options["fix"] or options["diff"]:
        from textlint.cli.fix_output import fix_job, fixed_results, show_differences
        from textlint.files.pool import work_through

        inspections = work_through(jobs, partial(fix_job, reading), setup.rules, setup.recipe, options["jobs"])
        if options["diff"]:
            has_changes = show_differences(count.track(unread), inspections, options["removed"], count)
            count.findings = int(has_changes)  # the exit code of --diff depends only on whether there are changes
        else:
            results: Iterable[Result] = chain(unread, fixed_results(inspections, options["removed"]))
            _report(results, setup, options, count, sys.stderr if STDIN in paths else sys.stdout, baseline)
    else:
        results = chain(unread, _inspected(jobs, reading, setup, options, bool(baseline or changes)))
        if sys.stderr is not None and sys.stderr.isatty():
            from textlint.cli.progress import Progress

            results = Progress(len(jobs), options).track(results)
        _report(changes.filter(results) if changes else results, setup, options, count, sys.stdout, baseline)
    if count.problems:
        return FAILED
    return FOUND if count.findings and not options["exit_zero"] else 0


def _inspected(
    jobs: list[Job], reading: Options, setup: Setup, options: dict[str, Any], needs_text: bool
) -> Iterator[Result]:
    """Return the results of all files; they include documents if `needs_text` or a report needs them."""
    formats = set(options["output_formats"] or ("terminal",))
    omits_text = formats <= _WITHOUT_TEXT
    if len(jobs) == 1:
        if format_of(jobs[0].path) == "jsonl":
            from textlint.files.pool import useful_processes

            if (processes := options["jobs"] or useful_processes(jobs)) > 1:
                from textlint.files.records import inspect_records

                return inspect_records(jobs[0], reading, setup, processes, needs_text or not omits_text)
        return inspect(jobs[0].path, setup.rules, reading, jobs[0].only)
    is_plain = formats <= {*_WITHOUT_TEXT, "terminal"} and not needs_text
    may_use_cache = not (options["no_cache"] or options["isolated"] or reading.returning or reading.genre)
    if is_plain and may_use_cache and len(jobs) >= _WORTH_A_CACHE:
        from textlint.files.cached_inspection import inspect_cached

        return inspect_cached(jobs, reading, setup, options["jobs"], not omits_text)
    from textlint.files.pool import work_through

    task = partial(inspect_job, reading, needs_text or not omits_text)
    return chain.from_iterable(work_through(jobs, task, setup.rules, setup.recipe, options["jobs"]))


def _baseline(setup: Setup, options: dict[str, Any]) -> Matching | None:
    path = baseline_path(setup, options)
    if not path:
        return None
    from textlint.files.baseline_file import open_baseline

    return open_baseline(path, setup)


def _changes(revision: str) -> Changes | None:
    if not revision:
        return None
    from textlint.files.changes import changed_since

    return changed_since(revision)


def _refuse_contradictions(paths: tuple[str, ...], options: dict[str, Any]) -> None:
    is_fixing = options["fix"] or options["diff"]
    if options["unsafe_fixes"] and not is_fixing:
        raise ConfigError(
            "--unsafe-fixes has no effect without --fix or --diff",
            remedy="Add --fix, or --diff to see what it would change.",
        )
    if options["removed"] and not is_fixing:
        raise ConfigError("--removed has no effect without --fix or --diff", remedy="Add --fix or --diff.")
    if options["only_changed"] and (is_fixing or STDIN in paths):
        raise ConfigError(
            "--only-changed cannot be combined with --fix, --diff or standard input",
            remedy="Leave it out to fix whole files.",
        )
    if options["watch"] and (is_fixing or STDIN in paths):
        raise ConfigError(
            "--watch cannot be combined with --fix, --diff or standard input", remedy="Leave one of them out."
        )
    if options["interactive"] and (not options["fix"] or options["diff"] or STDIN in paths):
        raise ConfigError("--interactive needs --fix, without --diff, and files", remedy="Add --fix and name files.")
    if options["interactive"] and not sys.stdin.isatty():
        raise ConfigError("--interactive needs a terminal", remedy="Run it in a terminal, or leave it out.")
    if STDIN in paths and len(paths) > 1:
        raise ConfigError(
            "standard input (-) cannot be combined with other paths", remedy="Check it in a separate run."
        )


def _report(
    results: Iterable[Result],
    setup: Setup,
    options: dict[str, Any],
    count: Count,
    standard: TextIO,
    baseline: Matching | None,
) -> None:
    rules = setup.rules.rules
    with open_outputs(options, setup.config.rule_url, standard) as outputs:
        counted = count.track(baseline.filter(results) if baseline else results)
        if options["redact"]:
            from textlint.reporters.parts.redaction import redacted

            counted = redacted(counted, rules)
        write_reports(counted, rules, outputs)
    if baseline and not options["quiet"]:
        from textlint.files.baseline_file import report_unused

        report_unused(baseline)


def _command() -> Any:
    import click

    from textlint.cli.options import CHECK, click_options

    @click.command("check", context_settings={"max_content_width": 100})
    @click.argument("paths", nargs=-1, type=click.Path())
    @click_options(CHECK)
    def check(paths: tuple[str, ...], **options: Any) -> int:
        """Check articles: files, folders, or standard input (-).

        Exits with 0 if there are no findings or all are fixed, 1 if findings remain, and 2 if an error occurred.
        """
        return run(paths, **options)

    return check


def __getattr__(name: str) -> Any:
    """Create the click command on first access, so that a simple `check` does not import click."""
    if name == "command":
        return _command()
    raise AttributeError(name)
