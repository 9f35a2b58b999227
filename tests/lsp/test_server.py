"""The language server as a real editor meets it, over standard input and output."""

import asyncio
import json
import os
import time
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.workspace import PositionCodec

from tests.lsp.conftest import Editor, Run

TEXT = """Minister speaks

“We are ready, ”he said 😀 of General Kasım Süleymani in Baghdad.

Gholam Tavakkoli spoke. Tavakoli left. Tavakkoli came back.
"""


def place(text: str, part: str, encoding: str = "utf-16") -> types.Range:
    start = text.index(part)
    line = text.count("\n", 0, start)
    head = text.rindex("\n", 0, start) + 1 if line else 0
    codec = PositionCodec(encoding)
    first = codec.client_num_units(text[head:start])
    return types.Range(
        types.Position(line, first), types.Position(line, first + codec.client_num_units(part))
    )


def by_rule(found: list[types.Diagnostic]) -> dict[str, types.Diagnostic]:
    return {str(item.code): item for item in found}


@pytest.mark.parametrize("encodings", [None, ["utf-16"], ["utf-8", "utf-16"], ["utf-32", "utf-8"]])
def test_places_in_the_negotiated_encoding(edit: Run, encodings: list[str] | None) -> None:
    async def session(editor: Editor) -> None:
        result = await editor.begin(encodings)
        chosen = (encodings or ["utf-16"])[0]
        assert result.capabilities.position_encoding == types.PositionEncodingKind(chosen)
        found = by_rule(await editor.diagnostics(editor.open_text("a.txt", TEXT)))
        assert found["foreign-spelling"].range == place(TEXT, "Kasım Süleymani", chosen)

    edit(session)


def test_a_diagnostic_says_what_is_wrong_and_where_else(edit: Run) -> None:
    async def session(editor: Editor) -> None:
        await editor.begin(options={"rulePages": "https://desk.example/rules"})
        uri = editor.open_text("a.txt", TEXT)
        found = by_rule(await editor.diagnostics(uri))
        name = found["foreign-spelling"]
        assert name.source == "auditor"
        assert name.severity is types.DiagnosticSeverity.Warning
        assert "Qasem Soleimani" in name.message
        assert name.code_description
        assert name.code_description.href == "https://desk.example/rules/foreign-spelling"
        related = found["inconsistent-name"].related_information
        assert related
        assert related[0].location.range.start.line == 4

    edit(session)


def test_hover_shows_the_rule_s_page(edit_on: Run) -> None:
    async def session(editor: Editor) -> None:
        uri = editor.open_text("a.txt", TEXT + "\nHe answered, using the expressions “enough”.\n")
        found = by_rule(await editor.diagnostics(uri))
        for rule in ("foreign-spelling", "tr/using-the-expressions"):
            at = found[rule].range.start
            hover = await editor.text_document_hover_async(
                types.HoverParams(types.TextDocumentIdentifier(uri), at)
            )
            assert hover
            assert isinstance(hover.contents, types.MarkupContent)
            assert hover.contents.value.startswith(f"# {rule}")
            assert "## Why is this bad?" in hover.contents.value
        nothing = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(0, 0))
        assert await editor.text_document_hover_async(nothing) is None

    edit_on(session)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_typing_moves_and_mends(edit: Run, encoding: str) -> None:
    async def session(editor: Editor) -> None:
        await editor.begin([encoding])
        uri = editor.open_text("a.txt", TEXT)
        await editor.diagnostics(uri)
        text = TEXT.replace("😀", "😀😀 with\u2028")
        editor.type_text(uri, 2, place(TEXT, "😀", encoding), "😀😀 with\u2028")
        moved = by_rule(await editor.diagnostics(uri, 2))
        assert moved["foreign-spelling"].range == place(text, "Kasım Süleymani", encoding)
        editor.type_text(uri, 3, moved["foreign-spelling"].range, "Qasem Soleimani")
        assert "foreign-spelling" not in by_rule(await editor.diagnostics(uri, 3))

    edit(session)


