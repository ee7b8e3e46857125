"""``attendu stock``: the landlord's dwellings by commune and year, from which figures of operations are taken."""

import asyncio
import csv
import os
from collections.abc import Iterator
from pathlib import Path

from cyclopts import App

from api.commands.errors import FileProblem, FileRefused
from api.commands.files import read_text
from api.commands.options import output
from api.settings import Settings
from domain.registries.communes import is_commune
from domain.store.migrate import upgrade
from domain.store.opening import open_database
from domain.store.rental_stock import RentalStock, StockYear

app = App(name="stock", help="The landlord's dwellings by commune and year.")
COLUMNS = ("commune", "year", "let", "vacant", "vacant_over_three_months")
COUNTS = COLUMNS[1:]


@app.command
def load(file: Path, /) -> None:
    """
    Store the counts of a CSV file, in place of those known for the same communes and years; all or none.

    The first line names the columns: commune,year,let,vacant,vacant_over_three_months. For example:

    attendu stock load examples/rental-stock.csv

    Args:
        file: CSV with commas, in UTF-8.
    """
    years = read_stock(file)
    asyncio.run(_store(Settings.read(os.environ), years))
    output().print(f"{len(years)} counts are stored.")


def read_stock(path: Path) -> list[StockYear]:
    """
    Return the counts in *path*.

    Raises:
        FileRefused: it cannot be read; every problem is told.
    """
    lines = [line for line in read_text(path).splitlines() if not line.startswith("#")]
    skipped = len(read_text(path).splitlines()) - len(lines)
    rows = list(csv.DictReader(lines))
    problems = list(_problems(rows, skipped))
    if problems or not rows:
        raise FileRefused(path, problems or [FileProblem(1, "", "EMPTY", f"no line of counts follows the columns {', '.join(COLUMNS)}")])
    return [StockYear(row["commune"], *(int(row[name]) for name in COUNTS)) for row in rows]


def _problems(rows: list[dict[str, str]], skipped: int) -> Iterator[FileProblem]:
    if rows and set(rows[0]) != set(COLUMNS):
        yield FileProblem(1 + skipped, "", "COLUMNS", f"the columns are to be {', '.join(COLUMNS)}")
        return
    for number, row in enumerate(rows, start=2 + skipped):
        if not is_commune(row["commune"] or ""):
            yield FileProblem(number, "commune", "WRONG_TYPE", "an INSEE code of a commune is expected, such as 35238")
        for name in COUNTS:
            if not (row[name] or "").isdecimal():
                yield FileProblem(number, name, "WRONG_TYPE", "a whole number is expected, not below zero")


async def _store(settings: Settings, years: list[StockYear]) -> None:
    database = open_database(settings.database_url)
    try:
        await upgrade(database)
        await RentalStock(database).store(years)
    finally:
        await database.close()
