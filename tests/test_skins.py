"""The same article has the same findings, whichever way it is asked."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from lsprotocol import types
from typer.testing import CliRunner

from auditor.cli import application
from auditor.language.units import Utf16
from auditor.lsp.buffer import Buffer
from auditor.report.wording import plain
from tests.lsp.conftest import Editor, Run, edit
from tests.server.conftest import SAMPLE, server

__all__ = ["edit", "server"]

CORPORA = Path(__file__).parent.parent / "corpora"
ARTICLE = SAMPLE + "\n" + (CORPORA / "translated" / "tr" / "committee-visit.txt").read_text(encoding="utf-8")

# Rule, place in characters, message, suggestions.
Seen = tuple[str, int, int, str, tuple[str, ...]]


def by_command_line(path: Path) -> list[Seen]:
    result = CliRunner().invoke(application(), ["check", str(path), "--format", "json"])
    return _reported(json.loads(result.stdout))


def _reported(report: Any) -> list[Seen]:
    return [
        (f["rule"], f["start"], f["end"], f["message"], tuple(s["text"] for s in f["suggestions"]))
        for f in report["files"][0]["findings"]
    ]


def by_own_api(server: str, path: Path) -> list[Seen]:
    body = {"text": path.read_text(encoding="utf-8"), "filename": path.name}
    return _reported(httpx.post(f"http://{server}/v1/check", json=body, timeout=60).json())


def by_page(server: str, path: Path) -> list[Seen]:
    body = {"text": path.read_text(encoding="utf-8"), "filename": path.name}
    found = httpx.post(f"http://{server}/page/check", json=body, timeout=60).json()["findings"]
    return _reported({"files": [{"findings": found}]})


def by_languagetool(server: str, path: Path) -> list[Seen]:
    text = path.read_text(encoding="utf-8")
    body = {"text": text, "language": "en-US"}
    places = Utf16(text)
    return [
        (
            match["rule"]["id"],
            places.index(match["offset"]),
            places.index(match["offset"] + match["length"]),
            match["message"],
            tuple(replacement["value"] for replacement in match["replacements"]),
        )
        for match in httpx.post(f"http://{server}/v2/check", data=body, timeout=60).json()["matches"]
    ]


def by_editor(run: Run, path: Path) -> list[Seen]:
    text, seen = path.read_text(encoding="utf-8"), []
    buffer = Buffer(text)

    async def session(editor: Editor) -> None:
        await editor.begin()
        uri = editor.open_text(path.name, text)
        for found in await editor.diagnostics(uri):
            start, end = (
                buffer.offset(place.line, place.character) for place in (found.range.start, found.range.end)
            )
            fixes = await editor.actions(uri, found.range, ["quickfix"])
            seen.append((str(found.code), start, end, found.message, _suggested(fixes, found)))

    run(session)
    return seen


def _suggested(fixes: list[types.CodeAction | types.Command], found: types.Diagnostic) -> tuple[str, ...]:
    actions = [f for f in fixes if isinstance(f, types.CodeAction)]
    own = [f for f in actions if f.diagnostics and f.diagnostics[0] == found]
    texts = [f.title.removeprefix("Replace with “").removesuffix("”") for f in own]
    return tuple("" if text == "Delete" else text for text in texts if not text.startswith("Ignore"))


@pytest.mark.parametrize("name", ["article.txt", "article.md"])
def test_same_findings_in_every_skin(server: str, edit: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(ARTICLE, encoding="utf-8")
    expected = by_command_line(path)
    assert len(expected) > 5
    assert by_own_api(server, path) == expected
    assert by_page(server, path) == expected
    seen = by_editor(edit, path)
    assert [found[:3] for found in seen] == [found[:3] for found in expected]
    assert all(mine[3].startswith(plain(theirs[3])) for mine, theirs in zip(seen, expected, strict=True))
    assert [found[4] for found in seen] == [found[4][:5] for found in expected]
    if name.endswith(".txt"):  # its clients send text without a name
        assert by_languagetool(server, path) == [(*f[:3], plain(f[3]), f[4]) for f in expected]
