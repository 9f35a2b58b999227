"""One name spelt two ways in an article."""

from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.finding import Flag, Severity, Suggestion
from auditor.language.vocabulary import english_words
from auditor.names.clusters import ENDINGS, arabic, joined, korean, opens_alike
from auditor.names.mentions import Mention
from auditor.names.romanised import is_pinyin
from auditor.names.surnames import last_name
from auditor.names.tokens import fold
from auditor.names.unlisted import are_names
from auditor.names.variants import is_variant
from auditor.rule import entity_rule
from auditor.rules.misspelt_country import PEOPLES


@entity_rule(
    category="names",
    severity=Severity.MINOR,
    bad={
        "Behnam Mousavian spoke. Behnam Mousavian left. Later [[Behnam Musawian]] denied it.":
            "Behnam Mousavian spoke. Behnam Mousavian left. Later Behnam Mousavian denied it.",
        "Milan Zdravkovic retired. [[Zdravkovicem]] was replaced.":
            "Milan Zdravkovic retired. Zdravkovic was replaced.",
        "Park Min-jun spoke. Park Min-jun left. [[Park Minjun]] denied it.":
            "Park Min-jun spoke. Park Min-jun left. Park Min-jun denied it.",
        "Selim Şentürk spoke. Şentürk left. [[Senturk]] came back.":
            "Selim Şentürk spoke. Şentürk left. Şentürk came back.",
        "[[Zdravkovič]] spoke, and Zdravkovic left.": "Zdravkovic spoke, and Zdravkovic left.",
        "Gholam Tavakkoli spoke. [[Tavakoli]] left. Tavakkoli came back.":
            "Gholam Tavakkoli spoke. Tavakkoli left. Tavakkoli came back.",
    },
    good=[
        "It rained in Hebei Province. In Hubei Province it was dry, and Hubei Province is large.",
        "Behnam Mousavian spoke. Mousavian left.",
        "Mohammed Karimi met Mahmoud Karimi.",
        "Anna Ivanova met Ivan Ivanov, and Hassan Amiri met Hussein Amiri.",
        "Farid Nourian and Farid Noorian were jailed.",
        "Olga Petrenkova met Ivan Petrenkov. Petrenkova left with her husband.",
        "The Petrenkovs live in Kyiv; Ivan Petrenkov retired.",
    ],
)  # fmt: skip
def inconsistent_name(mentions: Sequence[Mention]) -> Iterator[Flag]:
    """Flag a name that is spelt in two ways in one article.

    ## Why is this bad?

    An engine spells a name anew in each sentence, by whatever it has seen before: *Mousavi*,
    *Musavi* and *Musawi* become three men. A spelling that English news knows decides, then the
    commoner, at equal counts a usual one, then the first.
    """
    full = [mention for mention in mentions if not mention.partial and mention.right]
    yield from _variants([(mention, mention.text) for mention in full], full)
    lone = [mention for mention in mentions if mention.partial and mention.right]
    surnames = [(mention, last_name(mention.text)) for mention in full]
    yield from _variants([*surnames, *((mention, mention.text) for mention in lone)], lone)


def _variants(forms: Sequence[tuple[Mention, str]], judged: Sequence[Mention]) -> Iterator[Flag]:
    """Flags on those of `judged` whose form is not the usual one."""
    if len({form for _, form in forms}) < 2:
        return
    counts = Counter(form for _, form in forms)
    order = list(dict.fromkeys(form for _, form in forms))
    known = {form for mention, form in forms if _is_known(mention, form)}
    printed = {form for mention, form in forms if mention.entity and form == mention.entity.name}
    usual = max(
        order,
        key=lambda f: (
            f in printed, f in known, counts[f], not f.endswith(_UNSURE), are_names(*fold(f).split()),
            -order.index(f),
        ),
    )  # fmt: skip
    usual = next((form for form in order if _is_inflected(usual, form)), usual)
    examples = [mention for mention, form in forms if form == usual]
    for mention, form in forms:
        if mention not in judged or not _is_respelt(form, usual):
            continue
        if not any(_side_by_side(mention, other) for other, text in forms if text == usual):
            yield Flag(
                mention.span,
                f"“{form}” is spelt “{usual}” elsewhere in this article.",
                (Suggestion(usual),),
                (examples[0].span,),
            )


def _is_known(mention: Mention, form: str) -> bool:
    """Whether English news knows a form: an engine writes it rightly once and wrongly three times."""
    if mention.match and mention.match.exact:
        return True
    words = fold(form).split()
    return all(len(word) >= _TELLING and (word in english_words() or word in PEOPLES) for word in words)


# Serbs and Croats end in -ić, which engines take for the Slovenes' -ič: beside Vucic it proves nothing.
_UNSURE = "ič"
# Shorter words are in every list of words by chance.
_TELLING = 5


def _side_by_side(one: Mention, other: Mention) -> bool:
    """Whether two full names stand in one list: Hamid Nouri and Hamid Noori are two men."""
    if one.partial or other.partial:
        return False
    first, second = sorted((one.span, other.span), key=lambda span: span.start)
    return 0 < second.start - first.end <= len(", and ")


def _is_respelt(form: str, usual: str) -> bool:
    """Whether the two differ in spelling, not in how many names they give, or which."""
    if fold(form) == fold(usual):
        return _accents(form) != _accents(usual)
    words, others = form.split(), usual.split()
    if any(key(form) and key(form) == key(usual) for key in (_letters, arabic, korean)):
        return len(words) > 1 or len(others) > 1
    if len(words) != len(others):
        words, others = list(joined(form)), list(joined(usual))
    pairs = list(zip(words, others, strict=True))
    if words[-1] in _KINDS and all(fold(a) == fold(b) or (is_pinyin(a) and is_pinyin(b)) for a, b in pairs):
        return False  # Hebei Province is not Hubei Province, nor the Haihe River the Huaihe River
    return _is_inflected(form, usual) or all(
        fold(a) == fold(b) or is_variant(a, b) or opens_alike(a, b) for a, b in pairs
    )


# Words behind the name of a place.
_KINDS = frozenset("Province River County City District Lake Mountain Mountains Island Town Village".split())


def _letters(form: str) -> str:
    return "".join(joined(form))


def _is_inflected(form: str, bare: str) -> bool:
    """Whether a surname is another with a case ending left on (*Petrovićem*, Latvian *Ivanovs*)."""
    return len(bare) > 3 and form.startswith(bare) and form[len(bare) :] in ENDINGS


def _accents(form: str) -> str:
    """A form without what does not count as spelling: capitals, hyphens, apostrophes, stops, and the
    é that English writes in loans now and then (Pokémon, Beyoncé)."""
    return "".join(char for char in form.casefold() if char.isalpha()).replace("é", "e")
