"""From findings to the language a text came through."""

import pytest

from auditor.evidence import (
    BALANCE,
    ENGLISH,
    Sign,
    Table,
    fluency_odds,
    log_odds,
    softened,
    together,
    weigh,
)
from auditor.finding import Confidence, Finding, Severity, Span
from auditor.fluency.model import Reading
from auditor.language.names import LANGUAGES
from auditor.language.subjects import about

TABLE = Table(
    {ENGLISH: 1000, "tr": 200, "ru": 200, "zh": 200},
    {
        "turkish-sign": {"tr": 60, "ru": 3, ENGLISH: 2},
        "any-sign": {"tr": 20, "ru": 20, "zh": 20, ENGLISH: 10},
        "rare-sign": {"tr": 2},
        "english-sign": {ENGLISH: 100},
    },
)


def finding(rule: str, text: str, evidence: dict[str, float]) -> Finding:
    span = Span("a.txt", 0, len(text), 1, 1, 1, 1 + len(text), text)
    return Finding(rule, "style", Severity.MINOR, Confidence.LOW, span, "a message", evidence=evidence)


def test_counted_ratios_point_to_their_language() -> None:
    ratios = TABLE.ratios("turkish-sign")
    assert ratios
    assert max(ratios, key=lambda language: ratios[language]) == "tr"
    assert ratios["tr"] > 3
    general = TABLE.ratios("any-sign")
    assert general
    assert general["tr"] == pytest.approx(general["ru"])


def test_too_few_hits_give_no_ratio() -> None:
    assert TABLE.ratios("rare-sign") is None
    assert TABLE.ratios("no-such-rule") is None


def test_what_native_english_has_more_of_speaks_for_it() -> None:
    ratios = TABLE.ratios("english-sign")
    assert ratios
    assert all(value < 0 for value in ratios.values())


def test_missing_signs_count_against_translation() -> None:
    short, long = (log_odds([], words, None, {}, {}, TABLE, BALANCE)["tr"] for words in (150, 1500))
    assert long < short


def test_repeats_count_less_each_time() -> None:
    def odds(*texts: str) -> float:
        signs = [Sign("turkish-sign", text, {"tr": 3.0}) for text in texts]
        return log_odds(signs, 0, None, {}, {}, TABLE, BALANCE)["tr"]

    once, same, other = odds("a") - odds(), odds("a", "a") - odds(), odds("a", "b") - odds()
    assert once < same < other < 2 * once


def test_signs_of_a_language_carry_the_verdict() -> None:
    pivot = weigh([finding(f"tr/{text}", text, {"tr": 3.4}) for text in ("a", "b", "c", "d")])
    assert pivot.language == "tr"
    assert pivot.translated > 0.9
    assert pivot.reasons[0].startswith("“a”")
    assert sum(pivot.posterior.values()) == pytest.approx(1)


def test_no_signs_leave_the_prior_to_english() -> None:
    assert weigh([], prior_english=0.5).language == ENGLISH


def test_a_language_that_is_told_is_believed() -> None:
    assert weigh([], source_language="fa").posterior == {"fa": 1.0}


def test_wording_alone_never_makes_certain() -> None:
    odds = fluency_odds(Reading(50.0, 100.0, {}))
    assert odds == fluency_odds(Reading(9.0, 400.0, {})) < 10


def test_a_short_text_says_little() -> None:
    assert fluency_odds(Reading(4.0, 0.1, {})) < fluency_odds(Reading(4.0, 1.0, {})) / 5


def test_subject_and_wording_that_agree_say_nothing_of_translation() -> None:
    reading = Reading(-0.5, 3.0, dict.fromkeys(LANGUAGES, 0.0) | {"zh": 4.0})
    plain = log_odds([], 300, Reading(-0.5, 3.0, {}), {}, {}, TABLE, BALANCE)
    leaning = log_odds([], 300, reading, {}, about("Chinese officials met in Beijing."), TABLE, BALANCE)
    assert max(leaning, key=lambda language: leaning[language]) == "zh"
    assert together(leaning.values()) == pytest.approx(together(plain.values()), abs=0.2)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The governor of Isfahan said so. The council met.", "ru"),
        ("The governor of Isfahan met traders in Mashhad.", "fa"),
    ],
)
def test_wording_gives_way_to_two_names_of_a_language_it_hardly_knows(text: str, language: str) -> None:
    reading = Reading(3.0, 1.5, dict.fromkeys(LANGUAGES, 0.0) | {"ru": 9.0})
    lean = log_odds([], 150, reading, {}, about(text), TABLE, BALANCE)
    assert max(lean, key=lambda k: lean[k]) == language


def test_names_lean_and_rule_nothing_out() -> None:
    names = softened({"tr": 6.0, "de": -3.0})
    assert names["tr"] > names["fa"] == pytest.approx(names["de"], abs=0.1)
    assert not softened({})
