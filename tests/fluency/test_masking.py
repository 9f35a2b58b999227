"""What the fluency model sees of a sentence."""

import pytest

from auditor.fluency.masking import FIGURE, NAME, masked, masked_word


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("He met Angela Merkel in Berlin.", f"he met {NAME} in {NAME} ."),
        ("Erdogan said 3,000 men died.", f"{NAME} said {FIGURE} men died ."),
        ("“I can’t,” she said.", "i can't , she said ."),
        ("", ""),
        ("He said &quot;enough&quot; &amp; left.", "he said enough left ."),
    ],
)
def test_masks_names_figures_and_quotation_marks(sentence: str, seen: str) -> None:
    assert masked(sentence) == seen


@pytest.mark.parametrize(
    "word", ["house", "left.", "left,", "left;", "café,", "e.g.", "1990s,", "don't.", "ﬁne²"]
)
def test_the_short_way_of_plain_words_leads_where_the_long_one_does(word: str) -> None:
    # A bracket takes the long way.
    long, after = masked_word(f"({word}", "")
    assert (["(", *masked_word(word, "")[0]], masked_word(word, "")[1]) == (long, after)
