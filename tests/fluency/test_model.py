"""The model of how translated a text reads."""

import pytest

from auditor.fluency import model
from auditor.fluency.classes import EDGE
from auditor.fluency.masking import masked

TRANSLATED = [
    "It was stated that necessary measures were taken in the scope of the investigation.",
    "In the statement made by the ministry it was noted that citizens should be sensitive.",
    "The mentioned persons were taken into custody by the teams and works were started.",
    "Stressing that unity and solidarity are of great importance, the minister said that they "
    "attach importance to the implementation of the decisions in accordance with the law.",
    "On the other hand, it was learned that the number of the injured was increased to five.",
]
WRITTEN = [
    "She shrugged, grabbed her coat and headed for the door without saying much.",
    "“We just didn’t get it done tonight,” the coach said after a third straight loss.",
    "Fans who’d camped out overnight weren’t about to let a bit of drizzle spoil the fun.",
    "The company’s stock slid 4 percent in after-hours trading as investors braced for a rough "
    "quarter, though analysts say the worst may be behind it.",
    "It’s hardly a shock: he’s been dogged by questions about his health for months.",
]


def test_parts_translated_from_written() -> None:
    assert model.read(TRANSLATED).score > 0 > model.read(WRITTEN).score


def test_says_which_phrases_weigh() -> None:
    reading = model.read(TRANSLATED)
    text = " ".join(TRANSLATED).lower()
    assert reading.phrases
    assert all(phrase in text for phrase in reading.phrases)


def test_nothing_reads_as_nothing() -> None:
    assert model.read([]) == model.Reading(0.0, 0, {})


def test_length_is_counted_in_stretches() -> None:
    words = sum(sentence.count(" ") + 1 for sentence in TRANSLATED)
    assert model.read(TRANSLATED).stretches == words / model.STRETCH


def test_a_long_text_counts_for_all_its_stretches_up_to_a_bound() -> None:
    sentence = "It was stated that the necessary measures were taken there."
    tens = [[sentence] * 10 * count for count in (2, 4, 50)]
    assert [model.read(sentences).stretches for sentences in tens] == [2.0, 4.0, model.MOST]


def test_every_sentence_falls_into_one_stretch() -> None:
    sentences = [f"Sentence {n} has five words." for n in range(100)]
    parts = model.stretches(sentences)
    assert [sentence for part in parts for sentence in part] == sentences
    assert all(sum(s.count(" ") + 1 for s in part) >= model.STRETCH for part in parts)


def test_words_are_cut_alike_whatever_was_read_before() -> None:
    reader, again = model.weights().reader, model.weights.__wrapped__().reader
    for sentence in [*TRANSLATED, *WRITTEN]:
        words = masked(sentence).split()
        pieces = [piece for word in words for piece in model.processor().encode(word)]
        numbers = [EDGE, *(model.FIRST_PIECE + piece for piece in pieces), EDGE]
        assert reader.numbers([sentence])[0] == numbers
        assert reader.read([sentence]) == again.read([sentence])


def test_each_model_parts_translated_from_written() -> None:
    for higher, lower in zip(model.said(TRANSLATED), model.said(WRITTEN), strict=True):
        assert higher > lower


def test_languages_are_added_up_as_they_are_kept() -> None:
    weights = model.weights()
    reading = model.read(TRANSLATED)
    found, _ = weights.reader.read(TRANSLATED)
    places = [weights.places[key] for key in found if key in weights.places]
    for language, row in weights.languages.items():
        assert reading.languages[language] == pytest.approx(row.odds(places))


def test_runs_are_no_longer_than_asked() -> None:
    assert len(model.runs([1, 2, 3, 4], bits=3, longest=3)) == 4 + 3 + 2
    assert model.runs([5, 6], bits=3, longest=4) == [5, 6, 5 | 6 << 3]


def test_an_edge_parts_sentences() -> None:
    pieces, classes = model.weights().reader.numbers(["It rained.", "It rained."])
    assert pieces.count(EDGE) == classes.count(EDGE) == 3


def test_phrases_do_not_run_over_the_end_of_a_sentence() -> None:
    pieces, _ = model.weights().reader.numbers(["It was said."])
    start, within = pieces[:3], pieces[1:4]
    keys = [key for run in (start, within) for key in model.runs(run, model.BITS, 3) if key > 1 << 26]
    assert [*map(model._phrase, keys)] == ["", "it was said"]


def test_model_is_small() -> None:
    files = [model.DATA / name for name in ("fluency.weights", "fluency.pieces.model")]
    assert sum(path.stat().st_size for path in files) < 2_000_000
