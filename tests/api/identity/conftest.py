"""The application over a new SQLite file, in development."""

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
