"""What the fluency model sees of a sentence."""

import pytest

from auditor.fluency.masking import FIGURE, NAME, masked


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("He met Angela Merkel in Berlin.", f"he met {NAME} in {NAME} ."),
        ("Erdogan said 3,000 men died.", f"{NAME} said {FIGURE} men died ."),
        ("“I can’t,” she said.", "i can't , she said ."),
        ("", ""),
    ],
)
def test_masks_names_figures_and_quotation_marks(sentence: str, seen: str) -> None:
    assert masked(sentence) == seen
