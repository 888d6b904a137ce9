"""Properties that hold for every text: unchanged bytes, stable and verified fixes, and rules in any order."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.api import Linter
from textlint.document import Document
from textlint.engine import diagnose
from textlint.errors import InputError
from textlint.fixer import FixResult, fix_document
from textlint.readers.decoding import decode, encode_edits
from textlint.rulebook.packs import load_pack
from textlint.rulebook.ruleset import Pack, RuleSet, Selection, _table
from textlint.span import apply_edits
from textlint.startup.locations import rules_folder
from textlint.text.quotations import find_quotations

ROOT = Path(__file__).parent.parent
_INVISIBLE = dict.fromkeys(
    [0xAD, 0x180E, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065)]
)


@cache
def rules() -> RuleSet:
    return RuleSet(load_pack(installed=False), Selection(preview=True))


@cache
def fragments() -> list[str]:
    """Lines, halves of lines and words of the fixtures and of the rules' own examples."""
    from textlint.rulebook.file import read_rule_file
    from textlint.rulebook.ruleset import rule_files

    texts = [path.read_text("utf-8") for path in sorted(ROOT.glob("fixtures/**/*.txt"))]
    texts += [example.text for path in rule_files(rules_folder()) for example in read_rule_file(path)[1]]
    found = {piece for text in texts for line in text.splitlines(True) for piece in pieces(line)}
    return sorted(found)


def pieces(line: str) -> Iterator[str]:
    yield line
    middle = line.find(" ", len(line) // 2)
    if middle > 0:
        yield line[:middle]
        yield line[middle:]


odd = st.sampled_from(
    ["\n", "\n\n", "\r\n", "\r", " ", "\u00a0", "\t", "“", "”", '"', "''", "\ufeff", "\u200b", "\u2028", "\x85", "\x00", "\ud800",
     "Ã©", "â€™", "<p>", "&amp;", "…", "\U0001f600", "İ", "ﬁ", "e\u0301", "\u00ad", "`", "[sic]", "10 km", "1,000", "- ", "»"]
)  # fmt: skip
texts = st.lists(
    st.one_of(st.deferred(lambda: st.sampled_from(fragments())), odd, st.text(max_size=6)), min_size=1, max_size=8
).map("".join)
encodable = texts.map(lambda text: text.replace("\ud800", ""))


def fixed(text: str, unsafe: bool = True) -> FixResult:
    return fix_document(Document(text, "a.txt", is_file=True), rules(), unsafe)


@given(texts, st.booleans())
def test_fixing_twice_changes_nothing_more(text: str, unsafe: bool) -> None:
    once = fixed(text, unsafe).document.text
    assert fixed(once, unsafe).document.text == once


@given(texts, st.booleans())
def test_every_change_is_accounted_for(text: str, unsafe: bool) -> None:
    outcome = fixed(text, unsafe)
    assert apply_edits(text, outcome.edits) == outcome.document.text
    for removal in outcome.removals:
        assert 0 <= removal.start <= removal.end <= len(text)
        assert removal.text.strip()
    for diagnostic in outcome.fixed:
        assert diagnostic.fix is not None


@given(texts)
def test_findings_are_sorted_and_have_their_position(text: str) -> None:
    document = Document(text, "a.txt", is_file=True)
    found = diagnose(document, rules())
    assert list(found) == sorted(found, key=lambda finding: (finding.start, finding.end, finding.code))
    for finding in found:
        assert text[finding.start : finding.end] == finding.text
        assert document.lines.position(finding.start) == (finding.line, finding.column)
        assert document.lines.position(finding.end) == (finding.end_line, finding.end_column)
        json.dumps(finding.to_dict())
        for edit in finding.fix.edits if finding.fix else ():
            assert 0 <= edit.start <= edit.end <= len(text)


def letters(text: str) -> str:
    """Return the text without white space and without characters that have no shape: those may go even from quotations."""
    return "".join(re.sub("[\x00-\x1f\x7f-\x9f]", "", text.translate(_INVISIBLE)).split())


@given(texts)
def test_safe_fixes_change_no_quoted_word(text: str) -> None:
    outcome = fixed(text, unsafe=False)
    if any(diagnostic.fix and diagnostic.fix.keeps == "bytes" for diagnostic in outcome.fixed):
        return  # fixing the encoding may change any letter
    after = letters(outcome.document.text)
    whole_lines = {
        text[start:end] for start, end in (span_of_lines(text, edit) for edit in outcome.edits if not edit.text.strip())
    }
    for quotation in find_quotations(text):
        words = text[quotation.start : quotation.end]
        is_cut = any(words in lines for lines in whole_lines)
        if quotation.is_closed and "\u2028" not in words and not is_cut:
            assert letters(words[1:-1]) in after, words


def span_of_lines(text: str, edit: object) -> tuple[int, int]:
    start, end = edit.start, edit.end  # type: ignore[attr-defined]
    return start, end


@given(texts)
def test_safe_fixes_change_no_number(text: str) -> None:
    outcome = fixed(text, unsafe=False)
    if any(diagnostic.fix and diagnostic.fix.keeps in ("bytes", "rest") for diagnostic in outcome.fixed):
        return  # furniture may hold numbers, and misread bytes may look like them
    assert re.findall(r"\d", text) == re.findall(r"\d", outcome.document.text)


byte_marks = st.sampled_from([b"", codecs.BOM_UTF8])


@given(st.one_of(encodable.map(lambda text: text.encode("utf-8")), st.binary(max_size=60)), byte_marks)
def test_bytes_outside_the_edits_are_unchanged(data: bytes, mark: bytes) -> None:
    kept_outside_edits(mark + data)


@given(encodable, st.sampled_from(["utf-16-le", "utf-16-be", "utf-32-le", "cp1252"]))
def test_bytes_outside_the_edits_are_unchanged_in_other_encodings(text: str, encoding: str) -> None:
    marks = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE, "utf-32-le": codecs.BOM_UTF32_LE}
    kept_outside_edits(marks.get(encoding, b"") + text.encode(encoding, "replace"))


