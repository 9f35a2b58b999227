"""Words of the web page around the article."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.language.expressions import expression
from auditor.language.months import MONTH
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
| (?:archive|archival|illustrative|illustration|file|stock|symbol(?:ic)?|representative)\ (?:photo|image|
  picture|footage)s?(?:\s?[/:|].{0,40})?
| screenshot(?:\s?[/:|]\s?.{0,40})? | publicity | ads? | tags? | keywords | related | hashtags?
| (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day[,\s]+)?(?:[0-3]?\d\.?\ (?:jan|feb|mar|apr|may|jun|jul|aug|
  sep|oct|nov|dec)[a-z]*\.?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\ [0-3]?\d),?\ 20\d\d
  [\s,|–-]{1,4}(?:at\ )?[0-2]?\d[.:][0-5]\d(?::\d\d)?(?:\ ?[ap]\.?m\.?)?(?:\ [a-z+\d]{2,6})?
| [0-2]?\d[.:][0-5]\d[\s,|–-]{1,4}(?:[0-3]?\d\.?\ (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|
  (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\ [0-3]?\d),?(?:\ 20\d\d)?
| last\ (?:update|modified|modification|edit(?:ed)?|change)d?\s?:?\s?.{0,40}\d.{0,20}
| \d+\ minutes?\ (?:reading|to\ read|of\ reading) | reading\ time\s?:?\s?\d+\ min.{0,10}
| [(\[](?:responsible\ |duty\ |managing\ )?editors?\s*:.{0,40}[)\]]
| end\ of\ (?:message|news|text|the\ (?:message|news|text)) | end/
| click\ (?:for|to|on)\ .{3,50} | (?:watch|listen|read|video)\s?: | (?:you\ can\ )?follow\ (?:us|our)\ .{0,60}
| add\ to\ (?:favou?rites|bookmarks) | listen(?:\ to\ (?:the|this)\ (?:article|news|story|text))?
| a\+\ ?[/|]?\ ?a- | (?:home|main|front)\ ?page\ ?[>»/|].*
| (?:news|home|economy|sports?|world|politics|society|culture|business|agenda|local|regions?|health|life|
  incidents|technology|science|current)(?:\ ?[>»/|]\ ?[a-z][a-z&\ -]{2,25}){1,3}
| (?:breaking|economy|economic|sports?|world|political|local|agenda|health|magazine|current)\ news
| last\ minute(?:\ news)? | (?:code\ for\ )?embed(?:ding|ded)?(?:\ (?:code|from)\b.{0,40})?
| code\ for\ embedding
| (?:the\ )?link\ (?:has\ been\ )?copied.{0,20} | short\ link\s?:?.{0,60}
| (?:reproduction|copying|reprinting|use\ of\ (?:the\ )?materials)\b.{0,60}(?:prohibited|permi(?:ssion|tted)|
  allowed|link|source).{0,20}
| \#\w+ | if\ you\ (?:find|found|notice|noticed|spot|see)\ an?\ (?:error|mistake|typo|inaccuracy)\b.{0,80}
| (?:found|noticed|see)\ an?\ (?:error|mistake|typo)\b.{0,80} | .{0,60}ctrl\s?\+\s?enter.{0,20}
| we\ (?:also\ )?recommend | interesting\ on\ the\ topic
| more\ (?:news|articles|stories)\ (?:on|about)\ .{0,30}
| (?:view\ )?this\ (?:post|publication)\ on\ instagram | an?\ (?:post|publication)\ shared\ by\ .{0,60}
| your\ browser\ does\ not\ support\ .{0,40}
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
# What closes a paragraph behind its last full stop: a credit, the editor, the end of a dispatch.
_TAIL = expression(
    r"(?<=[.!?”\"’)])[ \u00a0](?P<at>(?:Source|Sources|Photos?|Photographs?|Images?|Pictures?|Foto|Via)\s?"
    r"(?:[:/©|]\s?[^\s.][^\n.]{1,40}(?:\.(?:com|net|org|ru|tr|ir|cn|ua|pl|de|fr|es|gr|az))?|"
    r"by [A-Z][\w’'-]+(?: [A-Z][\w’'./-]+){0,4})"
    r"|© ?[A-Z][^\n.]{1,40}|[(\[](?:[Rr]esponsible |[Dd]uty |[Mm]anaging )?[Ee]ditors?(?: in charge)?: ?"
    r"[^)\]\n]{2,40}[)\]]"
    r"|\((?:end|END|End|over|end item|End item|End of (?:message|news))\)|/[A-Z][\w. -]{1,30}/"
    r"|(?:[Cc]lick|[Tt]ap) (?:here|on)\b[^.\n]{0,50})[.!]?(?=\s*(?:\n|\Z))"
)
# An agency's header as Russian agencies have it, and one that stands twice.
_HEADER = expression(
    r"(?m)^(?P<at>[A-Z][\w’-]+(?:[ -][A-Z][\w’-]+){0,2}[,.] "
    rf"(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})[.,]? ?(?:[–—-]{{1,2}} )?/?"
    r"(?:INTERFAX|Interfax|RIA Novosti|TASS|ITAR-TASS|UNIAN|Ukrinform|BelTA|BELTA|Trend|REGNUM|"
    r"Regnum|Prime|Rosbalt|UNN)(?:[-.][\w]+)?/?(?:\.|\s?[–—-]))(?=\s)"
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
        "ORLU, May 5 (Xinhua) -- [[ORLU, May 5 (Xinhua) --]] The vote is on Monday.": "",
    },
    good=[
        "You may also like the second act.\n\nComments by the mayor drew applause.",
        "by Maria Lopez\n\nThe council met on Monday.",
        "Share prices fell on Monday.\n\nFollow the money, he said.",
        "Sign language is taught in all schools.",
        "Prices rise - and wages fall\n\nPrices rose on Monday - good news.",
        "Sources in the ministry said so. Source material is scarce.",
        "ORLU, May 5 (Reuters) - It rained. Photos by him show it. Click languages are few.",
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
    for pattern in (_TAIL, _HEADER, _TWICE):
        for match in document.find(pattern):
            yield _flag(document, *match.span("at"))
    for match in document.find(_BUTTON):
        yield _flag(document, *match.span())
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
            yield _flag(document, start, match.start() + len(line))


def _flag(document: Document, start: int, end: int) -> Flag:
    seen = document.text[start:end]
    return Flag(document.span(start, end), f"“{seen}” belongs to the web page, not to the article.")
