"""Settings: `auditor.toml` or `[tool.auditor]` in pyproject.toml, sought upwards from a file."""

import difflib
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from auditor.finding import Confidence, Severity
from auditor.rule import CATEGORIES, Rule

STYLES = ("ap", "reuters", "bbc", "guardian", "nyt")


class ConfigError(ValueError):
    """A setting that cannot be used; the message names the file and the nearest right name."""


@dataclass(frozen=True, slots=True)
class Override:
    """Settings for the paths that match some patterns (those of .gitignore)."""

    paths: tuple[str, ...]
    settings: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Config:
    """What to look for and what to show.

    `select` and `ignore` hold names of rules, categories or packs (`tr`); `source_language` is
    the language all texts came through, if it is known; `prior_english` how likely a text was
    written in English before it is read. `gazetteer` are house files, `style` the column of the
    gazetteer that decides between accepted forms. `quotations` is the house's archive of original
    quotations.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_severity: Severity = Severity.NEUTRAL
    min_confidence: Confidence = Confidence.MEDIUM
    source_language: str | None = None
    prior_english: float = 0.5
    gazetteer: tuple[Path, ...] = ()
    quotations: Path | None = None
    style: str | None = None
    exclude: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()
    root: Path = field(default=Path())

    def for_path(self, path: Path) -> "Config":
        """These settings with the overrides that name a path."""
        from pathspec import GitIgnoreSpec

        config = self
        for override in self.overrides:
            try:
                relative = path.resolve().relative_to(self.root.resolve())
            except ValueError:
                continue
            if GitIgnoreSpec.from_lines(override.paths).match_file(relative.as_posix()):
                config = _updated(config, override.settings, str(self.root), merge=True)
        return config


_KEYS = {f.name.replace("_", "-"): f.name for f in fields(Config) if f.name not in ("root",)}


@cache
def find_config(folder: Path) -> Config:
    """The settings for files in a folder: the nearest configuration upwards, or the defaults.

    Raises ConfigError where that file is not well formed.
    """
    for parent in (folder, *folder.parents):
        own = parent / "auditor.toml"
        if _is_file(own):
            return read_config(own)
        project = parent / "pyproject.toml"
        if _is_file(project) and "auditor" in _load(project).get("tool", {}):
            return read_config(project)
    return Config(root=folder)


def _is_file(path: Path) -> bool:
    """Whether a configuration is there. One that is a link may not show what stands elsewhere."""
    if not path.is_file():
        return False
    if path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve()):
        raise ConfigError(f"{path}: a link that leads out of {path.parent} is not read")
    return True


def read_config(path: Path) -> Config:
    """Settings of one file. Raises ConfigError."""
    table = _load(path)
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("auditor", {})
    return _updated(Config(root=path.parent), table, str(path))


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: {getattr(error, 'strerror', None) or error}") from error


# What holds for all files of a configuration, so that an override cannot change it.
_FOR_ALL = ("overrides", "exclude", "gazetteer", "quotations", "style")


def with_settings(config: Config, table: Mapping[str, object], where: str) -> Config:
    """The configuration with other settings laid over it. Raises ConfigError, naming `where`."""
    return _updated(config, table, where)


def _updated(config: Config, table: Mapping[str, object], where: str, *, merge: bool = False) -> Config:
    changes: dict[str, object] = {}
    for key, value in table.items():
        if key not in _KEYS or (merge and key in _FOR_ALL):
            raise ConfigError(f"{where}: unknown setting `{key}`{_nearest(key, _KEYS)}")
        changes[_KEYS[key]] = _read(config, key, value, where)
    if merge and "ignore" in changes:
        changes["ignore"] = (*config.ignore, *_strings(changes["ignore"], "ignore", where))
    return replace(config, **changes)  # type: ignore[arg-type]


def _read(config: Config, key: str, value: object, where: str) -> object:
    match key:
        case "min-severity":
            return _member(Severity, value, key, where)
        case "min-confidence":
            return _member(Confidence, value, key, where)
        case "prior-english":
            if not isinstance(value, (int, float)) or not 0 < value < 1:
                raise ConfigError(f"{where}: `{key}` is a probability between 0 and 1")
            return float(value)
        case "source-language":
            return _language(value, where)
        case "style":
            return one_of(str(value), STYLES, f"{where}: style")
        case "gazetteer":
            return tuple(_inside(config.root, text, where) for text in _strings(value, key, where))
        case "quotations":
            if not isinstance(value, str):
                raise ConfigError(f"{where}: `{key}` is the name of one file")
            return _inside(config.root, value, where, key)
        case "overrides":
            return tuple(_override(item, where) for item in _tables(value, where))
        case _:
            return _strings(value, key, where)


def _language(value: object, where: str) -> str:
    from auditor.language.names import LANGUAGES

    return one_of(str(value), ["en", *LANGUAGES], f"{where}: source-language")


def _inside(root: Path, text: str, where: str, key: str = "gazetteer") -> Path:
    """A house file. It must stand below the configuration, so that none reads files elsewhere."""
    path = (root / text).resolve()
    if not path.is_relative_to(root.resolve()):
        raise ConfigError(f"{where}: {key} file {text!r} stands outside {root}")
    if not path.is_file():
        raise ConfigError(f"{where}: there is no {key} file {text!r}")
    return path


def _override(item: Mapping[str, object], where: str) -> Override:
    paths = _strings(item.get("paths", []), "paths", where)
    if not paths:
        raise ConfigError(f"{where}: an override names its `paths`")
    settings = {key: value for key, value in item.items() if key != "paths"}
    _updated(Config(), settings, f"{where}: overrides", merge=True)
    return Override(paths, settings)


def _tables(value: object, where: str) -> list[Mapping[str, object]]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ConfigError(f"{where}: `overrides` is a list of tables")
    return value


def _strings(value: object, key: str, where: str) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) for item in value):
        raise ConfigError(f"{where}: `{key}` is a list of texts")
    return tuple(value)


def _member(
    kind: type[Severity] | type[Confidence], value: object, key: str, where: str
) -> Severity | Confidence:
    return kind[one_of(str(value), [m.label for m in kind], f"{where}: {key}").upper()]


def one_of(value: str, known: Iterable[str], what: str) -> str:
    """The value if it is known. Raises ConfigError with the nearest name, or all, otherwise."""
    choices = list(known)
    if value in choices:
        return value
    raise ConfigError(f"{what}: unknown `{value}`{_nearest(value, choices)}")


def _nearest(name: str, known: Iterable[str]) -> str:
    choices = list(known)
    close = difflib.get_close_matches(name, choices, n=1, cutoff=_CLOSE)
    if close:
        return f"; did you mean `{close[0]}`?"
    listed = ", ".join(choices)
    return f"; known: {listed}" if len(listed) <= _LISTED else ""


# How alike a slip and the name meant are at the least: *majr* and *major* are .89 alike. Below this
# the names of packs, two letters long, are near anything.
_CLOSE = 0.6

# So many characters of names still read as a line.
_LISTED = 250


def selected(config: Config, rules: Sequence[Rule]) -> list[Rule]:
    """The rules that a configuration turns on. Raises ConfigError for a name that is none."""
    names = {rule.name for rule in rules} | set(CATEGORIES)
    names |= {name.split("/")[0] for name in names if "/" in name} | {"all"}
    for name in (*config.select, *config.extend_select, *config.ignore):
        if name not in names:
            near = _nearest(name, names) or "; `auditor rules` lists them all"
            raise ConfigError(f"unknown rule, category or pack `{name}`{near}")
    return [rule for rule in rules if _is_on(rule, config)]


def _is_on(rule: Rule, config: Config) -> bool:
    titles = {rule.name, rule.category, rule.name.split("/")[0], "all"}
    if rule.name in config.ignore:
        return False
    if rule.name in config.select or rule.name in config.extend_select:
        return True
    if not titles.isdisjoint(config.ignore):
        return False
    if not titles.isdisjoint(config.extend_select):
        return True
    if config.select:
        return rule.default and not titles.isdisjoint(config.select)
    return rule.default
