"""The rules of form beyond their examples: tables of fixes, state across paragraphs, hostile text."""

import time

import pytest

from auditor.finding import Flag
from auditor.formats import read
from auditor.rule import Rule
from auditor.rules import code_rules

RULES = {rule.name: rule for rule in code_rules()}


def flags(name: str, text: str) -> list[Flag]:
    check = RULES[name].document_check
    assert check
    return list(check(read("article.txt", text)))


def fixes(name: str, text: str) -> list[str]:
    return [flag.suggestions[0].text for flag in flags(name, text) if flag.suggestions]


@pytest.mark.parametrize(
    ("name", "seen", "mended"),
    [
        ("foreign-number-format", "about 2.35 thousand men", "2,350"),
        ("foreign-number-format", "some €500 thousand a year", "€500,000"),
        ("foreign-number-format", "6 million 250 thousand dollars", "6.25 million"),
        ("foreign-number-format", "for $17.9 bln. on the deal", "$17.9 billion"),
        ("foreign-date-format", "signed on 5.1.2020 in Oslo", "January 5, 2020"),
        ("foreign-decade", "the mid-sixties", "mid-1960s"),
        ("foreign-clock-time", "open until 9.30 o’clock", "9:30"),
        ("wrong-ordinal", "the 112nd floor", "112th"),
        ("wrong-ordinal", "his 21th win", "21st"),
        ("foreign-acronym", "the ONU envoy", "UN"),
        ("foreign-case-ending", "the port of Mersin'de", "Mersin"),
        ("untranslated-word", "on 7 września 2019", "7 September"),
        ("misspelt-country", "the Ukrianian army", "Ukrainian"),
        ("missing-space", "the end.But he stayed", "end. But"),
        ("doubled-punctuation", "It fell.. Then it rose", "."),
        ("mismatched-quotation-mark", 'the “new house" there', "”"),
        ("unseparated-thousands", "some 25000 jobs were lost", "25,000"),
    ],
)
def test_mends(name: str, seen: str, mended: str) -> None:
    assert fixes(name, seen) == [mended] or fixes(name, f"{seen}.") == [mended]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("foreign-number-format", "between 20 and 30 thousand people came"),
        ("foreign-date-format", "version 2.10.2019.7 of the program"),
        ("foreign-clock-time", "he ran for 0.05 to 2.02 metres"),
        ("wrong-ordinal", "the 11th, 12th, 13th, 111th and 1,001st"),
        ("foreign-acronym", "the ONUs and FMIs of this world"),
        ("foreign-case-ending", "Mada’in Saleh, Ba’athists and O’Connor’s men"),
        ("misspelt-country", "the Roman, Nigerien and Belarussian envoys"),
        ("misplaced-capital", "The Union of Soldiers sang; Actors left. British Actor wins"),
        ("wrong-tense", "would have been right 30 years ago"),
        ("doubled-word", "casino escort casino slots"),
    ],
)
def test_leaves_alone(name: str, text: str) -> None:
    assert not flags(name, text)


def test_a_quotation_may_go_on_for_paragraphs() -> None:
    speech = '"First it rained.\n\n"Then the road was shut.\n\n"We went home," he said.'
    open_ended = '"First it rained.\n\nThen the road was shut.\n\nWe went home," he said.'
    for name in ("unopened-quotation", "unclosed-quotation", "unmarked-quotation"):
        assert not flags(name, f"It was late.\n\n{speech}")
        assert not flags(name, f"It was late.\n\n{open_ended}")


def test_sentences_with_other_figures_are_no_repeats() -> None:
    sentence = "The bank of the north raised its main rate by {} points in the spring."
    assert not flags("repeated-sentence", f"{sentence.format(2)} {sentence.format(3)}")
    assert len(flags("repeated-sentence", f"{sentence.format(2)} {sentence.format(2)}")) == 1


def test_percent_signs_are_judged_only_where_one_is_the_exception() -> None:
    words = "It rose by 5 percent, then by 6 percent"
    assert not flags("inconsistent-abbreviation", f"{words} and then by 7%.")
    assert len(flags("inconsistent-abbreviation", f"{words}, by 8 percent and then by 7%.")) == 1


HOSTILE = [
    "the " * 20_000, "junior " * 20_000, '"' * 20_000, '" a ' * 15_000, "“ " * 20_000,
    "1." * 20_000, "1,2 " * 20_000, "a" + "-e" * 20_000, " " * 50_000 + "a", "a The " * 20_000,
    "exporter of natural gas, " * 4_000, "`'" * 20_000, "is going A has been " * 5_000,
    "facebook " * 10_000, "has been 3 years ago, " * 5_000,
]  # fmt: skip


@pytest.mark.parametrize("rule", [r for r in RULES.values() if r.document_check], ids=lambda rule: rule.name)
def test_hostile_text_takes_no_longer(rule: Rule) -> None:
    """Some 80 KB a text: twice what the slowest rule took on the machine it was written on."""
    assert rule.document_check
    for text in HOSTILE:
        document = read("article.txt", text)
        start = time.process_time()
        for _ in rule.document_check(document):
            pass
        assert time.process_time() - start < 5, text[:20]
