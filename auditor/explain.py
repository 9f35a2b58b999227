"""From a rule to its page."""

from auditor.rule import Rule


def page(rule: Rule) -> str:
    """A rule's page in Markdown: what it flags, why, and its examples."""
    parts = [
        f"# {rule.name}",
        f"{rule.category} · {rule.severity.label} · {rule.confidence.label} confidence"
        + ("" if rule.default else " · off unless selected"),
        rule.doc,
    ]
    if rule.bad:
        parts += ["## Flagged", *(_example(bad, good) for bad, good in rule.bad.items())]
    if rule.good:
        parts += ["## Left alone", *(f"> {_lines(text)}" for text in rule.good)]
    if rule.evidence:
        from auditor.language.names import LANGUAGES

        names = ", ".join(LANGUAGES.get(code, code) for code in rule.evidence)
        parts.append(f"A finding is a sign that the text came through {names}.")
    return "\n\n".join(parts) + "\n"


def _example(bad: str, good: str) -> str:
    shown = _lines(bad.replace("[[", "**").replace("]]", "**"))
    return f"> {shown}\n>\n> → {_lines(good)}" if good else f"> {shown}"


def _lines(text: str) -> str:
    return text.replace("\n", "\n> ")
