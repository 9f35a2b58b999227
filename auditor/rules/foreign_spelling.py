"""A name spelt as the press of another language spells it."""

from collections.abc import Iterator, Sequence

from auditor.finding import Confidence, Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.language.names import LANGUAGES
from auditor.names.mentions import Mention
from auditor.names.order import has_order_of_home
from auditor.names.parts import Suggested
from auditor.names.surnames import last_name
from auditor.names.unlisted import WORDS
from auditor.rule import entity_rule
from auditor.rules._names import printed_form

# What a place is called in another language, said to be so: “Cologne (German: Köln)”, “in Turkish as Kudüs”.
_GLOSS = expression(
    rf"\b(?:{'|'.join(sorted(set(LANGUAGES.values())))}|Gaelic|Welsh|Basque|Catalan|Kurdish|Latin|Uyghur|Mongolian)"
    r"(?:: | (?:as|name|for|called|word|spelling) )[“\"‘'(]?\Z"
)

# Between a given name and a surname: *Ferdinand “Bongbong” Marcos Jr.*
_NICKNAME = expression(r"[“\"‘][A-Z][\w .’'-]{1,20}[”\"’] \Z")

# As near stand the names of a place that has several: “Czernowitz — Cernăuți, Chernivtsi, Tscherniwzi”.
_NEAR = 40

# No press drops a single vowel of a name and keeps all else: *Vladmir* is a slip of the keyboard.
_SLIP = expression(r"^[\w ]+ leaves out [aeiou]$")


@entity_rule(
    category="names",
    severity=Severity.MAJOR,
    bad={
        "General [[Kasım Süleymani]] was killed in Baghdad.":
            "General Qasem Soleimani was killed in Baghdad.",
        "President [[Wladimir Putin]] met [[Baschar al-Assad]] in Sochi.":
            "President Vladimir Putin met Bashar al-Assad in Sochi.",
        "The Iranian lawmaker [[Nasır Bahtiyari]] spoke.": "The Iranian lawmaker Nasser Bakhtiari spoke.",
        "The Russian [[Alexeï Navalny]] died.": "The Russian Alexei Navalny died.",
        "King [[Karol III]] spoke in London.": "King Charles III spoke in London.",
        "The prime minister, [[Orbán Viktor]], spoke.": "The prime minister, Viktor Orban, spoke.",
        "Ukrainian President [[Zerensky]] met [[Ursulom von der Leyen]].":
            "Ukrainian President Zelenskyy met Ursula von der Leyen.",
        "The Brazilian president, [[Bossonaro]], and UN chief [[Gutteres]] spoke.":
            "The Brazilian president, Bolsonaro, and UN chief Guterres spoke.",
        "South Korea's [[Yoon Seok-yeol]] spoke.": "South Korea's Yoon Suk Yeol spoke.",
        "She flew home with [[Türk Hava Yolları]].": "She flew home with Turkish Airlines.",
        "[[TAHRAN]] (IRNA) – The ministers met.": "TEHRAN (IRNA) – The ministers met.",
    },
    good=[
        "Qasem Soleimani was killed; Soleimani led the Quds Force.",
        "Qassem Soleimani was killed; Soleimani led the Quds Force.",
        "Recep Tayyip Erdoğan met Emmanuel Macron.",
        "Viktor Orbán and Kishida Fumio met Xi Jinping.",
        "Jerusalem (Turkish: Kudüs) and Damascus, known in Turkish as Şam, are old.",
        "The Sri Lankan and Puerto Rican envoys met the East Timorese.",
        "Vladimir Soleimani met Kasim Putin.",
        "Turkish Airlines (Türk Hava Yolları) and Platforma Obywatelska, or Civic Platform, are known.",
        "Abba Kabir Yusuf gave his reasons. Abba Kabir spoke in Egypt.",
        "President Ferdinand “Bongbong” Marcos Jr. of the Philippines spoke.",
        "It was born in Czernowitz, now Chernivtsi, in Ukraine.",
        "The Brazilian singer Bossonaro and Robert Mueller's sister Roberta Mueller spoke.",
    ],
)  # fmt: skip
def foreign_spelling(mentions: Sequence[Mention]) -> Iterator[Flag]:
    """Flag a name spelt as the press of another language spells it.

    ## Why is this bad?

    Every language writes foreign names by its own sounds: *Kasım Süleymani* is Turkish, *Wladimir
    Putin* German for names that English prints as *Qasem Soleimani* and *Vladimir Putin*. Readers
    do not recognise them, searches fail, and one man becomes two. The form to print is the one
    that most English-language news organisations use, or your house's own.
    """
    for mention in mentions:
        match = mention.match
        if mention.usual and mention.usual.convention != WORDS:
            yield _unlisted(mention, mention.usual)
        if match is None or mention.right or match.spelling.status in ("mistaken", "acronym"):
            continue
        if (
            _GLOSS.search(mention.lead)
            or _NICKNAME.search(mention.lead)
            or _is_named_beside(mention, mentions)
        ):
            continue
        form = printed_form(mention, mentions)
        if match.exact and match.spelling.convention == "native" and match.entity.kind == "organisation":
            yield _left(mention, form)
            continue
        # Words divided otherwise are no press's manner.
        language = None if match.is_divided else LANGUAGES.get(match.convention)
        through = f"the {language} spelling" if language else "not how English news spells the name"
        if has_order_of_home(mention.text, match.entity):
            yield _turned(mention, form)
            continue
        accents = match.exact and match.spelling.status in ("preferred", "accepted")
        detail = "the accents are foreign to it" if accents else "" if match.exact else match.detail
        why = f" ({detail})" if detail else ""
        if _SLIP.search(detail):
            through, why = "a misspelling", ""
        yield Flag(
            mention.span,
            f"“{mention.text}” is {through} of {match.entity.described}{why}.",
            (Suggestion(form, "the form most English-language news organisations print"),),
            confidence=Confidence.LOW if mention.weak else None,
            # Shown where the text is a translation, from whatever language; no proof that it is one.
            evidence=dict.fromkeys(LANGUAGES, 0.01) if mention.weak else {},
        )


