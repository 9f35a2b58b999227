"""Findings silenced in the file itself."""

import pytest

from auditor.engine import Engine
from auditor.formats import read
from auditor.rules import code_rules

ENGINE = Engine([rule for rule in code_rules() if rule.document_check])
BAD = "They met at the the gate."


@pytest.mark.parametrize(
    ("path", "text", "count"),
    [
        ("a.md", f"{BAD} <!-- auditor: ignore doubled-word: a refrain -->\n", 0),
        ("a.md", f"<!-- auditor: ignore doubled-word: a refrain -->\n{BAD}\n", 0),
        ("a.md", f"<!-- auditor: ignore structure -- a refrain -->\n{BAD}\n", 0),
        ("a.md", f"<!-- auditor: ignore -->\n{BAD}\n", 0),
        ("a.md", f"<!-- auditor: ignore foreign-spelling -->\n{BAD}\n", 1),
        ("a.md", f"<!-- auditor: ignore -->\n\n\n{BAD}\n", 1),
        ("a.md", f"{BAD}\n\n{BAD.replace('gate', 'wall')}\n<!-- auditor: ignore-file -->\n", 0),
        ("a.html", f"<p>{BAD}</p> <!-- auditor: ignore doubled-word -->", 0),
        ("a.txt", f"{BAD} <!-- auditor: ignore doubled-word -->\n", 0),
        ("a.txt", f"{BAD} <!-- the auditor: ignored us -->\n", 1),
    ],
)
def test_suppressions(path: str, text: str, count: int) -> None:
    assert len(ENGINE.audit(read(path, text)).findings) == count
