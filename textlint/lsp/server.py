"""The language server and its answers to the client's messages.

The client sends the whole text with every change. For partial changes, pygls would split lines like `str.splitlines`,
which also breaks at U+2028, U+0085 and form feed. Editors do not.
"""

from __future__ import annotations

import asyncio

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from textlint.diagnostic import Diagnostic
from textlint.document import Document
from textlint.errors import TextlintError
from textlint.explanation.markdown import to_markdown
from textlint.lsp.linting import Linted, Linting
from textlint.lsp.positions import Positions
from textlint.reporters.options import ReportOptions
from textlint.span import Edit
from textlint.text.sanitize import shorten, visible
from textlint.version import __version__

_DELAY = 0.25  # seconds without a keystroke before the text is checked
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
_FIX_ALL = "source.fixAll.textlint"
_WATCHED = ("**/textlint.toml", "**/pyproject.toml", "**/rules/**/*.toml", "**/textlint.baseline")


class Server(LanguageServer):
    """A language server that checks open texts."""

    def __init__(self) -> None:
        super().__init__("textlint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.linting = Linting()
        self.waiting: dict[str, asyncio.Task[None]] = {}
        self.told = ""

    def lint(self, uri: str) -> Linted | None:
        """Return the findings in an open text, or None if the settings are invalid; the user is shown that error once."""
        try:
            linted = self.linting.lint(_path(uri), self.workspace.get_text_document(uri).source)
        except TextlintError as error:
            self.tell(str(error))
            return None
        self.told = ""
        return linted

    def tell(self, message: str) -> None:
        """Show the user an error message, unless it is the last one shown."""
        if message != self.told:
            self.told = message
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"textlint: {visible(message)}"))

    def positions(self, document: Document) -> Positions:
        """Return the positions of a document in the client's encoding."""
        encoding = self.server_capabilities.position_encoding or types.PositionEncodingKind.Utf16
        return Positions(document, types.PositionEncodingKind(encoding).value)

    def publish(self, uri: str) -> None:
        """Send the findings of an open text to the client."""
        linted = self.lint(uri)
        items = (
            []
            if linted is None
            else [_diagnostic(found, self.positions(linted.document), linted.pages) for found in linted.diagnostics]
        )
        version = self.workspace.get_text_document(uri).version
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, items, version))

    def publish_soon(self, uri: str) -> None:
        """Send the findings when typing pauses."""
        self.cancel(uri)

        async def wait() -> None:
            await asyncio.sleep(_DELAY)
            self.waiting.pop(uri, None)
            self.publish(uri)

        self.waiting[uri] = asyncio.get_running_loop().create_task(wait())

    def cancel(self, uri: str) -> None:
        """Cancel sending the findings of this text."""
        task = self.waiting.pop(uri, None)
        if task:
            task.cancel()


def make_server() -> Server:
    """Return a server with all its handlers."""
    server = Server()

    @server.feature(types.INITIALIZED)
    async def initialized(ls: Server, params: types.InitializedParams) -> None:
        watching = ls.client_capabilities.workspace and ls.client_capabilities.workspace.did_change_watched_files
        if watching and watching.dynamic_registration:
            watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            registration = types.Registration("settings", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            await ls.client_register_capability_async(types.RegistrationParams([registration]))

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
        ls.publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
        ls.publish_soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
        ls.cancel(params.text_document.uri)
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(params.text_document.uri, []))

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def settings_changed(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
        ls.linting.forget()
        for uri in list(ls.workspace.text_documents):
            ls.publish(uri)

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix, _FIX_ALL]),
    )
    def code_actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
        return _code_actions(ls, params)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
        return _hover(ls, params)

    return server


def _path(uri: str) -> str:
    """Return the path of a text, or just its name if it was never saved."""
    return to_fs_path(uri) or uri.rpartition(":")[2] or "untitled"


def _diagnostic(found: Diagnostic, positions: Positions, pages: ReportOptions) -> types.Diagnostic:
    url = pages.url_of(found.code, found.name)
    return types.Diagnostic(
        range=_range(found.start, found.end, positions),
        message=visible(found.message),
        severity=_SEVERITIES[found.severity],
        code=found.code,
        code_description=types.CodeDescription(url) if url else None,
        source="textlint",
    )


def _range(start: int, end: int, positions: Positions) -> types.Range:
    return types.Range(types.Position(*positions.position(start)), types.Position(*positions.position(end)))


def _code_actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    uri = params.text_document.uri
    only = [str(getattr(kind, "value", kind)) for kind in params.context.only or [types.CodeActionKind.QuickFix]]
    actions: list[types.CodeAction] = []
    if any(f"{_FIX_ALL}.".startswith(f"{kind}.") for kind in only):
        actions += _fix_all(ls, uri)
    if "quickfix" in only or "" in only:
        actions += _quick_fixes(ls, uri, params.range)
    return actions


def _quick_fixes(ls: Server, uri: str, asked: types.Range) -> list[types.CodeAction]:
    linted = ls.lint(uri)
    if linted is None:
        return []
    positions = ls.positions(linted.document)
    start = positions.offset(asked.start.line, asked.start.character)
    end = positions.offset(asked.end.line, asked.end.character)
    actions = []
    for found in linted.diagnostics:
        if found.start <= end and start <= found.end and found.fix and found.fix.applicability != "display":
            is_safe = found.fix.applicability == "safe"
            actions.append(
                types.CodeAction(
                    title=f"{found.code}: {_act(found.fix.edits)}" + ("" if is_safe else " (unsafe)"),
                    kind=types.CodeActionKind.QuickFix,
                    diagnostics=[_diagnostic(found, positions, linted.pages)],
                    is_preferred=is_safe,
                    edit=_workspace_edit(ls, uri, found.fix.edits, positions),
                )
            )
    return actions


def _fix_all(ls: Server, uri: str) -> list[types.CodeAction]:
    try:
        outcome = ls.linting.fix_all(_path(uri), ls.workspace.get_text_document(uri).source)
    except TextlintError as error:
        ls.tell(str(error))
        return []
    if outcome is None or not outcome[1]:
        return []
    document, edits = outcome
    edit = _workspace_edit(ls, uri, edits, ls.positions(document))
    return [types.CodeAction(title="Apply all safe fixes", kind=_FIX_ALL, edit=edit)]


def _act(edits: tuple[Edit, ...]) -> str:
    if len(edits) > 1:
        return f"make {len(edits)} edits"
    words = edits[0].text
    if not words:
        return "delete"
    return f"write “{visible(shorten(words, 40))}”" if words.strip() else "insert white space"


def _workspace_edit(ls: Server, uri: str, edits: tuple[Edit, ...], positions: Positions) -> types.WorkspaceEdit:
    """Return the edits for the current version of the text."""
    version = ls.workspace.get_text_document(uri).version
    identifier = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version)
    changes = [types.TextEdit(_range(edit.start, edit.end, positions), edit.text) for edit in edits]
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identifier, changes)])


def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    uri = params.text_document.uri
    linted = ls.lint(uri)
    if linted is None:
        return None
    offset = ls.positions(linted.document).offset(params.position.line, params.position.character)
    try:
        reasons = ls.linting.explain(_path(uri), linted.document.text, offset)
    except TextlintError as error:
        ls.tell(str(error))
        return None
    if not reasons:
        return None
    parts = [to_markdown(reason, linted.rules[reason.code].why) for reason in reasons]
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(parts)))
