"""
How often one caller may ask: every operation counts, over HTTP, event streams and WebSockets alike.

Each process counts for itself: behind a load balancer a caller has up to so many times more as there are processes.
"""

import math
import time

from limits import RateLimitItem, parse_many
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter

from api.http.errors import Code, RequestError


class Rate:
    """
    The rate of every caller.

    Args:
        allowed: windows as ``limits`` writes them, such as ``1200 per minute; 100 per second``; none of them: nobody is slowed down.

    Raises:
        ValueError: it is not written so, or lets nobody in.
    """

    def __init__(self, allowed: str) -> None:
        self._windows: list[RateLimitItem] = parse_many(allowed) if allowed else []
        if any(each.amount < 1 for each in self._windows):
            raise ValueError("a window that lets nobody in")
        self._counts = SlidingWindowCounterRateLimiter(MemoryStorage())

    async def admit(self, principal: str) -> None:
        """
        Count one operation of *principal*.

        Raises:
            RequestError: there were too many; says when to come again.
        """
        for window in self._windows:
            if not await self._counts.hit(window, principal):
                raise await self._refusal(window, principal)

    async def _refusal(self, window: RateLimitItem, principal: str) -> RequestError:
        resets_at = (await self._counts.get_window_stats(window, principal)).reset_time
        seconds = max(1, math.ceil(resets_at - time.time()))
        message = f"More than {window} were asked for: ask again in {seconds} s."
        return RequestError(Code.RATE_LIMITED, message, headers=((b"retry-after", str(seconds).encode()),))
