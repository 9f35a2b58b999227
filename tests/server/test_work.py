"""The bounds of concurrency and time."""

import asyncio
import threading
import time
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import httpx
import pytest

from auditor.desk import Desk
from auditor.engine import Engine
from auditor.server.app import create
from auditor.server.limits import Limits
from auditor.server.work import Busy, Workroom

Result = TypeVar("Result")


def in_thread(session: Coroutine[Any, Any, Result]) -> Result:
    """Run beside the main thread, whose event loop a browser under test may keep."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, session).result()


def test_no_more_work_than_the_bound() -> None:
    async def session() -> None:
        room, gate = Workroom(3), threading.Event()
        under_way = [asyncio.ensure_future(room.do(gate.wait)) for _ in range(3)]
        await asyncio.sleep(0.05)
        with pytest.raises(Busy):
            await room.do(int)
        gate.set()
        assert await asyncio.gather(*under_way) == [True] * 3
        assert await room.do(int) == 0
        room.close()

    in_thread(session())


class SlowDesk(Desk):
    """Engines that are long in coming."""

    def engine(self, path: str, changes: object = None) -> Engine:
        time.sleep(0.5)
        raise AssertionError("given up before")


def test_too_slow_and_too_many() -> None:
    async def session() -> list[int]:
        app = create(Limits(seconds=0.1, waiting=1), desk=SlowDesk())
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            answers = await asyncio.gather(
                *(client.post("/v1/check", json={"text": "Hello."}) for _ in range(2))
            )
        assert sorted("Retry-After" in answer.headers for answer in answers) == [False, True]
        return [answer.status_code for answer in answers]

    assert in_thread(session()) == [503, 503]
