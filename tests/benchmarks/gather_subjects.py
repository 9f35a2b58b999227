"""Gather the words that say of which country an article tells, for `auditor/data/subjects.txt`.

    python -m tests.benchmarks.gather_subjects

Read is the gazetteer's text: places, name parts, and the names of persons and bodies with their
countries; and a few terms of this file. A word is kept for a language if four in five of what the
gazetteer says of it point to countries whose news most often comes through that language, and if it
is no English word. The list of words has *omsk* and *tehran*: places of one word are kept all the
same, but for those that are words or given names as well. Countries have a list of their own.
"""

import argparse
import csv
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Container, Iterator
from pathlib import Path

from auditor.language.subjects import SPOKEN
from auditor.language.vocabulary import english_words

DATA = Path(__file__).parents[2] / "auditor" / "data"
GAZETTEER = DATA / "gazetteer"
PARTS = {
    "arabic": "ar", "chinese": "zh", "hebrew": "he", "korean": "ko", "persian": "fa", "russian": "ru",
    "south-asian": "hi", "turkish": "tr", "ukrainian": "uk",
}  # fmt: skip
# A place tells more than a part of names, and that more than one person's name.
PLACE, PART, ENTITY, TERM = 3, 2, 1, 3
SHARE = 0.8
# Names of places that are English words, or given names and surnames in English news.
NOT_PLACES = frozenset(
    "acre adler bam bath brest cali dora erode faro halle hesse kish lena lice lyman male medea metz milos "
    "mobile mocha nancy nice orange pale para petra puri reading rhodes roma rota sabra saki soma split "
    "tempe tempi thane tours tyre van".split()
)
# What news of one country calls by its own name and the gazetteer has no entity for: months of a
# calendar, share indices, rates, chambers.
TERMS = {
    "ar": "Muharram Shawwal Rajab Jumada",
    "de": "Bundestag Bundesrat Bundeswehr Bundesliga Landtag",
    "es": "Ibex Zarzuela",
    "fa": "Farvardin Ordibehesht Khordad Mordad Shahrivar Aban Bahman Esfand Tasnim",
    "hi": "Sensex Nifty Sabha",
    "ja": "Nikkei Reiwa Heisei",
    "ko": "Kospi Kosdaq",
    "pl": "Sejm",
    "pt": "Copom Ibovespa IPCA Itamaraty Lula Selic",
    "ru": "Duma Roskomnadzor Rospotrebnadzor Rosstat",
    "uk": "Rada",
}

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


def words(text: str, english: Container[str]) -> set[str]:
    """Capitalised words of three letters and more that are not among the English; Latin letters only."""
    if not _LATIN.match(text):
        return set()
    found = (word for word in _WORD.findall(text) if len(word) > 2 and word[0].isupper())
    return {word for word in found if word.lower() not in english}


def told() -> Iterator[tuple[str, str, int]]:
    """Texts of the gazetteer, the language of each ("" for none of ours), and how much it tells."""
    for path in sorted((GAZETTEER / "places").glob("*.tsv")):
        for row in csv.DictReader(path.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["kind"] == "country":
                continue
            language = SPOKEN.get(row["country"] or "", "")
            for text in (row["english"], row["native"] or "", *(row["accepts"] or "").split(";")):
                yield text, language, PLACE
    for path in sorted((GAZETTEER / "parts").glob("*.tsv")):
        for row in csv.DictReader(path.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
            for text in (row["english"], row["native"] or ""):
                yield text, PARTS.get(path.stem, ""), PART
    for path in sorted(GAZETTEER.glob("persons/*.toml")) + sorted(GAZETTEER.glob("organisations/*.toml")):
        for entity in tomllib.loads(path.read_text(encoding="utf-8")).values():
            language = SPOKEN.get(next(iter(entity.get("countries", [])), ""), "")
            acronyms = [*entity.get("acronyms", []), *entity.get("native_acronyms", [])]
            for text in {*entity["name"].split(), *entity.get("native", "").split(), *acronyms}:
                yield text, language, ENTITY


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text, language, weight in told():
        for word in words(text, NOT_PLACES if weight == PLACE and " " not in text else english_words()):
            votes[word][language] += weight
    for language, terms in TERMS.items():
        votes |= {term: Counter({language: TERM}) for term in terms.split()}
    kept: defaultdict[str, list[str]] = defaultdict(list)
    for word, counts in votes.items():
        language, most = counts.most_common(1)[0]
        if language and most >= SHARE * counts.total():
            kept[language].append(word)
    lines = (f"{language} {' '.join(sorted(kept[language]))}\n" for language in sorted(kept))
    (DATA / "subjects.txt").write_text("".join(lines), encoding="utf-8")
    print({language: len(found) for language, found in sorted(kept.items())})


if __name__ == "__main__":
    main()
