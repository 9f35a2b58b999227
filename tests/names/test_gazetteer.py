"""The gazetteer: compiled, opened, looked up."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.names.gazetteer import Gazetteer, compile_gazetteer
from auditor.names.sources import apply_style, read_sources

PERSONS = """
[ali-khamenei]
name = "Ali Khamenei"
native = "علی خامنه‌ای"
language = "fa"
accepts = ["Ayatollah Ali Khamenei"]
about = "Supreme Leader of Iran"
countries = ["IR"]
offices = [{ title = "Supreme Leader of Iran", from = "1989" }]

[abu-mahdi-al-muhandis]
name = "Abu Mahdi al-Muhandis"
native = "أبو مهدي المهندس"
language = "ar"
meanings = { Muhandis = "the engineer" }
mistaken = ["Abu Mahdi the Engineer"]

[gamal-abdel-nasser]
name = "Gamal Abdel Nasser"
native = "جمال عبد الناصر"
language = "ar"

[mohammad-javad-zarif]
name = "Mohammad Javad Zarif"
native = "محمدجواد ظریف"
language = "fa"

[muammar-gaddafi]
name = "Muammar Gaddafi"
accepts = ["Moammar Gadhafi"]
styles = { ap = "Moammar Gadhafi", nyt = "Muammar el-Qaddafi" }
native = "معمر القذافي"
language = "ar"

[qasem-soleimani]
name = "Qasem Soleimani"
native = "قاسم سلیمانی"
language = "fa"
accepts = ["Qassem Soleimani"]

[recep-tayyip-erdogan]
name = "Recep Tayyip Erdogan"
native = "Recep Tayyip Erdoğan"
language = "tr"

[saeed-khatibzadeh]
name = "Saeed Khatibzadeh"
native = "سعید خطیب‌زاده"
language = "fa"

[viktor-yushchenko]
name = "Viktor Yushchenko"
native = "Віктор Ющенко"
language = "uk"