def _is_named_beside(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a place has its English name right beside the other: what is meant is the name."""
    assert mention.match
    if mention.match.entity.kind != "place":
        return False
    here = mention.span
    return any(
        other.right
        and other.span.path == here.path
        and max(other.span.start - here.end, here.start - other.span.end) <= _NEAR
        for other in mentions
        if other is not mention
    )


def _left(mention: Mention, form: str) -> Flag:
    """A flag on a body called by its name at home."""
    assert mention.entity
    language = LANGUAGES.get(mention.entity.language, "its own language")
    return Flag(
        mention.span,
        f"“{mention.text}” is the name in {language} of {mention.entity.described}.",
        (Suggestion(form, "its English name"),),
        evidence={mention.entity.language: 3.0} if mention.entity.language in LANGUAGES else {},
    )


def _turned(mention: Mention, form: str) -> Flag:
    """A flag on a name whose family name stands first, as at home."""
    assert mention.entity
    return Flag(
        mention.span,
        f"“{mention.text}” has the family name first, as Hungarian has it: {mention.entity.described}.",
        (Suggestion(form, "the order of English-language news"),),
        evidence={"hu": 6.0},  # as for a name in a language's own spelling
    )


def _unlisted(mention: Mention, usual: Suggested) -> Flag:
    """A flag on a name that no gazetteer lists, by the usual spelling of its parts."""
    form = last_name(usual.text) if mention.partial else usual.text
    language = LANGUAGES.get(usual.convention, "foreign")
    return Flag(
        mention.span,
        f"“{mention.text}” is the {language} spelling of names that English news usually spells “{form}”.",
        (Suggestion(form, "the usual English spelling of its parts"),),
    )
