"""Who may ask, how much, and what a browser may do with the answer.

A page of another site must not reach a server on the editor's machine: neither by a name that
its owner points at 127.0.0.1 (the Host header tells), nor by a request from its own scripts (the
Origin header tells), nor by showing our page in a frame.
"""

import asyncio
import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from auditor.server.limits import Limits

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

_HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([\w.-]+))(?::\d+)?")

# Scripts, styles and requests only of this server; nothing else is loaded, embedded or sent.
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class _TooLarge(Exception):  # noqa: N818
    """The body is larger than the server takes."""


class Guard:
    """Stands before the application and turns away what it should not see."""

    def __init__(self, app: ASGIApp, limits: Limits, host: str) -> None:
        """Take the application and the address it is bound to."""
        self._app = app
        self._limits = limits
        self._is_public = not _is_loopback(host)
        self._hosts = _LOOPBACK | {host.lower(), *(name.lower() for name in limits.hosts)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        if refusal:
            await refusal(scope, receive, send)
            return
        origin = headers.get("origin", "")
        send = _with_headers(send, origin if origin in self._limits.origins else "")
        if scope["method"] == "OPTIONS" and origin in self._limits.origins:
            await Response(status_code=204)(scope, receive, send)
            return
        await self._bounded(scope, receive, send)

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        host = headers.get("host", "")
        if not self._is_known(host):
            return PlainTextResponse(f"Error: this server is not called {host[:100]!r}", 421)
        if not self._may_ask(scope, headers, host):
            return PlainTextResponse("Error: pages of other sites may not ask this server", 403)
        if int(headers.get("content-length") or 0) > self._limits.body:
            return PlainTextResponse(self._too_large, 413)
        return None

    @property
    def _too_large(self) -> str:
        return f"Error: the request is larger than {self._limits.body} bytes"

    def _is_known(self, host: str) -> bool:
        name = _host_name(host)
        return name in self._hosts or (self._is_public and _is_address(name))

    def _may_ask(self, scope: Scope, headers: Headers, host: str) -> bool:
        origin = headers.get("origin")
        if origin is not None:
            own = urlsplit(origin)
            is_own = own.scheme in ("http", "https") and own.netloc.lower() == host.lower()
            return is_own or origin in self._limits.origins
        site = headers.get("sec-fetch-site", "none")
        follows_link = scope["method"] == "GET" and headers.get("sec-fetch-mode") == "navigate"
        return site in ("none", "same-origin") or follows_link

    async def _bounded(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer within the limits of size and time."""
        has_begun = False

        async def note(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        refusal = PlainTextResponse("Error: this took too long and was given up", 503)
        try:
            async with asyncio.timeout(self._limits.seconds):
                await self._app(scope, _counted(receive, self._limits.body), note)
            return
        except _TooLarge:
            refusal = PlainTextResponse(self._too_large, 413)
        except TimeoutError:
            pass
        if not has_begun:
            await refusal(scope, receive, send)


def _counted(receive: Receive, most: int) -> Receive:
    total = 0

    async def counted() -> Message:
        nonlocal total
        message = await receive()
        total += len(message.get("body", b""))
        if total > most:
            raise _TooLarge
        return message

    return counted


def _with_headers(send: Send, origin: str) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
            if origin:
                _let_in(headers, origin)
        await send(message)

    return sent


def _let_in(headers: MutableHeaders, origin: str) -> None:
    """Let an allowed page read the answer."""
    headers["Access-Control-Allow-Origin"] = origin
    headers["Access-Control-Allow-Methods"] = "GET, POST, OPTIONS"
    headers["Access-Control-Allow-Headers"] = "Content-Type, Accept"
    headers["Access-Control-Allow-Private-Network"] = "true"
    headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    headers["Vary"] = "Origin"


def _host_name(host: str) -> str:
    """A Host header without its port, an IPv6 address without brackets; empty if it is neither."""
    match = _HOST.fullmatch(host.lower())
    return (match[1] or match[2]).rstrip(".") if match else ""


def _is_address(name: str) -> bool:
    """Whether a host is a bare address: nobody's name server can point it elsewhere."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _is_loopback(host: str) -> bool:
    return host in _LOOPBACK or (_is_address(host) and ip_address(host).is_loopback)
