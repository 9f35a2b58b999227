"""Two spellings compared with no gazetteer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.names.alike import alike

ONE_NAME = [
    ("Kasım Süleymani", "Qasem Soleimani"),
    ("Said Hatipzade", "Saeed Khatibzadeh"),
    ("Muhsin Fahrizade", "Mohsen Fakhrizadeh"),
    ("Juschtschenko", "Yushchenko"),
    ("Ali Larijani", "Ali Laricani"),
    ("Khamenei", "Hamaney"),
    ("Nasrallah", "Nasrullah"),
    ("Erdoğan", "Erdogan"),
    ("Tedros Adhanom", "Tedros Adanom"),
]
TWO_NAMES = [
    ("Mohammed", "Mahmoud"),
    ("Hassan", "Hussein"),
    ("Ivanov", "Ivanova"),
    ("Kowalski", "Kowalska"),
    ("Kim", "Kin"),
    ("Iran", "Iraq"),
    ("Georgia", "Gregoria"),
    ("Berlin", "Merlin"),
    ("Mahmoud Abbas", "Mohammed Abbas"),
    ("Niger", "Nigeria"),
    ("Austria", "Australia"),
    ("Parker", "Barker"),
    ("Baxter", "Pastor"),
    ("Wang", "Huang"),
    ("Slovakia", "Slovenia"),
    ("Putin", "Potanin"),
    ("Van Minh Tri", "Pham Minh Trung"),
    ("Chen", "Cheng"),
    ("Omar", "Amir"),
]


@pytest.mark.parametrize(("a", "b"), ONE_NAME)
def test_one_name_in_two_romanisations(a: str, b: str) -> None:
    assert alike(a, b).score > 0.75
    assert alike(a, b).detail


@pytest.mark.parametrize(("a", "b"), TWO_NAMES)
def test_different_names_stay_apart(a: str, b: str) -> None:
    assert alike(a, b).score < 0.5
    assert alike(b, a).score < 0.5


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzşçğüö '-", min_size=1, max_size=20))
def test_a_name_is_like_itself(name: str) -> None:
    assert alike(name, name.title()).score == 1.0


def test_words_too_unlike_to_be_weighed_are_unlike() -> None:
    assert alike("Jianghao", "Shuyuan").score == 0.0
