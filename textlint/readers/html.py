"""Read web pages: the article's text as a browser shows it, its metadata, and the page's line for each line of text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from textlint.document import Document
from textlint.errors import InputError
from textlint.readers import InputFile, Unit
from textlint.startup.values import Any, NamedTuple

_SKIPPED = frozenset(
    "script style noscript template iframe object embed applet canvas audio video svg map head nav aside footer form button "
    "select textarea dialog datalist figcaption img".split()
)
_BLOCKS = frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figure h1 h2 h3 h4 h5 h6 header hgroup hr "
    "html legend li main menu ol p pre section summary table tbody tfoot thead tr ul".split()
)
_TIGHT = frozenset("li dt dd tr caption".split())  # blocks without a blank line between them
_CELLS = frozenset(("td", "th"))
_WHITE_SPACE = re.compile(r"[ \t\n\r\f]+")
_CAPTION_CLASS = re.compile(
    r"(?:^|[\s_-])(?:wp-)?caption(?:-text)?(?:$|[\s_-])|(?:^|[\s_-])(?:photo|image)-?credit(?:$|[\s_-])", re.IGNORECASE
)
_HIDDEN = re.compile(r"display\s?:\s?none|visibility\s?:\s?hidden", re.IGNORECASE)
_SUPERSCRIPTS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_SUBSCRIPTS = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_FIGURES = re.compile(r"[0-9+-]{1,4}")
_LARGEST = 50_000_000  # bytes of one page
_MOST_MARKED = 50  # elements marked as articles; a page with more is a list of teasers
_SHARE = 0.5  # of the page's paragraph text that an element must contain to be the article


class Passage(NamedTuple):
    """Text of the page outside its running text: a caption or the alternative text of an image."""

    kind: str  # "caption" or "alt"
    text: str
    line: int  # in the page, from 1


class ExtractedPage(NamedTuple):
    """The article of a page.

    `text` has one line per block of the page and ends with a line break unless it is empty. `file_lines[n]` is the line
    of the page (from 1) that line n (from 0) of the text comes from. `passages` are captions and alternative texts, in
    the order of the page. `metadata` may contain `title`, `date`, `byline`, `language`, `url` and `encoding`.
    """

    text: str
    file_lines: tuple[int, ...]
    passages: tuple[Passage, ...]
    metadata: Mapping[str, str]


def read(file: InputFile) -> Iterator[Unit]:
    """Yield the page as one unit whose document is its extracted text; edits cannot be written back to a page."""
    data = file.stream.read(_LARGEST + 1)
    page = extract_text(data, file.encoding, file.path)
    document = Document(page.text, file.path, metadata=page.metadata, file_lines=page.file_lines)
    yield Unit(data, document)


def extract_text(data: bytes, declared_encoding: str = "", path: str = "") -> ExtractedPage:
    """Return the article of an HTML page.

    The encoding is `declared_encoding` if given, else the one that the page declares, else UTF-8 or Windows-1252. The
    article is the element marked as one, if it contains most of the page's paragraph text, else the whole body. Menus,
    forms, asides and footers are left out. Words at inline tags are joined or separated as in a browser, and each block
    starts a new line. Raises InputError for a page that is too large, cannot be decoded, is nested too deeply, or is
    not empty but has no text.
    """
    if len(data) > _LARGEST:
        raise InputError(f"the page is larger than {_LARGEST:,} bytes", path, remedy="Split it into smaller pages.")
    markup, encoding = _decoded(data, declared_encoding, path)
    if not markup.strip():
        return ExtractedPage("", (), (), {"encoding": encoding})
    root = _parsed(markup, path)
    from textlint.readers.page_metadata import read_metadata

    article = _article(root)
    renderer = _Renderer()
    heading = next(iter(root.iter("h1")), None)
    if heading is not None and article is not root and not any(True for _ in article.iter("h1")):
        renderer.render(heading)
    renderer.render(article)
    lines = renderer.finished()
    if not lines:
        raise InputError(
            "the page contains no text", path, remedy="Check that the page was saved after it had finished loading."
        )
    text = "".join(f"{line}\n" for line, _ in lines)
    metadata = {**read_metadata(root), "encoding": encoding}
    return ExtractedPage(text, tuple(number for _, number in lines), tuple(renderer.passages), metadata)


def _decoded(data: bytes, declared: str, path: str) -> tuple[str, str]:
    """Return the page as a string with LF line breaks, and its encoding, which BeautifulSoup detects."""
    from bs4.dammit import UnicodeDammit

    found = UnicodeDammit(data, known_definite_encodings=[declared] if declared else [], is_html=True)
    if found.unicode_markup is None or (declared and found.contains_replacement_characters):
        raise InputError("the page cannot be decoded", path, remedy="Give its encoding with --encoding.")
    markup = found.unicode_markup.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    return markup, found.original_encoding or "ascii"


def _parsed(markup: str, path: str) -> Any:
    """Return the root of the page's tree, as parsed by lxml, which takes linear time for any page."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise InputError("the page contains no text", path, remedy="Check that it is HTML.") from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise InputError("the page is nested too deeply", path, remedy="Check that it is not damaged.")
    return root


