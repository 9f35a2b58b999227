import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.formats import read
from auditor.formats.building import OBJECT

from .checks import assert_sound, kinds, prose

# Source → (kind, prose) of each chunk.
CASES: dict[str, list[tuple[str, str]]] = {
    "": [],
    "# Title *now* #\n\nText.": [("heading", "Title now"), ("paragraph", "Text.")],
    "Title\nof two lines\n===": [("heading", "Title\nof two lines")],
    "# Title {#id .class}": [("heading", "Title")],
    "One\ntwo.": [("paragraph", "One\ntwo.")],
    "One\r\n  two.": [("paragraph", "One\ntwo.")],
    "One  \ntwo\\\nthree.": [("paragraph", "One\ntwo\nthree.")],
    "One.<br>Two.": [("paragraph", "One.\nTwo.")],
    "A \\*star\\* &amp; Erdo&#287;an \\a": [("paragraph", "A *star* & Erdoğan \\a")],
    "**Bold**, *it* and ~~gone~~": [("paragraph", "Bold, it and gone")],
    "- one\n- two\n\n  more\n  - in": [
        ("list-item", "one"),
        ("list-item", "two"),
        ("list-item", "more"),
        ("list-item", "in"),
    ],
    "1990&#150;95": [("paragraph", "1990–95")],
    "# A &amp;\t\n": [("heading", "A &")],
    "- [x] done": [("list-item", "done")],
    "> one\n> two\nlazy": [("block-quote", "one\ntwo\nlazy")],
    "> - item": [("list-item", "item")],
    "| a | b |\n|--|--|\n| x \\| y | z |": [
        ("table-cell", "a"),
        ("table-cell", "b"),
        ("table-cell", "x | y"),
        ("table-cell", "z"),
    ],
    "Said.[^1]\n\n[^1]: A note.": [("paragraph", "Said."), ("footnote", "A note.")],
    "Run `code` now": [("paragraph", f"Run {OBJECT} now")],
    "```\ncode\n```\n\n    code": [],
    "See https://x.org/a_b. Or _www.x.org_!": [("paragraph", f"See {OBJECT}. Or {OBJECT}!")],
    "See <https://x.org/a> and <a@b.org>.": [("paragraph", f"See {OBJECT} and {OBJECT}.")],
    "[text](https://x.org 'A \\'title\\'')": [("paragraph", "text"), ("title", "A 'title'")],
    "[text][a]\n\n[a]: <http://x.org> \"T &amp; U\"": [("paragraph", "text"), ("title", "T & U")],
    "![An *alt* &amp;](i.png \"T\")": [("alt", "An alt &"), ("title", "T")],
    "[![alt](i.png)](https://x.org)": [("alt", "alt")],
    "Before ![alt](i.png) after": [("paragraph", f"Before {OBJECT} after"), ("alt", "alt")],
    "A <b>bold</b> <kbd>x</kbd> word": [("paragraph", f"A bold {OBJECT} word")],
    "A <img src=x alt='An alt'> b": [("paragraph", f"A {OBJECT} b"), ("alt", "An alt")],
    "<div>\nSome <b>html</b>\n</div>\n\nText": [("paragraph", "Some html"), ("paragraph", "Text")],
    "> <p>a\n> b</p>": [("block-quote", "a b")],
    "<figure><figcaption>The port</figcaption></figure>": [("caption", "The port")],
    "<script>\nvar x;\n\nvar y;\n</script>": [],
    "One <!-- two --> three": [("paragraph", "One three")],
    "<!-- one\n\ntwo -->\n\nThree": [("paragraph", "Three")],
    '{{< figure src="a" >}}\n\nText {{< ref "x" >}}.': [("paragraph", f"Text {OBJECT}.")],
    "{{% note %}}\nInside\n{{% /note %}}": [("paragraph", "Inside")],
    "{% if x %}Shown{% endif %} to {{ name }}": [("paragraph", f"Shown to {OBJECT}")],
    "{% highlight py %}\ncode\n{% endhighlight %}\n\nText": [("paragraph", "Text")],
    "Text.\n{: .lead}": [("paragraph", "Text.")],
    ":::note\n\nText\n\n:::": [("paragraph", "Text")],
    "[text]({{< ref \"a b\" >}})": [("paragraph", "text")],
    "Open {{ brace": [("paragraph", "Open {{ brace")],
    "*Photo: a view of the port*": [("caption", "Photo: a view of the port")],
    "***\n\nText": [("paragraph", "Text")],
    "\ufeffText": [("paragraph", "Text")],
}  # fmt: skip