def kept_outside_edits(data: bytes) -> None:
    """Check that the bytes change where the text was edited and nowhere else, and read back as the fixed text."""
    try:
        decoded = decode(data, "a.txt")
    except InputError:
        return
    outcome = fixed(decoded.text)
    try:
        after = encode_edits(data, decoded, outcome.edits)
    except InputError:
        assert decoded.encoding == "cp1252" or "read back" in str(InputError)
        return
    assert decode(after, "a.txt").text == outcome.document.text
    position, kept = 0, [decoded.bom]
    for edit in outcome.edits:
        kept += [decoded.text[position : edit.start].encode(decoded.encoding), edit.text.encode(decoded.encoding)]
        position = edit.end
    kept.append(decoded.text[position:].encode(decoded.encoding))
    assert after == b"".join(kept)
    if not outcome.edits:
        assert after == data


@given(encodable)
def test_json_records_change_only_in_their_text_field(text: str) -> None:
    import io

    from textlint.readers import InputFile
    from textlint.readers.jsonl import read

    record = {"a": "text", "text": text, "b": ["  x ", "é"], "n": 1.50}
    for raw in (json.dumps(record), json.dumps(record, ensure_ascii=False)):
        line = raw.encode() + b"\r\n"
        (unit,) = read(InputFile("a.jsonl", io.BytesIO(line)))
        assert unit.document is not None and unit.rewrite is not None
        outcome = fix_document(unit.document, rules(), unsafe=True)
        after = unit.rewrite(outcome.edits)
        assert json.loads(after) == record | {"text": outcome.document.text}
        if not outcome.edits:
            assert after == line


def shuffled(pack: Pack, order: list[int]) -> RuleSet:
    moved = tuple(pack.rules[number] for number in order)
    return RuleSet(Pack(moved, _table(moved)), Selection(preview=True))


@cache
def other_orders() -> list[RuleSet]:
    from random import Random

    pack = load_pack(installed=False)
    numbers = list(range(len(pack.rules)))
    return [
        shuffled(pack, numbers[::-1]),
        *(shuffled(pack, Random(seed).sample(numbers, len(numbers))) for seed in (1, 2)),
    ]


@given(texts)
def test_the_order_of_rules_does_not_matter(text: str) -> None:
    found = diagnose(Document(text), rules())
    for other in other_orders():
        assert diagnose(Document(text), other) == found


@given(st.lists(texts, min_size=2, max_size=4))
def test_texts_do_not_affect_each_other(several: list[str]) -> None:
    linter = Linter(preview=True)
    alone = {text: linter.lint_text(text) for text in several}
    for text in reversed(several):
        assert linter.lint_text(text) == alone[text]


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("fixtures/**/*.txt")), ids=lambda path: path.name + "-" + path.parent.name
)
@pytest.mark.parametrize("unsafe", [True, False])
def test_every_fixture_settles(path: Path, unsafe: bool) -> None:
    outcome = fixed(path.read_text("utf-8"), unsafe)
    assert fixed(outcome.document.text, unsafe).document.text == outcome.document.text
