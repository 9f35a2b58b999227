"""One name spelt two ways in an article."""

from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.finding import Flag, Severity, Suggestion
from auditor.names.linking import is_variant, last_name
from auditor.names.mentions import Mention
from auditor.names.tokens import fold
from auditor.rule import entity_rule


@entity_rule(
    category="names",
    severity=Severity.MINOR,
    bad={
        "Behnam Mousavian spoke. Behnam Mousavian left. Later [[Behnam Musawian]] denied it.":
            "Behnam Mousavian spoke. Behnam Mousavian left. Later Behnam Mousavian denied it.",
        "Gholam Tavakkoli spoke. [[Tavakoli]] left. Tavakkoli came back.":
            "Gholam Tavakkoli spoke. Tavakkoli left. Tavakkoli came back.",
    },
    good=[
        "Behnam Mousavian spoke. Mousavian left.",
        "Mohammed Karimi met Mahmoud Karimi.",
        "Anna Ivanova met Ivan Ivanov, and Hassan Amiri met Hussein Amiri.",
    ],
)  # fmt: skip
def inconsistent_name(mentions: Sequence[Mention]) -> Iterator[Flag]:
    """Flag a name that is spelt in two ways in one article.

    ## Why is this bad?

    An engine spells a name anew in each sentence, by whatever it has seen before: *Mousavi*,
    *Musavi* and *Musawi* become three men. The commoner spelling decides, at equal counts the
    first.
    """
    full = [mention for mention in mentions if not mention.partial and mention.right]
    yield from _variants([(mention, mention.text) for mention in full], full)
    lone = [mention for mention in mentions if mention.partial and mention.right]
    surnames = [(mention, last_name(mention.text)) for mention in full]
    yield from _variants([*surnames, *((mention, mention.text) for mention in lone)], lone)


def _variants(forms: Sequence[tuple[Mention, str]], judged: Sequence[Mention]) -> Iterator[Flag]:
    """Flags on those of `judged` whose form is not the usual one."""
    if len({fold(form) for _, form in forms}) < 2:
        return
    counts = Counter(form for _, form in forms)
    order = list(dict.fromkeys(form for _, form in forms))
    usual = max(order, key=lambda form: (counts[form], -order.index(form)))
    example = next(mention for mention, form in forms if form == usual)
    for mention, form in forms:
        if mention in judged and fold(form) != fold(usual) and _is_respelt(form, usual):
            yield Flag(
                mention.span,
                f"“{form}” is spelt “{usual}” elsewhere in this article.",
                (Suggestion(usual),),
                (example.span,),
            )


def _is_respelt(form: str, usual: str) -> bool:
    """Whether the two differ in spelling, not in how many names they give, or which."""
    pairs = list(zip(form.split(), usual.split(), strict=False))
    if len(form.split()) != len(usual.split()):
        return False
    return all(fold(a) == fold(b) or is_variant(a, b) for a, b in pairs)
