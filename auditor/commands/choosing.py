"""The options that say what to look for, given alike to every command that audits."""

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, signature
from typing import Any

from auditor.checking import Settings
from auditor.commands import common, options


def _chosen(
    *,
    select: options.Select = None,
    extend_select: options.ExtendSelect = None,
    ignore: options.Ignore = None,
    min_severity: options.MinSeverity = None,
    min_confidence: options.MinConfidence = None,
    source_language: options.SourceLanguage = None,
    style: options.Style = None,
    gazetteer: options.House = None,
    config: options.ConfigFile = None,
) -> Settings:
    return common.settings(
        config, select=select, extend_select=extend_select, ignore=ignore,
        min_severity=min_severity, min_confidence=min_confidence,
        source_language=source_language, style=style, gazetteer=gazetteer,
    )  # fmt: skip


def with_settings(command: Callable[..., None]) -> Callable[..., None]:
    """A command with these options where it asks for `settings`, which they come to."""
    own, shared = signature(command), signature(_chosen).parameters
    parameters: list[Parameter] = []
    for name, parameter in own.parameters.items():
        parameters += shared.values() if name == "settings" else (parameter,)

    @wraps(command)
    def run(**given: Any) -> None:
        chosen = {name: given.pop(name) for name in shared}
        command(settings=_chosen(**chosen), **given)

    run.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run
