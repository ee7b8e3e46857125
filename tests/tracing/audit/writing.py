"""
A process that records decisions for several clients at once, and writes `id number` for each as soon as it is told: `python -m
tests.tracing.audit.writing ADDRESS CLIENTS`. It runs until it is killed.
"""

import asyncio
import itertools
import os
import sys

from domain.store.opening import open_database
from tests.tracing.audit.entries import a_projection, a_task, an_entry
from tracing.audit.log import DecisionLog


async def client(log: DecisionLog, subject_id: str) -> None:
    for revision in itertools.count(1):
        tasks = (a_task(f"tasks.family.{each}") for each in range(revision % 3))
        entry = an_entry(subject_id=subject_id, revision=revision, body=os.urandom(1000), projection=a_projection(*tasks))
        number = await log.record(entry)
        os.write(sys.stdout.fileno(), f"{entry.id} {number}\n".encode())


async def main(address: str, clients: int) -> None:
    log = DecisionLog(open_database(address), patience=60)
    await log.start(claim_patience=20)
    await asyncio.gather(*(client(log, f"operation-{each}") for each in range(clients)))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
