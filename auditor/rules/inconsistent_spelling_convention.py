"""British and American spellings in one article."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

# British form → American. Only words that have one form in each convention, in any sense and
# part of speech: no practice/practise, program, check, tire, story, meter, and no -ise/-ize,
# which British houses divide on.
_PAIRS = {
    "labour": "labor", "neighbour": "neighbor", "neighbours": "neighbors",
    "neighbouring": "neighboring", "neighbourhood": "neighborhood",
    "neighbourhoods": "neighborhoods", "honour": "honor", "honours": "honors",
    "honoured": "honored", "honouring": "honoring", "honourable": "honorable",
    "favour": "favor", "favours": "favors", "favoured": "favored", "favouring": "favoring",
    "favourable": "favorable", "favourite": "favorite", "favourites": "favorites",
    "colour": "color", "colours": "colors", "coloured": "colored", "colourful": "colorful",
    "behaviour": "behavior", "behaviours": "behaviors", "endeavour": "endeavor",
    "endeavours": "endeavors", "rumour": "rumor", "rumours": "rumors", "harbour": "harbor",
    "harbours": "harbors", "armoured": "armored", "armour": "armor", "humour": "humor",
    "flavour": "flavor", "parlour": "parlor",
    "vapour": "vapor", "rigour": "rigor", "vigour": "vigor", "odour": "odor", "valour": "valor",
    "savour": "savor", "splendour": "splendor", "demeanour": "demeanor", "labours": "labors",
    "labourer": "laborer", "labourers": "laborers",
    "centre": "center", "centres": "centers", "centred": "centered", "theatre": "theater",
    "theatres": "theaters", "metres": "meters", "kilometre": "kilometer",
    "kilometres": "kilometers", "centimetre": "centimeter", "centimetres": "centimeters",
    "litre": "liter", "litres": "liters", "fibre": "fiber", "fibres": "fibers",
    "calibre": "caliber", "sombre": "somber", "spectre": "specter", "lustre": "luster",
    "defence": "defense", "defences": "defenses", "offence": "offense", "offences": "offenses",
    "pretence": "pretense", "programme": "program", "programmes": "programs",
    "travelled": "traveled", "travelling": "traveling", "traveller": "traveler",
    "travellers": "travelers", "cancelled": "canceled", "cancelling": "canceling",
    "labelled": "labeled", "labelling": "labeling", "modelled": "modeled",
    "signalled": "signaled", "signalling": "signaling", "fuelled": "fueled",
    "fuelling": "fueling", "quarrelled": "quarreled", "totalled": "totaled",
    "marvelled": "marveled", "jeweller": "jeweler", "jewellery": "jewelry",
    "counsellor": "counselor", "counsellors": "counselors", "marvellous": "marvelous",
    "enrol": "enroll", "enrolment": "enrollment", "fulfil": "fulfill", "fulfilment": "fulfillment",
    "fulfils": "fulfills", "instalment": "installment", "instalments": "installments",
    "skilful": "skillful", "wilful": "willful", "distil": "distill",
    "ageing": "aging", "analyse": "analyze", "analysed": "analyzed", "analysing": "analyzing",
    "paralyse": "paralyze", "paralysed": "paralyzed", "catalogue": "catalog",
    "aeroplane": "airplane", "aeroplanes": "airplanes", "aluminium": "aluminum",
    "archaeologist": "archeologist", "cosy": "cozy", "grey": "gray", "mould": "mold",
    "moustache": "mustache", "plough": "plow", "ploughed": "plowed", "pyjamas": "pajamas",
    "sceptical": "skeptical", "sceptic": "skeptic", "sceptics": "skeptics",
    "scepticism": "skepticism", "smoulder": "smolder", "smouldering": "smoldering",
    "tyre": "tire", "tyres": "tires", "manoeuvre": "maneuver", "manoeuvres": "maneuvers",
    "paediatric": "pediatric", "anaesthetic": "anesthetic", "haemorrhage": "hemorrhage",
    "oestrogen": "estrogen", "foetus": "fetus", "leukaemia": "leukemia",
    "diarrhoea": "diarrhea", "orthopaedic": "orthopedic", "gynaecologist": "gynecologist",
}  # fmt: skip
# American forms that British English uses in another sense.
_ALSO_BRITISH = frozenset("program programs tire tires meters catalog signaled mold aging enroll".split())
# American houses write these too.
_ALSO_AMERICAN = frozenset(
    "archaeologist grey theatre theatres catalogue cancelled cancelling ageing moustache "
    "jeweller enrolment fulfil fulfilment labelled".split()
)
_AMERICAN = {american: british for british, american in _PAIRS.items()}
_BRITISH_SIGNS = _PAIRS.keys() - _ALSO_AMERICAN
_AMERICAN_SIGNS = _AMERICAN.keys() - _ALSO_BRITISH
# Lower case only: with a capital the word belongs to a name.
_WORD = expression(r"(?<![\w-])[a-z]{4,}\b(?!-?[A-Z])")
_SIGNS = _BRITISH_SIGNS | _AMERICAN_SIGNS


@document_rule(
    category="consistency",
    severity=Severity.MINOR,
    bad={
        "The defence budget and the harbour lie at the [[center]] of it.":
            "The defence budget and the harbour lie at the centre of it.",
        "Their neighbors and favorite colors drew a [[rumour]].":
            "Their neighbors and favorite colors drew a rumor.",
    },
    good=[
        "The defence budget and the harbour: the Lincoln Center, he said.",
        "The harbour at the center.",
        "The theatre and the catalogue were grey; the color, the favorite, the neighbor.",
        "“The color of the harbor,” he said in defence of the labour centre.",
    ],
)  # fmt: skip
def inconsistent_spelling_convention(document: Document) -> Iterator[Flag]:
    """Flag a British spelling in an American article, and the reverse.

    ## Why is this bad?

    An engine learned from both conventions and mixes them: *defence* in one line, *center* in the
    next. One convention must be at least twice as common in the article before the other is
    flagged. Names (*Lincoln Center*), quotations and words that either convention uses are left
    alone.
    """
    words = document.words
    if words.isdisjoint(_BRITISH_SIGNS) or words.isdisjoint(_AMERICAN_SIGNS):
        return
    uses = [
        match
        for place, held in zip(document.paragraphs, document.paragraph_words, strict=True)
        if not held.isdisjoint(_SIGNS)
        for match in _WORD.finditer(document.text, *place)
        if match[0] in _SIGNS and not document.in_quotation(match.start())
    ]
    british = [match for match in uses if match[0] in _BRITISH_SIGNS]
    american = [match for match in uses if match[0] in _AMERICAN_SIGNS]
    few, many = sorted((british, american), key=len)
    if not few or len(many) < 2 * len(few):
        return
    table, here = (_PAIRS, "American") if few is british else (_AMERICAN, "British")
    for match in few:
        yield Flag(
            document.span(*match.span()),
            f"“{match[0]}” stands in an article of {here} spelling (“{many[0][0]}”).",
            (Suggestion(table[match[0]]),),
            (document.span(*many[0].span()),),
        )
