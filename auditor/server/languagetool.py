"""The LanguageTool HTTP API, so that its clients show our findings.

Rules and categories keep our names. Offsets count UTF-16 units, as LanguageTool's do. Texts of
other languages than English are refused, as LanguageTool refuses languages it does not know.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from auditor import __version__
from auditor.document import Document
from auditor.engine import Audit
from auditor.finding import Finding
from auditor.formats import read
from auditor.language.units import Utf16, whole
from auditor.report.wording import plain
from auditor.rule import CATEGORIES, Rule
from auditor.rules import load_rules
from auditor.server.annotated import Part, annotated
from auditor.server.asking import BadRequest, Shop, bounded, form_of, shop_of

LANGUAGES = {
    "en": "English", "en-US": "English (US)", "en-GB": "English (GB)", "en-AU": "English (Australian)",
    "en-CA": "English (Canadian)", "en-NZ": "English (New Zealand)", "en-ZA": "English (South African)",
}  # fmt: skip
_USUAL = "en-US"

SOFTWARE = {
    "name": "auditor", "version": __version__, "buildDate": None, "apiVersion": 1,
    "premium": False, "premiumHint": "", "status": "",
}  # fmt: skip

# Our categories in the words of ITS 2.0, by which clients choose colours. Names are marked like
# misspellings: that is what they are, and clients then offer to learn the word.
_ISSUES = {
    "names": "misspelling", "organisations": "terminology", "mistranslation": "mistranslation",
    "style": "style", "grammar": "grammar", "terminology": "terminology",
    "locale": "locale-violation", "typography": "typographical", "untranslated": "untranslated",
    "quotations": "other", "structure": "formatting", "consistency": "inconsistency",
    "omission-addition": "omission",
}  # fmt: skip

# How much text around a match is sent with it, each side.
_AROUND = 40
_MOST_REPLACEMENTS = 10


async def check(request: Request) -> Response:
    """Answer `/v2/check`."""
    parameters = await _parameters(request)
    shop = shop_of(request)
    return JSONResponse(await shop.workroom.do(_checked, shop, parameters))


async def _parameters(request: Request) -> Mapping[str, str]:
    form = await form_of(request) if request.method == "POST" else {}
    return {**request.query_params, **{k: v for k, v in form.items() if isinstance(v, str)}}


def _checked(shop: Shop, parameters: Mapping[str, str]) -> dict[str, object]:
    language = _language(parameters)
    document = _document(parameters, shop)
    chosen = _settings(parameters)
    found: Audit | None = None
    if chosen is not None:
        found = shop.desk.engine(document.path, chosen).audit(document)
    places = Utf16(document.source)
    return {
        "software": SOFTWARE,
        "warnings": {"incompleteResults": False},
        "language": language,
        "matches": [_match(f, document, places) for f in (found.findings if found else ())],
        "sentenceRanges": [
            [places.units(span.start), places.units(span.end)]
            for span in (document.span(a, b) for a, b in document.sentences if a < b)
        ],
    }


def _language(parameters: Mapping[str, str]) -> dict[str, object]:
    code = parameters.get("language", "")
    if not code:
        raise BadRequest("Missing 'language' parameter, e.g. 'language=en-US' or 'language=auto'")
    known = {name.lower(): name for name in LANGUAGES} | {"auto": _USUAL}
    if code.lower() not in known:
        raise BadRequest(
            f"'{code[:40]}' is not a language code known to this server; known: {', '.join(LANGUAGES)}, auto"
        )
    code = known[code.lower()]
    usual = {"name": LANGUAGES[_USUAL], "code": _USUAL, "confidence": 0.99, "source": "given"}
    return {"name": LANGUAGES[code], "code": code, "detectedLanguage": usual}


def _document(parameters: Mapping[str, str], shop: Shop) -> Document:
    text, data = parameters.get("text"), parameters.get("data")
    if text is not None and data is not None:
        raise BadRequest("Set only 'text' or 'data' parameter, not both")
    if text is not None:
        return read("text.txt", bounded(whole(text), shop.limits))
    if data is None:
        raise BadRequest("Missing 'text' or 'data' parameter")
    parts = _parts(data)
    bounded("".join(part.text for part in parts), shop.limits)
    return annotated("text.txt", parts)


def _parts(data: str) -> list[Part]:
    try:
        table = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BadRequest("Could not parse JSON from 'data' parameter") from error
    if isinstance(table, dict) and isinstance(table.get("text"), str):
        return [Part(whole(table["text"]), whole(table["text"]))]
    if not isinstance(table, dict) or not isinstance(table.get("annotation"), list):
        raise BadRequest("'data' key in JSON requires 'text' or 'annotation' key")
    return [_part(item) for item in table["annotation"]]


def _part(item: object) -> Part:
    if isinstance(item, dict):
        text, markup = item.get("text"), item.get("markup")
        stands_for = item.get("interpretAs", "")
        if isinstance(text, str) and markup is None:
            return Part(whole(text), whole(text))
        if isinstance(markup, str) and text is None and isinstance(stands_for, str):
            return Part(whole(markup), whole(stands_for), is_markup=True)
    raise BadRequest("Each element of 'annotation' has 'text', or 'markup' and perhaps 'interpretAs'")


def _settings(parameters: Mapping[str, str]) -> Mapping[str, Any] | None:
    """What to look for; None for nothing. Names of LanguageTool's own rules are passed over."""
    on = [*_known(parameters, "enabledRules"), *_known(parameters, "enabledCategories")]
    off = [*_known(parameters, "disabledRules"), *_known(parameters, "disabledCategories")]
    only = parameters.get("enabledOnly", "").lower() in ("true", "yes")
    if only and not on:
        return None
    chosen: dict[str, Any] = {"select" if only else "extend-select": on, "ignore": off}
    if parameters.get("level") == "picky":
        chosen["min-confidence"] = "low"
    return {key: value for key, value in chosen.items() if value}


