"""The editor's page in a real browser."""

import json
import re
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.server.test_saving import docx

CORPORA = Path(__file__).parents[2] / "corpora"
SAMPLE = (CORPORA / "translated" / "fa" / "oil-meeting.txt").read_text(encoding="utf-8")
NAMES = """Minister speaks 😀

General Kasım Süleymani was killed in Baghdad. Wladimir Putin met Said Hatipzade there.

Gholam Tavakkoli spoke. Tavakoli left. Tavakkoli came back, using the expressions “enough”.
"""


def paste(page: Any, text: str) -> None:
    page.fill("#text", text)
    fresh(page)


def fresh(page: Any) -> None:
    page.wait_for_selector("main[data-state=fresh]")


def said(page: Any, word: str) -> None:
    page.locator("#said", has_text=word).wait_for()


def titles(page: Any) -> list[str]:
    found: list[str] = page.locator("#findings .go").all_text_contents()
    return found


def download(page: Any) -> bytes:
    with page.expect_download() as waiting:
        page.click("#download")
    return Path(waiting.value.path()).read_bytes()


def command_line(folder: Path, name: str, data: bytes) -> bytes:
    path = folder / name
    path.write_bytes(data)
    command = ["-m", "auditor", "check", str(path), "--fix", "--unsafe-fixes", "--select", "names"]
    subprocess.run([sys.executable, *command], check=False, capture_output=True)
    return path.read_bytes()


@pytest.mark.parametrize("text", [SAMPLE, NAMES], ids=["sample", "names"])
def test_accepting_all_names_is_what_the_command_line_does(page: Any, tmp_path: Path, text: str) -> None:
    paste(page, text)
    page.select_option("#kind", "category:names")
    page.click("#accept-all")
    said(page, "accepted")
    expected = command_line(tmp_path, "article.txt", text.encode())
    assert expected != text.encode()
    assert download(page) == expected


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", NAMES.replace("\n", "\r\n").encode("utf-8-sig")),
        ("a.md", f"---\ntitle: Kasım Süleymani\n---\n\n{NAMES}".encode()),
        ("a.html", "<p title='x'>General <b>Kasım Süleymani</b> &amp; Wladimir&nbsp;Putin</p>".encode()),
        ("a.docx", docx("Minister speaks", "General Kasım Süleymani and Wladimir Putin met.")),
    ],
    ids=["text", "markdown", "html", "docx"],
)
def test_a_file_comes_back_as_the_command_line_writes_it(
    page: Any, tmp_path: Path, name: str, data: bytes
) -> None:
    page.set_input_files("#file", {"name": name, "mimeType": "application/octet-stream", "buffer": data})
    page.wait_for_selector("#findings li")
    page.select_option("#kind", "category:names")
    page.click("#accept-all")
    said(page, "accepted")
    got, expected = download(page), command_line(tmp_path, name, data)
    if name == "a.docx":
        from auditor.formats.files import load

        assert load(name, got).document.source == load(name, expected).document.source
    else:
        assert got == expected
    assert got != data


def test_findings_are_underlined_where_they_stand(page: Any) -> None:
    paste(page, NAMES)
    marks = page.locator("#mirror mark").all_text_contents()
    assert "Kasım Süleymani" in marks
    assert page.locator("#mirror").text_content() == NAMES + "\n"
    box, field = page.locator("#mirror").bounding_box(), page.locator("#text").bounding_box()
    assert box == field
    page.locator("#names", has_text="Qasem Soleimani").wait_for()
    assert page.locator("#verdict").text_content().startswith("Reads as")


def test_keyboard_alone(page: Any) -> None:
    page.focus("#text")
    page.keyboard.insert_text(NAMES)
    fresh(page)
    before = titles(page)
    page.evaluate("document.querySelector('#text').setSelectionRange(0, 0)")
    page.keyboard.press("F8")
    assert page.evaluate("document.activeElement.className") == "go"
    page.keyboard.press("a")
    fresh(page)
    text = page.input_value("#text")
    assert "General Qasem Soleimani was killed" in text
    focus = page.evaluate("document.activeElement.textContent")
    assert focus == before[1]
    page.keyboard.press("r")
    assert before[1] not in titles(page)
    assert page.input_value("#text") == text
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "text"
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    fresh(page)
    assert page.input_value("#text") == NAMES
    assert titles(page) == before
    page.keyboard.press("Control+Shift+z")
    fresh(page)
    assert page.input_value("#text") == text


def test_a_refused_finding_stays_refused_while_text_moves(page: Any) -> None:
    paste(page, NAMES)
    page.locator("#findings li", has_text="Kasım Süleymani").get_by_role("button", name="Refuse").click()
    page.evaluate("document.querySelector('#text').setSelectionRange(0, 0)")
    page.focus("#text")
    page.keyboard.type("Our ")
    fresh(page)
    assert not any("Kasım" in title for title in titles(page))
    page.click("#restore")
    assert any("Kasım" in title for title in titles(page))


