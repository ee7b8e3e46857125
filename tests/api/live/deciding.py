"""
A process that decides again what is due: ``python -m tests.api.live.deciding ADDRESS INSTANT LOOKS``.

It says ``ready``, begins when its input ends, and says ``done``; or it kills itself when it has looked at its clock so many times, wherever
it then is.
"""

import asyncio
import os
import signal
import sys
from dataclasses import dataclass
from datetime import datetime

from api.app import Surroundings, assemble
from api.live.deciding_again import DecidingAgain
from api.settings import Settings
from tests.api.live.rounds import Rounds
from tracing.audit.events import EventLog
from tracing.audit.schedule import Schedule
from tracing.telemetry import OFF


@dataclass
class DeadlyClock:
    """A clock that stands still, and kills whoever looks too often."""

    now: datetime
    looks: int = sys.maxsize

    def __call__(self) -> datetime:
        self.looks -= 1
        if self.looks < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return self.now


async def main(address: str, instant: str, looks: str) -> None:
    clock = DeadlyClock(datetime.fromisoformat(instant))
    async with assemble(Settings(database_url=address), Surroundings(telemetry=OFF, providers={}, clock=clock)) as application:
        again = DecidingAgain(application.deciding, Schedule(application.database), EventLog(application.database), rest=Rounds())
        os.write(sys.stdout.fileno(), b"ready\n")
        await asyncio.to_thread(sys.stdin.read)
        clock.looks = int(looks)
        await again.due()
        os.write(sys.stdout.fileno(), b"done\n")


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
