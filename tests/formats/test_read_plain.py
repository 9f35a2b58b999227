import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.formats import UnknownFormat, escape, format_of, read

from .checks import assert_sound, kinds, prose

LONG = "The minister said that the talks, which began in March, would go on for as long as needed. " * 3

CASES: dict[str, tuple[str, list[str]]] = {
    "empty": ("", []),
    "white space": (" \r\n\t\n", []),
    "LF": ("One.\n\nTwo.\n", ["One.", "Two."]),
    "CRLF": ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
    "lone CR": ("One.\r\rTwo.\r", ["One.", "Two."]),
    "mixed": ("One.\r\n \nTwo.\n\r\nThree.", ["One.", "Two.", "Three."]),
    "many empty lines, indented": ("One.\n\n\n\n   Two.\n", ["One.", "Two."]),
    "line of no-break spaces": ("One.\n\u00a0\nTwo.", ["One.", "Two."]),
    "hard-wrapped": (
        "The president said on Monday\nthe talks would go on until a\ndeal was reached.\n\nOn.",
        ["The president said on Monday\nthe talks would go on until a\ndeal was reached.", "On."],
    ),
    "hard-wrapped with CRLF": ("the talks would go\r\non", ["the talks would go\r\non"]),
    "a sentence end at full width is a wrap": (
        "The talks in Vienna would go on.\nThe president said a deal was\nnear.",
        ["The talks in Vienna would go on.\nThe president said a deal was\nnear."],
    ),
    "a line ended early ends a paragraph": (
        "It was late.\nThe president said on Monday that\nthe talks would go on.",
        ["It was late.", "The president said on Monday that\nthe talks would go on."],
    ),
    "heading above its paragraph": (
        "Talks in Vienna\nThe president said on Monday that the\ntalks would go on.",
        ["Talks in Vienna", "The president said on Monday that the\ntalks would go on."],
    ),
    "list": (
        "They want:\n- bread and\n  water\n- peace",
        ["They want:", "- bread and\n  water", "- peace"],
    ),
    "one paragraph a line": (f"Title\n{LONG}\n{LONG}\n", ["Title", LONG.strip(), LONG.strip()]),
    "comment is no prose": ("One <!-- note --> two.", ["One two."]),
    "comment on its own line": ("One\n<!-- x\n\ny -->\ntwo.", ["One\ntwo."]),
    "paragraph of a comment": ("One.\n\n<!-- x -->\n\nTwo.", ["One.", "Two."]),
    "comment left open is prose": ("One <!-- two.", ["One <!-- two."]),
    "byte order mark": ("\ufeffOne.", ["One."]),
    "zero width inside a word stays": ("Erdo\u200bgan.", ["Erdo\u200bgan."]),
    "form feed": ("One.\f\n\nTwo.", ["One.", "Two."]),
    "line separator is no line end here": ("One\u2028two.", ["One\u2028two."]),
}


@pytest.mark.parametrize("name", CASES)
def test_prose(name: str) -> None:
    source, expected = CASES[name]
    document = read("a.txt", source)
    assert prose(document) == expected
    assert_sound(document)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Trump’s Warning to Iran: “Think Well”", "heading"),
        ("He came.", "paragraph"),
        ("“We will see,”", "paragraph"),
        ("Photo: The minister at the airport in March 2020.", "caption"),
        ("FILE PHOTO: A view of the port of Haifa", "caption"),
        ("Soldiers in the city of Kirkuk (AP Photo/J. Doe)", "caption"),
        ("Soldiers in Kirkuk / Reuters", "caption"),
        (f"The photo of the year. {LONG} He said: {LONG}", "paragraph"),
        ("* * *", "paragraph"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert kinds(read("a.txt", f"{text}\n\n{LONG}"))[0] == kind


def test_last_line_is_no_heading() -> None:
    assert kinds(read("a.txt", "He came.\n\nReported in Ankara")) == ["paragraph", "paragraph"]


def test_comment_has_its_place() -> None:
    source = "One.\n\n<!-- auditor: off -->\nTwo."
    (comment,) = read("a.txt", source).comments
    assert source[comment.start : comment.end] == "<!-- auditor: off -->"
    assert comment.text == " auditor: off "


def test_span_across_a_comment_is_not_solid() -> None:
    document = read("a.txt", "One <!-- x -->two.")
    assert not document.span(0, 7).solid
    assert document.span(0, 3).solid


def test_formats_by_suffix() -> None:
    assert [format_of(f"x/a.{s}") for s in ("txt", "MD", "html", "mdx", "rst")] == [
        "plain",
        "markdown",
        "html",
        "markdown",
        "plain",
    ]
    assert escape("plain", "a & b") == "a & b"
    with pytest.raises(UnknownFormat, match="known: plain"):
        read("a.txt", "", format="word")


PARTS = st.lists(
    st.sampled_from(
        [
            "\n",
            "\r",
            "\r\n",
            "\n\n",
            " ",
            "\t",
            "<!--",
            "-->",
            "word",
            "The end.",
            "- ",
            "\ufeff",
            "𝒳",
            "é",
            "\x85",
            "\u2028",
            "\0",
            LONG,
        ]
    )
)


@settings(max_examples=300, deadline=None)
@given(PARTS.map("".join) | st.text())
def test_any_text(source: str) -> None:
    assert_sound(read("a.txt", source))


@given(
    st.lists(st.from_regex(r"[A-Z][a-zé𝒳 ]{0,40}\.", fullmatch=True), max_size=8),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_nothing_is_lost(paragraphs: list[str], newline: str) -> None:
    document = read("a.txt", (newline * 2).join(paragraphs))
    assert prose(document) == paragraphs
    for (start, end), paragraph in zip(document.paragraphs, paragraphs, strict=True):
        assert document.span(start, end).text == paragraph
