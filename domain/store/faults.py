"""What a database driver raises, told in the store's own words: gone, locked, full, or asked with what it cannot hold."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from sqlite3 import Error as SQLiteError

from asyncpg import InterfaceError, PostgresError
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from domain.store.errors import StoreError, StoreFull, StoreLocked, StoreUnavailable, TextNotStorable

logger = logging.getLogger(__name__)

SQLITE: Mapping[str, type[StoreUnavailable]] = {
    "SQLITE_BUSY": StoreLocked,
    "SQLITE_LOCKED": StoreLocked,
    "SQLITE_FULL": StoreFull,
    "SQLITE_IOERR": StoreUnavailable,
    "SQLITE_CANTOPEN": StoreUnavailable,
    "SQLITE_READONLY": StoreUnavailable,
    "SQLITE_PERM": StoreUnavailable,
    "SQLITE_CORRUPT": StoreUnavailable,
    "SQLITE_NOTADB": StoreUnavailable,
}
"""By the beginning of SQLite's name of an error: https://www.sqlite.org/rescode.html"""

POSTGRESQL: Mapping[str, type[StoreUnavailable | TextNotStorable]] = {
    "22021": TextNotStorable,
    "53100": StoreFull,
    "55P03": StoreLocked,
    "40": StoreLocked,  # serialisation failure, deadlock
    "25006": StoreUnavailable,  # it only lets read, as the one that stands by does
    "08": StoreUnavailable,  # connection lost
    "25P": StoreUnavailable,  # a transaction that took too long
    "28": StoreUnavailable,  # not let in
    "3D": StoreUnavailable,  # no such database
    "53": StoreUnavailable,  # out of memory or connections
    "57": StoreUnavailable,  # shut down, cancelled
    "58": StoreUnavailable,  # input or output failed
    "XX": StoreUnavailable,  # internal fault
}
"""By the beginning of SQLSTATE, the more precise first: https://www.postgresql.org/docs/current/errcodes-appendix.html"""


@contextmanager
def told_plainly() -> Iterator[None]:
    """
    Raise a StoreError in place of what a driver raises when its database cannot be used, or cannot hold a text.

    What the driver said may hold values, so it is neither chained nor logged; its kind is.

    Raises:
        StoreUnavailable: the database is gone, locked or full. Any other error passes unchanged.
        TextNotStorable: a text has a null character.
    """
    try:
        yield
    except (DBAPIError, SQLiteError, PostgresError, InterfaceError, NoConnectionFree, OSError) as error:
        fault = _fault(error)
        if fault is None:
            raise
        if isinstance(fault, StoreUnavailable):
            logger.warning("The database cannot be used: %s, %s", fault.code, _kind(error))
        raise fault from None


def _fault(error: Exception) -> StoreError | None:
    if isinstance(error, NoConnectionFree | OSError | InterfaceError):  # the last: a connection that the driver itself finds closed
        return StoreUnavailable()
    origin = _origin(error)
    for told, faults in ((getattr(origin, "sqlite_errorname", None), SQLITE), (getattr(origin, "sqlstate", None), POSTGRESQL)):
        for beginning, fault in faults.items():
            if told is not None and told.startswith(beginning):
                return fault()
    return StoreUnavailable() if isinstance(error, DBAPIError) and error.connection_invalidated else None


def _kind(error: Exception) -> str:
    origin = _origin(error)
    return str(getattr(origin, "sqlite_errorname", None) or getattr(origin, "sqlstate", None) or type(origin).__name__)


def _origin(error: Exception) -> BaseException:
    return error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
