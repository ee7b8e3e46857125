"""The application over a new database of either kind, and over an SQLite file."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.api.live.desk import Desk, served


@pytest.fixture
async def desk(migrated_file: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """Serve over a new SQLite file."""
    shutil.copy(migrated_file, tmp_path / "desk.db")
    async with served(f"sqlite:///{tmp_path / 'desk.db'}") as made:
        yield made


@pytest.fixture
async def either(database_address: str) -> AsyncIterator[Desk]:
    """Serve over a new database of either kind."""
    async with served(database_address) as made:
        yield made
