"""The OpenAPI description of what other programs may ask."""

from typing import Any

from auditor import __version__
from auditor.desk import SETTINGS
from auditor.server.limits import Limits

_LISTS = ("select", "extend-select", "ignore")


def description(limits: Limits) -> dict[str, Any]:
    """The description as the object that becomes JSON."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "auditor",
            "version": __version__,
            "description": "Flags machine-translation artifacts and foreign name spellings in English news.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "paths": {
            "/v1/check": {"post": _own_check()},
            "/v2/check": {"post": _languagetool_check()},
            "/v2/languages": {"get": _get("Languages known to the LanguageTool API", "application/json")},
            "/v2/maxtextlength": {"get": _get("The longest text, in characters", "text/plain")},
            "/v2/info": {"get": _get("Name and version of the program", "application/json")},
            "/v2/configinfo": {"get": _configinfo()},
            "/v2/healthcheck": {"get": _get("OK if the server answers", "text/plain")},
            "/healthz": {"get": _get("Whether the server answers, and its version", "application/json")},
        },
        "components": {
            "schemas": {"Article": _article(limits), "Report": {"type": "object"}, "Error": _ERROR}
        },
    }


_ERROR = {"type": "object", "properties": {"error": {"type": "string"}}, "required": ["error"]}


def _article(limits: Limits) -> dict[str, Any]:
    settings = {
        name: {"type": "array", "items": {"type": "string"}} if name in _LISTS else {"type": "string"}
        for name in SETTINGS
        if name != "prior-english"
    }
    settings["prior-english"] = {"type": "number"}
    return {
        "type": "object",
        "required": ["text"],
        "properties": {
            "text": {"type": "string", "maxLength": limits.length},
            "filename": {
                "type": "string",
                "description": "Its suffix says the format.",
                "default": "text.txt",
            },
            "format": {"enum": ["plain", "markdown", "html", "po", "xliff"]},
            "settings": {"type": "object", "properties": settings, "additionalProperties": False},
        },
    }


_FILE = {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}}}


def _own_check() -> dict[str, Any]:
    name = {"name": "filename", "in": "query", "schema": {"type": "string"},
            "description": "For a body that is the file itself."}  # fmt: skip
    return {
        "summary": "Check an article",
        "description": "The report of auditor check --format json; offsets count characters.",
        "operationId": "check",
        "parameters": [name],
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/Article"}},
                "text/plain": {"schema": {"type": "string"}},
                "multipart/form-data": {"schema": _FILE},
            },
        },
        "responses": {
            "200": _json("The report", "Report"),
            "400": _json("The request cannot be answered", "Error"),
            "413": {"description": "The text or the file is too large"},
            "503": {"description": "The server is busy, or the answer took too long"},
        },
    }


def _json(text: str, schema: str) -> dict[str, Any]:
    reference = {"$ref": f"#/components/schemas/{schema}"}
    return {"description": text, "content": {"application/json": {"schema": reference}}}


_TEXTS = {
    "text": "The text; or `data`.",
    "data": "JSON with `text`, or with `annotation`: a list of `text`, `markup` and `interpretAs`.",
    "language": "`en-US`, another English, or `auto`.",
    "enabledRules": "Rules to turn on, comma-separated.",
    "disabledRules": "Rules to turn off, comma-separated.",
    "enabledCategories": "Categories to turn on.",
    "disabledCategories": "Categories to turn off.",
    "enabledOnly": "`true`: only what is turned on.",
    "level": "`picky`: weaker findings too.",
}


def _languagetool_check() -> dict[str, Any]:
    properties = {name: {"type": "string", "description": text} for name, text in _TEXTS.items()}
    schema = {"type": "object", "required": ["language"], "properties": properties}
    return {
        "summary": "Check a text as LanguageTool's clients ask",
        "description": "Offsets count UTF-16 units.",
        "operationId": "languageToolCheck",
        "requestBody": {
            "required": True,
            "content": {"application/x-www-form-urlencoded": {"schema": schema}},
        },
        "responses": {
            "200": {"description": "The matches", "content": {"application/json": {}}},
            "400": {"description": "An error, as a line of text"},
        },
    }


def _configinfo() -> dict[str, Any]:
    language = {"name": "language", "in": "query", "required": True, "schema": {"type": "string"}}
    return _get("Every rule with its category", "application/json") | {"parameters": [language]}


def _get(text: str, kind: str) -> dict[str, Any]:
    return {"summary": text, "responses": {"200": {"description": text, "content": {kind: {}}}}}