def test_many_keys_at_once_end_in_the_last_text(edit_on: Run) -> None:
    async def session(editor: Editor) -> None:
        uri = editor.open_text("a.txt", "General \n")
        for number, letter in enumerate("Kasım Süleymani"):
            at = types.Position(0, 8 + number)
            editor.type_text(uri, 2 + number, types.Range(at, at), letter)
        found = by_rule(await editor.diagnostics(uri, 16))
        assert found["foreign-spelling"].range == place("General Kasım Süleymani", "Kasım Süleymani")

    edit_on(session)


def test_quick_fixes_and_fix_all(edit_on: Run) -> None:
    async def session(editor: Editor) -> None:
        uri = editor.open_text("a.txt", TEXT)
        spot = by_rule(await editor.diagnostics(uri))["foreign-spelling"].range
        first, *others = await editor.actions(uri, spot, ["quickfix"])
        assert isinstance(first, types.CodeAction)
        assert first.title == "Replace with “Qasem Soleimani”"
        assert first.is_preferred
        assert first.edit
        assert list((first.edit.changes or {})[uri]) == [types.TextEdit(spot, "Qasem Soleimani")]
        assert [action.title for action in others] == [
            "Ignore foreign-spelling here",
            "Add “Kasım Süleymani” to the house gazetteer",
        ]
        (everything,) = await editor.actions(uri, spot, ["source.fixAll"])
        assert isinstance(everything, types.CodeAction)
        assert everything.edit
        assert everything.edit.changes
        (change,) = everything.edit.changes[uri]
        assert isinstance(change, types.TextEdit)
        assert "”he" not in change.new_text

    edit_on(session)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "General Kasım Süleymani\nwas killed on Monday.\n"),
        ("a.md", "# About Kasım Süleymani\n\nHe was killed  \non Monday.\n"),
        ("a.md", "A list:\n\n- of *Kasım Süleymani*\\\n  and others\n"),
        ("a.md", "| Who | When |\n|---|---|\n| Kasım Süleymani | 2020 |\n"),
        ("a.html", "<p>General <b>Kasım Süleymani</b> was killed.</p>\n"),
        ("a.mdx", "import A from 'a'\n\nGeneral Kasım Süleymani <A/> was killed.\n"),
        ("a.po", 'msgid "x"\nmsgstr "General Kasım Süleymani was killed."\n'),
    ],
)
def test_ignore_here_silences_and_leaves_the_prose_alone(edit_on: Run, name: str, text: str) -> None:
    async def session(editor: Editor) -> None:
        uri = editor.open_text(name, text)
        spot = by_rule(await editor.diagnostics(uri))["foreign-spelling"].range
        silence = next(a for a in await editor.actions(uri, spot) if a.title.startswith("Ignore"))
        assert isinstance(silence, types.CodeAction)
        assert silence.edit
        assert silence.edit.changes
        (change,) = silence.edit.changes[uri]
        assert isinstance(change, types.TextEdit)
        editor.type_text(uri, 2, change.range, change.new_text)
        assert by_rule(await editor.diagnostics(uri, 2)) == {}

    edit_on(session)


async def add(editor: Editor, uri: str, version: int = 1) -> Path:
    def is_flagged(found: list[types.Diagnostic]) -> bool:
        return "foreign-spelling" in by_rule(found)

    spot = by_rule(await editor.diagnostics(uri, version, is_flagged))["foreign-spelling"].range
    action = next(a for a in await editor.actions(uri, spot) if a.title.startswith("Add"))
    assert isinstance(action, types.Command)
    path = await editor.workspace_execute_command_async(
        types.ExecuteCommandParams(action.command, action.arguments)
    )
    await editor.diagnostics(uri, version, lambda found: not is_flagged(found))
    return Path(str(path))


def test_add_to_the_house_gazetteer(edit: Run, tmp_path: Path) -> None:
    async def session(editor: Editor) -> None:
        await editor.begin()
        uri = editor.open_text("a.txt", "General Kasım Süleymani was killed.\n")
        path = await add(editor, uri)
        assert path == tmp_path / "house.toml"
        assert '"Kasım Süleymani"' in path.read_text(encoding="utf-8")
        assert (tmp_path / "auditor.toml").read_text() == 'gazetteer = ["house.toml"]\n'
        other = editor.open_text("b.txt", "General Qassem Soleimani and Kassem Suleimani met.\n")
        assert await editor.diagnostics(other) is not None
        await editor.told("house.toml")

    edit(session)


