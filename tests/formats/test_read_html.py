import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.formats import escape, read
from auditor.formats.building import OBJECT

from .checks import assert_sound, kinds, prose

# Source → (kind, prose) of each chunk.
CASES: dict[str, list[tuple[str, str]]] = {
    "": [],
    "<p>One</p><p>two.</p>": [("paragraph", "One"), ("paragraph", "two.")],
    "<p>One<p>two.": [("paragraph", "One"), ("paragraph", "two.")],
    "One<div>two</div>three": [("paragraph", "One"), ("paragraph", "two"), ("paragraph", "three")],
    "<p>E<b>rdo</b>&#287;an</p>": [("paragraph", "Erdoğan")],
    "<p>AT&T &amp; &ldquo;x&rdquo; &foo; &copy 2020</p>": [("paragraph", "AT&T & “x” &foo; © 2020")],
    "<p>One&nbsp;two</p>": [("paragraph", "One\u00a0two")],
    "<p>\r\n  One \r\n two  <i> three</i>\r\n</p>": [("paragraph", "One two three")],
    "<p>One\ntwo</p>": [("paragraph", "One\ntwo")],
    "<p>One<br>two <br/> three</p>": [("paragraph", "One\ntwo \nthree")],
    "<p>One<br><br />two<BR>\n<br>three</p>": [
        ("paragraph", "One"),
        ("paragraph", "two"),
        ("paragraph", "three"),
    ],
    "<h1>Title</h1><H2>Sub</H2>": [("heading", "Title"), ("heading", "Sub")],
    "<ul><li>one<li>two<ul><li>in</ul>more</ul>end": [
        ("list-item", "one"),
        ("list-item", "two"),
        ("list-item", "in"),
        ("list-item", "more"),
        ("paragraph", "end"),
    ],
    "<blockquote><p>q</p><ul><li>i</li></ul></blockquote><p>p": [
        ("block-quote", "q"),
        ("list-item", "i"),
        ("paragraph", "p"),
    ],
    "<table><caption>c</caption><tr><th>a<td><p>b</table>p": [
        ("caption", "c"),
        ("table-cell", "a"),
        ("table-cell", "b"),
        ("paragraph", "p"),
    ],
    "<figure><img src=x alt='An &quot;alt&quot;'><figcaption>The port</figure>": [
        ("alt", 'An "alt"'),
        ("caption", "The port"),
    ],
    "<p>A <a href=x title=T>link</a> and <code>x</code> <img src=x> b</p>": [
        ("paragraph", f"A link and {OBJECT} {OBJECT} b"),
        ("title", "T"),
    ],
    "<img alt='a\n\n b'>": [("alt", "a b")],
    "<title>A &lt; B</title>": [("title", "A < B")],
    "<head><title>T</title><style>x</style><link title=RSS> x</head><body>p": [
        ("title", "T"),
        ("paragraph", "p"),
    ],
    "<head><title>T</title><p>p": [("title", "T"), ("paragraph", "p")],
    "<script>'<p>no'</script><style>p{}</style><template><p>no</p></template>yes": [("paragraph", "yes")],
    "<pre>no <b>no</b></pre><textarea>no</textarea><svg><title>no</title></svg>yes": [("paragraph", "yes")],
    "<p>One <code>left open</p><p>two</p>": [("paragraph", f"One {OBJECT}"), ("paragraph", "two")],
    "<nav>Home <a>News</a></nav><p>p</p>": [("paragraph", "p")],
    "<p>One <!-- no --> two</p>": [("paragraph", "One two")],
    "<p>One</ no> two</> three<!x> four<?no?>": [("paragraph", "One two three four")],
    "<p>a < b and 3<4</p>": [("paragraph", "a < b and 3<4")],
    "<p>See https://x.org/a?b=c&d.</p>": [("paragraph", f"See {OBJECT}.")],
    "<p>{% if a < b %}{{ user }} said{% endif %}</p>": [("paragraph", f"{OBJECT} said")],
    "<p>cut <a href=": [("paragraph", "cut")],
    "<p>cut </": [("paragraph", "cut </")],
    "<p>x</td></li></h1>y</p>": [("paragraph", "x"), ("paragraph", "y")],
}


@pytest.mark.parametrize("source", CASES)
def test_prose(source: str) -> None:
    document = read("a.html", source)
    assert list(zip(kinds(document), prose(document), strict=True)) == CASES[source]
    assert_sound(document)


@pytest.mark.parametrize(
    ("source", "date"),
    [
        ("<meta property='article:published_time' content='2020-12-24T10:00Z'>", (2020, 12, 24)),
        ("<meta name=date content='2020-12-24'>", (2020, 12, 24)),
        ("<meta itemprop=datePublished content='24 December 2020'>", (2020, 12, 24)),
        ("<time datetime=2020-12-24>x</time><time datetime=2021-01-01>", (2020, 12, 24)),
        ("<time datetime=2021-01-01></time><meta name=pubdate content=2020-12-24>", (2020, 12, 24)),
        ('<script>{"datePublished": "2020-12-24T10:00"}</script>', (2020, 12, 24)),
        ("<meta name=viewport content=2020-12-24>", None),
        ("<time>2020-12-24</time>", None),
    ],
)
def test_date(source: str, date: tuple[int, int, int] | None) -> None:
    assert read("a.html", source).date == (dt.date(*date) if date else None)


