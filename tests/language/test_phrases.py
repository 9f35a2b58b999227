"""The pattern language of the packs."""

import pytest

from auditor.language.phrases import PhraseError, anchor_text, compile_phrase

MATCHES = [
    ("use~ the (expression|expressions)", "spoke using the expressions", "using the expressions"),
    ("state~ in a (written)? statement", "it stated in a written statement", "stated in a written statement"),
    ("state~ in a (written)? statement", "it states in a statement", "states in a statement"),
    ("(the)? spiral of tension", "a spiral of tension", "spiral of tension"),
    ("he added(,)? that", "he added that", "he added that"),
    ("he added(,)? that", "he added, that", "he added, that"),
    ("warn~ <3> of attack", "warned Iran and us of attack", "warned Iran and us of attack"),
    ("warn~ <3> of attack", "warned. Then of attack", None),
    ("according to the interlocutor", "according\nto the interlocutor", "according\nto the interlocutor"),
    ("according to the interlocutor", "according to\n\nthe interlocutor", None),
    ("<n=NUM> thousand tons", "some 7 thousand tons", "7 thousand tons"),
    ("<NAME> declared", "then Ali al-Sadr declared", "Ali al-Sadr declared"),
    ("^Recall that", "He left. Recall that", "Recall that"),
    ("^Recall that", "I recall that", None),
    ("don't know", "don’t know", "don’t know"),
    ("one", "someone", None),
    ("he said \\?", "he said ?", "he said ?"),
    ("take~ into custody", "taken into custody", "taken into custody"),
]


@pytest.mark.parametrize(("pattern", "text", "expected"), MATCHES)
def test_matches(pattern: str, text: str, expected: str | None) -> None:
    phrase = compile_phrase(pattern)
    match = phrase.regex.search(text)
    assert (match and match[0]) == expected
    if match:
        assert any(anchor in anchor_text(text) for anchor in phrase.anchors)


@pytest.mark.parametrize(
    ("pattern", "suggestion", "text", "expected"),
    [
        ("state~ in a statement", "say~ in a statement", "they stated in a statement", "said in a statement"),
        ("state~ in a statement", "say~", "Stating in a statement", "Saying"),
        ("<n=NUM> thousand", "{n},000", "7 thousand", "7,000"),
        ("(big|small):s talk", "a {s} talk", "big talk", "a big talk"),
        ("be~ stated that", "officials say", "It was stated that", "officials say"),
    ],
)
def test_suggests(pattern: str, suggestion: str, text: str, expected: str) -> None:
    phrase = compile_phrase(pattern)
    match = phrase.regex.search(text)
    assert match
    assert phrase.suggest(suggestion, match) == expected


def test_focus_is_the_part_in_double_brackets() -> None:
    phrase = compile_phrase("warn~ of [[any possible]] attack")
    match = phrase.regex.search("warned of any possible attack")
    assert match
    start, end = phrase.focus(match)
    assert match.string[start:end] == "any possible"


@pytest.mark.parametrize("pattern", ["(a", "a)", "<XYZ> word", "<NUM>", "the)("])
def test_ill_formed_patterns_are_refused(pattern: str) -> None:
    with pytest.raises(PhraseError):
        compile_phrase(pattern)