@pytest.mark.parametrize("source", CASES)
def test_prose(source: str) -> None:
    document = read("a.md", source)
    assert list(zip(kinds(document), prose(document), strict=True)) == CASES[source]
    assert_sound(document)


FRONT: dict[str, list[tuple[str, str]]] = {
    "---\ntitle: Plain title # note\ntags: [a, b]\n---\nText": [("title", "Plain title")],
    "---\r\ntitle: Plain\r\n---\r\nText": [("title", "Plain")],
    '---\ntitle: "A \\"quoted\\" \\u0130stanbul"\n---\nText': [("title", 'A "quoted" İstanbul')],
    "---\ntitle: 'It''s'\n---\nText": [("title", "It's")],
    "---\ntitle: going\n  on\nauthor: Nobody\n---\nText": [("title", "going\non")],
    '---\ntitle: "going\n  on"\n---\nText': [("title", "going\non")],
    "---\ndescription: >-\n  One\n  two.\n\n  Three.\nweight: 3\n---\nText": [
        ("description", "One\ntwo."),
        ("description", "Three."),
    ],
    "---\nbody: |\n  title: no field\nsummary: |\n  A sum\n---\nText": [("description", "A sum")],
    "---\nbody: |\ntitle: After nothing\n---\nText": [("title", "After nothing")],
    "---\nseo:\n  metaTitle: Nested\nphotos:\n  - title: One\n---\nText": [
        ("title", "Nested"),
        ("title", "One"),
    ],
    "---\ntitle: true\nsummary:\ndescription: 12\n---\nText": [],
    "---\ntitle: *anchor\n---\nText": [],
    '+++\ntitle = "A \\"quoted\\" one"\n[params]\nsummary = \'Raw \\ one\'\n+++\nText': [
        ("title", 'A "quoted" one'),
        ("description", "Raw \\ one"),
    ],
    '+++\ndescription = """\nOne \\\n  two.\n\nThree."""\n+++\nText': [
        ("description", "One two."),
        ("description", "Three."),
    ],
    '{\n  "title": "no"\n}\nText': [],
}  # fmt: skip


@pytest.mark.parametrize("source", FRONT)
def test_front_matter(source: str) -> None:
    document = read("a.md", source)
    found = list(zip(kinds(document), prose(document), strict=True))
    assert found == [*FRONT[source], ("paragraph", "Text")]
    assert_sound(document)


def test_front_matter_left_open_is_a_rule() -> None:
    assert prose(read("a.md", "---\ntitle: no\n\nText")) == ["title: no", "Text"]


@pytest.mark.parametrize(
    ("field", "date"),
    [
        ("date: 2020-12-24T10:00:00+03:00", dt.date(2020, 12, 24)),
        ('publishDate: "2020-12-24"', dt.date(2020, 12, 24)),
        ("pubDate: 'Dec 24 2020'", dt.date(2020, 12, 24)),
        ("date: 24 December 2020", dt.date(2020, 12, 24)),
        ("lastmod: 2021-01-01\ndate: 2020-12-24\npubDate: 2020-12-25", dt.date(2020, 12, 24)),
        ("date: 2020-13-24", None),
        ("date: 03/04/2020", None),
        ("photo:\n  date: 2020-12-24", None),
    ],
)
def test_date(field: str, date: dt.date | None) -> None:
    assert read("a.md", f"---\n{field}\n---\n").date == date


def test_toml_date_and_language() -> None:
    document = read("a.md", '+++\ndate = 2020-12-24\nlanguage = "en-GB"\n+++\n')
    assert (document.date, document.language) == (dt.date(2020, 12, 24), "en")


def test_mdx() -> None:
    source = (
        "import Photo from './photo'\nimport {a} from 'b'\n\nexport const x = {\n  y: 1,\n}\n\n"
        "# Title {props.x} {#id}\n\n{/* auditor: off */}\n\n"
        "<Photo src={{a: 1}} when={() => 'a > b'}>The *port* of {city}</Photo>\n\n`{` stays `}`.\n"
        "Imports from China fell."
    )
    document = read("a.mdx", source)
    assert prose(document) == [
        f"Title {OBJECT}",
        f"The port of {OBJECT}",
        f"{OBJECT} stays {OBJECT}.\nImports from China fell.",
    ]
    assert [comment.text for comment in document.comments] == [" auditor: off "]
    assert_sound(document)


