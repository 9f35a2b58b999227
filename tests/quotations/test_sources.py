"""Quotations from tables, feeds and articles."""

import pytest

from auditor.formats import read
from auditor.quotations.archive import Original
from auditor.quotations.gathering import gather
from auditor.quotations.sources import SourceError, from_csv, from_feed, from_json_lines


def test_reads_tables_under_several_names_of_fields() -> None:
    wanted = [Original("It rained, and rained", "Ann Oster", "2021-03-04", "Tarn", "http://x.test/1")]
    line = (
        '{"quote": "It rained, and rained", "who": "Ann Oster", "date": "2021-03-04", '
        '"place": "Tarn", "url": "http://x.test/1"}'
    )
    table = (
        "Quote;Speaker;Date;Location;Link\r\n"
        '"It rained, and rained";Ann Oster;2021-03-04;Tarn;http://x.test/1\r\n'
    )
    assert [*from_json_lines(f"\n{line}\n", "a.jsonl")] == wanted
    assert [*from_csv(table, "a.csv")] == wanted


@pytest.mark.parametrize(
    ("text", "why"),
    [("{", "a.jsonl:1: no JSON"), ('{"text": "x"}\n[]', "a.jsonl:2: an object"), ('{"x": 1}', "no `text`")],
)
def test_says_where_a_table_is_wrong(text: str, why: str) -> None:
    with pytest.raises(SourceError, match=why):
        [*from_json_lines(text, "a.jsonl")]


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>All</title><item>
<title>Flood</title><link>http://x.test/1</link><pubDate>Mon, 06 Sep 2021 16:45:00 +0000</pubDate>
<description>&lt;p&gt;short&lt;/p&gt;</description>
<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>“It is deep,”
she said.</p>]]></content:encoded></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Flood</title>
<link rel="alternate" href="http://x.test/1"/><link rel="edit" href="http://x.test/edit/1/long"/>
<updated>2021-09-06T16:45:00Z</updated><author><name>A B</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">“It is <b>deep</b>,” she said.</div>
</content></entry></feed>"""


@pytest.mark.parametrize("feed", [RSS, ATOM], ids=["rss", "atom"])
def test_reads_feeds(feed: str) -> None:
    [entry] = from_feed(feed.encode(), "feed.xml")
    assert (entry.title, entry.link, entry.date) == ("Flood", "http://x.test/1", "2021-09-06")
    assert "“It is deep,”" in " ".join(entry.html.replace("\n", " ").split())


BOMB = """<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<rss><channel><item><description>&b;</description></item></channel></rss>"""
OUTSIDE = """<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>
<rss><channel><item><description>&f;</description></item></channel></rss>"""


@pytest.mark.parametrize("feed", [BOMB, OUTSIDE, "<html></html>", "<rss>", ""])
def test_refuses_what_is_no_plain_feed(feed: str) -> None:
    with pytest.raises(SourceError, match=r"feed\.xml"):
        from_feed(feed.encode(), "feed.xml")


ARTICLE = """PORT MARROW, Tarnland (Agency) — The ferry did not sail.

“We will sail when the captain has been paid,” said harbour master Odo Quill on Monday. He added:
“Not one day before that, whatever the weather.”

Ann Oster, a passenger, said: “I have waited since six in the morning here.”

“Nobody in the ticket office knew anything at all.”

“Short,” Quill said. “This is what I have told the company twice already,” Quill said.
"""


def test_gathers_speaker_and_place() -> None:
    found = [(o.speaker, o.place, o.text.split()[0]) for o in gather(read("a.txt", ARTICLE))]
    assert found == [
        ("Odo Quill", "Port Marrow", "We"),
        ("Odo Quill", "Port Marrow", "Not"),
        ("Ann Oster", "Port Marrow", "I"),
        ("", "Port Marrow", "Nobody"),
        ("Odo Quill", "Port Marrow", "This"),
    ]


@pytest.mark.parametrize("encoding", ["gb2312", "big5", "shift_jis", "euc-jp", "utf-16"])
def test_reads_feeds_in_encodings_of_several_bytes(encoding: str) -> None:
    feed = f'<?xml version="1.0" encoding="{encoding}"?><rss><item><title>日本人</title></item></rss>'
    [entry] = from_feed(feed.encode(encoding), "feed.xml")
    assert entry.title == "日本人"


@pytest.mark.parametrize("encoding", ["utf-7", "gb2312", "gbfoo"])
def test_a_feed_in_no_encoding_known_here_is_told(encoding: str) -> None:
    feed = f'<?xml version="1.0" encoding="{encoding}"?><rss>'.encode() + b"\xff\xff</rss>"
    with pytest.raises(SourceError, match=r"feed\.xml: no feed"):
        from_feed(feed, "feed.xml")


def test_a_number_too_long_for_a_line_of_json_is_told() -> None:
    with pytest.raises(SourceError, match=r"said\.jsonl:1: no JSON"):
        list(from_json_lines('{"text": ' + "1" * 5000 + "}", "said.jsonl"))
