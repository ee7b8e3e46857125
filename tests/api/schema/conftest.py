"""The application over a new SQLite file, and over both databases where it matters."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.clients import Client, served


@pytest.fixture
def client(migrated_file: Path, tmp_path: Path) -> Iterator[Client]:
    """Serve over a new SQLite file."""
    shutil.copy(migrated_file, tmp_path / "client.db")
    with served(f"sqlite:///{tmp_path / 'client.db'}") as made:
        yield made


@pytest.fixture
def either(database_address: str) -> Iterator[Client]:
    """Serve over a new database of either kind."""
    with served(database_address) as made:
        yield made