def test_adding_keeps_what_the_house_wrote(edit: Run, tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text('gazetteer = ["names.toml"]\nstyle = "ap"\n')
    house = tmp_path / "names.toml"
    house.write_text('# Ours\n[qasem-soleimani]\nname = "Qasem Soleimani" # so\naccepts = ["Q. Soleimani"]\n')

    async def session(editor: Editor) -> None:
        await editor.begin()
        uri = editor.open_text("a.txt", "General Kasım Süleymani was killed.\n")
        assert await add(editor, uri) == house

    edit(session)
    assert house.read_text(encoding="utf-8") == (
        '# Ours\n[qasem-soleimani]\nname = "Qasem Soleimani" # so\n'
        'accepts = ["Q. Soleimani", "Kasım Süleymani"]\n'
    )


def test_settings_of_the_workspace(edit: Run) -> None:
    async def session(editor: Editor) -> None:
        editor.settings = {"ignore": ["names"], "minConfidence": "high"}
        await editor.begin()
        uri = editor.open_text("a.txt", TEXT)
        await editor.diagnostics(uri, 1, lambda found: set(by_rule(found)) == {"misplaced-quotation-space"})
        editor.settings = {"select": ["foreign-spelling"]}
        editor.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
        await editor.diagnostics(uri, 1, lambda found: set(by_rule(found)) == {"foreign-spelling"})
        editor.settings = {"select": ["foreign-speling"]}
        editor.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
        await editor.told("did you mean `foreign-spelling`")

    edit(session)


def test_a_changed_configuration_file_counts_at_once(edit: Run, tmp_path: Path) -> None:
    async def session(editor: Editor) -> None:
        await editor.begin()
        uri = editor.open_text("a.txt", TEXT)
        await editor.diagnostics(uri, 1, lambda found: "foreign-spelling" in by_rule(found))
        path = tmp_path / "auditor.toml"
        path.write_text('ignore = ["foreign-spelling"]\n')
        event = types.FileEvent(path.as_uri(), types.FileChangeType.Created)
        editor.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        await editor.diagnostics(uri, 1, lambda found: "foreign-spelling" not in by_rule(found))

    edit(session)


def test_closing_clears(edit_on: Run) -> None:
    async def session(editor: Editor) -> None:
        uri = editor.open_text("a.txt", TEXT)
        await editor.diagnostics(uri)
        editor.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
        while editor.published[uri].diagnostics:
            await editor.text_document_hover_async(
                types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(0, 0))
            )

    edit_on(session)


def processor_seconds(process: int) -> float:
    """What a process has used of the processors so far; tells the same on a busy machine and a free one."""
    path = Path(f"/proc/{process}/stat")
    if not path.exists():
        pytest.skip("needs /proc")
    fields = path.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_a_keystroke_is_answered_before_the_next(edit: Run) -> None:
    """On 1,500 words. Twice the aim of 100 ms is let pass: a shared processor works more slowly."""
    corpora = Path(__file__).parents[2] / "corpora"
    texts = [path.read_text(encoding="utf-8") for path in sorted(corpora.glob("*/**/*.txt"))]
    text = " ".join("\n\n".join(texts).split(" ")[:1500])
    keys = 20

    async def session(editor: Editor) -> None:
        await editor.begin()
        uri = editor.open_text("a.txt", text)
        await editor.diagnostics(uri)
        await asyncio.sleep(1)  # what the first audit has loaded is being put aside
        assert editor._server
        process = editor._server.pid
        used, started = processor_seconds(process), time.perf_counter()
        for version in range(2, 2 + keys):
            editor.type_text(uri, version, types.Range(types.Position(0, 0), types.Position(0, 0)), "a")
            await editor.diagnostics(uri, version)
        a_key = (processor_seconds(process) - used) / keys
        by_clock = (time.perf_counter() - started) / keys
        print(json.dumps({"processor ms a key": 1000 * a_key, "by the clock": 1000 * by_clock}))
        assert a_key < 0.2

    edit(session)
