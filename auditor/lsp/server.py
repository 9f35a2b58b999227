"""The server itself: keeps open files, audits them as they change, answers the editor.

A keystroke is answered once the keyboard has rested for a moment, in a thread of its own, so
that typing is never held up; a version that is out of date by then is audited again.
"""

import asyncio
import os
import traceback
from collections.abc import Callable, Generator, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method
from pygls.uris import to_fs_path

from auditor import __version__
from auditor.config import ConfigError
from auditor.desk import Desk, settings, settle
from auditor.formats import format_of, read
from auditor.lsp.actions import ADD_NAME, FIX_ALL, Audited, actions, fix_all
from auditor.lsp.buffer import Buffer
from auditor.lsp.diagnostics import NAME, diagnostics, page_of
from auditor.lsp.house import add_name
from auditor.rule import PackError

# Keys come some 100 ms apart; this joins only those of a macro. What is typed during an audit is
# joined anyway: one audit follows, of the text as it then stands.
REST = 0.005

# What editors call the formats, for files whose suffix says nothing.
_LANGUAGES = {"markdown": "markdown", "mdx": "markdown", "html": "html", "po": "po", "xliff": "xliff"}

# Configuration files and house gazetteers.
_WATCHED = "**/*.toml"

_Result = TypeVar("_Result")


class _Protocol(LanguageServerProtocol):
    """The protocol, but changes of text are left to `Buffer`, which knows where lines end."""

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(
        self, params: types.DidChangeTextDocumentParams
    ) -> Generator[Any, Any, None]:
        """Hand the change on."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None


class _Open:
    """A file open in the editor: its text now, and the last audit of it."""

    def __init__(self, buffer: Buffer, version: int, format: str) -> None:
        self.buffer = buffer
        self.version = version
        self.format = format
        self.audited: Audited | None = None
        self.tried = (-1, -1)  # era of the settings and version of the text last audited
        self.work: asyncio.Task[None] | None = None


class AuditorServer(LanguageServer):
    """Answers one editor."""

    def __init__(self) -> None:
        """Start with no file open and the settings of the configuration files."""
        super().__init__(NAME, __version__, protocol_cls=_Protocol)
        self.desk = Desk(source="the editor's settings")
        self.files: dict[str, _Open] = {}
        self.pages = ""
        self.first_settings: dict[str, Any] = {}  # those of the start, under what is set later
        self.era = 0
        self.settled = -1
        self.has_shut_down = False
        # One thread: audits hold the interpreter's lock, so two would not be done sooner.
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="audit")

    # Text

    def open(self, item: types.TextDocumentItem) -> None:
        """Take a file that the editor has opened."""
        chosen = self.workspace.position_encoding  # a text, or a member of an enumeration
        encoding = str(getattr(chosen, "value", chosen or "utf-16"))
        buffer = Buffer("", encoding).changed(0, 0, item.text)
        self.files[item.uri] = _Open(buffer, item.version, _format(item))
        self.schedule(item.uri, 0)

    def change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Take what was typed."""
        file = self.files[params.text_document.uri]
        for change in params.content_changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                first, last = change.range.start, change.range.end
                start = file.buffer.offset(first.line, first.character)
                end = file.buffer.offset(last.line, last.character)
                file.buffer = file.buffer.changed(start, end, change.text)
            else:
                file.buffer = Buffer("", file.buffer.encoding).changed(0, 0, change.text)
        file.version = params.text_document.version
        self.schedule(params.text_document.uri, REST)

    def close(self, uri: str) -> None:
        """Let a file go, and its diagnostics."""
        file = self.files.pop(uri, None)
        if file and file.work:
            file.work.cancel()
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    # Audits

    def schedule(self, uri: str, rest: float) -> None:
        """Audit a file after a rest, unless that is under way."""
        file = self.files[uri]
        if file.work is None or file.work.done():
            file.work = asyncio.ensure_future(self._audit(uri, rest))

    async def _audit(self, uri: str, rest: float) -> None:
        while (file := self.files.get(uri)) and file.tried != (self.era, file.version):
            await asyncio.sleep(rest)
            tried, buffer = (self.era, file.version), file.buffer
            audited = await self._in_thread(self._audited, uri, file.version, buffer, file.format)
            if tried[0] == self.era:
                file.tried, file.audited = tried, audited
                self._publish(uri, file)
                await self._settle()

    async def _settle(self) -> None:
        """Once after each change of settings, when the first audit has loaded what they ask for."""
        if self.settled != self.era:
            self.settled = self.era
            await self._in_thread(settle)

    async def _in_thread(self, work: Callable[..., _Result], *arguments: Any) -> _Result | None:
        """What some work gives, done in the thread; None, and the editor told, if it failed."""
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._worker, work, *arguments)
        except (ConfigError, PackError, OSError) as error:
            self._tell(types.MessageType.Error, str(error))
        except Exception as error:  # a fault of ours must not end the editor's session
            text = "".join(traceback.format_exception(error))
            self.window_log_message(types.LogMessageParams(types.MessageType.Error, text))
        return None

    def _audited(self, uri: str, version: int, buffer: Buffer, format: str) -> Audited:
        path = to_fs_path(uri) or "untitled"
        document = read(path, buffer.source, format)
        return Audited(uri, version, buffer, document, self.desk.engine(path).audit(document))

    def _publish(self, uri: str, file: _Open) -> None:
        audited = file.audited
        if audited and uri in self.files:
            found = diagnostics(audited.findings, audited.buffer, uri, self.pages)
            self.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(uri, found, audited.version)
            )

    async def fresh(self, uri: str) -> Audited | None:
        """The audit of a file as it stands now; None if it is not open or cannot be audited."""
        file = self.files.get(uri)
        if file is None:
            return None
        self.schedule(uri, 0)
        assert file.work
        await asyncio.wait([file.work])
        return file.audited

    def audit_all(self) -> None:
        """Audit every open file anew: settings or gazetteer have changed."""
        self.desk.forget()
        self.era += 1
        for uri in self.files:
            self.schedule(uri, 0)

    # Settings

    def configure(self, table: object) -> None:
        """Take the editor's settings, or say which of them is none."""
        if not isinstance(table, Mapping):
            return
        own = dict(table[NAME]) if isinstance(table.get(NAME), Mapping) else dict(table)
        own = {**self.first_settings, **own}
        self.pages = str(own.pop("rulePages", "") or "")
        try:
            self.desk.rebase(settings(own, "the editor's settings"))
        except ConfigError as error:
            self._tell(types.MessageType.Error, str(error))

    async def pull_settings(self) -> None:
        """Ask the editor for its settings, if it can be asked."""
        workspace = self.client_capabilities.workspace
        if workspace and workspace.configuration:
            items = [types.ConfigurationItem(section=NAME)]
            answer = await self.workspace_configuration_async(types.ConfigurationParams(items))
            self.configure(answer[0] if answer else None)

    async def watch(self) -> None:
        """Ask the editor to say when configuration or gazetteer files change."""
        workspace = self.client_capabilities.workspace
        watching = workspace and workspace.did_change_watched_files
        if watching and watching.dynamic_registration:
            options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(_WATCHED)])
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            registration = types.Registration("auditor-files", method, options)
            await self.client_register_capability_async(types.RegistrationParams([registration]))

    # Gazetteer

    async def add_name(self, uri: str, name: str, entity: str) -> str:
        """Add a spelling to the house gazetteer; the path of the file it went to, if it did."""
        path = await self._in_thread(self._add_name, uri, name, entity)
        if path is None:
            return ""
        self._tell(types.MessageType.Info, f"“{name}” is now in {path}")
        self.audit_all()
        return str(path)

    def _add_name(self, uri: str, name: str, entity: str) -> Path:
        path = Path(to_fs_path(uri) or "")
        if not path.is_absolute():
            raise ConfigError(f"“{name}” cannot be added: save the article in a folder first")
        roots = [Path(to_fs_path(folder) or "") for folder in self.workspace.folders]
        folder = next((root for root in roots if path.is_relative_to(root)), path.parent)
        known = self.desk.engine(str(path)).gazetteer.entity(entity) if entity else None
        return add_name(name, known, self.desk.config(str(path)), folder)

    def _tell(self, kind: types.MessageType, text: str) -> None:
        self.window_show_message(types.ShowMessageParams(kind, f"auditor: {text}"))


