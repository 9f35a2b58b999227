"""Where audits are done: beside the event loop, a bounded number at once."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import ParamSpec, TypeVar

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")

# Audits share one interpreter, so more threads finish no sooner; with two a short text need not
# wait for a long one.
_THREADS = 2


class Busy(Exception):  # noqa: N818
    """As many requests are under way as the server takes."""


class Workroom:
    """Does work in threads; `most` pieces may be under way or waiting."""

    def __init__(self, most: int) -> None:
        """Take the bound."""
        self._most = most
        self._under_way = 0
        self._lock = Lock()
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="audit")

    async def do(
        self, work: Callable[_Given, _Result], *arguments: _Given.args, **options: _Given.kwargs
    ) -> _Result:
        """What some work gives. Raises Busy.

        Work that a client no longer waits for counts until it has ended: it still takes its time.
        """
        with self._lock:
            if self._under_way >= self._most:
                raise Busy
            self._under_way += 1
        future = self._threads.submit(work, *arguments, **options)
        future.add_done_callback(self._ended)
        return await asyncio.wrap_future(future)

    def _ended(self, future: "Future[_Result]") -> None:
        with self._lock:
            self._under_way -= 1

    def close(self) -> None:
        """Let go of the threads."""
        self._threads.shutdown(wait=False, cancel_futures=True)
