"""The LanguageTool API, asked by real clients and by hand."""

import json
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.document import Document
from auditor.server.annotated import Part, annotated
from tests.server.conftest import SAMPLE


def check(server: str, **parameters: str) -> dict[str, Any]:
    answer = httpx.post(f"http://{server}/v2/check", data={"language": "en-US", **parameters}, timeout=30)
    assert answer.status_code == 200, answer.text
    result: dict[str, Any] = answer.json()
    return result


def units(text: str, match: dict[str, Any]) -> str:
    data = text.encode("utf-16-le")
    return data[2 * match["offset"] : 2 * (match["offset"] + match["length"])].decode("utf-16-le")


def rules(answer: dict[str, Any]) -> set[str]:
    return {match["rule"]["id"] for match in answer["matches"]}


def test_the_client_in_python(server: str) -> None:
    lt = pytest.importorskip("language_tool_python")
    with lt.LanguageTool("en-US", remote_server=f"http://{server}") as tool:
        matches = tool.check(SAMPLE)
        name = next(m for m in matches if m.rule_id == "foreign-spelling")
        assert SAMPLE[name.offset : name.offset + name.error_length] == "Kasım Süleymani"
        assert name.replacements[0] == "Qasem Soleimani"
        assert name.category == "NAMES"
        assert "Qasem Soleimani" in tool.correct(SAMPLE)
        tool.disabled_rules = {"foreign-spelling", "MORFOLOGIK_RULE_EN_US"}
        assert "foreign-spelling" not in {m.rule_id for m in tool.check(SAMPLE)}


def test_another_client_in_python(server: str) -> None:
    api = pytest.importorskip("pylanguagetool.api")
    url = f"http://{server}/v2/"
    assert "en-GB" in {language["longCode"] for language in api.get_languages(url)}
    answer = api.check(SAMPLE, api_url=url, lang="en-GB", disabled_categories="STYLE")
    assert "foreign-spelling" in rules(answer)
    assert "tr/using-the-expressions" not in rules(answer)
    word = api.check(SAMPLE, api_url=url, lang="auto", pwl=["Wladimir Putin"])["matches"]
    assert "Wladimir Putin" not in {units(SAMPLE, match) for match in word}


def test_letters_that_are_not_escaped_are_utf8(server: str) -> None:
    body = "language=en-US&text=General Kasım Süleymani was killed.".encode()
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = httpx.post(f"http://{server}/v2/check", content=body, headers=form, timeout=30).json()
    assert "Qasem Soleimani" in {r["value"] for match in answer["matches"] for r in match["replacements"]}


def test_offsets_count_utf16_units(server: str) -> None:
    for match in check(server, text=SAMPLE)["matches"]:
        context = match["context"]
        within = {"offset": context["offset"], "length": context["length"]}
        assert units(context["text"], within) == units(SAMPLE, match).replace("\n", " ")
        assert match["message"]
        assert match["sentence"]
    start, end = check(server, text=SAMPLE)["sentenceRanges"][-1]
    assert units(SAMPLE, {"offset": start, "length": end - start}) == "Süleymani was a general."


def test_annotations_say_what_is_prose(server: str) -> None:
    parts = [
        {"markup": "<p title='Kasım Süleymani'>"}, {"text": "General "}, {"markup": "<b>"},
        {"text": "Kasım"}, {"markup": "&nbsp;", "interpretAs": " "}, {"text": "Süleymani 😀"},
        {"markup": "</b>"}, {"text": " was killed."}, {"markup": "</p>", "interpretAs": "\n\n"},
        {"text": "Wladimir Putin came."},
    ]  # fmt: skip
    whole = "".join(str(part.get("text", part.get("markup"))) for part in parts)
    matches = check(server, data=json.dumps({"annotation": parts}), text_="")["matches"]
    assert [units(whole, match) for match in matches] == ["Kasım&nbsp;Süleymani", "Wladimir Putin"]


def test_what_to_look_for(server: str) -> None:
    only = check(server, text=SAMPLE, enabledOnly="true", enabledRules="foreign-spelling")
    assert rules(only) == {"foreign-spelling"}
    names = check(server, text=SAMPLE, enabledOnly="true", enabledCategories="NAMES")
    assert rules(names) == {"foreign-spelling"}
    assert not check(server, text=SAMPLE, enabledOnly="true", enabledRules="WHITESPACE_RULE")["matches"]
    assert "foreign-spelling" not in rules(check(server, text=SAMPLE, disabledRules="foreign-spelling,A_B"))


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"text": "a"}, "Missing 'language'"),
        ({"text": "a", "language": "de-DE"}, "'de-DE' is not a language code"),
        ({"language": "en"}, "Missing 'text' or 'data'"),
        ({"language": "en", "text": "a", "data": "{}"}, "not both"),
        ({"language": "en", "data": "{"}, "Could not parse JSON"),
        ({"language": "en", "data": "[]"}, "'text' or 'annotation'"),
        ({"language": "en", "data": '{"annotation": [{"text": 1}]}'}, "Each element"),
    ],
)
def test_errors_are_lines_of_text(server: str, parameters: dict[str, str], message: str) -> None:
    answer = httpx.post(f"http://{server}/v2/check", data=parameters)
    assert answer.status_code == 400
    assert answer.text.startswith("Error: ")
    assert message in answer.text


def test_the_rest_of_the_api(server: str) -> None:
    assert httpx.get(f"http://{server}/v2/maxtextlength").text == "20000"
    assert httpx.get(f"http://{server}/v2/healthcheck").text == "OK"
    assert httpx.get(f"http://{server}/v2/info").json()["software"]["name"] == "auditor"
    listed = httpx.get(f"http://{server}/v2/configinfo", params={"language": "en-US"}).json()["rules"]
    assert "foreign-spelling" in {rule["ruleId"] for rule in listed}
    fine = httpx.get(f"http://{server}/v2/check", params={"language": "en", "text": "Fine."})
    assert fine.json()["matches"] == []
    assert httpx.get(f"http://{server}/v2/words").status_code == 404


TEXT = st.text(st.sampled_from("ab \n."), max_size=8)
PARTS = st.lists(
    st.one_of(
        TEXT.map(lambda text: Part(text, text)),
        st.tuples(TEXT, TEXT).map(lambda pair: Part(f"<{pair[0]}>", pair[1], True)),
    ),
    max_size=8,
)


@settings(max_examples=300)
@given(PARTS)
def test_prose_of_annotated_text_leads_back(parts: list[Part]) -> None:
    document = annotated("text.txt", parts)
    owners = [number for number, part in enumerate(parts) for _ in part.text]
    for start, end in document.paragraphs:
        for place in range(start, end):
            span = document.span(place, place + 1)
            part = parts[owners[span.start]]
            assert document.text[place] in part.prose
            assert part.is_markup or span.text == document.text[place]
    assert isinstance(document, Document)
