"""What translators make of offices and bodies: the tables, and where a rendering counts."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import auditor
from auditor.engine import Engine
from auditor.formats import read
from auditor.rules import code_rules
from auditor.rules._renderings import renderings

FOLDER = Path(auditor.__file__).parent / "data" / "gazetteer"
FIELDS = "name native language mistaken mistaken_beside accepts about countries".split()


def blocks(kind: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((FOLDER / f"{kind}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", ["offices", "bodies"])
def test_tables_are_sorted_and_whole(kind: str) -> None:
    table = blocks(kind)
    assert list(table) == sorted(table)
    for identifier, block in table.items():
        assert block["name"], identifier
        assert set(block) <= {*FIELDS, "holder_countries"}, identifier
        wrong = [*block.get("mistaken", ()), *block.get("mistaken_beside", ())]
        assert len(wrong) == len(set(wrong)), identifier
        assert block["name"] not in wrong, identifier
        assert block.get("countries") or not block.get("mistaken_beside"), identifier
        assert all(len(code) == 2 and code.isupper() for code in block.get("countries", ())), identifier


def found(kind: str, text: str) -> list[str]:
    return [text[start:end] for start, end, _ in renderings(read("a.txt", text), kind)]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("offices", "The US foreign minister left.", ["foreign minister"]),
        ("offices", "The Foreign Minister of the US left.", ["Foreign Minister"]),
        ("offices", "The US and the French foreign minister left.", []),
        ("offices", "In the US, France's foreign minister left.", []),
        ("bodies", "Russia's Investigation Committee left.", ["Investigation Committee"]),
        ("bodies", "Russia's Investigation\nCommittee left.", ["Investigation\nCommittee"]),
        ("bodies", "Russia's Investigation Committees left, as did the Pre-Investigation Committee.", []),
        ("bodies", "Russia set up an investigation committee.", []),
        ("bodies", "Russia's envoys met the Investigation Committee of Kenya.", []),
        ("bodies", "In Yemen, Ansar Allah (Partisans of God) left.", []),
        ("bodies", "In Yemen, the Partisans of God left.", ["Partisans of God"]),
        ("bodies", "France's National Union of Students left.", []),
        ("bodies", "France's National Union left.", ["National Union"]),
    ],
)
def test_where_a_rendering_counts(kind: str, text: str, expected: list[str]) -> None:
    assert found(kind, text) == expected


def test_one_finding_for_a_body_that_two_rules_know() -> None:
    engine = Engine([r for r in code_rules() if r.name in ("mistranslated-body", "mangled-organisation")])
    findings = engine.audit(read("a.txt", "The Russian Investigation Committee charged him.")).findings
    assert [(f.rule, f.span.text) for f in findings] == [("mistranslated-body", "Investigation Committee")]


@pytest.mark.parametrize(
    ("text", "body", "name"),
    [
        (
            "The Fund Monetary International agreed.",
            "Fund Monetary International",
            "International Monetary Fund",
        ),
        (
            "The Turkish Institution of Statistics said so.",
            "Turkish Institution of Statistics",
            "Turkish Statistical Institute",
        ),
    ],
)
def test_bodies_put_together(text: str, body: str, name: str) -> None:
    engine = Engine([r for r in code_rules() if r.name == "mangled-organisation"])
    findings = engine.audit(read("a.txt", text)).findings
    assert [(f.span.text, f.suggestions[0].text) for f in findings] == [(body, name)]


@pytest.mark.parametrize(
    "text",
    [
        "Iran let the Atomic Energy Agency in.",
        "The Indian High Court and the Austrian National Assembly met.",
        "The Security Council of Russia and the Russian Security Council met.",
    ],
)
def test_bodies_not_put_together(text: str) -> None:
    engine = Engine([r for r in code_rules() if r.name == "mangled-organisation"])
    assert not engine.audit(read("a.txt", text)).findings
