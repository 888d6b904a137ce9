"""Report in SARIF 2.1.0, the format of code scanning services, within the limits of GitHub."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from operator import itemgetter
from urllib.parse import quote

from textlint.diagnostic import SEVERITIES, Diagnostic, Fix
from textlint.document import Document
from textlint.families import prefix_of
from textlint.identity import fingerprints
from textlint.reporters.options import ReportOptions
from textlint.reporters.parts.json_text import to_json
from textlint.reporters.parts.place import Place, is_file_text, place_of, slashed
from textlint.reporters.parts.tally import Tally
from textlint.result import Problem, Result
from textlint.rule import Rule
from textlint.startup.values import Any
from textlint.text.sanitize import shorten, visible

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_MOST_RESULTS = 25_000  # GitHub rejects a run with more, and shows the 5,000 most severe
_LONGEST_NAME = 255
_LONGEST_TEXT = 1000

Json = dict[str, Any]


def report(results: Iterable[Result], rules: Sequence[Rule], options: ReportOptions) -> Iterator[str]:
    """Yield one log with one run; of more than 25,000 findings, only the most severe are kept, with a notification.

    Columns count code points, as `columnKind` declares. A finding in a record or in the text of a web page has its line
    in the file but no columns, and no fix, because its offsets count in that text.
    """
    tally = Tally()
    indices = {rule.code: index for index, rule in enumerate(rules)}
    found = (
        (SEVERITIES.index(diagnostic.severity), _result(diagnostic, result.document, fingerprint, indices))
        for result in tally.track(results)
        for diagnostic, fingerprint in fingerprints(result)
    )
    worst = nsmallest(_MOST_RESULTS, found, key=itemgetter(0))
    driver: Json = {"name": "textlint", "rules": [_rule(rule, options) for rule in rules]}
    if options.version:
        driver["version"] = options.version
    yield f'{{"$schema": {to_json(_SCHEMA)}, "version": "2.1.0", "runs": [{{"tool": {to_json({"driver": driver})},\n'
    yield f'"columnKind": "unicodeCodePoints", "invocations": [{to_json(_invocation(tally))}],\n"results": ['
    separator = "\n"
    for _, item in worst:
        yield separator + to_json(item)
        separator = ",\n"
    yield "]}]}\n"


def _rule(rule: Rule, options: ReportOptions) -> Json:
    summary, why = visible(rule.summary) or rule.code, " ".join(rule.why.split())
    explained = f"{summary}. {visible(why)}".strip()
    descriptor: Json = {
        "id": visible(rule.code),
        "name": shorten(visible(rule.name), _LONGEST_NAME),
        "shortDescription": {"text": shorten(summary, _LONGEST_TEXT)},
        "fullDescription": {"text": shorten(explained, _LONGEST_TEXT)},
        "help": {"text": explained},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [visible(prefix_of(rule.code))], "problem.severity": _LEVELS[rule.severity]},
    }
    url = options.url_of(rule.code, rule.name)
    if url:
        descriptor["helpUri"] = url
    return descriptor


def _result(diagnostic: Diagnostic, document: Document | None, fingerprint: str, indices: dict[str, int]) -> Json:
    item: Json = {
        "ruleId": visible(diagnostic.code),
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": shorten(visible(diagnostic.message), _LONGEST_TEXT) or diagnostic.code},
        "locations": [_location(diagnostic.path, _region(place_of(diagnostic, document)), diagnostic.record)],
        "partialFingerprints": {"primaryLocationLineHash": f"{fingerprint[:16]}:1", "textlint/v1": fingerprint},
    }
    if diagnostic.code in indices:
        item["ruleIndex"] = indices[diagnostic.code]
    if diagnostic.fix and diagnostic.fix.edits and is_file_text(document):
        item["fixes"] = [_fix(diagnostic.path, diagnostic.fix)]
    return item


def _region(place: Place) -> Json:
    region: Json = {"startLine": place.line, "endLine": place.end_line}
    if place.column is not None:
        region |= {"startColumn": place.column, "endColumn": place.end_column}
    return region


def _location(path: str, region: Json | None, record: str | None = None) -> Json:
    location: Json = {"physicalLocation": {"artifactLocation": _artifact(path)}}
    if region:
        location["physicalLocation"]["region"] = region
    if record is not None:
        location["logicalLocations"] = [{"name": visible(record), "kind": "element"}]
    return location


def _artifact(path: str) -> Json:
    """Return the location of a file: relative to the source root, or a file URI if the path is absolute."""
    uri = quote(slashed(path), errors="surrogatepass") or "-"
    if path.startswith("/"):
        return {"uri": f"file://{uri}"}
    return {"uri": uri, "uriBaseId": "%SRCROOT%"}


def _fix(path: str, fix: Fix) -> Json:
    replacements = [
        {
            "deletedRegion": {"charOffset": edit.start, "charLength": edit.end - edit.start},
            "insertedContent": {"text": edit.text},
        }
        for edit in fix.edits
    ]
    return {
        "description": {"text": f"A fix that is {fix.applicability}"},
        "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": replacements}],
    }


def _invocation(tally: Tally) -> Json:
    notifications = [_notification(problem) for problem in tally.problems]
    if tally.findings > _MOST_RESULTS:
        text = f"{tally.findings - _MOST_RESULTS:,} more findings are left out; the limit is {_MOST_RESULTS:,}."
        notifications.append({"level": "warning", "message": {"text": text}})
    return {"executionSuccessful": not tally.problems, "toolExecutionNotifications": notifications}


def _notification(problem: Problem) -> Json:
    message = visible(f"{problem.message} {problem.remedy}".strip())
    region = None if problem.line is None else {"startLine": problem.line}
    item: Json = {"level": "error", "message": {"text": shorten(message, _LONGEST_TEXT) or "problem"}}
    if problem.path:
        item["locations"] = [_location(problem.path, region)]
    return item
