"""How near two wordings are."""

import pytest

from auditor.quotations.similarity import REWORDINGS, Worded, likeness


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("a clear answer", "an obvious answer", 1.0),
        ("a clear answer", "a wooden answer", 0.0),
        ("a clear old answer", "an obvious wooden answer", 0.5),
        ("a clear, obvious answer", "an obvious, clear answer", 0.0),  # nothing is lacking
    ],
)
def test_a_word_may_stand_for_another(one: str, other: str, share: float) -> None:
    words = [Worded.of(text, lambda word: 1.0 if len(word) < 3 else 4.0) for text in (one, other)]
    words = [word._replace(weights={k: v for k, v in word.weights.items() if v > 1}) for word in words]
    assert likeness(*words).reworded == pytest.approx(share)
    assert likeness(*reversed(words)).reworded == pytest.approx(share)


def test_rewordings_are_pairs_of_beginnings_each_once() -> None:
    pairs = [line.split() for line in REWORDINGS.read_text(encoding="utf-8").splitlines()]
    assert all(len(pair) == 2 and pair == sorted(set(pair)) and max(map(len, pair)) <= 5 for pair in pairs)
    assert len({tuple(pair) for pair in pairs}) == len(pairs)
