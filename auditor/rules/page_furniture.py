"""Words of the web page around the article."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.rule import document_rule

# Whole lines that belong to a page, not to an article.
_LINES = r"""
you\ (?:may|might)\ also\ (?:like|be\ interested\ in)(?:\ these)? | leave\ a\ (?:comment|reply)
| (?:post|add|write)\ a\ comment | (?:\d+\ )?comments?(?:\ \(\d+\))? | no\ comments(?:\ yet)?
| related\ (?:articles?|news|posts?|stories|topics|content)
| read\ (?:more|also|next|full\ (?:article|story))(?::.*)?
| see\ also(?::.*)? | also\ read(?::.*)? | recommended(?:\ (?:for\ you|articles|reading))?
| most\ (?:read|popular|viewed|shared)(?:\ (?:news|articles|stories))? | trending(?:\ now)?
| share(?:\ (?:this(?:\ (?:article|story|post|news|on.*))?|on\ \w+|via\ .*|it))?(?:\ share)*
| follow\ us(?:\ on\ .*)? | subscribe(?:\ (?:to|now|for)\b.*)? | sign\ (?:up|in)(?:\ .*)?
| (?:click|tap)\ here(?:\ .*)? | advertis(?:ement|ing) | sponsored(?:\ content)? | ads?\ by\ .*
| (?:previous|next)\ (?:article|post|story) | back\ to\ (?:top|home|the\ news) | load\ more
| print(?:\ this(?:\ page)?)? | e-?mail\ this(?:\ article)? | copy\ link | skip\ to\ content
| all\ rights\ reserved\.? | ©.* | copyright\ .* | terms\ (?:of|and)\ .* | privacy\ policy
| (?:responsible\ |duty\ |managing\ )?editor(?:\ in\ charge)?\s*:.{0,40}
| (?:photo|image|foto|picture)(?:graph)?(?:\ credit)?\s*(?::|by|©|/).{0,60}
| (?:source|via)\s*:\s*\S.{0,30} | tags?\s*:.* | keywords\s*:.* | filed\ under.*
| (?:published|posted|updated|last\ updated|created)(?:\ (?:on|at|by))?\s*:?\s*[\d(].{0,40}
| \d+\ (?:second|minute|min|hour|day|week|month|year)\ ?(?:s|\(\ ?s\ ?\))?\ ago
| \d+\ min(?:ute)?s?\ read | (?:reading\ time|views?|hits|likes)\s*:?\s*\d+ | \d+\ (?:views|likes)
| newsletter | home\ ?[>»/].* | (?:accept|manage)\ (?:all\ )?cookies | javascript\ .{0,40}
| title\ of\ the\ (?:sheet|page|card)\s*:?.{0,10} | news\ (?:code|id|number)\s*:?\s*\d+
| (?:watch|play)\ (?:the\ )?video | download\ (?:the|our)\ app.*
"""
_FURNITURE = re.compile(rf"[\s•·|>»-]*(?:{_LINES})[\s.…:!|»>-]*", re.VERBOSE | re.IGNORECASE)

# The site's name behind a headline, as page titles have it.
_SITE = re.compile(
    r"(?P<tail>\s[-–—|]\s(?:[A-Z][\w.&!’'-]*\s?){0,4}(?:News|Xinhua|Agency|Online|Daily|TV|Times|Post|Net|"
    r"Network|Haber|Haberleri|Press|Gazette|Tribune|Radio|Portal|\w+\.(?:com|net|org|ru|tr|ir|cn))!?"
    r"(?:\s[A-Z]\w+)?)$"
)

# A byline that is the name of an account: lower case, one word, often with digits.
_ACCOUNT = re.compile(r"by @?[a-z][a-z0-9_.]{3,30}")

_PLACE_AND_READ = re.compile(r"(?m)^[^\n]+$")


@document_rule(
    category="structure",
    severity=Severity.MINOR,
    bad={
        "The vote is on Monday.\n\n[[You may also like]]\n\n[[Leave a Comment]]": "",
        "Council meets\n\n[[by marta_dev88]]\n\nThe council met on Monday.": "",
        "The vote is on Monday.\n\n[[4 hour (s) ago]]\n\n[[Share on Facebook]]": "",
        "The vote is on Monday.\n\n[[Responsible editor: Wang Li]]": "",
        "Cash found in flat [[- Economy News]]\n\nPolice found cash in a flat.": "",
    },
    good=[
        "You may also like the second act.\n\nComments by the mayor drew applause.",
        "by Maria Lopez\n\nThe council met on Monday.",
        "Share prices fell on Monday.\n\nFollow the money, he said.",
        "Sign language is taught in all schools.",
        "Prices rise - and wages fall\n\nPrices rose on Monday - good news.",
        "Sources in the ministry said so. Source material is scarce.",
    ],
)
def page_furniture(document: Document) -> Iterator[Flag]:
    """Flag words of the web page that were copied and translated with the article.

    ## Why is this bad?

    “You may also like”, “Leave a comment”, “4 hours ago”, a photographer's credit or an
    account's name as a byline belong to the page the source stood on. They are no part of the
    story.
    """
    for match in document.find(_PLACE_AND_READ):
        site = _SITE.search(match[0].rstrip()) if match.start() == 0 else None
        if site and len(match[0]) < 200:
            place = match.start() + site.start() + 1
            yield Flag(
                document.span(place, match.start() + site.end()),
                f"“{site['tail'].strip(' -–—|')}” is the name of the site, not part of the headline.",
            )
        line = match[0].rstrip("\r ")
        if len(line) < 90 and (_FURNITURE.fullmatch(line) or _ACCOUNT.fullmatch(line.strip())):
            start = match.start() + len(line) - len(line.lstrip())
            yield Flag(
                document.span(start, match.start() + len(line)),
                f"“{line.strip()}” belongs to the web page, not to the article.",
            )