def _known(parameters: Mapping[str, str], key: str) -> Iterable[str]:
    names = {rule.name for rule in load_rules()} | set(CATEGORIES)
    given = (name.strip().lower() for name in parameters.get(key, "").split(","))
    return sorted({name for name in given if name in names})


def _match(finding: Finding, document: Document, places: Utf16) -> dict[str, object]:
    span = finding.span
    offset, end = places.units(span.start), places.units(span.end)
    start = max(0, span.start - _AROUND)
    around = document.source[start : span.end + _AROUND]
    lead, tail = "..." if start else "", "..." if span.end + _AROUND < len(document.source) else ""
    within = offset - places.units(start) + len(lead)
    return {
        "message": plain(finding.message),
        "shortMessage": finding.rule.rpartition("/")[2].replace("-", " ").capitalize(),
        "replacements": [
            {"value": s.text} | ({"shortDescription": s.reason} if s.reason else {})
            for s in (finding.suggestions[:_MOST_REPLACEMENTS] if span.solid else ())
        ],
        "offset": offset,
        "length": end - offset,
        "context": {
            "text": lead + "".join(" " if c in "\r\n" else c for c in around) + tail,
            "offset": within,
            "length": end - offset,
        },
        "sentence": _sentence(finding, document),
        "type": {"typeName": "Other"},
        "rule": _rule(finding.rule, finding.category),
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": -1,
    }


def _sentence(finding: Finding, document: Document) -> str:
    place = document.prose_at(finding.span.start)
    if place is None:
        return finding.span.text
    start, end = document.sentence_at(place)
    return document.text[start:end]


def _rule(name: str, category: str) -> dict[str, object]:
    return {
        "id": name,
        "description": name.rpartition("/")[2].replace("-", " ").capitalize(),
        "issueType": _ISSUES.get(category, "other"),
        "category": _category(category),
        "isPremium": False,
    }


def _category(name: str) -> dict[str, str]:
    return {"id": name.upper(), "name": name.replace("-", " ").capitalize()}


async def languages(request: Request) -> Response:
    """Answer `/v2/languages`."""
    return JSONResponse(
        [{"name": name, "code": code[:2], "longCode": code} for code, name in LANGUAGES.items()]
    )


async def longest(request: Request) -> Response:
    """Answer `/v2/maxtextlength`."""
    return PlainTextResponse(str(shop_of(request).limits.length))


async def information(request: Request) -> Response:
    """Answer `/v2/info`."""
    return JSONResponse({"software": SOFTWARE})


async def configuration(request: Request) -> Response:
    """Answer `/v2/configinfo`: every rule, with its category."""
    if request.query_params.get("language") not in LANGUAGES:
        raise BadRequest("'language' parameter missing or not known to this server")
    return JSONResponse(
        {
            "software": SOFTWARE,
            "parameter": {"maxTextLength": shop_of(request).limits.length},
            "rules": [_listed(rule) for rule in load_rules()],
        }
    )


def _listed(rule: Rule) -> dict[str, object]:
    category = _category(rule.category)
    listed: dict[str, object] = {
        "ruleId": rule.name,
        "description": rule.summary,
        "categoryId": category["id"],
        "categoryName": category["name"],
        "locQualityIssueType": _ISSUES.get(rule.category, "other"),
    }
    return listed if rule.default else listed | {"isDefaultOff": "yes"}
