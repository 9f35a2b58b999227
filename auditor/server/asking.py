"""What requests have in common: their articles and settings, and errors that say what to do."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from auditor.config import ConfigError
from auditor.desk import Desk, settings
from auditor.document import Document
from auditor.formats import FORMATS, format_of, read
from auditor.formats.encoding import NotText
from auditor.formats.files import load
from auditor.language.units import whole
from auditor.server.limits import Limits
from auditor.server.work import Workroom

_LONGEST_NAME = 200

# A form without files.
_FIELDS = "application/x-www-form-urlencoded"


class BadRequest(Exception):  # noqa: N818
    """A request that cannot be answered; the message says why. `status` is that of the answer."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Shop:
    """What every answer needs: engines, limits, a place to work."""

    desk: Desk
    limits: Limits
    workroom: Workroom


def shop_of(request: Request) -> Shop:
    """The shop of the server that was asked."""
    shop = request.app.state.shop
    assert isinstance(shop, Shop)
    return shop


@dataclass(frozen=True, slots=True)
class Article:
    """An article as a client sends it: text, or a file's bytes."""

    name: str
    text: str = ""
    data: bytes | None = None
    format: str | None = None
    settings: Mapping[str, Any] = field(default_factory=dict)

    def document(self, limits: Limits) -> Document:
        """Its prose. Raises BadRequest for bytes that are no text and for a text too long."""
        if self.data is None:
            return read(self.name, bounded(self.text, limits), self.format or format_of(self.name))
        try:
            document = load(self.name, self.data, self.format).document
        except NotText as error:
            raise BadRequest(str(error)) from error
        bounded(document.source, limits)
        return document


def bounded(text: str, limits: Limits) -> str:
    """The text. Raises BadRequest if it is longer than the server takes."""
    if len(text) > limits.length:
        raise BadRequest(f"the text exceeds the limit of {limits.length} characters", 413)
    return text


def kind_of(request: Request) -> str:
    """The media type of what a request holds."""
    return request.headers.get("content-type", "").split(";")[0].strip().lower()


async def article_of(request: Request) -> Article:
    """The article in a request: JSON, a form with a file, or plain text. Raises BadRequest."""
    kind = kind_of(request)
    if kind == "application/json":
        return from_object(await json_of(request))
    if kind in ("multipart/form-data", _FIELDS):
        return await _from_form(await form_of(request))
    name = file_name(request.query_params.get("filename", ""))
    return Article(name, data=await request.body())


def from_object(table: Mapping[str, Any]) -> Article:
    """The article in a JSON object with `text` and perhaps `filename`, `format`, `settings`."""
    text, name = table.get("text"), table.get("filename") or ""
    format, chosen = table.get("format"), table.get("settings") or {}
    if not isinstance(text, str) or not isinstance(name, str):
        raise BadRequest("`text` is the article, `filename` its name")
    if format is not None and format not in FORMATS:
        raise BadRequest(f"`format` is one of {', '.join(FORMATS)}")
    return Article(file_name(name), whole(text), None, format, checked(chosen))


def checked(table: object) -> Mapping[str, Any]:
    """Settings that can be used. Raises BadRequest."""
    if not isinstance(table, dict):
        raise BadRequest("`settings` is an object")
    try:
        return settings(table, "settings")
    except ConfigError as error:
        raise BadRequest(str(error)) from error


async def _from_form(form: FormData) -> Article:
    file = form.get("file")
    try:
        chosen = checked(json.loads(str(form.get("settings") or "{}")))
    except ValueError as error:
        raise BadRequest("`settings` is a JSON object") from error
    if isinstance(file, UploadFile):
        name = str(form.get("filename") or file.filename or "")
        return Article(file_name(name), data=await file.read(), settings=chosen)
    text, name = form.get("text"), str(form.get("filename") or "")
    if not isinstance(text, str):
        raise BadRequest("the form holds neither `file` nor `text`")
    return Article(file_name(name), whole(text), settings=chosen)


async def form_of(request: Request) -> FormData:
    """The form of a request; as large as the guard lets through."""
    limits = shop_of(request).limits
    if kind_of(request) == _FIELDS:  # Starlette would read letters that are not escaped as Latin-1
        body = (await request.body()).decode("utf-8", "replace")
        fields: list[tuple[str, str | UploadFile]] = [*parse_qsl(body, keep_blank_values=True)]
        return FormData(fields)
    return await request.form(max_files=2, max_fields=50, max_part_size=limits.body)


async def json_of(request: Request) -> Mapping[str, Any]:
    """The JSON object of a request. Raises BadRequest."""
    try:
        table = await request.json()
    except (ValueError, RecursionError) as error:
        raise BadRequest("the body is not JSON") from error
    if not isinstance(table, dict):
        raise BadRequest("the body is a JSON object")
    return table


def file_name(name: str) -> str:
    """The last part of a path: a client may name a format, never a place on this machine."""
    last = PurePosixPath(name.replace("\\", "/").replace("\0", "")).name[-_LONGEST_NAME:]
    return last if last not in ("", "..") else "text.txt"
