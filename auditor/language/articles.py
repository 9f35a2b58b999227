"""Which words *a* stands before and which *an*, and what may stand behind an article."""

import re

# What begins with a vowel's sound, in small letters. *One*, *unit* and *European* do not; *hour* does.
VOWEL_SOUND = (
    r"(?:[ai]|e(?!u|w)|o(?!ne|nce|ui)|u(?:n(?!i|an|eth)|p|l[tc]|mb|gl|rg|rb|nim|nin|nident))[a-z]{2,}"
    r"|hours?|honest|heir|honou?r|honou?rable"
)
# What begins with a consonant's sound. "An historic" is right in some houses: of the words in h
# only those whose first syllable is stressed are named.
CONSONANT_SOUND = (
    r"[bcdfgjklmnpqrstvwz][a-z]{3,}"
    r"|university|union|unit|unique|uniform|united|universal|useful|user|usual|one|"
    r"house|home|hospital|huge|high|higher|human|hundred|helicopter|head|hand|hard|half|happy|heavy|"
    r"horse|host|hostile|hostage|hot|hole"
)

_BEFORE = re.compile(r"(?<![\w’'-])(the|an?) \Z", re.IGNORECASE)
# As many characters before words show whether they stand behind an article.
LONGEST = 6
_FIRST = re.compile(r"(the|an?) ", re.IGNORECASE)
_SOUND = {"a": re.compile(rf"(?:{VOWEL_SOUND})\b"), "an": re.compile(rf"(?:{CONSONANT_SOUND})\b")}


def behind_article(before: str, words: str) -> tuple[int, str]:
    """How words are put behind others, which may end in an article.

    Of those others the last `LONGEST` characters are enough. Gives how many of them the words replace
    as well, and the words: “the” and “the
    police” are “the police”, “a” and “the police” too; “an” and “wave” are “a wave”.
    """
    article = _BEFORE.search(before)
    if article is None:
        return 0, words
    known = article[1].lower()
    own = _FIRST.match(words)
    bare = words[own.end() :] if own else words
    if own and (own[1].lower() == "the") != (known == "the"):
        right = own[1].lower()  # of the two the one that is suggested
    elif known in _SOUND and _SOUND[known].match(bare):
        right = "an" if known == "a" else "a"
    else:
        return 0, bare
    right = right.capitalize() if article[1][0].isupper() else right
    return len(article[0]), f"{right} {bare}"
