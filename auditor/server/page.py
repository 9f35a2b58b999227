"""What the editor's page asks for: files opened, articles checked while typed, files saved."""

from collections import Counter
from collections.abc import Mapping
from urllib.parse import quote

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from auditor.document import Document
from auditor.engine import Audit
from auditor.finding import Finding
from auditor.formats import escape_at, format_of
from auditor.formats.encoding import NotText
from auditor.formats.files import load
from auditor.language.names import LANGUAGES
from auditor.language.units import Utf16
from auditor.names.mentions import Mention
from auditor.report.json import finding_object
from auditor.report.text import verdict
from auditor.server.asking import (
    Article,
    BadRequest,
    Shop,
    article_of,
    bounded,
    file_name,
    form_of,
    shop_of,
)
from auditor.server.saving import saved, shown

# Origins that the page lists beside the likeliest.
_MOST_ORIGINS = 4


async def check(request: Request) -> Response:
    """Findings of an article, placed and escaped for a text field in a browser."""
    shop, article = shop_of(request), await article_of(request)
    return JSONResponse(await shop.workroom.do(_checked, shop, article))


def _checked(shop: Shop, article: Article) -> dict[str, object]:
    document = article.document(shop.limits)
    audit = shop.desk.engine(article.name, article.settings).audit(document)
    places = Utf16(document.source)
    return {
        "findings": [_finding(finding, document, places) for finding in audit.findings],
        "verdict": _verdict(audit),
        "words": audit.words,
        "format": document.format,
    }


def _finding(finding: Finding, document: Document, places: Utf16) -> dict[str, object]:
    span = finding.span
    puts = [escape_at(document, span.start, s.text) for s in finding.suggestions]
    return finding_object(finding) | {
        "from": places.units(span.start),
        "to": places.units(span.end),
        "solid": span.solid,
        "suggestions": [
            {"text": s.text, "reason": s.reason, "safe": s.safe, "put": put if span.solid else None}
            for s, put in zip(finding.suggestions, puts, strict=True)
        ],
        "related": [
            {"from": places.units(r.start), "to": places.units(r.end), "line": r.line, "text": r.text}
            for r in finding.related
        ],
    }


def _verdict(audit: Audit) -> dict[str, object]:
    pivot = audit.pivot
    likely = sorted(pivot.posterior.items(), key=lambda item: -item[1])[:_MOST_ORIGINS]
    return {
        "text": verdict(audit),
        "language": pivot.language,
        "translated": round(pivot.translated, 4),
        "reasons": [*pivot.reasons],
        "phrases": [*pivot.phrases],
        "origins": [
            {"name": "written in English" if code == "en" else f"through {LANGUAGES.get(code, code)}",
             "share": round(share, 4)}
            for code, share in likely if share >= 0.005
        ],
    }  # fmt: skip


async def names(request: Request) -> Response:
    """Every name of an article, its spellings and the form to print."""
    shop, article = shop_of(request), await article_of(request)
    return JSONResponse(await shop.workroom.do(_names, shop, article))


def _names(shop: Shop, article: Article) -> list[dict[str, object]]:
    document = article.document(shop.limits)
    groups: dict[str, list[Mention]] = {}
    for mention in shop.desk.engine(article.name, article.settings).names(document):
        groups.setdefault(mention.key, []).append(mention)
    places = Utf16(document.source)
    rows = [_name(group, places) for group in groups.values()]
    return sorted(rows, key=lambda row: (not row["wrong"], str(row["name"]).casefold()))


def _name(group: list[Mention], places: Utf16) -> dict[str, object]:
    entity = next((mention.entity for mention in group if mention.entity), None)
    counts = Counter(mention.text for mention in group)
    return {
        "name": entity.name if entity else counts.most_common(1)[0][0],
        "known": entity is not None,
        "kind": entity.kind if entity else "",
        "about": entity.about if entity else "",
        "native": entity.native if entity else "",
        "spellings": [{"text": text, "count": count} for text, count in counts.most_common()],
        "wrong": sorted({mention.text for mention in group if not mention.right}),
        "from": places.units(group[0].span.start),
        "to": places.units(group[0].span.end),
    }


async def open_file(request: Request) -> Response:
    """A file's text as the page edits it."""
    shop, article = shop_of(request), await article_of(request)
    return JSONResponse(await shop.workroom.do(_opened, shop, article))


def _opened(shop: Shop, article: Article) -> Mapping[str, object]:
    try:
        file = load(article.name, article.data or article.text.encode())
    except NotText as error:
        raise BadRequest(str(error)) from error
    text = bounded(shown(file.document.source), shop.limits)
    return {
        "text": text,
        "format": format_of(article.name),
        "filename": article.name,
        "warning": file.warning,
    }


async def save_file(request: Request) -> Response:
    """The file that was opened, with the text the page sends put into it."""
    shop, form = shop_of(request), await form_of(request)
    file, changed = form.get("file"), form.get("text")
    if not isinstance(file, UploadFile) or not isinstance(changed, UploadFile):
        raise BadRequest("the form holds two files: the `file` that was opened and its new `text`")
    name = file_name(str(file.filename or ""))
    text = bounded(_text(await changed.read()), shop.limits)
    data = await shop.workroom.do(saved, name, await file.read(), text)
    disposition = f"attachment; filename*=UTF-8''{quote(name)}"
    return Response(data, headers={"Content-Disposition": disposition}, media_type="application/octet-stream")


def _text(data: bytes) -> str:
    """The new text; it comes as a file, since browsers change the line ends of a form's fields."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise BadRequest("`text` is not UTF-8") from error
