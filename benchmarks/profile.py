"""`python -m benchmarks.profile`: where the time of checking goes, by rule and by layer; rules above a tenth are marked."""

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
    """Seconds by rule and by layer, a layer's without those of the layers it asked for.

    The expressions that the matcher tries count for their rules; the rest of its scan, which serves all rules, counts
    among the layers. A layer counts for itself, and also for the rule that asked first.
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

    def watch(self) -> None:
        """Put the clock into engine, matcher and documents of this process, for good; only rule sets made later show it."""
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
        """Forget what was counted so far."""
        self.rules.clear()
        self.layers.clear()
        self.tries.clear()

    def try_it(self, name: str, attempt: Callable[[], Any]) -> Any:
        """Return what an expression of the rule `name` finds."""
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
    """An expression that tells the clock what it takes."""

    def __init__(self, expression: Any, owner: str, clock: Clock) -> None:
        self._expression, self._owner, self._clock = expression, owner, clock

    def finditer(self, *where: Any) -> Iterator[Any]:
        """Yield the matches, all found at once, so that their time can be told."""
        return iter(self._clock.try_it(self._owner, lambda: [*self._expression.finditer(*where)]))

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._expression, name)
        if not callable(method):
            return method
        return lambda *where: self._clock.try_it(self._owner, lambda: method(*where))


def _name(rule: Rule) -> str:
    return f"{rule.code} {rule.name}"


def main() -> None:
    """Print the shares; with `--functions` those of single functions, by cProfile."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.profile", description=__doc__)
    parser.add_argument(
        "folder", nargs="?", default="", help="take the articles (*.txt) below this folder, not varied fixtures"
    )
    parser.add_argument("--size", type=float, default=1, help="MB to check (default: 1)")
    parser.add_argument("--ignore", default="", help="codes not to run")
    parser.add_argument("--preview", action="store_true", help="run the rules in preview too")
    parser.add_argument("--functions", action="store_true", help="show the functions that take most instead")
    options = parser.parse_args()
    ignored = tuple(filter(None, options.ignore.split(",")))
    selection = Selection(ignore=ignored, preview=options.preview)
    rules = RuleSet(load_pack(installed=False), selection)
    texts = list(articles(int(options.size * 1e6), options.folder))
    _check(texts[:40], rules)  # what is read or compiled once does not count
    if options.functions:
        profile = cProfile.Profile()
        profile.runcall(_check, texts, rules)
        pstats.Stats(profile).sort_stats("tottime").print_stats(40)
        return
    plain = _check(texts, rules)
    clock = Clock(rules)
    clock.watch()
    watched = RuleSet(load_pack(installed=False), selection)
    _check(texts[:40], watched)
    clock.clear()
    total = _check(texts, watched)
    size = sum(map(len, texts))
    print(f"{size / 1e6:.1f} million characters in {len(texts):,} articles: {size / 1e6 / plain:.2f} million a second")
    print(
        f"\n| rule | share | µs a kB | expressions tried a kB |\n|---|---|---|---|  <!-- {total / plain:.2f} times slower watched -->"
    )
    for name, seconds in _largest(clock.rules, 40):
        mark = " **above a tenth**" if seconds > _TOO_MUCH * total else ""
        print(
            f"| {name} | {seconds / total:.1%}{mark} | {seconds * 1e9 / size:.1f} | {clock.tries[name] * 1000 / size:.2f} |"
        )
    print("\n| layer, by itself | share | µs a kB |\n|---|---|---|")
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
