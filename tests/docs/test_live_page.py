"""What docs/live.md asks, follows and hears is so."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from api.commands.demo import load_and_decide
from api.live.mailbox import CAPACITY
from api.settings import Mode, Settings
from tests.api.clients import Clock
from tests.api.live.desk import served
from tests.docs.test_api_page import alike
from tracing.audit.events import KEPT, MOST

PAGE = (Path(__file__).parents[2] / "docs" / "live.md").read_text(encoding="utf-8")
OPERATION = "operation-demolition-saint-etienne"
TASK = "tasks.demolition.demolition_file"


async def test_the_screen_hears_of_what_happens_in_another_tab(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'attendu.db'}"
    await load_and_decide(Settings(mode=Mode.DEVELOPMENT, database_url=address), Console(quiet=True))
    asked, followed = re.findall(r"```graphql\n(.*?)```", PAGE, re.DOTALL)
    heard = json.loads(re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)[0])
    async with served(address, clock=Clock(datetime(2026, 11, 20, 12, tzinfo=UTC))) as desk:
        screen = await desk.ask(asked, id=OPERATION)
        assert {"key": TASK, "state": "MISSED"} in screen["operation"]["tasks"]
        await desk.change_operation(OPERATION, demolitionFileDepositedOn="2026-11-19")
        async with desk.following(followed, id=OPERATION, after=screen["eventCursor"]) as following:
            event = await following.event()
    assert alike(heard["taskAlerts"], event), event


def test_the_page_says_the_bounds_that_hold() -> None:
    assert (KEPT.days, MOST, CAPACITY) == (7, 1_000_000, 256)
    assert "seven days, and the last million" in PAGE
    assert "256 were waiting" in PAGE
