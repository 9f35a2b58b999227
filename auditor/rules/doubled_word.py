"""A word or a phrase that stands twice."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.language.vocabulary import english_words
from auditor.rule import document_rule
from auditor.rules._repeats import repeats

# Function words that English never doubles: "had had", "that that", "in in" (verb particle and
# preposition) and "is is" can be right. Doubled content words were names or refrains in half of
# the cases of good news; these were slips in seven of seven.
_FUNCTION = expression(
    r"\b(?P<word>the|a|an|and|of|to|for|from|with|by|at|or|as|was|were|are|be|been|has|have|will|"
    r"would|he|she|they|we|it|its|their|this|than|but|not|if|because|into|during|while|also|my|our|your|"
    r"could|should|may|might|must|after|before|about|between|among|under|am|i)\s(?P<second>(?P=word))\b(?![-’'])(?!\s(?P=word)\b)",
    re.IGNORECASE,
)
# Lower-case words outside quotations, so neither names nor refrains.
_CONTENT = expression(
    r"\b(?P<word>(?!that\b|very\b|much\b|more\b|many\b|really\b|blah\b|plus\b|never\b)[a-z]{4,})"
    r" (?P=word)\b(?![-’'])"
)
# What shows that a noun stands for itself, and is no adjective of another (*milk and milk solids*).
_ENDS = (
    r"(?=[.,;:)](?!\d)| (?:in|on|at|to|for|with|from|by|as|of|during|after|before|since|is|are|was|were|has|"
    r"have|had|will|would|can|could|that|which|who)\b)"
)
# Not comparatives (*stronger and stronger*), nor a noun that goes on as another (*music and music making*).
# Behind a comma a clause may begin with the word: there another item of a list must follow, or the
# word be an adjective.
_COORDINATED = expression(
    r"\b(?P<word>(?!\w+er and\b)[a-z]{5,})(?: and (?P=word)\b(?! (?:again|more|and|[a-z]+ing\b))(?!-)|"
    r", (?P=word)\b(?:(?=,| and\b| or\b|\.)|(?<=ive|ous|ful|ble|ary)(?= [a-z]))|"
    rf" or (?P=word)\b{_ENDS})"
)
# Of four letters, more are doubled by right.
_SHORT = expression(
    r"\b(?P<word>(?!(?:more|over|much|many|time|very|such|half|side|here|like|that|this|them|what|when|"
    r"some|long|days|down|away|well|less|same|even|ever|none|blah|fast|hard|deep|only|just|door|your|"
    r"talk|walk|wait|work|wept|play|pray|read|look|pull|push|call|fall|fell|grow|grew|rose|rise|turn|spin|"
    r"beat|went|runs|lots|tons|tens|kept|keep|goes|cook|sing|sang|hour|week|mile|love)\b)"
    rf"(?!\w+er\b)[a-z]{{4}}) (?:and|or) (?P=word)\b{_ENDS}"
)
# An item of a list, listed again as its last: “loans, charges and loans”.
_LAST_ITEM = expression(
    r"\b(?P<word>(?!(?:more|over|down|away|then|back|left|right|round|never|again|work|forth|after|"
    r"years|about|they|them|that|this|what|when|your|very|much|many)\b)(?!\w+(?:er|ly)\b)[a-z]{4,}), "
    r"(?P<between>[a-z]{3,}(?:, [a-z]{3,}){0,3}),? (?:and|or) (?P=word)"
    # Not *members, staff and members of the public*.
    r"(?=[.,;:)]| (?:in|at|on|by|from|with|who|must|will|would|can|could|should|may|might|have|has|had|"
    r"was|were|are|is|said)\b)"
)
# “power of power”, “the nucleus of the nucleus”; not *the cream of the cream*.
_OF_ITSELF = expression(
    r"\b(?P<word>(?!(?:state|worst|heart|cream|front|years|months|weeks|hours|thousands|dream|dreams|"
    r"millions|billions|trillions|hundreds|dozens|scores|world|house|history|\w+est|some|beginning|"
    r"story|theory|master|mother|father|language|memory)\b)[a-z]{5,}) of (?:the )?(?P=word)\b"
    rf"(?! of){_ENDS}"
)
# Names in lists and pairs: “China, China and France”, “between China and China”, “in French and French,”.
# A surname may open the clause behind its comma; a title stands twice by right, towns as their states.
_PAIR = (
    r"(?P<name>(?!(?:Minister|Secretary|Director|President|Deputy|Head|Chairman|Professor|Commander|Chief|"
    r"General|Governor|Senior|York|Quebec|Panama|Guatemala|Luxembourg|Kuwait|Singapore|Djibouti|Monaco|"
    r"Allah|Salzburg|Washington|Smith|Wang|Park|Singh|Khan|Chen)\b)[A-Z][a-zé]{3,})"
)
_NAMES_AGAIN = expression(
    rf"(?:\b(?:[Bb]etween|[Bb]oth|of|in|from|with|to|for|by|as|including|like)|,) {_PAIR}"
    r"(?:,(?: and| or)? (?P=name)(?=,? and [A-Z]|, [A-Z]\w+,? and |, (?P=name)\b)|"
    r" (?:and|or) (?P=name)\b(?=[.,;)]| (?:in|on|at|to|for|with|from|by|as|during|after|before|since)\b))"
)
# A word of English with a capital: “the Internet Internet”; names double themselves (*Lang Lang*).
_CAPITAL_WORD = expression(
    r"(?<=[a-z,] )(?P<name>(?!Liar\b|Major\b|Pizza\b)[A-Z][a-z]{4,}) (?P=name)\b(?! [A-Z]|[-’'])"
)
_PHRASE = expression(
    r"\b(?P<phrase>(?P<first>[a-zA-Z][\w’'-]*)(?: [\w’'-]+){1,7})(?P<joint>,?(?: and| or)? )(?P=phrase)\b",
    re.IGNORECASE,
)
# An item of a list of two words of content, listed again: “legal certainty, legal certainty and rights”;
# not “so happy, so happy”, nor a clause that goes on from it (*the child, and the child*).
_LISTED = expression(
    r"\b(?P<item>(?!(?:much|more|many|some|very|such|that|this|these|those|they|them|your|their|"
    r"never|once|less|most|both|what|when|where|each|every|just|almost|other|from|with|into|have|been|"
    r"well|good|better|long|little|like|come|keep)\b)[a-z]{4,} "
    r"(?!(?:more|less|much|will|that|them|then|into|upon|with|from|have|been|were|after|over|again)\b)[a-z]{4,})"
    r"(?:,| and) (?P=item)\b(?![-’'])"
)
_BY_ITSELF = expression(rf"{_ENDS}|$")
# “day by day by day”, “more and more and more”.
_CHAIN = expression(r"\b(?:by|after|to|on|and|upon|for|or|in|from|of)\b")
# A phrase that comes again behind a few words that join nothing: “with its neighbours hand in hand with
# its neighbours”. No name, which may stand twice (*in Hong Kong*), nor what is set against itself.
_FRAMED = expression(
    r"\b(?P<phrase>(?:with|in|of|for|to|from|by|at|on|against|between|into|during|after|under|over|about) "
    r"(?!(?:the|an?|this|that)\b)[A-Za-z][\w-]{2,} (?!end\b|time\b)[a-z][\w-]{3,}) "
    r"(?:(?!(?:and|or|but|not|than|as|nor|versus|vs|with|from|through|it|no|never|only|then|they|while|"
    r"rather)\b)[a-z][\w’'-]* ){1,4}(?P=phrase)\b"
    rf"{_ENDS}"
)
# A noun, a word of content, the noun again: “a fishing boat fishing”, “the police trap police set”.
_AROUND = expression(
    r"\b(?P<word>(?!every\b)[a-z]{5,}) (?!(?:to|by|and|or|after|in|for|on|of|is|was|are|were|when|"
    r"that|which|with|as|than|from|at|the|not|will|because|against|upon|but|who|into|over|if|can|has|have|had|does|do|did|"
    r"a|what|where|how|its|his|her|their|per|versus|like|means|just|only|before|about|until|you|they|we|she)\b)"
    r"[a-z]{3,} (?P=word)\b(?! (?:of|to)\b)"
)
# “the sixth largest exporter of natural gas, the third exporter of natural gas”.
_TAIL = expression(
    r"(?P<tail>\b[a-z]+ of (?:the )?[a-z]+ [a-z]+),(?: and)?(?: the)?(?: [\w-]+){0,3} (?P=tail)\b"
)
# “was sponsored by” what it was said of.
_AGENT = expression(
    r"(?:(?P<the>the ))?(?P<name>[A-Z]\w+(?: [A-Z]\w+){0,2}) (?:was|is|were|are|has been|have been) "
    r"[a-z]+ed by (?:the )?(?P=name)\b"
)
# “the Northern Bank Northern Bank”, “President President Orlu”.
_CAPITALS = expression(
    r"\b(?P<name>[A-Z]\w+(?: [A-Z]\w+){1,3}|President|Minister|Mayor|General|Governor|Chairman|"
    r"Ambassador|Spokesman|Prosecutor|Senator) (?P=name)\b"
)
_TWICE_OF = expression(r"\b(?P<phrase>[A-Za-z]{4,} of)(?P<joint> )(?:the )?(?P=phrase)\b")
# A gloss in brackets that says what stands before them.
_GLOSS = expression(r" \((?:or |and |i\.e\.,? |that is,? )?(?P<gloss>\w{3,}(?: \w+){0,3})\)")
_ARTICLES = (" the a ", " the an ", " a the ", " an the ", " a a ", " a an ", " an a ", " an an ")
_TWO_ARTICLES = expression(
    r"(?:he (?<=\b[Tt]he )an?|n (?<=\b[Aa]n )(?:the|an?)|a (?<=\ba )(?:the|an?)) (?P<w>[a-z]{3,})\b"
)


@document_rule(
    category="structure",
    severity=Severity.MINOR,
    bad={
        "They met at [[the the]] gate.": "They met at the gate.",
        "It killed ten men [[in the country in the country]].":
            "It killed ten men in the country.",
        "It is [[the a]] problem of our time.": "It is the problem of our time.",
        "It needs [[legal certainty, legal certainty]] and peace.": "It needs legal certainty and peace.",
        "They see a [[stable and stable]] link.": "They see a stable link.",
        "“We reject it [[completely and completely]],” he said.": "“We reject it completely,” he said.",
        "They clashed with [[security security]] forces.": "They clashed with security forces.",
        "It shows [[the theme of the garden, and the theme of the garden]].":
            "It shows the theme of the garden.",
        "[[President President]] Orlu heard [[news of the news of the]] day.":
            "President Orlu heard news of the day.",
        "[[Two men were hurt, two men were hurt]] there.": "Two men were hurt there.",
        "The chairman Ada Demir and the head of the port Li Wang [[chairman Ada Demir and the head of the"
        " port Li Wang]] were held.": "",
        "It may be caused by a lack of clean water, and [[caused by a lack of clean water]].": "",
        "He went to the port[[ (port)]].": "",
        "He saw [[the roof of the roof of]] a house.": "He saw the roof of a house.",
        "A [[fishing boat fishing]] off Benin was hit.": "",
        "It is the third [[exporter of natural gas, the sixth largest exporter of natural gas]].": "",
        "They dispersed the [[heat and heat]], and it needs no [[help or help]].":
            "They dispersed the heat, and it needs no help.",
        "The fees of [[judges, notaries and judges]].": "The fees of judges and notaries.",
        "The [[judges, notaries and judges]] must pay.": "The judges and notaries must pay.",
        "It blows [[on the quay or on the quay]].": "It blows on the quay.",
        "[[The nurses and the nurses]] are ill.": "The nurses are ill.",
        "They stood [[with northern farmers arm in arm with northern farmers]].": "",
        "It lies at the [[centre of the centre]], [[between China and China]].": "",
        "He read it on the [[Internet Internet]] [[in China, China]], and Japan.":
            "He read it on the Internet in China, and Japan.",
        "Deals that [[the Northern Bank was sponsored by the Northern Bank]] failed.": "",
    },
    good=[
        "He had had enough, and that that was so he knew.",
        "He was so happy, so happy. Love your child, and your child will love you.",
        "They walked on on Monday. He said he he-men were gone.",
        "It rose more and more, again and again, over and over.",
        "“Never again, never again,” they chanted.",
        "The boda boda riders and zama zamas fled; she ate gado gado.",
        "Vitamin A the nurses gave; hepatitis A a year ago.",
        "Staff, students and staff of the school met, in this room or in this garden.",
        "They came with old friends and left with old friends of his.",
        "It is for an adult and an adult reader.",
        "They talk and talk, for years and years, from nation to nation.",
        "The best of the best met in the house in the park.",
        "The harder you work the harder it gets.",
        "It grew stronger and stronger, then dimmer and dimmer.",
        "A love of music and music making; what was done was done.",
        "Day by day by day they went from door to door to door, and in Walla Walla.",
        "They came again and again and again and again; every child every year.",
        "Of good milk and milk solids, which may or may not help; a variety of variety shows.",
        "The best of the best met Lang Lang and Deputy Prime Minister and Minister of Health Li.",
        "Apart from prices, prices of houses rose. Hahahahahaha, she said, la la, lalalalala.",
        "He met President Arias, Arias said, in New York, New York.",
    ],
)  # fmt: skip
def doubled_word(document: Document) -> Iterator[Flag]:
    """Flag a word or a phrase that stands twice in a row, or twice in a phrase.

    ## Why is this bad?

    Engines repeat a phrase when they lose their place in the source, and give one English word
    for two of the source that mean nearly the same (*stable and stable*).
    """
    for match in _GLOSS.finditer(document.text):
        if document.text.endswith(match["gloss"], 0, match.start()):
            yield _flag(document, match, "")
    if any(pair in document.lower for pair in _ARTICLES):
        for match in document.find(_TWO_ARTICLES):
            yield from _two_articles(document, match)
    for start, end, is_clause in repeats(document):
        if is_clause:
            yield from _clause(document, start, end)
            continue
        for match in _FUNCTION.finditer(document.text, start, end):
            if "\n" not in match[0] and match["second"].islower() and match["word"] != "A":
                yield _flag(document, match, match["word"])
        yield from _contents(document, start, end)


def _clause(document: Document, start: int, end: int) -> Iterator[Flag]:
    """A flag for seven words that stand a second time as a further clause of their sentence.

    Titles are listed so, and chants are quoted; neither is a slip.
    """
    text = document.text
    seen = text[start:end].rstrip(',;:.!?”"')
    end, before = start + len(seen), text[max(start - 6, 0) : start].rstrip()
    joined = before.endswith((",", " and")) and seen == seen.lower()
    # At once behind itself: a phrase of names too.
    joined = joined or (bool(before) and before[-1].isalnum() and _says_again(text, start, seen))
    if joined and not document.in_quotation(start):
        yield Flag(document.span(start, end), f"“{seen}” stands just before already.")


def _says_again(text: str, start: int, seen: str) -> bool:
    """Whether what stands right before a place is the same words."""
    words = seen.lower().split()
    return text[:start].lower().split()[-len(words) :] == words


def _contents(document: Document, start: int, end: int) -> Iterator[Flag]:
    """Words and phrases of content that come again; of those that overlap, the first kind's."""
    taken = bytearray(end - start)
    for pattern, group in _CONTENTS:
        for match in pattern.finditer(document.text, start, end):
            place = slice(match.start() - start, match.end() - start)
            if not any(taken[place]) and _is_slip(document, match, group):
                taken[place] = b"\1" * len(match[0])
                yield _flag(document, match, _once(match, group))


