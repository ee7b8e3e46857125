"""Time between rounds that passes when a test says so."""

import asyncio

from api.live.deciding_again import ROUND_SECONDS

LOOPS = 2
"""What rests so: the calendar and the sweep."""


class Rounds:
    """
    Rests of what runs beside the answers: short ones, which keep the pace, are none; long ones last until the next turn.

    Attributes:
        paced: the seconds asked for to keep the pace.
    """

    def __init__(self) -> None:
        self.paced: list[float] = []
        self._resting: list[asyncio.Future[None]] = []
        self._all_rest = asyncio.Event()

    async def __call__(self, seconds: float) -> None:
        if seconds < ROUND_SECONDS:
            self.paced.append(seconds)
            return
        waiting = asyncio.get_running_loop().create_future()
        self._resting.append(waiting)
        if len(self._resting) == LOOPS:
            self._all_rest.set()
        await waiting

    async def turn(self) -> None:
        """Let each loop make one round, from rest to rest."""
        async with asyncio.timeout(30):
            await self._all_rest.wait()
            self._all_rest.clear()
            resting, self._resting = self._resting, []
            for each in resting:
                each.set_result(None)
            await self._all_rest.wait()
