"""``attendu rules site``: the catalogue of rules as pages that need no server."""

from datetime import datetime
from pathlib import Path

from api.commands.options import output
from api.commands.site.law import Law
from api.commands.site.writing import write_site
from api.decide import PARIS
from rules.library import load_rule_sets
from rules.review.cases import FOLDER, load_cases


def site(folder: Path = Path("build/catalogue"), /, *, cases: Path = FOLDER) -> None:
    """
    Write the catalogue of rules as pages in French and English that open without a server and without a network.

    attendu rules site build/catalogue

    Args:
        folder: Where to write it.
        cases: The folder of the cases that pages show.
    """
    written = write_site(Law(load_rule_sets(), tuple(load_cases(cases))), folder, datetime.now(PARIS).date())
    output().print(f"{written} pages: open {folder / 'index.html'}", soft_wrap=True)
