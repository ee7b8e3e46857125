"""What must work before requests are answered: the database, the rules, the writer of the record."""

from collections.abc import Callable

from api.decide import Deciding
from api.http.probes import Check
from domain.store.database import Database


def checks(database: Callable[[], Database], deciding: Callable[[], Deciding]) -> list[Check]:
    """Return the checks of what decides while the application runs."""

    async def database_answers() -> None:
        await database().read(lambda connection: connection.exec_driver_sql("SELECT 1").scalar())

    async def rules_are_stored() -> None:
        missing = set(deciding().digests.values()) - set(await deciding().versions.digests())
        if missing:
            raise LookupError

    async def writer_runs() -> None:
        if not deciding().log.writes:
            raise RuntimeError

    return [Check("database", database_answers), Check("rules", rules_are_stored), Check("writer", writer_runs)]
