"""The files of two organisations, stored once a module on SQLite and on PostgreSQL, where row security holds what answers requests."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from graphql import build_schema

from api.schema.permissions_page import PAGE
from api.schema.sdl import SDL
from tests.acceptance.two_organisations import populated
from tests.acceptance.world import Asking, World, read_page
from tests.api.clients import served
from tests.databases import POSTGRESQL, new_database


@pytest.fixture(scope="session")
def asking() -> Asking:
    """Every question, made once."""
    return Asking(build_schema(SDL.read_text(encoding="utf-8")), read_page(PAGE.read_text(encoding="utf-8")))


@pytest.fixture(scope="module", params=["sqlite", POSTGRESQL])
def world_address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a new migrated database for a module."""
    if request.param == "sqlite":
        copied = tmp_path_factory.mktemp("organisations") / "two.db"
        shutil.copy(request.getfixturevalue("migrated_file"), copied)
        yield f"sqlite:///{copied}"
    else:
        yield from new_database(request.getfixturevalue("postgresql"))


@pytest.fixture(scope="module")
def world(world_address: str, asking: Asking, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The application over the files."""
    files: Path = tmp_path_factory.mktemp("files")
    with served(world_address, files=str(files)) as client:
        yield World(client, asking, populated(client))