def test_comments_have_their_places() -> None:
    source = "One <!-- a --> two.\n\n<!-- b\n-->\n\n> <!-- c -->"
    document = read("a.md", source)
    written = [source[comment.start : comment.end] for comment in document.comments]
    assert written == ["<!-- a -->", "<!-- b\n-->", "<!-- c -->"]


def test_span_of_an_entity_holds_all_of_it() -> None:
    document = read("a.md", "The Erdo&#287;an \\*government")
    start = document.text.index("Erdoğan")
    span = document.span(start, start + 7)
    assert (span.text, span.solid) == ("Erdo&#287;an", True)
    star = document.text.index("*")
    assert document.span(star, star + 1).text == "\\*"


@pytest.mark.parametrize("source", ["a *b*", "a  \nb", "a `c` b", "> a\n> b", "a <!-- x --> b"])
def test_markup_inside_is_not_solid(source: str) -> None:
    document = read("a.md", source)
    assert not document.span(0, len(document.text)).solid


INLINE = st.sampled_from(
    [
        ("word", "word"),
        ("Erdoğan", "Erdoğan"),
        ("𝒳", "𝒳"),
        ("\\*", "*"),
        ("&amp;", "&"),
        ("&#287;", "ğ"),
        ("&ldquo;yes&rdquo;", "“yes”"),
        ("**bold**", "bold"),
        ("*it*", "it"),
        ("***b** i*", "b i"),
        ("[link](http://x.org/a_b)", "link"),
        ("<b>bold</b>", "bold"),
        ("`x`", OBJECT),
        ("~~no~~", "no"),
        ("http://x.org/𝒳?a=b", OBJECT),
        ("[*a* &lt;](<x y>)", "a <"),
        ("\\\\", "\\"),
        ("{{ x }}y", f"{OBJECT}y"),
        ("it’s", "it’s"),
    ]
)
LINE = st.lists(INLINE, min_size=1, max_size=6).map(
    lambda parts: ("x " + " ".join(s for s, _ in parts), "x " + " ".join(p for _, p in parts))
)
BLOCK = st.tuples(st.sampled_from(["{}", "# {}", "> {}", "- {}", "1. {}", "> - {}"]), LINE)


@settings(max_examples=150, deadline=None)
@given(st.lists(BLOCK, max_size=6), st.sampled_from(["\n", "\r\n", "\r"]))
def test_generated_document(blocks: list[tuple[str, tuple[str, str]]], newline: str) -> None:
    source = (newline * 2).join(shape.format(line) for shape, (line, _) in blocks)
    document = read("a.md", source)
    assert prose(document) == [text for _, (_, text) in blocks]
    assert_sound(document)


NOISE = st.lists(
    st.sampled_from(
        ["\n", "\n\n", "\r\n", " ", "    ", "---\n", "+++\n", "title: ", '"', "'", "\\", "> ",
         "- ", "| a ", "|--|",
         "# ", "`", "```\n", "*", "_", "[", "](", "]: ", ")", "<", ">", "<!--", "-->",
         "<div>", "</p>", "<br>", "<code>",
         "&amp;", "&#0;", "&", "{{", "}}", "{%", "%}", "{", "}", "<Foo ",
         "import x from 'y'", "http://x", "![", "[^1]",
         "word", "é𝒳", "\0", "\x85", "\u2028", "\ue000", "\ufeff", "\ud800",
         "\t", "alt='x'", "|\n", ">\n", "~~"]
    )
).map("".join)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(NOISE | st.text(), st.sampled_from(["a.md", "a.mdx"]))
def test_any_text(source: str, path: str) -> None:
    assert_sound(read(path, source))


@settings(max_examples=200, deadline=None)
@given(NOISE, st.sampled_from(["---\n", "+++\n"]))
def test_any_front_matter(source: str, fence: str) -> None:
    assert_sound(read("a.md", f"{fence}title: {source}\nsummary = {source}\n{fence}Text"))


@pytest.mark.parametrize(
    "unit",
    ["{{", "{%", "{", "<Foo ", "[", "![", "*a ", "> ", "- ", "`", "<!--", "<div>", "<code>",
     "import a", "http://", "{: ", "&amp", "\\", "]: ", "[a]: x \"", "<a title='",
     "{{ \n\n", "|", "é*"],
)  # fmt: skip
def test_deep_and_broken_markup_is_read(unit: str) -> None:
    for path in ("a.md", "a.mdx"):
        document = read(path, unit * 3000 + "\n\nEnd")
        assert document.source.endswith("End")
