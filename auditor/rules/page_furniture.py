"""Words of the web page around the article."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.language.expressions import expression
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
| (?:continue|keep)\ reading.* | (?:story|article|news)\ continues\ (?:below|after)\b.*
| (?:learn|find\ out|see|show|view|load)\ (?:more|less|all)(?:\ (?:news|articles|photos|comments))?
| (?:more|other|latest|last|similar|popular|all|top|hot|daily)\ (?:news|stories|headlines|articles)
| (?:more\ |read\ |also\ |material\ |news\ |in\ (?:the\ same|this)\ )(?:on|about)\ (?:the|
  this)\ (?:topic|subject)(?::.*)?
| (?:by|on)\ (?:the|this)\ (?:topic|subject)(?::.*)? | in\ the\ same\ (?:section|category)
| don['’]t\ miss(?:\ it)?
| (?:photo|picture|image|video)\ ?(?:gallery|news)? | in\ (?:pictures|photos)
| editor['’]?s?['’]?\ (?:picks?|choice)
| report\ (?:an?\ )?(?:error|mistake|typo)(?:\ .{0,40})? | send\ (?:to\ a\ friend|by\ e-?mail|news)
| (?:printable|print|mobile|full)\ version | (?:text|font)\ size(?::.*)? | (?:small|large)er\ text
| (?:author|text|writer|written\ by|reporter|correspondent|translat(?:or|ed\ by)|journalist|
  photographer)\s?:\s?\S.{0,40}
| (?:publication|release|creation|added|update|date)\s?(?:date|time|
  of\ publication)?\s?:\s?[\d\w].{0,30}\d.{0,12}
| (?:category|section|rubric|heading|topics?|themes?|label|hashtags?|subject|region|location|
  place)s?\s?:\s?\S.{0,50}
| (?:number\ of\ )?(?:views|reads|readings|comments|shares)\s?:?\s?[\d.,]+(?:\ ?k)?
| viewed\s?:?\s?\d.{0,20}
| (?:join|subscribe\ to|follow)\ (?:us|our)\b.{0,60}
| (?:telegram|whatsapp|youtube)\ (?:channel|group)(?:\ .{0,30})?
| (?:(?:facebook|twitter|x|whatsapp|telegram|instagram|linkedin|pinterest|viber|vk|e-?mail|print|
  copy\ link|messenger|
  reddit|tumblr|google\+?|odnoklassniki|skype)[\s,|/·•]*){2,}
| (?:\#[\w-]+[\s,]*){2,} | (?:log|sign)\ ?in(?:\s*[/|]\s*(?:register|sign\ ?up))? | register(?:\ now)?
| your\ e-?mail\ address\ will\ not\ be\ published.* | required\ fields\ are\ marked.*
| (?:write|enter)\ your\ (?:comment|email).*
| loading(?:\ .{0,20})? | (?:go\ )?to\ the\ (?:main|home|front)\ ?page | (?:main|home|front)\ ?page
| search(?:\ .{0,15})?\.\.\.
| (?:we\ use|this\ (?:site|website)\ uses)\ cookies.* | (?:turn|switch)\ on\ notifications.*
| enable\ notifications.*
| (?:[0-3]?\d[./-][01]?\d[./-](?:20)?\d\d|20\d\d[./-][01]?\d[./-][0-3]?\d)
  (?:[\s,|-]{1,3}[0-2]?\d[.:][0-5]\d(?::\d\d)?)?
| [0-2]?\d:[0-5]\d(?:[\s,|-]{1,3}[0-3]?\d[./-][01]?\d[./-](?:20)?\d\d)?
| (?:news\ )?(?:id|no|code)\s?[:.]\s?\d{3,}
| (?:reuters|afp|ap|getty(?:\ images)?|epa(?:-efe)?|anadolu(?:\ agency)?|aa|xinhua|tass|ria\ novosti|
  dpa|ansa|efe|iha|dha)
  \s?[/|]\s?.{0,50}
"""
_FURNITURE = expression(rf"[\s•·|>»-]*(?:{_LINES})[\s.…:!|»>-]*", re.VERBOSE | re.IGNORECASE)

# The site's name behind a headline, as page titles have it.
_SITE = expression(
    r"(?P<tail>\s[-–—|]\s(?:[A-Z][\w.&!’'-]*\s?){0,4}(?:News|Xinhua|Agency|Online|Daily|TV|Times|Post|Net|"
    r"Network|Haber|Haberleri|Press|Gazette|Tribune|Radio|Portal|\w+\.(?:com|net|org|ru|tr|ir|cn))!?"
    r"(?:\s[A-Z]\w+)?)$"
)

# A byline that is the name of an account: lower case, one word, often with digits.
_ACCOUNT = expression(r"by @?[a-z][a-z0-9_.]{3,30}")

# A credit in brackets that closes a caption.
_CREDIT = expression(
    r"[(\[](?:(?:[Pp]hoto|[Ii]mage|[Ff]oto|[Pp]icture|FOTO|PHOTO)(?: credit)?s?\s?(?:[:/©]|by )|"
    r"(?:AP|AFP|REUTERS|Reuters|Xinhua|EPA|Getty|AA|IHA|DHA|TASS|dpa|UNIAN|Ukrinform)(?: Photo| Images)?\s?/)"
    r"[^\])\n]{1,50}[)\]](?=\s*(?:\n|\Z))"
)
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
    for match in document.find(_CREDIT):
        yield Flag(
            document.span(*match.span()),
            f"“{match[0]}” credits a picture that does not stand here.",
        )
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
