"""`python -m benchmarks.profile`: measure the time by rule and by layer, and mark rules that take over a tenth."""

from __future__ import annotations

import argparse
import cProfile
import pstats
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.corpus import articles
from textlint import engine
from textlint.document import Document
from textlint.matching import matcher
from textlint.matching.matcher import Matcher, Matches, expressions_of
from textlint.rule import Rule
from textlint.rulebook.packs import load_pack
from textlint.rulebook.ruleset import RuleSet, Selection

_TOO_MUCH = 0.10


class Clock:
    """Seconds by rule and by layer; those of a layer exclude the layers it uses.

    The expressions that the matcher tries count for their rules, and the rest of its scan, which serves all rules,
    counts as a layer. The time of a layer also counts for the rule that used it first.
    """

    def __init__(self, rules: RuleSet) -> None:
        self.rules: dict[str, float] = defaultdict(float)
        self.layers: dict[str, float] = defaultdict(float)
        self.tries: Counter[str] = Counter()
        self._inner: list[float] = []
        self._owners = {
            expression: _name(rule)
            for rule in reversed(rules.rules)
            if rule.check in ("pattern", "block")
            for expression in expressions_of(rule)
        }

    def install(self) -> None:
        """Patch the engine, the matcher and documents to record the times of rule sets that are created afterwards."""
        look, build, scan, compile_it = engine._look, Document.layer, Matcher.scan, matcher.compile_expression

        def timed_look(rule: Rule, *rest: Any) -> list[Any]:
            start = time.process_time()
            found = list(look(rule, *rest))
            self.rules[_name(rule)] += time.process_time() - start
            return found

        def timed_layer(document: Document, layer: Callable[[Document], Any]) -> Any:
            if layer in document._layers:
                return build(document, layer)
            return self._within(f"{layer.__module__}.{layer.__qualname__}", lambda: build(document, layer))

        def timed_scan(own: Matcher, document: Document) -> Matches:
            return self._within("the scan for literals", lambda: scan(own, document))

        def timed_expression(expression: str, ignore_case: bool) -> Any:
            return _Timed(compile_it(expression, ignore_case), self._owners.get(expression, "others"), self)

        engine._look = timed_look
        Document.layer = timed_layer  # type: ignore[method-assign,assignment]
        Matcher.scan = timed_scan  # type: ignore[method-assign]
        matcher.compile_expression = timed_expression  # type: ignore[assignment]

    def clear(self) -> None:
        """Discard all times recorded so far."""
        self.rules.clear()
        self.layers.clear()
        self.tries.clear()

    def time_expression(self, name: str, attempt: Callable[[], Any]) -> Any:
        """Return the result of `attempt`, an expression of the rule `name`, recording its time."""
        self.tries[name] += 1
        start = time.process_time()
        found = attempt()
        spent = time.process_time() - start
        self.rules[name] += spent
        if self._inner:
            self._inner[-1] += spent
        return found

    def _within(self, name: str, build: Callable[[], Any]) -> Any:
        self._inner.append(0.0)
        start = time.process_time()
        built = build()
        spent = time.process_time() - start
        self.layers[name] += spent - self._inner.pop()
        if self._inner:
            self._inner[-1] += spent
        return built


class _Timed:
    """An expression that records its time on a clock."""

    def __init__(self, expression: Any, owner: str, clock: Clock) -> None:
        self._expression, self._owner, self._clock = expression, owner, clock

    def finditer(self, *where: Any) -> Iterator[Any]:
        """Yield the matches, all found at once, so that their time is recorded."""
        return iter(self._clock.time_expression(self._owner, lambda: [*self._expression.finditer(*where)]))

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._expression, name)
        if not callable(method):
            return method
        return lambda *where: self._clock.time_expression(self._owner, lambda: method(*where))


def _name(rule: Rule) -> str:
    return f"{rule.code} {rule.name}"


def main() -> None:
    """Print the shares of rules and layers, or with `--functions` the profile of functions."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.profile", description=__doc__)
    parser.add_argument(
        "folder", nargs="?", default="", help="use the articles (*.txt) in this folder instead of generated ones"
    )
    parser.add_argument("--size", type=float, default=1, help="MB to check (default: 1)")
    parser.add_argument("--ignore", default="", help="codes of rules not to run")
    parser.add_argument("--preview", action="store_true", help="also run the rules in preview")
    parser.add_argument("--functions", action="store_true", help="show the slowest functions instead")
    options = parser.parse_args()
    ignored = tuple(filter(None, options.ignore.split(",")))
    selection = Selection(ignore=ignored, preview=options.preview)
    rules = RuleSet(load_pack(installed=False), selection)
    texts = list(articles(int(options.size * 1e6), options.folder))
    _check(texts[:40], rules)  # warm up, so that loading and compiling do not count
    if options.functions:
        profile = cProfile.Profile()
        profile.runcall(_check, texts, rules)
        pstats.Stats(profile).sort_stats("tottime").print_stats(40)
        return
    plain = _check(texts, rules)
    clock = Clock(rules)
    clock.install()
    timed_rules = RuleSet(load_pack(installed=False), selection)
    _check(texts[:40], timed_rules)
    clock.clear()
    total = _check(texts, timed_rules)
    size = sum(map(len, texts))
    print(
        f"{size / 1e6:.1f} million characters in {len(texts):,} articles: {size / 1e6 / plain:.2f} million per second"
    )
    print(
        f"\n| rule | share | µs per kB | expressions tried per kB |\n|---|---|---|---|  <!-- {total / plain:.2f} times slower with the clock -->"
    )
    for name, seconds in _largest(clock.rules, 40):
        mark = " **above a tenth**" if seconds > _TOO_MUCH * total else ""
        print(
            f"| {name} | {seconds / total:.1%}{mark} | {seconds * 1e9 / size:.1f} | {clock.tries[name] * 1000 / size:.2f} |"
        )
    print("\n| layer, by itself | share | µs per kB |\n|---|---|---|")
    for name, seconds in _largest(clock.layers, 25):
        print(f"| {name} | {seconds / total:.1%} | {seconds * 1e9 / size:.1f} |")


def _largest(seconds: dict[str, float], number: int) -> list[tuple[str, float]]:
    return sorted(seconds.items(), key=lambda item: -item[1])[:number]


def _check(texts: list[str], rules: RuleSet) -> float:
    start = time.process_time()
    for text in texts:
        engine.diagnose(Document(text), rules)
    return time.process_time() - start


if __name__ == "__main__":
    main()
