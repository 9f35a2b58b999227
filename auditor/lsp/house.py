"""Adding a name to the house's own gazetteer, as an editor asks for it."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditor.config import Config, ConfigError
from auditor.names.entity import entity_id
from auditor.names.house import field_line, with_entry
from auditor.store import write_atomically

if TYPE_CHECKING:
    from auditor.names.entity import Entity

# The file that is made where a house has none yet.
NEW = "house.toml"

_LISTED = ("preferred", "accepted")


def add_name(name: str, entity: "Entity | None", config: Config, folder: Path) -> Path:
    """Make a spelling right for this house, and say in which file.

    It becomes one of the accepted forms of `entity`, or an entry of its own where there is none. The
    file is the configuration's first house gazetteer; where it has none, one is made in `folder`
    and the configuration told of it. Raises ConfigError.
    """
    path = config.gazetteer[0] if config.gazetteer else _new_house(config, folder)
    table = _loaded(path)
    identifier = entity.id if entity else entity_id(name)
    accepts = _accepted(entity)
    block = table.get(identifier, {})
    if name == block.get("name") or name in block.get("accepts", ()):
        return path
    text = path.read_text(encoding="utf-8")
    if identifier in table:
        text = _with_forms(text, identifier, _joined(block.get("accepts", accepts or ()), name))
    else:
        fields = {"name": name} if accepts is None else {"accepts": _joined(accepts, name)}
        text = with_entry(text, identifier, fields)
    _checked(text, path)
    write_atomically(path, text.encode())
    return path


def _accepted(entity: "Entity | None") -> list[str] | None:
    """The forms accepted already: a house's list stands for the whole one."""
    if entity is None:
        return None
    return [
        s.text
        for s in entity.spellings
        if s.convention == "en" and s.status in _LISTED and s.text != entity.name
    ]


def _joined(accepts: Iterable[str], name: str) -> list[str]:
    return list(dict.fromkeys([*accepts, name]))


def _with_forms(text: str, identifier: str, accepts: Iterable[str]) -> str:
    """The file with an entry's accepted forms replaced; all else stays as it was written."""
    head = re.search(rf"^\[{re.escape(identifier)}\][^\n]*\n", text, re.MULTILINE)
    if head is None:
        raise ConfigError(f"[{identifier}] is written in a way that cannot be added to")
    rest = text[head.end() :]
    end = re.search(r"^\[", rest, re.MULTILINE)
    body, behind = (rest[: end.start()], rest[end.start() :]) if end else (rest, "")
    line = field_line("accepts", accepts)
    body, count = re.subn(
        r"^accepts\s*=\s*\[[^\]]*\][^\n]*\n?", lambda _: line, body, count=1, flags=re.MULTILINE
    )
    return text[: head.end()] + (body if count else line + body) + behind


def _new_house(config: Config, folder: Path) -> Path:
    """A house file of its own, named in the configuration of the folder."""
    place, text = _configuration(config, folder)
    path = place.parent / NEW
    if not path.exists():
        write_atomically(path, b"# Names as this house prints them.\n")
    _checked(text, place)
    write_atomically(place, text.encode())
    return path


def _configuration(config: Config, folder: Path) -> tuple[Path, str]:
    """The configuration file and its text with the house file in it."""
    setting = f'gazetteer = ["{NEW}"]\n'
    root = config.root if config.root != Path() else folder
    own, project = root / "auditor.toml", root / "pyproject.toml"
    if not own.is_file() and project.is_file() and "auditor" in _loaded(project).get("tool", {}):
        text = project.read_text(encoding="utf-8")
        return project, re.sub(r"(?m)^\[tool\.auditor\][^\n]*\n", lambda m: m[0] + setting, text, count=1)
    if own.is_file():
        return own, setting + own.read_text(encoding="utf-8")
    return folder / "auditor.toml", setting


def _loaded(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error


def _checked(text: str, path: Path) -> None:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: cannot be added to without harm: {error}") from error
