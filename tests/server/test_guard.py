"""Who may ask, and how much."""

import httpx
import pytest

from auditor.server.limits import Limits
from tests.server.conftest import SAMPLE


def ask(server: str, headers: dict[str, str], method: str = "POST") -> httpx.Response:
    return httpx.request(
        method, f"http://{server}/v2/check", data={"text": SAMPLE, "language": "en-US"}, headers=headers
    )


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:99", "[::1]:8010", "desk.example.org", "LocalHost"])
def test_names_it_goes_by(server: str, host: str) -> None:
    assert ask(server, {"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "10.0.0.1", "[", "a@localhost:x"],
)
def test_a_foreign_name_is_refused(server: str, host: str) -> None:
    """A page may point its own name at this machine; the Host header tells."""
    assert ask(server, {"Host": host}).status_code == 421


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://localhost:3000", "file://", "http://127.0.0.1"]
)
def test_a_foreign_origin_is_refused(server: str, origin: str) -> None:
    answer = ask(server, {"Origin": origin})
    assert answer.status_code == 403
    assert "access-control-allow-origin" not in answer.headers


def test_own_and_allowed_origins(server: str) -> None:
    assert ask(server, {"Origin": f"http://{server}"}).status_code == 200
    answer = ask(server, {"Origin": "https://cms.example.org"})
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == "https://cms.example.org"
    before = ask(server, {"Origin": "https://cms.example.org"}, "OPTIONS")
    assert before.status_code == 204
    assert "POST" in before.headers["access-control-allow-methods"]


def test_requests_that_browsers_mark_as_foreign(server: str) -> None:
    assert ask(server, {"Sec-Fetch-Site": "cross-site"}).status_code == 403
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert httpx.get(f"http://{server}/", headers=link).status_code == 200


def test_every_answer_is_locked_down(server: str) -> None:
    for path in ("/", "/healthz", "/static/app.js", "/nowhere"):
        headers = httpx.get(f"http://{server}{path}").headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_a_text_too_long(server: str) -> None:
    long = {"text": "a " * 10_001, "language": "en-US"}
    answer = httpx.post(f"http://{server}/v2/check", data=long)
    assert (answer.status_code, answer.text) == (
        413, "Error: the text exceeds the limit of 20000 characters",
    )  # fmt: skip
    assert httpx.post(f"http://{server}/v1/check", json={"text": long["text"]}).status_code == 413


def test_a_body_too_large(server: str) -> None:
    size = Limits(20_000).body + 1
    told = httpx.post(f"http://{server}/v1/check", content=b" " * size)
    assert told.status_code == 413
    untold = httpx.post(f"http://{server}/v1/check", content=iter([b" " * (size // 2 + 1)] * 2))
    assert untold.status_code == 413


@pytest.mark.parametrize(
    "body",
    [
        '{"text": 1}',
        "[]",
        "{",
        '{"text": "a", "settings": {"select": ["nothing"]}}',
        '{"text": "a", "settings": {"min-confidence": "sure"}}',
        '{"text": "a", "settings": {"gazetteer": ["/etc/passwd"]}}',
        '{"text": "a", "format": "docx2"}',
        "[" * 100_000,
    ],
)
def test_what_cannot_be_read_is_said(server: str, body: str) -> None:
    headers = {"Content-Type": "application/json"}
    answer = httpx.post(f"http://{server}/v1/check", content=body, headers=headers)
    assert answer.status_code == 400
    assert answer.json()["error"]