[xi-jinping]
name = "Xi Jinping"
short = "Xi"
native = "习近平"
language = "zh"
"""

ORGANISATIONS = """
[us-central-command]
name = "U.S. Central Command"
acronyms = ["CENTCOM"]
mistaken = ["US Central Forces Command"]
type = "army"
"""

PLACES = (
    "english\tkind\tcountry\tnative\taccepts\texonyms\tnote\n"
    "Aleppo\tcity\tSY\tحلب\t\ttr=Halep fr=Alep\t\n"
    "Kharkiv\tcity\tUA\tХарків\tKharkov\t\t\n"
    "Znaur\tdistrict\tGE\t\t\t\t\n"
)


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("gazetteer")
    texts = {
        "persons/some.toml": PERSONS,
        "organisations/some.toml": ORGANISATIONS,
        "places/some.tsv": PLACES,
    }
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
    return [folder / name for name in texts]


@pytest.fixture(scope="module")
def gazetteer(sources: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path = tmp_path_factory.mktemp("compiled") / "gazetteer.bin"
    compile_gazetteer(read_sources(sources), path)
    return Gazetteer.open(path)


FOREIGN = [
    ("Kasım Süleymani", "Qasem Soleimani"),
    ("Kasim Suleymani", "Qasem Soleimani"),
    ("Ghassem Soleimani", "Qasem Soleimani"),
    ("Said Hatipzade", "Saeed Khatibzadeh"),
    ("Wiktor Juschtschenko", "Viktor Yushchenko"),
    ("Wiktor Juszczenko", "Viktor Yushchenko"),
    ("Viktor Iouchtchenko", "Viktor Yushchenko"),
    ("Ali Hamaney", "Ali Khamenei"),
    ("Alí Jamenei", "Ali Khamenei"),
    ("Ebu Mehdi el-Mühendis", "Abu Mahdi al-Muhandis"),
    ("Muammer Kaddafi", "Muammar Gaddafi"),
    ("Mouammar Kadhafi", "Muammar Gaddafi"),
    ("Cemal Abdünnasır", "Gamal Abdel Nasser"),
    ("Charkiw", "Kharkiv"),
    ("Charków", "Kharkiv"),
    ("Halep", "Aleppo"),
]


@pytest.mark.parametrize(("spelling", "name"), FOREIGN)
def test_foreign_spellings_are_linked(gazetteer: Gazetteer, spelling: str, name: str) -> None:
    matches = gazetteer.lookup(spelling)
    assert matches
    assert matches[0].entity.name == name
    assert not matches[0].partial


@pytest.mark.parametrize(
    "text",
    ["Wall Street", "White House", "Angela Merkel", "Reza Pahlavi", "Prime Minister", "Lake Michigan"],
)
def test_what_is_not_listed_is_rejected(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.lookup(text) == []


@pytest.mark.parametrize(
    "text", ["Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", "Qassem Soleimani", "Moammar Gadhafi", "Kharkov"]
)
def test_accepted_and_native_forms_are_right(gazetteer: Gazetteer, text: str) -> None:
    assert [m.score for m in gazetteer.exact(text)] == [1.0]
    assert gazetteer.lookup(text)[0].exact


@pytest.mark.parametrize("text", ["Kasım Süleymani", "Halep", "Abu Mahdi the Engineer"])
def test_foreign_and_mistaken_forms_are_not_right(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.exact(text) == []


def test_a_surname_alone_is_partial(gazetteer: Gazetteer) -> None:
    match = gazetteer.lookup("Hatipzade")[0]
    assert match.entity.id == "saeed-khatibzadeh"
    assert match.partial
    assert match.score < 0.8


def test_a_name_without_its_first_word_is_brought_up_with_less_trust(gazetteer: Gazetteer) -> None:
    short = gazetteer.lookup("Cevad Zarif", threshold=0.1)[0]
    full = gazetteer.lookup("Muhammed Cevad Zarif")[0]
    assert short.entity == full.entity
    assert short.score < full.score


def test_detail_names_the_letters(gazetteer: Gazetteer) -> None:
    match = gazetteer.lookup("Said Hatipzade", pivot="tr")[0]
    assert "h for kh" in match.detail
    assert "drops the final h" in match.detail
    assert gazetteer.lookup("Kasım Süleymani")[0].convention == "tr"
    assert "Turkish" in gazetteer.lookup("Kasım Süleymani")[0].detail


def test_kinds_limit_the_answer(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Kasım Süleymani", kinds=("place",)) == []


def test_acronyms_ids_and_mistaken_phrases(gazetteer: Gazetteer) -> None:
    assert [e.id for e in gazetteer.acronym("CENTCOM")] == ["us-central-command"]
    assert gazetteer.acronym("NOCOM") == []
    entity = gazetteer.entity("ali-khamenei")
    assert entity is not None
    assert entity.offices[0].start == "1989"
    assert gazetteer.entity("nobody") is None
    assert {(phrase, e.id) for phrase, e in gazetteer.mistaken_phrases()} >= {
        ("Abu Mahdi the Engineer", "abu-mahdi-al-muhandis"),
        ("US Central Forces Command", "us-central-command"),
    }


def test_it_can_be_counted_and_walked(gazetteer: Gazetteer) -> None:
    assert len(gazetteer) == 14
    assert len({e.id for e in gazetteer.entities()}) == 14


def test_gazetteer_and_matches_can_be_sent_to_another_process(gazetteer: Gazetteer) -> None:
    again = pickle.loads(pickle.dumps(gazetteer))
    match = again.lookup("Kasım Süleymani")[0]
    assert pickle.loads(pickle.dumps(match)) == match


def test_a_house_file_overrides(sources: list[Path], tmp_path: Path) -> None:
    house = tmp_path / "persons" / "house.toml"
    house.parent.mkdir()
    house.write_text(
        '[muammar-gaddafi]\nname = "Moammar Kadafi"\n\n[jane-doe]\nname = "Jane Doe"\n',
        encoding="utf-8",
    )
    entities = {e.id: e for e in read_sources(sources, [house])}
    assert entities["muammar-gaddafi"].name == "Moammar Kadafi"
    accepted = {s.text for s in entities["muammar-gaddafi"].spellings if s.status == "accepted"}
    assert "Muammar Gaddafi" in accepted
    assert "jane-doe" in entities


HOUSE = """
[jane-doe]
name = "Jane Doe"
accepts = ["Jane Doh"]

[muammar-gaddafi]
name = "Moammar Kadafi"

