"""What may stand behind an article."""

import pytest

from auditor.language.articles import behind_article


@pytest.mark.parametrize(
    ("before", "words", "fitted"),
    [
        ("he told the ", "the police", (0, "police")),
        ("he told ", "the police", (0, "the police")),
        ("he called a ", "the police", (2, "the police")),
        ("he called the ", "a policeman", (4, "a policeman")),
        ("in a ", "apartment", (2, "an apartment")),
        ("An ", "flat", (3, "A flat")),
        ("in an ", "apartment", (0, "apartment")),
        ("in a ", "an apartment", (2, "an apartment")),
        ("in a ", "a flat", (0, "flat")),
        ("The ", "union", (0, "union")),
        ("by a ", "one-off payment", (0, "one-off payment")),
        ("breathe ", "the air", (0, "the air")),
        ("Xi'an ", "flat", (0, "flat")),
    ],
)
def test_behind_article(before: str, words: str, fitted: tuple[int, str]) -> None:
    assert behind_article(before, words) == fitted
