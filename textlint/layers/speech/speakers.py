"""Find the speaker of each quotation: in its sentence, in a neighboring one, or of the previous quotation."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.speech.attributions import Attributions, attributions
from textlint.layers.speech.cues import Attribution
from textlint.layers.speech.grammar import expression
from textlint.layers.speech.sources import Source, describe
from textlint.layers.speech.subjects import first_subject
from textlint.layers.speech.tokens import Tokens, tokens
from textlint.startup import patterns
from textlint.startup.values import NamedTuple
from textlint.text.quotations import Quotation

_SHORT_SENTENCE = 9  # tokens of a sentence that only introduces the next quotation; chosen by reading, not measured
# Shorter quotations within a sentence may be titles or nicknames, which need no speaker; chosen by reading, not measured.
_FEW_WORDS = 4
_REACH = 80  # tokens around a quotation to search for a cue in its sentence; chosen by reading, not measured
_QUOTATION = patterns.expression('"')
_NAMED_BEHIND = patterns.expression("[,!]?(?:N{1,9}|r),?~?(?=[hudzvPVbxX])")
_PASSIVE = patterns.expression("=~*[dPh][sit]?\\Z")  # "was called "…""


class Speech(NamedTuple):
    """A quotation and the attribution that gives its speaker.

    `token` is the index of the quotation's token. `attribution` is None if no speaker was found. `how` is "sentence"
    (named in the quotation's own sentence), "clause" (the subject of its sentence, without a verb of speech),
    "neighbour" (in the previous or next sentence) or "continued" (the speaker of the previous quotation). If no speaker
    was found, it is "open" (it continues a quotation that was not closed), "introduced" (by a colon), "inside" (part of
    a sentence with another subject) or "" (no reason found).
    """

    quotation: Quotation
    token: int
    attribution: Attribution | None
    how: str


class Speeches:
    """The quotations of a text with their speakers, each found on first use."""

    def __init__(self, table: Tokens, found: Attributions) -> None:
        self._table = table
        self._found = found
        self._tokens = [match.start() for match in _QUOTATION.finditer(table.classes)]
        self._known: dict[int, Speech] = {}

    def __len__(self) -> int:
        return len(self._tokens)

    def __iter__(self) -> Iterator[Speech]:
        """Yield the quotations in order."""
        return map(self.of, range(len(self)))

    def sentence(self, number: int) -> tuple[int, int]:
        """Return the first and last token of the sentence of the quotation numbered `number`, from 0."""
        return self._table.sentence(self._tokens[number])

    def has_speaker(self, number: int) -> bool:
        """Return whether the quotation numbered `number` has a speaker, or needs none for another reason.

        Half of all quotations have their speaker right next to them, which is found without the sentence's
        attributions.
        """
        if number not in self._known:
            token = self._tokens[number]
            if _NAMED_BEHIND.match(self._table.classes, token + 1) and _ends_open(self._table, token):
                return True  # the same result as `_just_behind`
            if _beside(self._table, token, *self._table.sentence(token)):
                return True
        speech = self.of(number)
        return speech.attribution is not None or speech.how != ""

    def of(self, number: int) -> Speech:
        """Return the quotation numbered `number`, from 0, with its speaker."""
        waiting: list[int] = []  # each may continue with the speaker of the previous one
        while number not in self._known:
            alone = _by_itself(self._table, self._found, self._tokens[number])
            if alone:
                self._known[number] = alone
                break
            waiting.append(number)
            if not number:
                break
            number -= 1
        for later in reversed(waiting):
            before = self._known.get(later - 1)
            self._known[later] = _after(self._table, self._found, self._tokens[later], before)
            number = later
        return self._known[number]


def speeches(document: Document) -> Speeches:
    """Return every quotation of `document` with its speaker, in order; a layer."""
    return Speeches(document.layer(tokens), document.layer(attributions))


def _by_itself(table: Tokens, found: Attributions, token: int) -> Speech | None:
    """Return the quotation of `token` with its speaker if its sentence decides it, or None if context is needed."""
    quotation = table.quotation_at(token)
    first, last = table.sentence(token)
    near = found.between(max(first, token - _REACH), min(last, token + _REACH))
    if chosen := _in_sentence(table, near, token) or _beside(table, token, first, last):
        return Speech(quotation, token, chosen, "sentence")
    words = table.text.count(" ", quotation.start, quotation.end) + 1
    if not _opens(table, token, first) and words < _FEW_WORDS:
        return Speech(quotation, token, None, "")
    return None


def _after(table: Tokens, found: Attributions, token: int, previous: Speech | None) -> Speech:
    """Return the quotation of `token`, whose own sentence names no speaker, with the speaker from its context."""
    quotation = table.quotation_at(token)
    first, last = table.sentence(token)
    opens = _opens(table, token, first)
    if previous and previous.attribution and _follows(table, previous.token, token, opens):
        return Speech(quotation, token, previous.attribution, "continued")
    if not opens:
        source = first_subject(table, first, token)
        if source:
            return Speech(quotation, token, Attribution(source, -1, "subject"), "clause")
        return Speech(quotation, token, None, "" if _PASSIVE.search(table.classes, first, token) else "inside")
    if _goes_on(table, previous, token):
        return Speech(quotation, token, None, "open")
    beside = _behind(table, found, last) or _ahead(table, found, first)
    if beside:
        return Speech(quotation, token, beside, "neighbour")
    introduced = first > 0 and table.classes[table.end_before(first)] == ":"
    return Speech(quotation, token, None, "introduced" if introduced else "")


def _opens(table: Tokens, token: int, first: int) -> bool:
    """Return whether a quotation starts its sentence, whose first token is `first`."""
    return token == first or table.classes[token - 1] in '|¶!"'


def _in_sentence(table: Tokens, here: list[Attribution], token: int) -> Attribution | None:
    """Choose among the attributions of the quotation's sentence: directly after it, then before it, then further on."""
    classes = table.classes
    ahead = [item for item in here if item.cue < token]
    if ahead and classes[token - 1] == ":" and not table.is_open_ended(token):
        return ahead[-1]
    after = [item for item in here if min(item.cue, item.source.first) > token]
    for item in after:
        start = min(item.cue, item.source.first)
        gap = classes[token + 1 : start]
        new_sentence = "!" in gap and item.manner != "inverted" and classes[item.cue + 1] not in '|,¶i~s"'
        if len(gap) <= 2 and not gap.strip(",!-~&.") and not new_sentence:
            return item
    if ahead:
        return ahead[-1]
    return after[0] if after and "!" not in classes[token + 1 : after[0].cue] else None


def _beside(table: Tokens, token: int, first: int, last: int) -> Attribution | None:
    """Return the speaker next to a quotation, with any verb: "…," he continued; as Jones put it: "…"."""
    if token + 1 < last and _ends_open(table, token) and (found := _just_behind(table, token)):
        return found
    if token == first or table.classes[token - 1] not in ":,":
        return None
    start = max(first, token - _REACH)
    clause = max(table.classes.rfind(mark, start, token - 1) for mark in ",;&sk-") + 1
    source = _led_to(table, token, first) or first_subject(table, max(start, clause), token)
    source = source or first_subject(table, start, token)
    return Attribution(source, -1, "subject") if source else None


def _just_behind(table: Tokens, token: int) -> Attribution | None:
    """Return the speaker directly after the quotation, with any verb: "he continued", "read the letter"."""
    match = expression("[,!]?((?:{inside}|[fi]){0,10}?[NrRSaeMXjJcu]),?~?(?=[hudzvPVbxX])").match(
        table.classes, token + 1
    )
    if match:
        named = describe(table, *match.span(1))
        if table.classes[named.head] in "NrRSaeMXjJc" or named.opening in "DAY":
            return Attribution(named, match.end(), "subject")
    match = expression("[,!]?[hudzvb]((?=[DN]){noun_phrase})(?=[,|¶])").match(table.classes, token + 1)
    return Attribution(describe(table, *match.span(1)), match.start(1) - 1, "inverted") if match else None


def _led_to(table: Tokens, token: int, first: int) -> Source | None:
    """Return the name before a colon that introduces the quotation: "More from Jones: "…"."""
    match = expression("({words}):").search(table.classes, max(first, token - 6), token)
    if match is None or match.end() != token:
        return None
    named = describe(table, *match.span(1))
    return named if table.classes[named.head] == "N" else None


def _ends_open(table: Tokens, token: int) -> bool:
    """Return whether the sentence can continue after the quotation's final punctuation."""
    end = table.quotation_at(token).end
    return end > 1 and (table.classes[token + 1] in ",!" or table.is_open_ended(token))


def _follows(table: Tokens, previous: int, token: int, opens: bool) -> bool:
    """Return whether a quotation has the same speaker as the one at token `previous`."""
    between = table.classes[previous + 1 : token]
    if "¶" not in between:
        return opens or "|" not in between
    return (opens and between.strip("¶|!,") == "") or (
        opens and between.rstrip("¶").count("¶") <= 1 and table.classes[token - 1] == "¶"
    )


def _goes_on(table: Tokens, previous: Speech | None, token: int) -> bool:
    """Return whether the previous quotation was not closed in its paragraph and this one starts the next."""
    if previous is None or previous.quotation.is_closed:
        return False
    return table.classes[previous.token + 1 : token].strip("|!¶") == ""


def _behind(table: Tokens, found: Attributions, last: int) -> Attribution | None:
    """Return the first attribution in the next sentence of the same paragraph."""
    if table.classes[last : last + 1] != "|":
        return None
    first, end = table.sentence(last + 1)
    return found.first_between(first, end)


def _ahead(table: Tokens, found: Attributions, first: int) -> Attribution | None:
    """Return the first attribution in the previous sentence, even in the previous paragraph."""
    end = table.end_before(first)
    if end < 0:
        return None
    start, _ = table.sentence(end)
    if near := found.first_between(start, end):
        return near
    leads = end - start <= _SHORT_SENTENCE or "M" in table.classes[start:end]  # "Howard went on."; "she sent a letter"
    source = first_subject(table, start, end) if leads else None
    return Attribution(source, -1, "subject") if source and source.kind in ("named", "pronoun") else None
