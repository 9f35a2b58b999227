"""What the skins that stay open share: engines kept warm, each for the settings a client sends."""

import gc
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from threading import Lock
from typing import Any

from auditor.config import Config, ConfigError, find_config, selected, with_settings
from auditor.engine import Engine
from auditor.formats import read
from auditor.rules import load_rules
from auditor.runner import Runner

# What a client may set; files to read and paths to pass over stay with the configuration file.
SETTINGS = (
    "select", "extend-select", "ignore", "min-severity", "min-confidence", "source-language",
    "prior-english", "style",
)  # fmt: skip

# An engine takes a few megabytes and half a second to make; clients of one desk use few settings.
_KEPT = 16

# Has something for every part of an audit: a name, a quotation, a phrase of a pack.
_WARMING = "General Kasım Süleymani was killed, the minister said. He stated that “we are ready”.\n"

_HUMP = re.compile(r"_|(?<=[a-z])(?=[A-Z])")


def settings(table: Mapping[str, Any], where: str) -> Mapping[str, Any]:
    """A client's settings with their names as in `auditor.toml` (`minConfidence` is also read).

    Empty ones are left out. Raises ConfigError for a name that is none and for a wrong value.
    """
    named = {_HUMP.sub("-", key).lower(): value for key, value in table.items()}
    unknown = sorted(named.keys() - set(SETTINGS))
    if unknown:
        raise ConfigError(f"{where}: unknown setting `{unknown[0]}`; known: {', '.join(SETTINGS)}")
    chosen = {key: value for key, value in named.items() if value not in (None, "", [])}
    selected(with_settings(Config(), chosen, where), load_rules())
    return chosen


def settle() -> None:
    """Put all that is loaded by now out of reach of the garbage collector.

    It stays loaded in any case, and a full round over a gazetteer would now and then hold up a
    keystroke for 75 ms.
    """
    gc.collect()
    gc.freeze()


class Desk:
    """Engines for files and settings, made once. Safe to use from several threads."""

    def __init__(self, base: Mapping[str, Any] | None = None, source: str = "settings") -> None:
        """Take settings that hold where a client sends none, and what to call them in errors."""
        self._base = dict(base or {})
        self._source = source
        self._lock = Lock()
        self._runners = lru_cache(maxsize=_KEPT)(self._runner)

    def engine(self, path: str, changes: Mapping[str, Any] | None = None) -> Engine:
        """The engine for a file: its configuration, then the desk's settings, then `changes`.

        Raises ConfigError.
        """
        with self._lock:
            key = json.dumps({**self._base, **(changes or {})}, sort_keys=True)
            return self._runners(key).engine_for(path)

    def warm(self) -> None:
        """Load what the first audit needs, so that nobody waits for it."""
        self.engine("text.txt").audit(read("text.txt", _WARMING))
        settle()

    def config(self, path: str) -> Config:
        """The settings for a file. Raises ConfigError."""
        with self._lock:
            return self._runners(json.dumps(self._base, sort_keys=True)).config_for(path)

    def rebase(self, base: Mapping[str, Any]) -> None:
        """Let other settings hold where a client sends none."""
        self._base = dict(base)

    def forget(self) -> None:
        """Read configuration and house gazetteers again: they have changed."""
        with self._lock:
            find_config.cache_clear()
            self._runners.cache_clear()

    def _runner(self, key: str) -> Runner:
        changes = json.loads(key)
        return Runner(lambda config: with_settings(config, changes, self._source))