def _format(item: types.TextDocumentItem) -> str:
    by_suffix = format_of(item.uri)
    return _LANGUAGES.get(item.language_id, by_suffix) if by_suffix == "plain" else by_suffix


def create() -> AuditorServer:
    """A server with every feature registered."""
    server = AuditorServer()
    _register_text(server)
    _register_settings(server)
    _register_answers(server)
    return server


def _register_text(server: AuditorServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        server.open(params.text_document)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: types.DidChangeTextDocumentParams) -> None:
        server.change(params)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)

    @server.feature(types.SHUTDOWN)
    def shut_down(params: None) -> None:
        server.has_shut_down = True

    @server.feature(types.EXIT)
    def leave(params: None) -> None:
        # A thread may wait for input that a client does not close: it would keep the process.
        os._exit(0 if server.has_shut_down else 1)


def _register_settings(server: AuditorServer) -> None:
    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.configure(params.initialization_options)
        if isinstance(params.initialization_options, Mapping):
            server.first_settings = dict(params.initialization_options)

    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        await server.watch()
        await server.pull_settings()
        server.audit_all()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def did_change_configuration(params: types.DidChangeConfigurationParams) -> None:
        server.configure(params.settings)
        await server.pull_settings()
        server.audit_all()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_watched_files(params: types.DidChangeWatchedFilesParams) -> None:
        server.audit_all()


def _register_answers(server: AuditorServer) -> None:
    kinds = [types.CodeActionKind.QuickFix, FIX_ALL]

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=kinds))
    async def code_action(params: types.CodeActionParams) -> list[types.CodeAction | types.Command]:
        audited = await server.fresh(params.text_document.uri)
        return list(_offered(audited, params)) if audited else []

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        audited = await server.fresh(params.text_document.uri)
        return _hover(audited, params.position) if audited else None

    @server.command(ADD_NAME)
    async def add_to_gazetteer(uri: str, name: str, entity: str) -> str:
        return await server.add_name(uri, name, entity)


def _offered(audited: Audited, params: types.CodeActionParams) -> Iterable[types.CodeAction | types.Command]:
    kinds = params.context.only or [types.CodeActionKind.QuickFix, FIX_ALL]
    only = [str(getattr(kind, "value", kind)) for kind in kinds]
    first, last = params.range.start, params.range.end
    start = audited.buffer.offset(first.line, first.character)
    end = audited.buffer.offset(last.line, last.character)
    if any("quickfix".startswith(kind) for kind in only):
        yield from actions(audited, start, end)
    everything = fix_all(audited) if any(FIX_ALL.value.startswith(kind) for kind in only) else None
    if everything:
        yield everything


def _hover(audited: Audited, position: types.Position) -> types.Hover | None:
    offset = audited.buffer.offset(position.line, position.character)
    rules = [f.rule for f in audited.findings if f.span.start <= offset < f.span.end]
    if not rules:
        return None
    text = "\n\n---\n\n".join(page_of(rule) for rule in dict.fromkeys(rules))
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text))


def serve() -> None:
    """Answer one editor on standard input and output until it leaves."""
    create().start_io()
