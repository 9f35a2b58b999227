"""A real editor's side of the protocol, over standard input and output of a real process."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

Session = Callable[["Editor"], Awaitable[None]]
Run = Callable[[Session], None]


class Editor(LanguageClient):
    """An editor with one server: collects what the server sends."""

    def __init__(self, folder: Path) -> None:
        super().__init__("editor", "1")
        self.folder = folder
        self.published: dict[str, types.PublishDiagnosticsParams] = {}
        self.messages: list[str] = []
        self.settings: dict[str, Any] = {}
        self._news = asyncio.Condition()
        self._listen()

    def _listen(self) -> None:
        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        async def publish(params: types.PublishDiagnosticsParams) -> None:
            async with self._news:
                self.published[params.uri] = params
                self._news.notify_all()

        @self.feature(types.WINDOW_SHOW_MESSAGE)  # type: ignore[untyped-decorator]
        async def show(params: types.ShowMessageParams) -> None:
            self.messages.append(params.message)

        @self.feature(types.WORKSPACE_CONFIGURATION)  # type: ignore[untyped-decorator]
        async def configuration(params: types.ConfigurationParams) -> list[Any]:
            return [self.settings for _ in params.items]

        @self.feature(types.CLIENT_REGISTER_CAPABILITY)  # type: ignore[untyped-decorator]
        async def register(params: types.RegistrationParams) -> None:
            self.registered = [item.method for item in params.registrations]

    async def begin(self, encodings: list[str] | None = None, options: Any = None) -> types.InitializeResult:
        await self.start_io(sys.executable, "-m", "auditor", "lsp", "--stdio", env=dict(os.environ))
        kinds = [types.PositionEncodingKind(name) for name in encodings] if encodings else None
        capabilities = types.ClientCapabilities(
            general=types.GeneralClientCapabilities(position_encodings=kinds),
            workspace=types.WorkspaceClientCapabilities(
                configuration=True,
                did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                    dynamic_registration=True
                ),
            ),
        )
        result = await self.initialize_async(
            types.InitializeParams(
                capabilities=capabilities,
                root_uri=self.folder.as_uri(),
                workspace_folders=[types.WorkspaceFolder(self.folder.as_uri(), "folder")],
                initialization_options=options,
            )
        )
        self.initialized(types.InitializedParams())
        return result

    def open_text(self, name: str, text: str, language: str = "plaintext") -> str:
        uri = (self.folder / name).as_uri()
        self.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, text))
        )
        return uri

    def type_text(self, uri: str, version: int, range: types.Range, text: str) -> None:
        self.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, uri),
                [types.TextDocumentContentChangePartial(range=range, text=text)],
            )
        )

    async def diagnostics(
        self, uri: str, version: int = 1, until: Callable[[list[types.Diagnostic]], bool] | None = None
    ) -> list[types.Diagnostic]:
        """The diagnostics of a version, once they have come (and are as wanted)."""

        def come() -> bool:
            got = self.published.get(uri)
            return bool(got and got.version == version and (until is None or until(list(got.diagnostics))))

        async with self._news:
            await asyncio.wait_for(self._news.wait_for(come), 120)
        return list(self.published[uri].diagnostics)

    async def told(self, words: str) -> None:
        """Wait for a message that holds some words."""
        while not any(words in message for message in self.messages):
            await asyncio.sleep(0.02)

    async def actions(
        self, uri: str, range: types.Range, only: list[str] | None = None
    ) -> list[types.CodeAction | types.Command]:
        kinds = [types.CodeActionKind(kind) for kind in only] if only else None
        answer = await self.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(uri),
                range,
                types.CodeActionContext([], only=kinds),
            )
        )
        return list(answer or [])


@pytest.fixture
def edit(tmp_path: Path) -> Run:
    """Runs a session of an editor in an empty folder, and ends it properly."""

    def run(session: Session) -> None:
        # In a thread of its own: a browser under test keeps the main thread's event loop.
        with ThreadPoolExecutor(1) as thread:
            thread.submit(asyncio.run, _bounded(session, tmp_path)).result()

    return run


@pytest.fixture(scope="module")
def edit_on(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """Runs sessions of one editor, each in a folder of its own: most of them take less time than to
    begin."""
    root = tmp_path_factory.mktemp("workspace")
    with ThreadPoolExecutor(1) as thread:
        loop = asyncio.new_event_loop()

        def wait(doing: Awaitable[Any]) -> Any:
            return thread.submit(loop.run_until_complete, asyncio.wait_for(doing, 180)).result()

        editor = wait(_begun(root))

        def run(session: Session) -> None:
            editor.folder = root / str(len(list(root.iterdir())))
            editor.folder.mkdir()
            wait(session(editor))

        yield run
        wait(_end(editor))
        loop.close()


async def _begun(folder: Path) -> Editor:
    editor = Editor(folder)
    await editor.begin()
    return editor


async def _bounded(session: Session, folder: Path) -> None:
    await asyncio.wait_for(_run(session, folder), 180)


async def _run(session: Session, folder: Path) -> None:
    editor = Editor(folder)
    try:
        await session(editor)
    finally:
        await _end(editor)


async def _end(editor: Editor) -> None:
    try:
        await editor.shutdown_async(None)
    finally:
        editor.exit(None)
        await editor.stop()  # type: ignore[no-untyped-call]
