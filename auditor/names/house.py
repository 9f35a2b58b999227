"""A house's own gazetteer: entries added and proposed."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from auditor.names.mentions import Mention
from auditor.names.tokens import fold
from auditor.store import write_atomically


class HouseError(ValueError):
    """A house file that cannot be added to; the message says why."""


def add_entry(path: Path, name: str, kind: str, fields: Mapping[str, str | list[str]]) -> str:
    """Put an entity in a house file, in its place by id; returns the id.

    The rest of the file stays as it is, comments included. Raises HouseError if the file is not
    TOML or holds the id already, or if no letter of the name can stand in an id.
    """
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    identifier = entry_id(name)
    if not identifier:
        raise HouseError(f"{name!r} is no name to print")
    try:
        known = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise HouseError(f"{path}: {error}") from error
    if identifier in known:
        raise HouseError(f"{path}: [{identifier}] is there already; change it by hand")
    blocks = re.split(r"(?m)^(?=\[[^\[])", text)
    at = next((i for i, block in enumerate(blocks) if _header(block) > identifier), len(blocks))
    block = entry_text(name, {"kind": kind, **fields} if kind != "person" else fields)
    before = "".join(blocks[:at])
    gap = "" if not before or before.endswith("\n\n") else "\n" if before.endswith("\n") else "\n\n"
    after = "".join(blocks[at:])
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, (before + gap + block + ("\n" + after if after else "")).encode())
    return identifier


def entry_id(name: str) -> str:
    """The id of an entity of that name."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def entry_text(name: str, fields: Mapping[str, str | list[str]]) -> str:
    """An entry as it stands in a gazetteer file."""
    lines = [f"[{entry_id(name)}]", f"name = {_quoted(name)}"]
    for key, value in fields.items():
        shown = _quoted(value) if isinstance(value, str) else f"[{', '.join(map(_quoted, value))}]"
        lines.append(f"{key} = {shown}")
    return "\n".join(lines) + "\n"


def propose(mentions: Iterable[Mention], least: int) -> str:
    """Entries for the names that the gazetteer does not know, the most frequent first.

    Each has its other spellings as a comment, for an editor to judge.
    """
    counts: dict[str, Counter[str]] = {}
    for mention in mentions:
        if mention.match is None and " " in mention.text:
            counts.setdefault(mention.key, Counter())[mention.text] += 1
    blocks = []
    for spellings in sorted(counts.values(), key=lambda c: (-c.total(), c.most_common(1)[0][0])):
        if spellings.total() < least:
            continue
        (usual, _), *others = spellings.most_common()
        comment = f"# {spellings.total()} mentions"
        comment += "".join(f"; {text}: {count}" for text, count in others)
        blocks.append(f"{comment}\n{entry_text(usual, {})}")
    return "\n".join(blocks)


def _header(block: str) -> str:
    match = re.match(r"\[([^\]]+)\]", block)
    return match[1] if match else ""


def _quoted(text: str) -> str:
    """A TOML string: JSON's escapes are TOML's."""
    return json.dumps(text, ensure_ascii=False)
