"""Fixtures that every test may use."""

from collections.abc import Iterator

import pytest

pytest_plugins = ["tests.databases"]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with files that start servers or ask PostgreSQL: one of them begun last would keep one process busy, and no other."""
    slow = {item.path for item in items if item.get_closest_marker("server") or item.get_closest_marker("postgresql")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="session", autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what a user's programs keep in a folder of this run."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Run asynchronous tests on asyncio, as the application does."""
    return "asyncio"
