"""How names sound that are not read as they are spelt: *Mike* is *maik*, *Le Maire* is *le mer*.

Languages that write foreign names by ear print the sound: Serbian *Majk*, Russian *Mayk*,
Azerbaijani *Con* for *John*. From the letters alone nobody would reach them.
"""

from functools import cache
from importlib.resources import files

from auditor.names.conventions import usual_reading

# The convention of a form written as it sounds, in a compiled gazetteer.
BY_EAR = "ear"


def pronounced(word: str) -> tuple[str, ...]:
    """The sounds of a word in small letters, as conventions read them; none for one read as spelt."""
    return tuple(usual_reading(said, "en") for said in _words().get(word, ()))


def respelt(word: str) -> str:
    """A word in small letters written as it sounds, or as it stands if it is read as spelt."""
    return next(iter(_words().get(word, ())), word)


@cache
def _words() -> dict[str, tuple[str, ...]]:
    text = files("auditor").joinpath("data/pronounced.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {word: tuple(said.split()) for word, said in rows}
