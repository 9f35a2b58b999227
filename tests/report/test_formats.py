"""Reports for machines: each follows its schema, and says what the JSON report says."""

import json
import re
from pathlib import Path

import jsonschema_rs
import pyromark
import pytest
from lxml import etree  # type: ignore[import-untyped]
from typer.testing import CliRunner

from auditor.cli import application
from auditor.engine import Audit, Report
from auditor.evidence import Pivot
from auditor.finding import Confidence, Finding, Severity, Span, Suggestion
from auditor.report import write
from auditor.report.wording import plain

SCHEMAS = Path(__file__).parent.parent / "schemas"

TEXT = """Ministro’s “speech” <b>

Şöyle 🙂 “We are ready, ”he said & left. General Kasım Süleymani was killed in Baghdad.

You may also like
"""

# XML cannot hold the escape character that the message quotes.
DAMAGED = "The council met on Monday to discuss the roads of the town. " * 6 + "He said, « yes\x1b »\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "sub dir").mkdir()
    (tmp_path / "sub dir" / "a&<b>.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "clean.txt").write_text("The council met on Monday.\n", encoding="utf-8")
    (tmp_path / "damaged.txt").write_text(DAMAGED, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def report(format: str, *options: str) -> str:
    return CliRunner().invoke(application(), ["check", ".", "--format", format, *options]).stdout


def findings() -> list[dict[str, object]]:
    return [
        {"path": file["path"], **finding}
        for file in json.loads(report("json"))["files"]
        for finding in file["findings"]
    ]


def test_rdjson_counts_columns_in_bytes(folder: Path) -> None:
    result = json.loads(report("rdjson"))
    jsonschema_rs.validate(json.loads((SCHEMAS / "rdjson.json").read_text()), result)
    expected = findings()
    assert len(result["diagnostics"]) == len(expected) >= 3
    for diagnostic, finding in zip(result["diagnostics"], expected, strict=True):
        place = diagnostic["location"]
        lines = (folder / place["path"]).read_bytes().split(b"\n")
        start, end = place["range"]["start"], place["range"]["end"]
        assert start["line"] == end["line"]
        held = lines[start["line"] - 1][start["column"] - 1 : end["column"] - 1]
        assert held.decode() == finding["text"]


@pytest.mark.parametrize("format", ["junit", "checkstyle"])
def test_xml_follows_its_schema(folder: Path, format: str) -> None:
    schema = etree.XMLSchema(etree.parse(str(SCHEMAS / f"{format}.xsd")))
    root = etree.fromstring(report(format).encode())
    schema.assertValid(root)
    places = {"junit": "//failure", "checkstyle": "//error"}
    assert len(root.xpath(places[format])) == len(findings())


def test_junit_has_a_case_for_each_file(folder: Path) -> None:
    root = etree.fromstring(report("junit").encode())
    assert root.xpath("//testcase/@name") == ["clean.txt", "damaged.txt", "sub dir/a&<b>.txt"]
    assert root.xpath("//testcase[@name='clean.txt']/failure") == []


def test_gitlab_follows_its_schema(folder: Path) -> None:
    issues = json.loads(report("gitlab"))
    jsonschema_rs.validate(json.loads((SCHEMAS / "gitlab-code-quality.json").read_text()), issues)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(findings())


def fingerprints(format: str) -> list[str]:
    if format == "gitlab":
        return sorted(issue["fingerprint"] for issue in json.loads(report("gitlab")))
    results = json.loads(report("sarif"))["runs"][0]["results"]
    return sorted(result["partialFingerprints"]["auditor/v1"] for result in results)


def test_fingerprints_stay_when_lines_move_and_agree_in_all_reports(folder: Path) -> None:
    before = fingerprints("gitlab")
    assert before == fingerprints("sarif")
    path = folder / "sub dir" / "a&<b>.txt"
    path.write_text("A new first paragraph.\n\n" + TEXT.replace("General", "The General"))
    assert fingerprints("sarif") == before


def test_fingerprints_do_not_hang_on_how_a_path_is_given(folder: Path) -> None:
    command = ["check", str(folder), "--format", "gitlab"]
    absolute = json.loads(CliRunner().invoke(application(), command).stdout)
    assert sorted(issue["fingerprint"] for issue in absolute) == fingerprints("gitlab")


def test_markdown_lets_no_markup_through(folder: Path) -> None:
    text = report("markdown")
    assert text.startswith("## auditor\n\n**")
    row = next(line for line in text.splitlines() if "Süleymani" in line)
    assert row.count("|") == 4
    assert "Qasem Soleimani" in row
    (cell,) = [c for c in etree.HTML(pyromark.html(text, options=pyromark.Options.ENABLE_TABLES)).iter("td")
               if "Süleymani" not in (c.text or "") and ":3" in (c.text or "")][:1]  # fmt: skip
    assert cell.text == "sub dir/a&<b>.txt:3"
    assert len(cell) == 0


def test_statistics_count_by_rule(folder: Path) -> None:
    out = CliRunner().invoke(application(), ["check", ".", "--statistics"]).stdout
    assert "1  foreign-spelling  [names]  in 1 file" in out
    assert f"{len(findings())}  findings in 3 files" in out


def test_several_reports_in_one_run(folder: Path) -> None:
    out = report("github", "--report", "sarif=a.sarif", "--report", "junit=j.xml")
    assert out.startswith("::")
    assert json.loads((folder / "a.sarif").read_text())["version"] == "2.1.0"
    assert (folder / "j.xml").read_text().startswith("<?xml")


def follows_sarif(log: object) -> bool:
    """One pattern of the published schema has a bracket too many, which strict readers refuse."""
    text = (SCHEMAS / "sarif-2.1.0.json").read_text()
    jsonschema_rs.validate(json.loads(text.replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}?$")), log)
    return True


def test_sarif_follows_its_schema(folder: Path) -> None:
    log = json.loads(report("sarif"))
    assert follows_sarif(log)
    (run,) = log["runs"]
    pages = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert set(pages) == {result["ruleId"] for result in run["results"]}
    assert "## Why is this bad?" in pages["foreign-spelling"]["help"]["markdown"]
    (name,) = [result for result in run["results"] if result["ruleId"] == "foreign-spelling"]
    place = name["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "sub%20dir/a%26%3Cb%3E.txt"


HOSTILE = "“[a](b) {0} @desk #12 <i> `x` 50% \\\x1b[1m *b* a_b_c|d” is the Turkish *ifade*,\r\n::error::twice"


def finding(message: str) -> Finding:
    text = "a\n::error::b % ` | {1}"
    span = Span("a,b:c.md", 0, 3, 1, 1, 1, 4, "abc")
    return Finding("names", "names", Severity.MAJOR, Confidence.HIGH, span, message, (Suggestion(text),))


def made(format: str, message: str) -> str:
    audit = Audit("a,b:c.md", (finding(message),), Pivot("en", 1.0, {"en": 1.0}, (), ()), (), 1)
    return write(format, Report((audit,), ("w: {0} [a](b)\x1b",)), {"a,b:c.md": "abc"})


def test_sarif_messages_mean_only_themselves() -> None:
    log = json.loads(made("sarif", HOSTILE))
    assert follows_sarif(log)
    message = log["runs"][0]["results"][0]["message"]
    assert "\\[a](b) {{0}}" in message["text"]
    assert "Turkish ifade," in message["text"]
    shown = pyromark.html(message["markdown"])
    assert "<em>ifade</em>" in shown
    assert "<i>" not in shown
    assert "<a " not in shown
    assert log["runs"][0]["invocations"][0]["toolExecutionNotifications"]


def test_comments_on_a_review_mention_nobody() -> None:
    message = json.loads(made("rdjson", HOSTILE))["diagnostics"][0]["message"]
    assert not re.search(r"[@#]\w", message)
    text = "".join(etree.HTML(pyromark.html(message)).itertext())
    assert text.strip() == plain(HOSTILE).replace("@", "@\u2060").replace("#1", "#\u20601")


@pytest.mark.parametrize("format", ["github", "gitlab", "checkstyle", "junit", "text", "markdown"])
def test_nothing_in_a_message_commands_a_terminal_or_a_runner(format: str) -> None:
    text = made(format, HOSTILE)
    assert "\x1b" not in text
    lines = [line for line in text.splitlines() if line.strip().startswith("::")]
    assert len(lines) == (format == "github")
    if format == "github":
        properties, _, message = lines[0][2:].partition("::")
        assert "file=a%2Cb%3Ac.md," in properties
        assert "50%25" in message


def test_what_stands_several_times_is_shown_once(folder: Path) -> None:
    line = "He met Kasım Süleymani.\n\n"
    (folder / "again.txt").write_text(line * 3)
    out = CliRunner().invoke(application(), ["check", "again.txt", "--select", "foreign-spelling"]).stdout
    assert out.count("suggestion: ") == 1
    assert "again: 3:8, 5:8\n" in out
    assert "3 findings in 1 file" in out
    assert "*" not in CliRunner().invoke(application(), ["check", "sub dir"]).stdout