AGAIN = "Kasım Süleymani came.\n\nLater Kasım Süleymani left. Halep fell, using the expressions “enough”.\n"


def test_what_stands_several_times_is_decided_once(page: Any) -> None:
    paste(page, AGAIN)
    card = page.locator("#findings li", has_text="Kasım Süleymani")
    assert card.count() == 1
    assert "2 times" in card.text_content()
    assert "*" not in page.locator("#findings").text_content()
    assert page.locator("#findings em").first.text_content() == "ifadelerini kullandı"
    card.get_by_role("button", name="Accept").first.click()
    fresh(page)
    assert page.input_value("#text").count("Qasem Soleimani") == 2
    page.click("#undo")
    fresh(page)
    assert page.input_value("#text") == AGAIN


def test_a_refusal_holds_for_the_same_words_typed_again(page: Any) -> None:
    paste(page, AGAIN)
    page.locator("#findings li", has_text="Kasım Süleymani").get_by_role("button", name="Refuse").click()
    page.evaluate("document.querySelector('#text').setSelectionRange(0, 0)")
    page.focus("#text")
    page.keyboard.insert_text("And Kasım Süleymani spoke. ")
    fresh(page)
    assert not any("Kasım" in title for title in titles(page))


def test_one_rule_can_be_shown_alone(page: Any) -> None:
    paste(page, AGAIN)
    page.select_option("#kind", "rule:foreign-spelling")
    page.click("#accept-all")
    said(page, "accepted")
    text = page.input_value("#text")
    assert "Kasım" not in text
    assert "using the expressions" in text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("---\ntitle: A visit\ndate: 2020-02-27\n---\n\nThe minister came on Monday.\n", "article.md"),
        ("<p>The minister came to the town on <b>Monday</b> and left.</p>\n", "article.html"),
        ("The minister came to the town on Monday - and left - at once.\n", "article.txt"),
    ],
)
def test_the_format_of_what_is_pasted_is_seen(page: Any, text: str, name: str) -> None:
    paste(page, text)
    assert page.input_value("#format") == name
    assert titles(page) == []


def test_filters(page: Any) -> None:
    paste(page, NAMES)
    everything = titles(page)
    page.select_option("#severity", "2")
    assert set(titles(page)) < set(everything)
    page.select_option("#severity", "0")
    page.select_option("#kind", "category:names")
    assert 0 < len(titles(page)) < len(everything)
    page.select_option("#kind", "")
    page.select_option("#confidence", "low")
    fresh(page)
    assert len(titles(page)) >= len(everything)


def test_copy(page: Any) -> None:
    paste(page, NAMES)
    page.click("#copy")
    said(page, "copied")
    assert page.evaluate("navigator.clipboard.readText()") == NAMES


def test_what_cannot_be_opened_is_said(page: Any) -> None:
    page.on("console", lambda message: None)
    data = {"name": "a.docx", "mimeType": "application/octet-stream", "buffer": docx("Hello.")}
    page.set_input_files("#file", data)
    said(page, "words")
    assert page.input_value("#text") == "Hello."
    assert page.locator("#filename").text_content() == "(a.docx)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", ["/", "/api"])
def test_axe_finds_nothing(page: Any, server: str, scheme: str, width: int, path: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"http://{server}{path}")
    if path == "/":
        paste(page, NAMES)
        page.wait_for_selector("#names tbody tr")
        for summary in page.locator("summary").all():
            summary.click()
        page.locator("#findings .go").first.click()
    results = axe.run(page).response
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in results["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_findings_come_while_typing(page: Any) -> None:
    """From a key to the findings drawn, on 1,000 words; generous, for a shared machine."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPORA.glob("*/**/*.txt"))]
    paste(page, " ".join("\n\n".join(texts).split(" ")[:1000]))
    script = """async () => {
        const main = document.querySelector("main"), text = document.querySelector("#text");
        const started = performance.now();
        text.setRangeText("a", 0, 0, "end");
        text.dispatchEvent(new InputEvent("input"));
        while (main.dataset.state !== "fresh") await new Promise(requestAnimationFrame);
        return performance.now() - started;
    }"""
    times = [page.evaluate(script) for _ in range(12)]
    print(json.dumps([round(value) for value in times]))
    assert statistics.median(times) < 600


def test_the_page_is_its_own(server: str) -> None:
    """No script, style or picture of another host, nor any inside the page."""
    for path in sorted((Path(__file__).parents[2] / "auditor" / "server" / "static").iterdir()):
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://|<script>|<style|\sstyle=|\son\w+=|innerHTML|eval\(", text), path