def _article(root: Any) -> Any:
    """Return the element of the article: the smallest marked one that contains most of the paragraph text."""
    total = _paragraph_text(root)
    marked = root.xpath("//article | //main | //*[@itemprop='articleBody'] | //*[@role='main' or @role='article']")
    if total and len(marked) <= _MOST_MARKED:
        sized = [
            (size, number)
            for number, element in enumerate(marked)
            if (size := _paragraph_text(element)) >= _SHARE * total
        ]
        if sized:
            return marked[min(sized)[1]]
    bodies = root.xpath("//body")
    return bodies[0] if bodies else root


def _paragraph_text(element: Any) -> int:
    return sum(len(text) for paragraph in element.iter("p") for text in paragraph.itertext())


class _Renderer:
    """Walks a tree and collects lines of text."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self._lines: list[tuple[str, int]] = []
        self._pieces: list[str] = []
        self._at = 1  # the page's current line; counted here, because libxml2 counts only up to 65,535
        self._start = 0  # the page's line where the current line of text starts
        self._apart = False  # the next line of text is preceded by a blank line
        self._pre = 0

    def render(self, root: Any) -> None:
        """Add the text of `root` and its descendants, without its tail."""
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            name = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                self._at = max(self._at, element.sourceline or 0)
                if element is not root and self._is_skipped(element, name):
                    walk.skip_subtree()
                else:
                    self._open(element, name)
            else:
                if not self._is_skipped(element, name) or element is root:
                    self._close(element, name)
                if element is not root and element.tail:
                    self._write(element.tail)
        self._break(False)

    def finished(self) -> list[tuple[str, int]]:
        """Return the lines of text, each with its line in the page."""
        self._break(False)
        return self._lines

    def _is_skipped(self, element: Any, name: str) -> bool:
        if name in _SKIPPED:
            return True
        if element.get("hidden") is not None or element.get("aria-hidden") == "true":
            return True
        style, classes = element.get("style"), element.get("class")
        return bool(
            (style and _HIDDEN.search(style)) or (classes and _CAPTION_CLASS.search(classes) and name != "body")
        )

    def _open(self, element: Any, name: str) -> None:
        for inner in element:
            self._note_passage(inner)
        if name in _BLOCKS:
            self._break(name not in _TIGHT)
        elif name == "br":
            self._break(False)
        elif name in _CELLS and self._pieces:
            self._pieces.append("\t")
        elif name == "q":
            self._write("“")
        self._pre += name == "pre"
        if element.text:
            text = element.text
            if name in ("sup", "sub") and _FIGURES.fullmatch(text):
                text = text.translate(_SUPERSCRIPTS if name == "sup" else _SUBSCRIPTS)
            self._write(text)

    def _close(self, element: Any, name: str) -> None:
        if name in _BLOCKS:
            self._break(name not in _TIGHT)
        elif name == "q":
            self._write("”")
        self._pre -= name == "pre"

    def _note_passage(self, element: Any) -> None:
        if element.tag == "img":
            kind, words = "alt", _joined(element.get("alt") or "")
        elif element.tag == "figcaption" or _CAPTION_CLASS.search(element.get("class") or ""):
            kind, words = "caption", _joined("".join(element.itertext()))
        else:
            return
        if words:
            self.passages.append(Passage(kind, words, element.sourceline))

    def _write(self, text: str) -> None:
        if self._pre and "\n" in text:
            for number, part in enumerate(text.split("\n")):
                if number:
                    self._break(False)
                    self._at += 1
                self._write(part.replace("\t", "    "))
            return
        words = text.lstrip(" \t\n\r\f")
        if words and not self._pieces:
            self._start = self._at + text[: len(text) - len(words)].count("\n")
        if words or self._pieces:
            self._pieces.append(text)
        self._at += text.count("\n")

    def _break(self, apart: bool) -> None:
        """End the current line of text, if it has words; `apart` adds a blank line before the next one."""
        joined = "".join(self._pieces)
        words = joined.rstrip() if self._pre else _cells(joined)
        self._pieces = []
        if words.strip():
            if self._lines and self._apart:
                self._lines.append(("", self._start))
            self._lines.append((words, self._start))
            self._apart = False
        self._apart = self._apart or apart


def _joined(text: str) -> str:
    return _WHITE_SPACE.sub(" ", text).strip(" ")


def _cells(text: str) -> str:
    return _joined(text) if "\t" not in text else "\t".join(map(_joined, text.split("\t"))).strip("\t")
