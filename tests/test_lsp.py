"""The language server, tested with a real client over standard input and output."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.document import Document
from textlint.lsp.positions import Positions

pytest.importorskip("pygls")
from lsprotocol import types
from pygls.lsp.client import LanguageClient

ROOT = Path(__file__).parent.parent
TEXT = "Fine.\n\U0001f600\u2028é Two words . \nThree.\n"


class Session:
    """A client that keeps what the server published."""

    def __init__(self) -> None:
        self.client = LanguageClient("test", "1")
        self.published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.messages: asyncio.Queue[types.ShowMessageParams] = asyncio.Queue()
        self.registered: asyncio.Queue[types.RegistrationParams] = asyncio.Queue()

        self.keep(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, self.published)
        self.keep(types.WINDOW_SHOW_MESSAGE, self.messages)
        self.keep(types.CLIENT_REGISTER_CAPABILITY, self.registered)

    def keep(self, method: str, queue: asyncio.Queue[Any]) -> None:
        def receive(params: Any) -> None:
            queue.put_nowait(params)

        self.client.feature(method)(receive)

    async def start(self, folder: Path, encodings: list[types.PositionEncodingKind | str] | None) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        await self.client.start_io(sys.executable, "-m", "textlint", "lsp", env=environment, cwd=folder)
        watched = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
        capabilities = types.ClientCapabilities(
            general=types.GeneralClientCapabilities(position_encodings=encodings),
            workspace=types.WorkspaceClientCapabilities(did_change_watched_files=watched),
        )
        await self.client.initialize_async(types.InitializeParams(capabilities=capabilities, root_uri=folder.as_uri()))
        self.client.initialized(types.InitializedParams())

    def open(self, path: Path, text: str) -> None:
        item = types.TextDocumentItem(path.as_uri(), "plaintext", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, path: Path, text: str, version: int) -> None:
        identifier = types.VersionedTextDocumentIdentifier(version, path.as_uri())
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [whole]))

    async def actions(self, path: Path, line: int, only: list[Any] | None = None) -> list[types.CodeAction]:
        place = types.Range(types.Position(line, 0), types.Position(line, 99))
        params = types.CodeActionParams(
            types.TextDocumentIdentifier(path.as_uri()), place, types.CodeActionContext([], only)
        )
        found = await self.client.text_document_code_action_async(params)
        return [action for action in found or [] if isinstance(action, types.CodeAction)]

    async def stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        stopping: Any = self.client.stop()  # type: ignore[no-untyped-call]
        await asyncio.wait_for(stopping, 20)


def talk(
    folder: Path, script: Callable[[Session], Awaitable[None]], encodings: list[types.PositionEncodingKind | str] | None
) -> None:
    async def run() -> None:
        session = Session()
        await session.start(folder, encodings)
        try:
            await script(session)
        finally:
            await session.stop()

    (folder / "textlint.toml").write_text('select = ["SP202"]\n')
    asyncio.run(asyncio.wait_for(run(), 60))


@pytest.mark.parametrize(("encoding", "character"), [(None, 16), ("utf-32", 15), ("utf-8", 21)])
def test_a_session(tmp_path: Path, encoding: str | None, character: int) -> None:
    path = tmp_path / "a.txt"

    async def script(session: Session) -> None:
        session.open(path, TEXT)
        found = await session.published.get()
        assert [(item.code, item.source) for item in found.diagnostics] == [("SP202", "textlint")]
        assert found.diagnostics[0].range.start == types.Position(1, character)
        assert found.version == 1

        (fix,) = await session.actions(path, 1)
        assert fix.title == "SP202: delete"
        assert fix.is_preferred
        assert fix.edit is not None
        (change,) = fix.edit.document_changes or []
        assert isinstance(change, types.TextDocumentEdit)
        assert list(change.edits) == [types.TextEdit(found.diagnostics[0].range, "")]
        assert await session.actions(path, 0) == []
        (everything,) = await session.actions(path, 0, [types.CodeActionKind.SourceFixAll])
        assert everything.kind == "source.fixAll.textlint"
        assert await session.actions(path, 1, [types.CodeActionKind.Refactor]) == []

        hover = await session.client.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(path.as_uri()), types.Position(1, character))
        )
        assert hover is not None
        assert isinstance(hover.contents, types.MarkupContent)
        assert hover.contents.kind == types.MarkupKind.Markdown
        assert hover.contents.value.startswith("**SP202 trailing-spaces\\: ")
        assert "- *matched*: the check" in hover.contents.value
        assert "*fix*: safe. The rule allows a safe fix" in hover.contents.value
        nothing = await session.client.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(path.as_uri()), types.Position(0, 2))
        )
        assert nothing is None

        for version in range(2, 8):
            session.change(path, "Line. \n" * version, version)
        found = await session.published.get()
        assert (found.version, len(found.diagnostics)) == (7, 7)
        assert session.published.empty()

        session.client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(path.as_uri()))
        )
        assert not (await session.published.get()).diagnostics

    talk(tmp_path, script, [encoding] if encoding else None)


def test_settings_are_read_again_when_they_change(tmp_path: Path) -> None:
    path, settings = tmp_path / "a.txt", tmp_path / "textlint.toml"

    async def script(session: Session) -> None:
        registered = await session.registered.get()
        assert "**/textlint.toml" in str(registered)
        session.open(path, TEXT)
        assert len((await session.published.get()).diagnostics) == 1

        async def told(content: str) -> int:
            settings.write_text(content)
            event = types.FileEvent(settings.as_uri(), types.FileChangeType.Changed)
            session.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
            return len((await session.published.get()).diagnostics)

        assert await told('select = ["BP"]\n') == 0
        assert await told("selekt = 1\n") == 0
        message = await session.messages.get()
        assert "selekt" in message.message
        assert await told('select = ["SP202"]\n') == 1

    talk(tmp_path, script, None)


def test_files_whose_text_is_not_what_the_editor_shows_are_left_alone(tmp_path: Path) -> None:
    async def script(session: Session) -> None:
        for name in ("a.html", "b.jsonl"):
            session.open(tmp_path / name, "<p>Line. \n</p>\n")
            assert not (await session.published.get()).diagnostics

    talk(tmp_path, script, None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_positions_and_offsets_undo_each_other(encoding: str, text: str) -> None:
    positions = Positions(Document(text), encoding)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            assert positions.offset(*positions.position(offset)) == offset


def test_a_position_that_does_not_exist_is_moved_to_one_that_does() -> None:
    positions = Positions(Document("\U0001f600a\nb"), "utf-16")
    assert positions.offset(0, 1) == 0
    assert positions.offset(0, 99) == 2
    assert positions.offset(7, 0) == 4