@pytest.mark.parametrize(
    ("tag", "language"),
    [("en-GB", "en"), ("TR", "tr"), ("", None), ("english", None)],
)
def test_language(tag: str, language: str | None) -> None:
    assert read("a.html", f"<html lang='{tag}'><p lang=fr>x").language == language


def test_comment_has_its_place() -> None:
    source = "<p>One</p>\n<!-- auditor: off -->\n<p>Two</p><!-- open"
    document = read("a.html", source)
    assert [source[c.start : c.end] for c in document.comments] == [
        "<!-- auditor: off -->",
        "<!-- open",
    ]
    assert document.comments[0].text == " auditor: off "


def test_span_of_entities() -> None:
    document = read("a.html", "<p>The Erdo&#287;an &amp; co</p>")
    span = document.span(4, 11)
    assert (span.text, span.solid) == ("Erdo&#287;an", True)


@pytest.mark.parametrize("inner", ["a<b>b</b>", "a<br>b", "a<code>x</code>b", "a<!-- -->b"])
def test_markup_inside_is_not_solid(inner: str) -> None:
    document = read("a.html", f"<p>{inner}</p>")
    assert not document.span(0, len(document.text)).solid


def test_escape() -> None:
    assert escape("html", "a < b & “c”") == "a &lt; b &amp; “c”"


INLINE = st.sampled_from(
    [
        ("word", "word"),
        ("Erdoğan", "Erdoğan"),
        ("𝒳", "𝒳"),
        ("&amp;", "&"),
        ("&#287;&#x1D4B3;", "ğ𝒳"),
        ("&ldquo;yes&rdquo;", "“yes”"),
        ("<b>bold</b>", "bold"),
        ("<i class='a > b'>it</i>", "it"),
        ("<a href='x?a=1&b=2'>a<b>b</b></a>", "ab"),
        ("<code>x</code>", OBJECT),
        ("<span\n>x</span\n>", "x"),
        ("x<!-- > -->y", "xy"),
        ("<img src=x>", OBJECT),
        ("http://x.org/𝒳", OBJECT),
    ]
)
SPACE = st.sampled_from([" ", "  ", " \n ", "\r\n", "\t\t"])
WORDS = st.lists(st.tuples(SPACE, INLINE), max_size=6)
BLOCK = st.tuples(
    st.sampled_from(["<p>{}</p>", "<h2>{}</h2>", "<ul><li>{}</ul>", "<td>{}</td>", "<div>{}</div>"]),
    WORDS,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(BLOCK, max_size=6))
def test_generated_document(blocks: list[tuple[str, list[tuple[str, tuple[str, str]]]]]) -> None:
    lines = ["x" + "".join(space + source for space, (source, _) in words) for _, words in blocks]
    document = read("a.html", "\r\n".join(b[0].format(ln) for b, ln in zip(blocks, lines, strict=True)))
    read_words = [text.split() for text in prose(document)]
    assert read_words == [["x", *(text for _, (_, text) in words)] for _, words in blocks]
    assert_sound(document)


NOISE = st.lists(
    st.sampled_from(
        ["<", ">", "</", "/>", "</>", "<p>", "</p", "<!--", "-->", "<!", "<?", "<br>", "<li>",
         "</ul>", "<code>", "<svg>", "<script>", "</script>", "<title>", "<textarea>", "<head>",
         "<plaintext>", " alt='", ' title="', "'", '"', "=", "<img alt=a&amp;b ", "&amp;", "&#0;",
         "&nbsp;", "&", "word", "é𝒳", "\0", "\r\n", "\r", "\n", " ", "\f", "\x85", "\ue000",
         "\ue001", "\ud800", "<![CDATA[", "]]>", "{{", "}}", "{%", "%}", "http://x", "&ngt;",
         "&nGt;", "<meta ", "<time "]
    )
).map("".join)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(NOISE | st.text())
def test_any_text(source: str) -> None:
    assert_sound(read("a.html", source))


@pytest.mark.parametrize(
    "unit",
    ["<", "</", "<p>", "<li>", "<ul>x", "</td>", "<b>", "<!--", "&", "&amp", "<a title='", "<br>",
     "<code>", "<svg>", "<blockquote>", "<title>", "{{", "<?", "<![CDATA[", "</>", "<p a=b"],
)  # fmt: skip
def test_deep_and_broken_markup_is_read(unit: str) -> None:
    assert_sound(read("a.html", unit * 3000 + "<p>End"))
