"""Row security on PostgreSQL: whatever a statement forgets to ask, it finds one organisation's rows; nothing kept for ever is altered."""

from collections.abc import Iterable
from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from domain.store.database import Database, Doors
from domain.store.opening import open_database
from domain.store.postgresql import SERVING, PostgreSQLDatabase, Within
from domain.store.revisions import SubjectStore
from tests.databases import on_postgresql

pytestmark = on_postgresql
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
UNPROTECTED = f"""
SELECT DISTINCT table_name FROM information_schema.columns JOIN pg_class ON pg_class.oid = format('%I', table_name)::regclass
WHERE table_schema = 'public' AND column_name IN ('organisation', 'subject_id') AND NOT (
  relrowsecurity AND EXISTS (SELECT 1 FROM pg_policies WHERE tablename = table_name AND '{SERVING}' = ANY (roles)))
"""


@pytest.fixture
async def stored(database: Database) -> Database:
    for name, organisation in (("harbour-1", "harbour"), ("valley-1", "valley")):
        await SubjectStore(database).create(name, "operation", {}, organisation=organisation, committed_at=NOON, author="a")
    return database


async def found(doors: Doors, table: str = "subject", column: str = "id") -> Iterable[str]:
    return await doors.read(lambda connection: connection.exec_driver_sql(f"SELECT {column} FROM {table}").scalars().all())


async def test_a_statement_that_asks_for_everything_finds_one_organisations_rows(stored: Database) -> None:
    for organisation in ("harbour", "valley"):
        doors = stored.within(organisation)
        assert await found(doors) == [f"{organisation}-1"]
        assert await found(doors, "revision", "subject_id") == [f"{organisation}-1"]
    assert await found(stored.within("nobody")) == []
    assert len(list(await found(stored))) == 2


async def test_one_connection_serves_organisations_in_turn_and_mixes_none(stored: Database, database_address: str) -> None:
    opened = open_database(database_address)
    assert isinstance(opened, PostgreSQLDatabase)
    one = PostgreSQLDatabase(opened.url, connections=1, role=SERVING)
    for organisation in ("harbour", "valley", "valley", "harbour", "valley"):
        assert await found(Within(one, organisation)) == [f"{organisation}-1"]
        other = "valley" if organisation == "harbour" else "harbour"
        assert await Within(one, other).transact(lambda connection: connection.scalar(text("SELECT id FROM subject"))) == f"{other}-1"
    await one.close()
    await opened.close()


async def test_a_session_that_does_not_say_for_whom_finds_nothing(stored: Database) -> None:
    assert isinstance(stored, PostgreSQLDatabase)
    fresh = PostgreSQLDatabase(stored.url, connections=1, role=SERVING)
    assert await found(fresh) == []
    await fresh.close()


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO subject (id, type, organisation, created_at) VALUES ('x', 'operation', 'valley', now())",
        "UPDATE subject SET organisation = 'harbour'",
        "DELETE FROM revision",
        "UPDATE decision SET principal = 'x'",
        "DELETE FROM event",
        "UPDATE item_action SET detail = '{}'",
        "DELETE FROM item_action",
        "ALTER TABLE subject DISABLE ROW LEVEL SECURITY",
        "DROP POLICY of_organisation ON subject",
    ],
)
async def test_what_answers_requests_takes_nothing_from_others_and_alters_nothing_that_is_kept(stored: Database, statement: str) -> None:
    with pytest.raises(DBAPIError, match=r"row-level security|permission denied|must be owner"):
        await stored.within("harbour").write(lambda connection: connection.exec_driver_sql(statement))


async def test_every_table_that_holds_something_of_a_subject_is_protected(database: Database) -> None:
    assert await database.read(lambda connection: connection.exec_driver_sql(UNPROTECTED).scalars().all()) == []


async def test_the_role_that_answers_requests_owns_nothing_and_passes_nothing_by(database: Database) -> None:
    rights = f"SELECT rolsuper, rolbypassrls, rolcanlogin, rolcreaterole FROM pg_roles WHERE rolname = '{SERVING}'"
    owned = f"SELECT count(*) FROM pg_class WHERE relowner = '{SERVING}'::regrole"
    assert await database.read(lambda connection: connection.exec_driver_sql(rights).one()) == (False, False, False, False)
    assert await database.read(lambda connection: connection.exec_driver_sql(owned).scalar_one()) == 0