def _once(match: re.Match[str], group: str) -> str:
    """What remains when a match is said once, if that is what was meant."""
    if group == "last":
        return f"{match['word']} and {match['between']}" if "," not in match["between"] else ""
    if group == "pair":
        listed = "," in match[0]  # in a pair the other one is not known
        return match[0][: match.end("name") - match.start()] if listed else ""
    return match[{"capital": "name"}.get(group, group)] if group not in ("", "self", "frame") else ""


def _two_articles(document: Document, match: re.Match[str]) -> Iterator[Flag]:
    text, behind = document.text, match.start("w") - 1
    start = match.start() - (match[0][0] in "hn")
    if text[max(start - 1, 0)] != "-" and match["w"] != "few":
        yield _flag(document, match, text[start:behind].split()[0], start, behind)


# Between two of the same word: “door to door”.
_LINKS = frozenset("by after to on upon and or for".split())
# Doubled for weight in good English.
_MEANT = frozenset(
    "again years months weeks hours miles thousands hundreds millions dozens scores louder higher "
    "lower bigger fewer never other round through there people women child worse better harder "
    "further longer deeper about after great layers pages rolling growing really "
    # Things whose name says a word twice.
    "boda piki tuk zama toyi habal kare halo sari pav chow gado pili agar dik aye yo pom tom tut chop hush "
    "night bora beri bang cha mahi ylang couscous frou goody hubba hoo nyumba shabu gili walla".split()
)
_SMALL = frozenset(
    "the of in and to a on for with by that is was were are has have had said it he she they will be at "
    "from his her its their not been who which as an would after".split()
)


