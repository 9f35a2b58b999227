"""A house's own gazetteer: entries added and proposed."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from auditor.names.entity import entity_id
from auditor.names.mentions import Mention
from auditor.store import write_atomically


class HouseError(ValueError):
    """A house file that cannot be added to; the message says why."""


def add_entry(path: Path, name: str, kind: str, fields: Mapping[str, str | Iterable[str]]) -> str:
    """Put an entity in a house file, in its place by id; returns the id.

    The rest of the file stays as it is, comments included. Raises HouseError if the file is not
    TOML or holds the id already, or if no letter of the name can stand in an id.
    """
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    identifier = entity_id(name)
    if not identifier:
        raise HouseError(f"{name!r} is no name to print")
    try:
        known = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise HouseError(f"{path}: {error}") from error
    if identifier in known:
        raise HouseError(f"{path}: [{identifier}] is there already; change it by hand")
    own = {} if kind == "person" else {"kind": kind}
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, with_entry(text, identifier, {"name": name, **own, **fields}).encode())
    return identifier


def with_entry(text: str, identifier: str, fields: Mapping[str, str | Iterable[str]]) -> str:
    """The text of a gazetteer file with an entry more, in its place by id."""
    blocks = re.split(r"(?m)^(?=\[[^\[])", text)
    at = next((i for i, block in enumerate(blocks) if _header(block) > identifier), len(blocks))
    before, after = "".join(blocks[:at]), "".join(blocks[at:])
    gap = "" if not before or before.endswith("\n\n") else "\n" if before.endswith("\n") else "\n\n"
    return before + gap + entry_text(identifier, fields) + ("\n" + after if after else "")


def entry_text(identifier: str, fields: Mapping[str, str | Iterable[str]]) -> str:
    """An entry as it stands in a gazetteer file."""
    return "".join([f"[{identifier}]\n", *(field_line(key, value) for key, value in fields.items())])


def field_line(key: str, value: str | Iterable[str]) -> str:
    """A field of an entry as it stands in a gazetteer file: a text, or a list of texts."""
    shown = _quoted(value) if isinstance(value, str) else f"[{', '.join(map(_quoted, value))}]"
    return f"{key} = {shown}\n"


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
        blocks.append(f"{comment}\n{entry_text(entity_id(usual), {'name': usual})}")
    return "\n".join(blocks)


def _header(block: str) -> str:
    match = re.match(r"\[([^\]]+)\]", block)
    return match[1] if match else ""


def _quoted(text: str) -> str:
    """A TOML string: JSON's escapes are TOML's."""
    return json.dumps(text, ensure_ascii=False)
