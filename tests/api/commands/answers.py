"""The answers on the samples, and an answer as plain text."""

import asyncio
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from api.commands.evaluate import running
from api.commands.lines import Line
from api.commands.samples import read_sample
from api.settings import Settings
from rules.engine.decision import Decision

DAY = date(2026, 11, 20)
EXAMPLES = sorted(Path("examples").glob("*.yaml"))
BORDEAUX = Path("examples/operation-off-plan-bordeaux.yaml")


def read(lines: Iterable[Line]) -> str:
    """Return the lines as text, with plain spaces and the ids that stand after them."""
    return "\n".join(
        re.sub("[\u00a0\u202f]", " ", f"{'  ' * each.depth}{each.words}{f' [{each.after}]' if each.after else ''}") for each in lines
    )


def decided(sample: Path) -> Decision:
    """Decide on a sample on the day of those that are shipped."""

    async def decide() -> Decision:
        async with running(Settings()) as rules:
            found = read_sample(sample, DAY)
            return await rules.simulate(found.type, found.document, as_of=DAY)

    return asyncio.run(decide())
