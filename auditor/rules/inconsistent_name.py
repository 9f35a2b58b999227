"""One name spelt two ways in an article."""

from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.finding import Flag, Severity, Suggestion
from auditor.names.mentions import Mention
from auditor.names.tokens import fold
from auditor.rule import entity_rule


@entity_rule(
    category="names",
    severity=Severity.MINOR,
    bad={
        "Abbas Mousavi spoke. Abbas Mousavi left. Later [[Abbas Musawi]] denied it.":
            "Abbas Mousavi spoke. Abbas Mousavi left. Later Abbas Mousavi denied it.",
        "Gholam Tavakkoli spoke. [[Tavakoli]] left. Tavakkoli came back.":
            "Gholam Tavakkoli spoke. Tavakkoli left. Tavakkoli came back.",
    },
    good=[
        "Abbas Mousavi spoke. Mousavi left.",
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
    for partial in (False, True):
        group = [m for m in mentions if m.partial == partial and m.right]
        if len({fold(m.text) for m in group}) < 2:
            continue
        counts = Counter(m.text for m in group)
        first = {m.text: -i for i, m in reversed(list(enumerate(group)))}
        usual = max(counts, key=lambda text: (counts[text], first[text]))
        example = next(m for m in group if m.text == usual)
        for mention in group:
            if fold(mention.text) != fold(usual) and _is_variant(mention, usual):
                yield Flag(
                    mention.span,
                    f"“{mention.text}” is spelt “{usual}” elsewhere in this article.",
                    (Suggestion(usual),),
                    (example.span,),
                )


def _is_variant(mention: Mention, usual: str) -> bool:
    """Whether the two differ in spelling, not in the number of names given."""
    return len(mention.text.split()) == len(usual.split())
