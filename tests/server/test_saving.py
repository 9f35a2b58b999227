"""What was changed in the page goes back into the file, and nothing else does."""

import io
import zipfile
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.formats.files import load
from auditor.server.saving import changes, shown

LINES = st.text(st.sampled_from("ab \n"), max_size=30)


@given(LINES, LINES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_edits_make_the_new_text(old: str, new: str, end: str) -> None:
    source = old.replace("\n", end)
    made, reached = "", 0
    for a, b, put in changes(source, new):
        assert reached <= a <= b
        made += source[reached:a] + put
        reached = b
    made += source[reached:]
    assert shown(made) == new
    if "\n" in old:
        assert made == new.replace("\n", end)


def test_mixed_line_ends_stay_where_nothing_changed() -> None:
    source = "one\r\ntwo\nthree\rfour\r\n"
    (edit,) = changes(source, "one\ntwo\nthree\nfive\n")
    assert edit == (15, 19, "five")


def test_two_words_of_a_name_are_one_change() -> None:
    edits = changes("General Kasım Süleymani died.", "General Qasem Soleimani died.")
    assert edits == [(8, 23, "Qasem Soleimani")]


def save(server: str, name: str, data: bytes, text: str) -> httpx.Response:
    files = {"file": (name, data), "text": ("text", text.encode())}
    return httpx.post(f"http://{server}/page/save", files=files)


def opened(server: str, name: str, data: bytes) -> str:
    answer = httpx.post(f"http://{server}/page/open", files={"file": (name, data)})
    assert answer.status_code == 200, answer.text
    text: str = answer.json()["text"]
    return text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_are_kept(server: str, encoding: str, end: str) -> None:
    before = end.join(["---", "title: Kasım Süleymani", "---", "", "“Kasım” died.", ""])
    text = opened(server, "a.md", before.encode(encoding))
    assert text == before.replace(end, "\n")
    answer = save(server, "a.md", before.encode(encoding), text.replace("Kasım", "Qasem"))
    assert answer.content == before.replace("Kasım", "Qasem").encode(encoding)
    assert answer.headers["content-disposition"].endswith("a.md")


def test_nothing_changed_is_the_same_bytes(server: str) -> None:
    data = "Kasım\r\nand\nmore".encode("utf-8-sig")
    assert save(server, "a.txt", data, opened(server, "a.txt", data)).content == data


def docx(*paragraphs: str) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        xml = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", xml)
    return packed.getvalue()


def test_word_files_get_tracked_changes(server: str) -> None:
    data = docx("Minister speaks", "General Kasım Süleymani was killed.")
    text = opened(server, "a.docx", data)
    assert text == "Minister speaks\n\nGeneral Kasım Süleymani was killed."
    answer = save(server, "a.docx", data, text.replace("Kasım Süleymani", "Qasem Soleimani"))
    changed = load("a.docx", answer.content)
    assert changed.document.source == "Minister speaks\n\nGeneral Qasem Soleimani was killed."
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        xml = archive.read("word/document.xml").decode()
    assert xml.count("<w:ins ") == xml.count("<w:del ") == 1
    joined = save(server, "a.docx", data, text.replace("\n\n", " "))
    assert joined.status_code == 400
    assert "a.docx" in joined.json()["error"]


@pytest.mark.parametrize(("name", "data"), [("a.txt", b"\x89PNG\r\n\x1a\n\0\0"), ("a.docx", b"PK\x03\x04")])
def test_what_is_no_article_is_said(server: str, name: str, data: bytes) -> None:
    answer = httpx.post(f"http://{server}/page/open", files={"file": (name, data)})
    assert answer.status_code == 400
    assert answer.json()["error"]


def test_a_name_is_never_a_place(server: str, tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text("not toml")
    name = str(tmp_path / "a.md")
    answer = httpx.post(f"http://{server}/v1/check", json={"text": "`Kasım Süleymani`", "filename": name})
    assert answer.json()["files"][0]["path"] == "a.md"
    assert answer.json()["files"][0]["findings"] == []
