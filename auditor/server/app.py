"""The application: every address the server answers."""

import contextlib
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from auditor import __version__
from auditor.config import ConfigError
from auditor.desk import Desk
from auditor.rule import PackError
from auditor.server import checking, languagetool, page
from auditor.server.asking import BadRequest, Shop, shop_of
from auditor.server.guard import Guard
from auditor.server.limits import Limits
from auditor.server.openapi import description
from auditor.server.work import Busy, Workroom

_STATIC = Path(__file__).parent / "static"


def create(limits: Limits | None = None, host: str = "127.0.0.1", desk: Desk | None = None) -> Starlette:
    """The application for a server bound to `host`."""
    limits = limits or Limits()
    app = Starlette(
        routes=_routes(),
        middleware=[Middleware(Guard, limits=limits, host=host)],
        exception_handlers={
            BadRequest: _refused, Busy: _busy, ConfigError: _broken, PackError: _broken,
            HTTPException: _refused,
        },
        lifespan=_life,
    )  # fmt: skip
    app.state.shop = Shop(desk or Desk(), limits, Workroom(limits.waiting))
    return app


def _routes() -> list[Route | Mount]:
    return [
        Route("/", _index),
        Route("/api", _api_page),
        Mount("/static", StaticFiles(directory=_STATIC)),
        Route("/page/check", page.check, methods=["POST"]),
        Route("/page/names", page.names, methods=["POST"]),
        Route("/page/open", page.open_file, methods=["POST"]),
        Route("/page/save", page.save_file, methods=["POST"]),
        Route("/v1/check", checking.check, methods=["POST"]),
        Route("/v2/check", languagetool.check, methods=["GET", "POST"]),
        Route("/v2/languages", languagetool.languages),
        Route("/v2/maxtextlength", languagetool.longest),
        Route("/v2/info", languagetool.information),
        Route("/v2/configinfo", languagetool.configuration),
        Route("/v2/healthcheck", _health_plain),
        Route("/healthz", _health),
        Route("/openapi.json", _openapi),
    ]


@contextlib.asynccontextmanager
async def _life(app: Starlette) -> AsyncIterator[None]:
    shop: Shop = app.state.shop
    await shop.workroom.do(shop.desk.warm)
    yield
    shop.workroom.close()


async def _index(request: Request) -> Response:
    return FileResponse(_STATIC / "index.html", headers={"Cache-Control": "no-cache"})


async def _api_page(request: Request) -> Response:
    return FileResponse(_STATIC / "api.html", headers={"Cache-Control": "no-cache"})


async def _openapi(request: Request) -> Response:
    return JSONResponse(description(shop_of(request).limits))


async def _health(request: Request) -> Response:
    return JSONResponse({"status": "ok", "version": __version__})


async def _health_plain(request: Request) -> Response:
    return PlainTextResponse("OK")


async def _refused(request: Request, error: Exception) -> Response:
    status = error.status if isinstance(error, BadRequest) else getattr(error, "status_code", 400)
    text = str(error) if isinstance(error, BadRequest) else str(getattr(error, "detail", error))
    return _said(request, text, status)


async def _busy(request: Request, error: Exception) -> Response:
    return _said(request, "the server is busy; ask again in a moment", 503, {"Retry-After": "1"})


async def _broken(request: Request, error: Exception) -> Response:
    return _said(request, f"the server's configuration cannot be used: {error}", 500)


def _said(request: Request, text: str, status: int, headers: Mapping[str, str] | None = None) -> Response:
    """An error in the manner of the API asked: LanguageTool's are lines of text."""
    if request.url.path.startswith("/v2/"):
        return PlainTextResponse(f"Error: {text}", status, headers)
    body: dict[str, Any] = {"error": text}
    return JSONResponse(body, status, headers)
