"""The pattern language of the packs."""

import pytest

from auditor.language.clues import clue_words
from auditor.language.pattern import PhraseError
from auditor.language.phrases import compile_phrase, phrase_clues
from auditor.language.words import words_of

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
    ("<n=NUM> thousand tons", "some 7 thousand tons", "7 thousand tons"),
    ("<NAME> declared", "then Ali al-Sadr declared", "Ali al-Sadr declared"),
    ("^Recall that", "He left. Recall that", "Recall that"),
    ("^Recall that", "I recall that", None),
    ("don't know", "don’t know", "don’t know"),
    ("one", "someone", None),
    ("he said \\?", "he said ?", "he said ?"),
    ("take~ into custody", "taken into custody", "taken into custody"),
    ("emit~ smoke", "emitting smoke", "emitting smoke"),
    ("visit~ him", "visited him", "visited him"),
    ("so far (,|and):x", "so far, it", None),  # what has a name goes into suggestions
    ("so far (,|and)", "so far, it", "so far"),  # a mark at the end stays in the text
    ("so far (,|and) it", "so far, it", "so far, it"),
    ("so far (,|and)", "so far and no further", "so far and"),
]


@pytest.mark.parametrize(("pattern", "text", "expected"), MATCHES)
def test_matches(pattern: str, text: str, expected: str | None) -> None:
    phrase = compile_phrase(pattern)
    match = phrase.regex.search(text)
    assert (match and match[0]) == expected
    if match:
        held = clue_words(text, words_of(text))
        assert any(all(not held.isdisjoint(words) for words in clues) for clues in phrase_clues(pattern))


_TAKE_ON = "take on|taken on|takes on|taking on|took on"
_ON_DAY = "|".join(f"on {day}day" for day in "fri mon satur sun thurs tues wednes".split())


@pytest.mark.parametrize(
    ("pattern", "clues"),
    [
        ("spiral of tension", {("spiral of", "of tension")}),
        ("<NUM>th congress", {("congress", "#th|th", "#")}),  # th stands in 25th too
        ("expression(s)? used", {("used",)}),
        ("(bad|ugly) weather", {("bad weather|ugly weather",)}),
        ("(a week ago|yesterday) evening", {("a week", "week ago", "ago evening"), ("yesterday evening",)}),
        ("(in the)? spiral", {("spiral",)}),
        ("bad (and ugly)? weather", {("bad", "weather")}),
        ("bad <2> weather", {("bad", "weather")}),
        ("bad, (so|, very) ugly weather", {("bad so|bad very", "so ugly|very ugly", "ugly weather")}),
        ("take~ on <DAY>", {(_TAKE_ON, _ON_DAY)}),
        ("don't mention", {("don t", "t mention")}),
        (r"\((pseudonym|alias)\)", {("alias|pseudonym", "(")}),
        ("at <NUM>:<NUM> sharp", {("at", "#", ":", "sharp")}),
        ("^[[in parallel]],", {("in parallel",)}),
    ],
)
def test_clues_are_the_words_of_each_alternative(pattern: str, clues: set[tuple[str, ...]]) -> None:
    found = {frozenset("|".join(words) for words in each) for each in phrase_clues(pattern)}
    assert found == {frozenset(each) for each in clues}


def test_the_rarest_word_goes_first() -> None:
    assert phrase_clues("the spiral in <2> this")[0][0] == ("spiral in",)
    assert phrase_clues("<NUM> <2> spiral <2> of the")[0] == (("spiral",), ("of the",), ("#",))


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


@pytest.mark.parametrize("pattern", ["(a", "a)", "<XYZ> word", "the)("])
def test_ill_formed_patterns_are_refused(pattern: str) -> None:
    with pytest.raises(PhraseError):
        compile_phrase(pattern)


@pytest.mark.parametrize("pattern", ["big (bad [[wolf]]|fox)", "[[big]] wolf|fox", "wolf (of [[old]])?"])
def test_the_part_that_matters_is_in_every_match(pattern: str) -> None:
    with pytest.raises(PhraseError, match=r"\[\[ \]\]"):
        compile_phrase(pattern)


def test_alternatives_may_stand_inside_the_part_that_matters() -> None:
    phrase = compile_phrase("the [[(big|bad)]] wolf")
    match = phrase.regex.search("see the bad wolf")
    assert match
    assert match.string[slice(*phrase.focus(match))] == "bad"


@pytest.mark.parametrize("pattern", ["<NUM>", "(very)?", "<NUM>-", "(<CAP>|one)", "(<NUM>|one)"])
def test_a_pattern_without_words_cannot_be_found(pattern: str) -> None:
    compile_phrase(pattern)
    with pytest.raises(PhraseError):
        phrase_clues(pattern)
