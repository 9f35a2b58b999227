"""The LanguageTool API, asked by a command-line client from the npm registry.

Gramma is written in another language than the clients in `test_languagetool`, and sends Markdown
as annotations, so that it exercises what they do not: `data`, and UTF-16 offsets read by JavaScript.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

CLIENT = "gramma@1.6.0"
ARTICLE = """# Visit 😀

“We are ready, ”he said. General **Kasım** *Süleymani* was killed.

See `Kasım Süleymani` in [the report](https://example.org/Kasım-Süleymani), using the expressions “enough”.
"""


@pytest.fixture(scope="module")
def gramma(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The client's program, installed by npm."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("needs npm")
    folder = tmp_path_factory.mktemp("npm")
    command = [npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--silent", CLIENT]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode:
        pytest.skip(f"npm cannot install {CLIENT}: {done.stderr.strip()[-200:]}")
    return folder / "node_modules" / ".bin" / "gramma"


def ask(gramma: Path, server: str, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    (folder / "a.md").write_text(ARTICLE, encoding="utf-8")
    settings = {"api_url": f"http://{server}/v2/check", "language": "en-US"}
    (folder / ".gramma.json").write_text(json.dumps(settings))
    command = [str(gramma), "check", "--print", "--no-colors", *options, "a.md"]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=120,
        env={**os.environ, "HOME": str(folder)}, stdin=subprocess.DEVNULL,
    )  # fmt: skip


def test_a_client_of_another_language_shows_findings(gramma: Path, server: str, tmp_path: Path) -> None:
    done = ask(gramma, server, tmp_path, "--markdown")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Found 3 potential mistakes" in done.stdout
    assert "Rule: names" in done.stdout
    assert "Suggested fix: 1) ,” he" in done.stdout
    assert "ifadelerini kullandı" in done.stdout


def test_what_the_client_turns_off_stays_off(gramma: Path, server: str, tmp_path: Path) -> None:
    done = ask(gramma, server, tmp_path, "--markdown", "--disable", "style")
    assert "Rule: quotations" in done.stdout, done.stdout + done.stderr
    assert "Rule: style" not in done.stdout
    assert "Rule: names" in done.stdout
