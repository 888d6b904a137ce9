"""Try rules on real text: count the findings of each rule, and draw a sample of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from random import Random

from textlint.diagnostic import Diagnostic
from textlint.document import Document
from textlint.files.inspection import Job, Options, inspect
from textlint.result import Problem, Result
from textlint.rule import Rule
from textlint.rulebook.ruleset import RuleSet
from textlint.startup.values import Any, NamedTuple

_AROUND = 60  # code points of context on each side of a finding


class Hit(NamedTuple):
    """One finding, with the text `before` and `after` it on its line, each cut to 60 code points."""

    finding: Diagnostic
    before: str
    after: str


class Tried(NamedTuple):
    """The result for one document: its number of words and its hits, or a problem."""

    words: int
    hits: tuple[Hit, ...]
    problems: tuple[Problem, ...] = ()
    is_document: bool = True


class Share:
    """The findings of one rule in all documents, with a uniform random sample of them."""

    def __init__(self, rule: Rule, size: int, seed: int) -> None:
        self.rule = rule
        self.findings = 0
        self.documents = 0
        self.fixes: Counter[str] = Counter()  # by applicability; "none" for findings without a fix
        self._random = Random(f"{seed} {rule.code}")
        self._size = size
        self._sample: list[tuple[int, Hit]] = []

    @property
    def sample(self) -> list[Hit]:
        """The sample, in the order of the documents."""
        return [hit for _, hit in sorted(self._sample, key=lambda item: item[0])]

    def add(self, hits: Sequence[Hit]) -> None:
        """Count the hits of one document, of which there is at least one."""
        self.documents += 1
        for hit in hits:
            self.findings += 1
            self.fixes[hit.finding.fix.applicability if hit.finding.fix else "none"] += 1
            if len(self._sample) < self._size:
                self._sample.append((self.findings, hit))
                continue
            place = self._random.randrange(self.findings)
            if place < self._size:
                self._sample[place] = (self.findings, hit)


class Trial:
    """The rules that are tried, their findings so far, and the number of documents and words."""

    def __init__(self, rules: Sequence[Rule], size: int, seed: int) -> None:
        self.documents = 0
        self.words = 0
        self.seed = seed
        self.problems: list[Problem] = []
        self._shares = {rule.code: Share(rule, size, seed) for rule in rules}

    @property
    def shares(self) -> list[Share]:
        """The findings of each rule, in the order of the codes."""
        return list(self._shares.values())

    def rate(self, share: Share) -> float:
        """Return the number of findings per 1,000 words."""
        return 1000 * share.findings / self.words if self.words else 0.0

    def add(self, tried: Tried) -> None:
        """Add the result of one document."""
        self.documents += tried.is_document
        self.words += tried.words
        self.problems += tried.problems
        by_code: dict[str, list[Hit]] = {}
        for hit in tried.hits:
            by_code.setdefault(hit.finding.code, []).append(hit)
        for code, hits in by_code.items():
            self._shares[code].add(hits)

    def to_dict(self) -> dict[str, Any]:
        """Return the trial as a JSON object."""
        return {
            "documents": self.documents,
            "words": self.words,
            "seed": self.seed,
            "rules": [_item(share, self.rate(share)) for share in self.shares],
            "problems": [problem._asdict() for problem in self.problems],
        }


def _item(share: Share, rate: float) -> dict[str, Any]:
    return {
        "code": share.rule.code,
        "name": share.rule.name,
        "status": share.rule.status,
        "enabled": share.rule.enabled,
        "findings": share.findings,
        "documents": share.documents,
        "per_1000_words": round(rate, 4),
        "fixes": dict(sorted(share.fixes.items())),
        "sample": [hit.finding.to_dict() | {"before": hit.before, "after": hit.after} for hit in share.sample],
    }


def try_job(reading: Options, rules: RuleSet, job: Job) -> list[Tried]:
    """Return the results for the documents of one file."""
    return list(_tried(inspect(job.path, rules, reading, job.only)))


def _tried(results: Iterable[Result]) -> Iterator[Tried]:
    for result in results:
        document = result.document
        if document is None:
            yield Tried(0, (), result.problems, is_document=False)
        else:
            hits = tuple(_hit(document, finding) for finding in result.diagnostics)
            yield Tried(len(document.text.split()), hits, result.problems)


def _hit(document: Document, finding: Diagnostic) -> Hit:
    text, lines = document.text, document.lines
    first = lines[lines.index_at(finding.start)].start
    last = lines[lines.index_at(finding.end)].end
    before = text[max(first, finding.start - _AROUND) : finding.start]
    return Hit(finding, before, text[finding.end : max(finding.end, min(last, finding.end + _AROUND))])
