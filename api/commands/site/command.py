"""``attendu rules site``: the catalogue of rules as pages that need no server."""

from datetime import datetime
from pathlib import Path

from api.commands.case_folder import cases_in
from api.commands.errors import PagesStale
from api.commands.options import Flag, output
from api.commands.site.law import Law
from api.commands.site.writing import stale_pages, write_site
from domain.calendar import PARIS
from rules.library import load_rule_sets
from rules.review.cases import load_cases


def site(folder: Path = Path("build/catalogue"), /, *, cases: Path | None = None, check: Flag = False) -> None:
    """
    Write the catalogue of rules as pages in French and English that open without a server and without a network.

    attendu rules site build/catalogue

    attendu rules site build/catalogue --check

    Args:
        folder: Where to write it.
        cases: The folder of the cases that pages show; by default those of the tests, where they are at hand.
        check: Write nothing; end with 1 where a page in the folder is no longer what the rules say, and name it.
    """
    shown = load_cases() if cases is None else cases_in(cases)
    law, today = Law(load_rule_sets(), tuple(shown)), datetime.now(PARIS).date()
    if check:
        stale = stale_pages(law, folder, today)
        if stale:
            raise PagesStale(stale)
        output().print(f"{folder}: every page is what the rules say", soft_wrap=True)
    else:
        written = write_site(law, folder, today)
        output().print(f"{written} pages: open {folder / 'index.html'}", soft_wrap=True)
