"""Words of the web page around the article."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.language.expressions import expression
from auditor.language.months import MONTH
from auditor.rule import document_rule
from auditor.rules._page import LINES, MORE_LINES, WEAK_LINES


class _Lines:
    """Whole lines, in any case.

    Tried in small letters first: an expression that minds case skips each alternative that begins
    with another letter, where one that does not tries them all.
    """

    def __init__(self, alternatives: str) -> None:
        line = r"[\s•·|>»*-]*(?:{})[\s.…:!|»>*-]*"
        small = alternatives.replace("(?-i:", "(?:").replace("A-Z", "a-z")
        self._quick = expression(line.format(small), re.VERBOSE)
        self._exact = expression(line.format(alternatives), re.VERBOSE | re.IGNORECASE)

    def hold(self, line: str) -> bool:
        return bool(self._quick.fullmatch(line.lower()) and self._exact.fullmatch(line))


_FURNITURE, _MORE_FURNITURE, _WEAK = _Lines(LINES), _Lines(MORE_LINES), _Lines(WEAK_LINES)

# The site's name behind a headline, as page titles have it.
_SITE = expression(
    r"(?P<tail>\s[-–—|]\s(?:[A-Z][\w.&!’'-]*\s?){0,4}(?:News|Xinhua|Agency|Online|Daily|TV|Times|Post|Net|"
    r"Network|Haber|Haberleri|Press|Gazette|Tribune|Radio|Portal|\w+\.(?:com|net|org|ru|tr|ir|cn))!?"
    r"(?:\s[A-Z]\w+)?)$"
)

# The same at the end of any headline, as Japanese pages have it.
_PORTALS = ("Yahoo", "Shimbun")
_PORTAL = expression(
    r"[^\s\d](?P<tail>(?:\s?[-–—]{1,2} ?Yahoo! ?News|・Yahoo! ?News|"
    r"\s{0,2}[|:] ?(?:[A-Z][\w-]+ ){1,3}Shimbun\b[^.\n]{0,40}))"
    r"$"
)

# A byline that is the name of an account: lower case, one word, often with digits.
_ACCOUNT = expression(r"by @?[a-z][a-z0-9_.]{3,30}")

# A credit in brackets that closes a caption.
_CREDIT = expression(
    r"[(\[](?:(?:[Pp]hoto|[Ii]mage|[Ff]oto|[Pp]icture|FOTO|PHOTO)(?: credit)?s?\s?(?:[:/©]|by )|"
    r"(?:AP|AFP|REUTERS|Reuters|Xinhua|EPA|Getty|AA|IHA|DHA|TASS|dpa|UNIAN|Ukrinform)(?: Photo| Images)?\s?/)"
    r"[^\])\n]{1,50}[)\]](?=\s*(?:\n|\Z))"
)
# What closes a paragraph behind its last full stop: a credit, the editor, the end of a dispatch.
_TAIL = expression(
    r"(?<=[.!?”\"’)])[ \u00a0](?P<at>(?:Source|Sources|Photos?|Photographs?|Images?|Pictures?|Foto|Via)"
    r"(?:\s?[:/©|]\s?[^\s.][^\n.]{1,40}(?:\.(?:com|net|org|ru|tr|ir|cn|ua|pl|de|fr|es|gr|az))?|"
    r"\sby [A-Z][\w’'-]+(?: [A-Z][\w’'./-]+){0,4})"
    r"|© ?[A-Z][^\n.]{1,40}|[(\[](?:[Rr]esponsible |[Dd]uty |[Mm]anaging )?[Ee]ditors?(?: in charge)?: ?"
    r"[^)\]\n]{2,40}[)\]]"
    r"|\((?:end|END|End|over|end item|End item|End of (?:message|news))\)"
    r"|End of (?:message|news|text|item)\s?/?|/[A-Z][\w. -]{1,30}/"
    r"|(?:[Cc]lick|[Tt]ap) (?:here|on)\b[^.\n]{0,50})[.!]?(?=\s*(?:\n|\Z))"
)
# An agency's header as Russian agencies have it, and one that stands twice.
_HEADER = expression(
    r"(?m)^(?P<at>[A-Z][\w’-]+(?:[ -][A-Z][\w’-]+){0,2}[,.] "
    rf"(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})[.,]? ?(?:[–—-]{{1,2}} )?/?\b"
    r"(?:INTERFAX|Interfax|RIA Novosti|TASS|ITAR-TASS|UNIAN|Ukrinform|BelTA|BELTA|Trend|REGNUM|"
    r"Regnum|Prime|Rosbalt|UNN)(?:[-.][\w]+)?/?(?:\.|\s?[–—-]))(?=\s)"
)
# The header of a Chinese agency; English has “BEIJING, July 26 (Xinhua) --”.
_CHINESE = expression(
    r"(?m)^(?P<at>(?:Xinhua(?: News Agency| News| Net)?|China News (?:Service|Network|Agency)|CCTV News|"
    r"People['’]s Daily(?: Online)?|China Youth Network|International Online|Central Guangwang Network|"
    rf"Beijing News),? (?:reported on )?[A-Z][\w ]{{2,20}}, {MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, \d{{4}})?"
    r"(?:,? ?\((?:[Rr]eporters?|[Cc]orrespondents?|[Jj]ournalists?)[^)\n]{2,60}\))?)(?=\W)"
)
_TWICE = expression(
    r"(?m)^(?P<head>[A-Z][\w’ -]{1,30}, [A-Z][a-z]+\.? \d{1,2} \([A-Z]\w+\)) ?[–—-]{1,2} "
    r"(?P<at>(?P=head) ?[–—-]{1,2})"
)
# “(VIDEO)”, “[PHOTOS]”, “(see photo)”: buttons of the page; posts that stood in it.
_BUTTON = expression(
    r"[(\[+](?:PHOTOS?|VIDEOS?|FOTOS?|GALLERY|PHOTO GALLERY|(?:[Ss]ee|SEE|[Ww]atch|WATCH) (?:the )?"
    r"(?:photos?|PHOTOS?|video|VIDEO|gallery))(?: ?[/+&,] ?(?:PHOTOS?|VIDEOS?|GALLERY|MAP))?[)\]]"
    r"|\b(?:https?://)?(?:pic\.twitter\.com|t\.co)/\w+"
)
# An agency's header as Korean papers have it: “[Seoul = Newsis] Reporter Kim Min-su =”; a reporter's
# address behind the last sentence.
_KOREAN = expression(
    r"(?m)^(?P<at>[(\[【][A-Z][\w. -]{2,30}\s?=\s?[A-Z][\w .-]{1,30}[)\]】](?:,? ?(?:Reporter|Correspondent) "
    r"(?:[A-Z][\w-]+ ?){1,3})?(?: ?=)?)(?=\s)"
)
_ADDRESS = expression(
    r"(?<=[.!?”\"’)]) (?P<at>(?:(?:Reporter|Correspondent) (?:[A-Z][\w-]+ ){1,3})?[(/=]?"
    r"[a-z][\w.+-]*@[\w-]+\.[\w.]{2,12}[)/]?)(?=\s*(?:\n|\Z))"
)
# The fields of a form, copied with what stood in them: “Title of the page: … Keyword(s): … Type(s): …”.
_FIELD = expression(
    r"(?<![\w’'-])(?P<at>(?:(?:Title|Text|Name|Subject|Summary|Body|Number|Source|Author|Date) of (?:the )?"
    r"(?:sheet|page|card|article|news|news item|document|item|record|text|file|publication)|[A-Z][a-z]+\(s\)|"
    r"Key ?words?|News (?:code|ID|number)|Publication date|Release date|Content type|Tags?|Rubric|"
    r"Categor(?:y|ies)|Author|Type|Source|Language|Summary):)(?= [A-Z\d])"
)
_FIELDS = 3  # of one form at least in a paragraph
# What a page puts behind a paragraph.
_INVITED = expression(
    r"(?<=[.!?”\"’)]) (?P<at>(?:(?:Read|READ) (?:also|ALSO|next|(?:more|MORE)(?= ?[:>»…]| about))|"
    r"(?:See|SEE) (?:also|ALSO)|(?:Also|ALSO) (?:read|READ)|Follow us on|Subscribe to our|"
    r"Join our (?:Telegram|WhatsApp)|[Ff]ind out more|"
    r"More on (?:the|this) topic)\b[^.\n]{0,90}[.!…]?)(?=\s*(?:\n|\Z))"
)
# The longest lines of a page; so many weak lines on end are a menu.
_SHORT, _LONGEST, _HEADLINE = 90, 130, 200
_RUN = 3
_PLACE_AND_READ = expression(r"(?m)^[^\n]+$")


@document_rule(
    category="structure",
    severity=Severity.MINOR,
    bad={
        "The vote is on Monday.\n\n[[You may also like]]\n\n[[Leave a Comment]]": "",
        "Council meets\n\n[[by marta_dev88]]\n\nThe council met on Monday.": "",
        "The vote is on Monday.\n\n[[4 hour (s) ago]]\n\n[[Share on Facebook]]": "",
        "The vote is on Monday.\n\n[[Responsible editor: Wang Li]]": "",
        "The port after the blast. [[(Photo: Ada Demir)]]\n\n[[Facebook Twitter WhatsApp]]": "",
        "Cash found in flat [[- Economy News]]\n\nPolice found cash in a flat.": "",
        "Cash found [[(VIDEO)]]\n\nIt is safe. [[Photo: Ada Demir]]\n\nMore was found. [[(end)]]": "",
        "[[MOSCOW, May 5 - RIA Novosti.]] The vote is on Monday.\n\n[[12 May 2023, 14:30]]": "",
        "[[Archive photo]]\n\nThe vote is on Monday. [[(Editor: Li Wang)]]\n\n[[#orlu]]": "",
        "[[Reporter Kim Min-su]]\n\nThe vote is on Monday. [[minsu@example.org]]": "",
        "[[Home]]\n\n[[Politics]]\n\n[[World]]\n\nThe vote is on Monday. [[Read also: Who may vote]]": "",
        "The vote is on Monday.\n\n[[Photo from open sources]]\n\n[[Telegram]]\n\n[[Reader comments]]": "",
        "[[[Orlu = Newsis] Reporter Kim Min-su =]] The vote is on Monday.\n\n[[(Source: CCTV)]]": "",
        "Orlu wins [[| Orlu Shimbun @S]]": "",
        "[[Title of the card:]] On rain [[Keyword(s):]] Rain, Snow [[Type:]] Essay It rained.": "",
        "[[Xinhua News Agency, Orlu, May 5 (Reporter Li Wei)]] It won.": "",
        "ORLU, May 5 (Xinhua) -- [[ORLU, May 5 (Xinhua) --]] The vote is on Monday.": "",
    },
    good=[
        "You may also like the second act.\n\nComments by the mayor drew applause.",
        "by Maria Lopez\n\nThe council met on Monday.",
        "Title: On Rain. Author: Ada Demir. Language: English. Summary: It rains.",
        "Share prices fell on Monday.\n\nFollow the money, he said.",
        "Sign language is taught in all schools.",
        "Prices rise - and wages fall\n\nPrices rose on Monday - good news.",
        "Sources in the ministry said so. Source material is scarce.",
        "ORLU, May 5 (Reuters) - It rained. Photos by him show it. Click languages are few.",
        "Letters to the Editor\n\nYour report on refuse is late.",
        "\n\n".join(
            f"{hour}:30\n\nThe minister is on her feet in the house and speaks of the price of fuel{dots}"
            for hour, dots in ((9, "."), (10, " again."), (11, " once more."))
        ),
        "Politics\n\nThe vote is on Monday.\n\nAnalysis\n\nAny use of force is prohibited.",
        "Reporter held in Orlu\n\nTell friends and foes, he said. Home is far. Read more books, he said.",
        "World news agencies\n\nOn 12 May 2023\n\nHe won 3-2 (video replay showed). Ads work. Listen to him.",
    ],
)
def page_furniture(document: Document) -> Iterator[Flag]:
    """Flag words of the web page that were copied and translated with the article.

    ## Why is this bad?

    “You may also like”, “Leave a comment”, “4 hours ago”, a photographer's credit or an
    account's name as a byline belong to the page the source stood on. They are no part of the
    story.
    """
    for match in document.find(_CREDIT):
        yield Flag(
            document.span(*match.span()),
            f"“{match[0]}” credits a picture that does not stand here.",
        )
    for pattern in (_TAIL, _HEADER, _CHINESE, _TWICE, _KOREAN, _ADDRESS, _INVITED):
        for match in document.find(pattern):
            yield _flag(document, *match.span("at"))
    for match in document.find(_BUTTON):
        yield _flag(document, *match.span())
    yield from _fields(document)
    lines = list(document.find(_PLACE_AND_READ))
    yield from _site(document, lines)
    texts = [match[0].strip() for match in lines]
    sure = [_is_page(line) for line in texts]
    weak = [not at and len(line) < _SHORT and _WEAK.hold(line) for line, at in zip(texts, sure, strict=True)]
    in_company = _in_company(sure, weak)
    hours = _hours(texts)
    for index, match in enumerate(lines):
        if index in hours or (index == 0 and _LETTERS.fullmatch(texts[0])):
            continue
        if sure[index] or index in in_company:
            line = match[0].rstrip("\r ")
            start = match.start() + len(line) - len(line.lstrip())
            yield _flag(document, start, match.start() + len(line))


def _fields(document: Document) -> Iterator[Flag]:
    """Flags on the fields of a form in running text, of which one is no word of a caption."""
    fields = list(document.find(_FIELD))
    for start, end in document.paragraphs if len(fields) >= _FIELDS else ():
        found = [match for match in fields if start <= match.start() < end]
        if len(found) >= _FIELDS and any(" of " in match[0] or "(s)" in match[0] for match in found):
            for match in found:
                yield _flag(document, *match.span("at"))


# Over what readers have written, the name of their page is its headline.
_LETTERS = expression(r"letters? to the editors?", re.IGNORECASE)
_HOUR = expression(r"[0-2]?\d[:.][0-5]\d")
# Of a report that goes on all day, and the least length of its entries.
_HOURS, _ENTRY = 3, 60


def _hours(lines: Sequence[str]) -> set[int]:
    """Lines that are the hours of a live report: three and more, each over a paragraph."""
    hours = [index for index, line in enumerate(lines[:-1]) if _HOUR.fullmatch(line)]
    entries = sum(len(lines[index + 1]) >= _ENTRY for index in hours)
    return set(hours) if entries >= _HOURS else set()


def _site(document: Document, lines: Sequence[re.Match[str]]) -> Iterator[Flag]:
    """A flag for the site's name behind the headline, the first of the lines, or a portal's behind any."""
    for match in lines:
        line = match[0].rstrip()
        portal = _PORTAL.search(line) if any(name in line for name in _PORTALS) else None
        site = _SITE.search(line) if match.start() == 0 and not portal else None
        found = portal or site
        if found and len(line) < _HEADLINE:
            name = found["tail"].strip(" -–—|:・")
            start = match.start() + found.end("tail") - len(found["tail"].lstrip())
            yield Flag(
                document.span(start, match.start() + found.end("tail")),
                f"“{name}” is the name of the site, not part of the headline.",
            )


def _is_page(line: str) -> bool:
    """Whether a whole line is the page's, wherever it stands."""
    if len(line) >= _LONGEST:
        return False
    if len(line) < _SHORT and (_FURNITURE.hold(line) or _ACCOUNT.fullmatch(line)):
        return True
    return _MORE_FURNITURE.hold(line)


def _in_company(sure: Sequence[bool], weak: Sequence[bool]) -> set[int]:
    """Which weak lines stand in a menu of such lines, or next to lines that are surely the page's."""
    found: set[int] = set()
    for is_weak, run in groupby(range(len(weak)), weak.__getitem__):
        places = list(run)
        beside = sure[max(places[0] - 1, 0) : places[0]], sure[places[-1] + 1 : places[-1] + 2]
        if is_weak and (len(places) >= _RUN or any(any(each) for each in beside)):
            found.update(places)
    return found


def _flag(document: Document, start: int, end: int) -> Flag:
    seen = document.text[start:end]
    return Flag(document.span(start, end), f"“{seen}” belongs to the web page, not to the article.")
