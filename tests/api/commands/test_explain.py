"""Reading recorded decisions: days, choices and codes are all text in a record, and each sample reads from it as it was answered."""

import asyncio
from pathlib import Path

from rich.console import Console

from api.commands.answer import Answer
from api.commands.demo import load_and_decide
from api.commands.recorded import opened_records
from api.settings import Mode, Settings
from domain.store.reach import OPERATOR
from rules.engine.decision import Decision
from tests.api.commands.answers import read


async def recorded(settings: Settings) -> list[Decision]:
    await load_and_decide(settings, Console(quiet=True))
    async with opened_records(settings) as records:
        found = [await records.numbered(OPERATOR, number) for number in range(1, 10)]
    return [each for each in found if each is not None]


def test_every_sample_is_read_from_its_record(tmp_path: Path) -> None:
    decisions = asyncio.run(recorded(Settings(mode=Mode.DEVELOPMENT, database_url=f"sqlite:///{tmp_path / 'attendu.db'}")))
    assert len(decisions) == 9
    for each in decisions:
        assert each.rule_set[:12] in read(Answer(each, "en", title=each.subject_id or "", why_not=True).lines())
