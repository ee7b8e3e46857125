"""The answers on the samples, and an answer as plain text."""

import re
from collections.abc import Iterable
from pathlib import Path

from api.commands.lines import Line

EXAMPLES = sorted(Path("examples").glob("*.yaml"))


def read(lines: Iterable[Line]) -> str:
    """Return the lines as text, with plain spaces and the ids that stand after them."""
    return "\n".join(
        re.sub("[\u00a0\u202f]", " ", f"{'  ' * each.depth}{each.words}{f' [{each.after}]' if each.after else ''}") for each in lines
    )
