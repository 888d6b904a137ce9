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
from textlint.matcher import Match, Matcher
from textlint.packs import load_pack
from textlint.rule import Rule
from textlint.ruleset import RuleSet, Selection

_TOO_MUCH = 0.10


class Clock:
    """Seconds by rule and by layer, a layer's without those of the layers it asked for.

    The expressions that the matcher tries count for their rules. A layer counts for itself, and also for the rule that
    asked first.
    """

    def __init__(self) -> None:
        self.rules: dict[str, float] = defaultdict(float)
        self.layers: dict[str, float] = defaultdict(float)
        self.tries: Counter[str] = Counter()
        self._inner: list[float] = []

    def watch(self) -> None:
        """Put the clock into engine, matcher and documents of this process, for good."""
        look, build, attempt = engine._look, Document.layer, Matcher._try

        def timed_look(rule: Rule, *rest: Any) -> Iterator[Any]:
            start = time.process_time()
            found = list(look(rule, *rest))
            self.rules[f"{rule.code} {rule.name}"] += time.process_time() - start
            return iter(found)

        def timed_layer(document: Document, layer: Callable[[Document], Any]) -> Any:
            if layer in document._layers:
                return build(document, layer)
            self._inner.append(0.0)
            start = time.process_time()
            built = build(document, layer)
            spent = time.process_time() - start
            self.layers[f"{layer.__module__}.{layer.__qualname__}"] += spent - self._inner.pop()
            if self._inner:
                self._inner[-1] += spent
            return built

        def timed_try(
            matcher: Matcher, number: int, part: int, start: int, words: str, found: dict[Any, Match]
        ) -> None:
            begin = time.process_time()
            attempt(matcher, number, part, start, words, found)
            rule = matcher._rules[number]
            self.rules[f"{rule.code} {rule.name}"] += time.process_time() - begin
            self.tries[f"{rule.code} {rule.name}"] += 1

        engine._look = timed_look  # type: ignore[assignment]
        Document.layer = timed_layer  # type: ignore[method-assign,assignment]
        Matcher._try = timed_try  # type: ignore[method-assign,assignment]


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
    rules = RuleSet(load_pack(installed=False), Selection(ignore=ignored, preview=options.preview))
    texts = list(articles(int(options.size * 1e6), options.folder))
    for text in texts[:40]:
        engine.diagnose(Document(text), rules)  # what is read or compiled once does not count
    if options.functions:
        profile = cProfile.Profile()
        profile.runcall(_check, texts, rules)
        pstats.Stats(profile).sort_stats("tottime").print_stats(40)
        return
    plain = _check(texts, rules)
    clock = Clock()
    clock.watch()
    total = _check(texts, rules)
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
