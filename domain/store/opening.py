"""From an address to a database."""

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from domain.store.database import PATIENCE, Database
from domain.store.errors import StoreAddressRefused
from domain.store.postgresql import PostgreSQLDatabase
from domain.store.sqlite import SQLiteDatabase

DATABASES: dict[str, type[SQLiteDatabase | PostgreSQLDatabase]] = {
    "sqlite": SQLiteDatabase,
    "postgresql": PostgreSQLDatabase,
}
EXAMPLES = "Write `sqlite:///attendu.db` or `postgresql://user:password@host/name`."


def open_database(address: str, *, patience: float = PATIENCE) -> Database:
    """Return the database at *address*; nothing is connected to before its first use.

    Args:
        address: an SQLAlchemy URL; a named driver (``sqlite+aiosqlite``, ``postgresql+asyncpg``) makes no difference.
        patience: seconds within which the database has to answer.

    Raises:
        StoreAddressRefused: the address cannot be read, or names a database that cannot be used here.
    """
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):  # the latter: a port that is no number
        raise StoreAddressRefused(f"The database's address cannot be read. {EXAMPLES}") from None
    kind = url.drivername.partition("+")[0]
    if kind not in DATABASES:
        raise StoreAddressRefused(f"A database of the kind {kind!r} cannot be used here. {EXAMPLES}")
    if kind == "sqlite" and url.database in {None, "", ":memory:"}:
        raise StoreAddressRefused(f"SQLite in memory is a new database for every connection: give it a file. {EXAMPLES}")
    return DATABASES[kind](url, patience)
