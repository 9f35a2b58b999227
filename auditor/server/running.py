"""Running the server until it is stopped."""

import socket

import uvicorn

from auditor.server.app import create
from auditor.server.limits import Limits

# Seconds that a client may keep an idle connection.
_IDLE = 20


def serve(host: str, port: int, limits: Limits) -> None:
    """Listen, and say where. Raises OSError where that cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.create_server((host, port), family=family)
    config = uvicorn.Config(
        create(limits, host),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_keep_alive=_IDLE,
        limit_concurrency=16 * limits.waiting,
        h11_max_incomplete_event_size=64 * 1024,
    )
    _Server(config).run([listening])


class _Server(uvicorn.Server):
    """Says where it listens once it does: with port 0 nobody knows before."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        for server in self.servers:
            for listening in server.sockets:
                host, port = listening.getsockname()[:2]
                name = f"[{host}]" if ":" in host else host
                print(f"auditor: listening on http://{name}:{port}/ (stop with Ctrl-C)", flush=True)
