"""Officials whose surnames a strange word nearly spells, and people of their own."""

import pytest

from auditor.engine import Engine
from auditor.formats import read
from auditor.rules import load_rules


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine([rule for rule in load_rules() if rule.default])


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("Brazilian President Bossonaro spoke in Brasilia.", ["Bolsonaro"]),
        ("Greek Prime Minister Mitchotakis spoke in Athens.", ["Mitsotakis"]),
        # Surnames of many, which officials' names are a letter or two from.
        ("Bosnian Judge Dodig spoke in Sarajevo.", []),
        ("Italian Minister Salvino spoke in Rome.", []),
        ("Greek Mayor Tsipouras spoke in Athens.", []),
        ("Russian Senator Pavlova spoke in Moscow.", []),
    ],
)
def test_surnames(engine: Engine, text: str, suggested: list[str]) -> None:
    findings = engine.audit(read("article.txt", text)).findings
    assert [s.text for f in findings for s in f.suggestions[:1]] == suggested
