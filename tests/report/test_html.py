"""The page: everything escaped, nothing from outside, every mark led to and from."""

import re
from pathlib import Path

import pytest
from lxml import html  # type: ignore[import-untyped]
from typer.testing import CliRunner

from auditor.cli import application
from auditor.report import wording

HOSTILE = (
    "<script>alert(1)</script> & “We are ready, ”he said.\n\n"
    "General Kasım Süleymani </div><img src=//x onerror=alert(1)> died.\n"
)


@pytest.fixture
def page(tmp_path: Path) -> str:
    (tmp_path / "a<i>.txt").write_text(HOSTILE, encoding="utf-8")
    (tmp_path / "clean.txt").write_text("The council met on Monday.\n")
    return CliRunner().invoke(application(), ["check", str(tmp_path), "--format", "html"]).stdout


def test_it_is_no_article_itself(page: str, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    report.write_text(page, encoding="utf-8")
    assert "Nothing found in 1 file." in CliRunner().invoke(application(), ["check", str(report)]).stdout


def test_nothing_runs_and_nothing_is_fetched(page: str) -> None:
    tree = html.fromstring(page)
    assert not tree.xpath("//script | //img | //link | //iframe | //@onerror | //@src | //i")
    assert all(target.startswith("#") for target in tree.xpath("//@href"))
    assert "url(" not in page
    assert "default-src 'none'" in tree.xpath("//meta[@http-equiv]/@content")[0]


def test_the_article_stands_there_as_it_is(page: str) -> None:
    (text,) = html.fromstring(page).xpath("//*[@class='text']")
    for number in text.xpath(".//sup"):
        number.drop_tree()
    assert text.text_content() == HOSTILE


def test_marks_and_list_lead_to_each_other(page: str) -> None:
    tree = html.fromstring(page)
    names = set(tree.xpath("//@id"))
    assert len(names) == len(tree.xpath("//@id"))
    targets = [target.removeprefix("#") for target in tree.xpath("//@href")]
    assert targets
    assert names.issuperset(targets)
    assert len(tree.xpath("//mark//a")) == len(tree.xpath("//li")) >= 2


def test_charts_say_their_numbers(page: str) -> None:
    labels = html.fromstring(page).xpath("//svg/@aria-label")
    assert len(labels) == 3
    assert any("names: 1" in label for label in labels)
    assert html.fromstring(page).xpath("//svg//a/@href") == ["#a1"]
    assert len(re.findall("<h1>", page)) == 1


def test_words_between_asterisks_are_emphasised_and_nothing_else() -> None:
    assert wording.html("*В рамках* <b> is 2 * 3") == "<em>В рамках</em> &lt;b&gt; is 2 * 3"
    assert wording.html("“M*A*S*H” **x**") == "“M*A*S*H” **x**"


def test_many_articles_are_listed(tmp_path: Path) -> None:
    for number in range(14):
        (tmp_path / f"{number:02}.txt").write_text("They met at the the gate.\n")
    page = CliRunner().invoke(application(), ["check", str(tmp_path), "--format", "html"]).stdout
    links = html.fromstring(page).xpath("//*[@class='contents']//a")
    assert [link.text for link in links][:2] == ["00.txt", "01.txt"]
    assert len(links) == 14
