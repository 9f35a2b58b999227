"""The inflected forms of an English verb or noun, by rule and a table of irregular ones."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple


class Forms(NamedTuple):
    """Forms of a word; a noun has its plural under `s` and nonexistent verb forms elsewhere.

    A form that does not exist in English does no harm: it never occurs in a text.
    """

    base: str
    s: str
    past: str
    participle: str
    ing: str


# base past participle; the -s and -ing forms follow the rules.
_IRREGULAR_VERBS = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become
begin began begun|bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten
bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought
broadcast broadcast broadcast|build built built|burst burst burst|buy bought bought
cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come
cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|do did done
draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen
feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fly flew flown
forbid forbade forbidden|forecast forecast forecast|forget forgot forgotten
forgive forgave forgiven|freeze froze frozen|get got got|give gave given|go went gone
grind ground ground|grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden
hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known
lay laid laid|lead led led|leave left left|lend lent lent|let let let|lie lay lain
light lit lit|lose lost lost|make made made|mean meant meant|meet met met
mislead misled misled|overcome overcame overcome|overtake overtook overtaken
overthrow overthrew overthrown|pay paid paid|put put put|quit quit quit|read read read
ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen
seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken
shed shed shed|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk
shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|speak spoke spoken
spend spent spent|spill spilled spilled|spin spun spun|split split split|spread spread spread
spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung
strike struck struck|strive strove striven|swear swore sworn|sweep swept swept|swim swam swum
swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told
think thought thought|throw threw thrown|thrust thrust thrust|undergo underwent undergone
understand understood understood|undertake undertook undertaken|upset upset upset|wake woke woken
wear wore worn|weep wept wept|win won won|withdraw withdrew withdrawn
withstand withstood withstood|wring wrung wrung|write wrote written|foresee foresaw foreseen
outdo outdid outdone|redo redid redone|rebuild rebuilt rebuilt|resell resold resold
offset offset offset|uphold upheld upheld|undo undid undone|oversee oversaw overseen
partake partook partaken|retell retold retold|rewrite rewrote rewritten
"""

_IRREGULAR_NOUNS = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet",
    "tooth": "teeth", "life": "lives", "wife": "wives", "knife": "knives", "leaf": "leaves",
    "half": "halves", "thief": "thieves", "crisis": "crises", "basis": "bases",
    "analysis": "analyses", "hypothesis": "hypotheses", "criterion": "criteria",
    "phenomenon": "phenomena", "serviceman": "servicemen", "policeman": "policemen",
    "spokesman": "spokesmen", "spokeswoman": "spokeswomen", "chairman": "chairmen",
    "fisherman": "fishermen", "businessman": "businessmen", "countryman": "countrymen",
    "sportsman": "sportsmen", "statesman": "statesmen", "congressman": "congressmen",
    "gunman": "gunmen", "fireman": "firemen", "compatriot": "compatriots",
}  # fmt: skip

_BE = Forms("be", "is", "was", "been", "being")

# Verbs of two syllables and more that double their last letter, the stress being on it.
_DOUBLING = frozenset(
    "admit commit permit submit omit transmit refer prefer defer infer confer occur incur recur "
    "begin compel expel propel repel control patrol rebel regret equip travel cancel label level "
    "model signal fuel counsel quarrel total marshal channel program emit remit acquit allot rebut abet "
    "excel dispel impel deter abhor concur transfer kidnap handicap worship marvel tunnel rival".split()
)


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    table = {}
    for entry in re.split(r"[|\n]", _IRREGULAR_VERBS.strip()):
        base, past, participle = entry.split()
        table[base] = (past, participle)
    return table


@cache
def irregular_pasts() -> Mapping[str, str]:
    """Pasts formed as if the verb were regular, with the right one: *teached*, *taught*.

    Of *withdrawed* as well, but of none that is the past of a regular verb (*hanged*, *lied*).
    """
    return {
        form: past
        for verb, (past, _) in _irregular().items()
        for form in (_past(verb, _doubled(verb)), f"{verb}ed")
        if form not in (past, *_REGULAR_TOO) and form not in _irregular()
    }


# Regular pasts of the same verb in another sense, or of another verb.
_REGULAR_TOO = frozenset(
    "hanged lied lighted ringed shined singed sited spilled strived wined rined seed costed".split()
)


@cache
def forms_of(word: str) -> Forms:
    """The forms of a verb or noun given in its base form, lower case."""
    if word == "be":
        return _BE
    stem = _doubled(word)
    if word in _irregular():
        past, participle = _irregular()[word]
    else:
        past = participle = _past(word, stem)
    return Forms(word, _IRREGULAR_NOUNS.get(word) or _plural(word), past, participle, _ing(word))


@cache
def all_forms(word: str) -> tuple[str, ...]:
    """Every form of a word, longest first, doubled and single spellings (travelled) included."""
    forms = set(forms_of(word))
    if word == "be":
        forms |= {"am", "are", "were"}
    if word == "have":
        forms |= {"has"}
    if word in _DOUBLING and word.endswith("l"):
        forms |= {word + "ed", word + "ing"}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def _plural(word: str) -> str:
    if word == "have":
        return "has"
    if re.search(r"(s|x|z|ch|sh)$", word) or word in ("do", "go", "undergo", "undo"):
        return word + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + "s"


def _past(word: str, stem: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ied"
    return stem + "ed"


def _ing(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not re.search(r"(ee|oe|ye)$", word):
        return word[:-1] + "ing"
    return _doubled(word) + "ing"


def _doubled(word: str) -> str:
    short = re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", word)
    return word + word[-1] if short or word in _DOUBLING else word