[qasem-soleimani]
about = "the general"
"""
HOUSE_PLACES = (
    "english\tkind\tcountry\tnative\taccepts\texonyms\tnote\nAleppo\tcity\tSY\t\t\ttr=Halep\tours\n"
)


@pytest.mark.parametrize("style", [None, "ap"])
@pytest.mark.parametrize("files", [0, 1, 2])
def test_what_is_laid_over_the_book_answers_like_all_compiled_together(
    sources: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: int, style: str | None
) -> None:
    (tmp_path / "persons").mkdir()
    (tmp_path / "places").mkdir()
    house = [tmp_path / "persons" / "house.toml", tmp_path / "places" / "house.tsv"][:files]
    for path, text in zip(house, (HOUSE, HOUSE_PLACES), strict=False):
        path.write_text(text, encoding="utf-8")
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr("auditor.names.gazetteer.source_files", lambda _: sources)
    laid = pickle.loads(pickle.dumps(Gazetteer.bundled(house, style)))
    entities = [apply_style(entity, style) for entity in read_sources(sources, house)]
    compile_gazetteer(entities, tmp_path / "whole", abroad=False)
    whole = Gazetteer.open(tmp_path / "whole")
    assert len(laid) == len(whole)
    found = {entity.id: entity for entity in laid.entities()}
    assert found == {entity.id: entity for entity in whole.entities()}
    assert all(laid.entity(identifier) == entity for identifier, entity in found.items())
    texts = [spelling.text for entity in entities for spelling in entity.spellings]
    for name in (*texts, "Kasım Süleymani", "Muammer Kaddafi", "Kaddafi", "Jan Doh", "Halep", "Nobody Atall"):
        assert laid.lookup(name) == whole.lookup(name), name
        assert laid.wrong(name) == whole.wrong(name), name


def test_a_changed_house_file_does_not_compile_the_book_again(
    sources: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr("auditor.names.gazetteer.source_files", lambda _: sources)
    house = tmp_path / "house.toml"
    for number in range(7):
        house.write_text(f'[jane-doe]\nname = "Jane Doe the {number}th"\n', encoding="utf-8")
        assert Gazetteer.bundled([house]).exact(f"Jane Doe the {number}th")
        (book,) = (tmp_path / "cache").glob("gazetteer-*")
        if not number:
            compiled = book.stat().st_mtime_ns
    assert book.stat().st_mtime_ns == compiled


def test_compiling_twice_gives_the_same_file(sources: list[Path], tmp_path: Path) -> None:
    for name in ("a", "b"):
        compile_gazetteer(read_sources(sources), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a", "b"]


def test_a_large_gazetteer_answers_like_a_small_one(
    sources: list[Path], gazetteer: Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("auditor.names.compile.MANY", 0)
    monkeypatch.setattr("auditor.names.compile.HEAD", 10)  # names longer than that, and shorter
    monkeypatch.setattr("auditor.names.index.HEAD", 10)
    compile_gazetteer(read_sources(sources), tmp_path / "large")
    large = Gazetteer.open(tmp_path / "large")
    assert "heads" in large._index.header["sections"]
    for name in ("Kasım Süleymani", "Muhamed Dschawad Sarif", "Muammer Kaddafi", "Kaddafi", "Ali Hamaney"):
        assert large.lookup(name) == gazetteer.lookup(name)
        assert large.lookup(name)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.bin"
    path.write_bytes(b"something else" * 1000)
    with pytest.raises(ValueError, match="not a compiled gazetteer"):
        Gazetteer.open(path)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=40))
def test_any_text_can_be_looked_up(gazetteer: Gazetteer, text: str) -> None:
    for match in gazetteer.lookup(text, threshold=0.0):
        assert 0.0 <= match.score <= 1.0
        assert isinstance(match.detail, str)
        assert match.convention


@settings(max_examples=30, deadline=None)
@given(
    st.text(alphabet="abdeghioqrsuyz", min_size=1, max_size=4),
    st.sampled_from(["", "-", " ", "'"]),
    st.integers(min_value=20, max_value=400),
)
def test_a_stammer_can_be_looked_up(gazetteer: Gazetteer, syllable: str, joint: str, times: int) -> None:
    """Engines that fail repeat a syllable without end: each one used to double the readings."""
    assert isinstance(gazetteer.lookup(joint.join([syllable.title()] * times)), Sequence)


@settings(max_examples=50, deadline=None)
@given(st.sampled_from([name for _, name in FOREIGN]))
def test_an_entity_is_found_by_its_own_name(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name)[0].entity.name == name
    assert gazetteer.lookup(name.upper())[0].entity.name == name
