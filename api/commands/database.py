"""``attendu db``: the tables of the database."""

import asyncio
import os

from cyclopts import App

from api.commands.options import output
from api.settings import Settings
from domain.store.migrate import upgrade as upgrade_tables
from domain.store.opening import open_database

app = App(name="db", help="The database that ATTENDU_DATABASE_URL names.")


@app.command
def upgrade() -> None:
    """
    Bring the tables to this version; nothing happens where they are there already.

    ATTENDU_DATABASE_URL=postgresql://attendu@db/attendu attendu db upgrade
    """
    asyncio.run(_upgrade(Settings.read(os.environ)))
    output().print("The tables of the database are those of this version.")


async def _upgrade(settings: Settings) -> None:
    database = open_database(settings.database_url)
    try:
        await upgrade_tables(database)
    finally:
        await database.close()
