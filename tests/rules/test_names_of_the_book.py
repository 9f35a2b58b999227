"""What the gazetteer holds as right is English: no rule on wording stumbles over it."""

import tomllib
from pathlib import Path

import pytest

from auditor.engine import Engine
from auditor.formats import read
from auditor.rules import load_rules

BOOK = Path(__file__).parents[2] / "auditor" / "data" / "gazetteer"
# Bodies that English news names otherwise than their own English pages do; the entry keeps that name
# as its head, and the pack or rule says what English prints.
RENAMED = {
    "Ten-Day Dawn", "Guidance Patrol", "Islamic Consultative Assembly",
    "Ministry of Interior Affairs of Afghanistan",
}  # fmt: skip
# The sentence has an article, which some names do without and some hold.
ARTICLE = {"superfluous-article", "doubled-word"}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine([rule for rule in load_rules() if rule.default])


@pytest.mark.parametrize("source", sorted((BOOK / "organisations").glob("*.toml")), ids=lambda p: p.stem)
def test_bodies_are_named_without_a_finding(engine: Engine, source: Path) -> None:
    found = []
    for body in tomllib.loads(source.read_text(encoding="utf-8")).values():
        text = f"Officials of the {body['name']} did not comment on Monday."
        found += [
            (f.rule, f.span.text) for f in engine.audit(read("a.txt", text)).findings
            if body["name"] not in RENAMED and f.rule not in ARTICLE
        ]  # fmt: skip
    assert not found


def test_words_inside_a_right_name_are_left_alone_and_others_are_not(engine: Engine) -> None:
    def found(text: str) -> list[str]:
        return [f.span.text for f in engine.audit(read("a.txt", text)).findings]

    assert found("She lives in Governador Valadares, he in Curtea de Arges.") == []
    assert found("He is the Governador of the state.") == ["Governador"]
    assert found("Crvena Zvezda drew with Rossiya Segodnya.") == []
