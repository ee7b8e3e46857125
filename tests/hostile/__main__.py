"""``make hostile``: every attack, timed against healthy requests beside it; fails where one takes too long or memory stays taken."""

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.hostile.server import FULL, TIMES, attacked, attacks
from tests.hostile.test_hostile import KEPT


async def main() -> int:
    """Attack, and print the figures."""
    with TemporaryDirectory() as folder:
        async with attacked(Path(folder), FULL) as server:
            before = server.memory()
            problems = await server.problems(attacks())
            fates = [await server.fate(each) for each in attacks()]
            after = server.memory()
    wrong = [f"{name}: {problem}" for name, problem in problems.items()]
    slow = [
        f"{each.attack.name}: {each.times:.1f} times a healthy request ({each.seconds * 1000:.0f} ms)"
        for each in fates
        if each.times > TIMES
    ]
    slowest = max(fates, key=lambda each: each.times)
    figures = [
        *wrong,
        *slow,
        f"{len(fates)} attacks, {len(wrong)} not answered as they should be, {len(slow)} too slow",
        f"slowest: {slowest.attack.name}, {slowest.times:.1f} times the slowest healthy request beside it",
        f"memory: {before / 1e6:.0f} MB once warm, {after / 1e6:.0f} MB after all attacks and healthy requests",
    ]
    sys.stdout.write("\n".join(figures) + "\n")
    return 1 if wrong or slow or after > before * KEPT else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
