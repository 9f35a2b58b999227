"""The archive: what it keeps, what it finds, and what it refuses."""

import pickle
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from auditor.quotations.archive import Archive, ArchiveError, Original
from auditor.quotations.opening import open_archive

SAID = Original(
    "The ferry will not sail until the captain has been paid for the last three winters.",
    "Odo Quill", "2020-02-03", "Port Marrow",
)  # fmt: skip
OTHER = Original("The captain of the ferry was paid for three winters by another port.", "Odo Quill")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.create(tmp_path / "said.db", [SAID, OTHER])


def test_keeps_what_is_put_in_and_each_once(archive: Archive) -> None:
    again = Archive(archive.path, writable=True)
    assert again.add([SAID, SAID._replace(speaker="Ann Oster"), Original("…")]) == 1
    assert [original.speaker for original in again] == ["Odo Quill", "Odo Quill", "Ann Oster"]
    assert again.extent() == (2, "2020-02-03", "2020-02-03")


def test_finds_a_rendering_and_not_another_sentence(archive: Archive) -> None:
    rendering = "The ferry won't set sail until the captain is paid for the past three winters"
    found = archive.retranslated(rendering)
    assert found is not None
    assert found.original == SAID
    assert archive.retranslated("The captain said that three ferries would sail in winter") is None


def test_a_second_wording_on_file_is_no_rival(archive: Archive) -> None:
    rendering = "The ferry won't set sail until the captain is paid for the past three winters"
    again = Original("The ferry won't sail until its captain has been paid for the three last winters.")
    alone = archive.retranslated(rendering)
    Archive(archive.path, writable=True).add([again])
    both = Archive(archive.path).retranslated(rendering)
    assert alone is not None
    assert both is not None
    assert both.likeness.ahead == pytest.approx(alone.likeness.ahead, abs=5.0)


def test_search_says_how_near_each_is(archive: Archive) -> None:
    found = archive.search("the captain was paid for three winters")
    assert [match.original for match in found] == [OTHER, SAID]
    assert found[0].likeness.chrf > found[1].likeness.chrf > 0


@pytest.mark.parametrize(
    "exact",
    [
        SAID.text,
        "the ferry will not sail, until the captain has been paid for the last three winters",
        "until the captain has been paid for the last three winters",
    ],
)
def test_leaves_the_words_themselves_alone(archive: Archive, exact: str) -> None:
    assert archive.retranslated(exact) is None


def test_compares_one_sentence_of_a_speech(tmp_path: Path) -> None:
    speech = Original(
        "We met at dawn. The bridge over the Tarn was closed by the flood and nobody told the "
        "farmers. We shall ask why."
    )
    archive = Archive.create(tmp_path / "speech.db", [speech])
    found = archive.retranslated("The Tarn bridge was shut by the flood and no one told the farmers")
    assert found is not None
    assert found.wording.startswith("The bridge")
    assert found.wording.endswith("farmers.")


def test_words_of_a_query_language_are_only_words(archive: Archive) -> None:
    for hostile in ('" OR 1=1 --', "text: ferry*", "NEAR(ferry captain)", "ferry AND NOT", "'; DROP"):
        archive.search(hostile)
    assert len(archive) == 2


def test_says_what_is_no_archive(tmp_path: Path) -> None:
    text, other = tmp_path / "text.db", tmp_path / "other.db"
    text.write_text("no database\n" * 100, encoding="utf-8")
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE quotation (id)")
    for path in (text, other, tmp_path / "absent.db"):
        with pytest.raises(ArchiveError, match=path.name):
            open_archive(path)
    assert not (tmp_path / "absent.db").exists()


def test_nothing_is_kept_of_an_import_that_fails(archive: Archive) -> None:
    def failing() -> Iterator[Original]:
        yield Original("This sentence would be the first of two to come in.")
        raise ValueError("the file ends here")

    writable = Archive(archive.path, writable=True)
    with pytest.raises(ValueError, match="ends here"):
        writable.add(failing())
    assert len(writable) == 2


def test_is_opened_anew_in_threads_and_after_pickling(archive: Archive) -> None:
    counts = [len(pickle.loads(pickle.dumps(archive)))]
    thread = threading.Thread(target=lambda: counts.append(len(archive)))
    thread.start()
    thread.join()
    assert counts == [2, 2]


def test_reads_an_archive_kept_as_text(tmp_path: Path) -> None:
    path = tmp_path / "said.jsonl"
    path.write_text('{"quote": "One line of an archive kept as text.", "author": "A B"}\n', "utf-8")
    assert [*open_archive(path)] == [Original("One line of an archive kept as text.", "A B")]


def test_demonstration_is_invented_and_distinct() -> None:
    originals = [*open_archive()]
    assert len(originals) == 40
    assert all(original.speaker and original.place and original.date for original in originals)
    assert all(open_archive().retranslated(original.text) is None for original in originals)