def _is_slip(document: Document, match: re.Match[str], group: str) -> bool:
    """Whether what repeats is no chant, score or turn of speech."""
    quoted = document.in_quotation(match.start())
    if group == "word":
        word = match["word"]
        return word not in _MEANT and (not quoted or (word.endswith("ly") and " and " in match[0]))
    if group == "capital":
        return not quoted and match["name"].lower() in english_words()
    if group in ("name", "pair", "item"):
        return not quoted
    if group == "frame":
        return True  # no turn of speech: none in 14,000 sentences of English, quoted ones among them
    if group == "phrase":
        return _is_phrase_slip(document, match, quoted=quoted)
    # A line of search words repeats them on purpose, and does not end as a sentence does.
    _, end = document.paragraph_at(match.start())
    return not quoted and not document.text[end - 1].isalnum()


def _is_phrase_slip(document: Document, match: re.Match[str], *, quoted: bool) -> bool:
    """Whether a phrase that repeats is no chain (*day by day by day*), chant or saying."""
    words = match["phrase"].lower().split()
    if len(words) == 2 and _CHAIN.search(match["phrase"]):
        following = document.text[match.end() : match.end() + 1 + len(words[0])].strip().lower()
        if words[0] == following or words[1] in _LINKS or words[1] in ("less", "more", "over"):
            return False
    if "again" in words:
        return False
    if len(words) == 2 and match["joint"].strip(", ") and not _BY_ITSELF.match(document.text, match.end()):
        return False  # “an adult and an adult reader”
    small = not _SMALL.isdisjoint(words)
    if not match["joint"].strip() and len(words) > 2:
        # Nothing between: only names repeat so, in a song or a chant.
        return not quoted and any(word.islower() for word in match["phrase"].split())
    # “what is done is done”
    settled = document.text.endswith(("what ", "What "), 0, match.start())
    return not quoted and small and not settled and (len(words) > 2 or "," not in match[0])


_CONTENTS = (
    (_LISTED, "item"), (_PHRASE, "phrase"), (_COORDINATED, "word"), (_SHORT, "word"), (_LAST_ITEM, "last"),
    (_OF_ITSELF, "self"), (_NAMES_AGAIN, "pair"), (_CAPITAL_WORD, "capital"), (_CONTENT, "word"),
    (_TWICE_OF, "phrase"), (_CAPITALS, "name"), (_AROUND, ""), (_TAIL, ""), (_AGENT, ""), (_FRAMED, "frame"),
)  # fmt: skip


def _flag(document: Document, match: re.Match[str], mended: str, start: int = -1, end: int = 0) -> Flag:
    start, end = (match.start() if start < 0 else start), end or match.end()
    seen = " ".join(document.text[start:end].split())
    return Flag(
        document.span(start, end),
        f"“{seen}” repeats itself.",
        (Suggestion(mended),) if mended else (),
    )
