"""Writing the catalogue into a folder: one tree of pages a language, and what they share."""

import json
import re
import shutil
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from api.commands.catalogue import family_of
from api.commands.rule_sheet import KINDS
from api.commands.site.law import Law
from api.commands.site.other_pages import OtherPages
from api.commands.site.page import LANGUAGES
from api.commands.site.rule_page import RulePage
from domain.text import Language
from rules.engine.plan import Unit

ASSETS = Path(__file__).parent / "assets"
WRITTEN = {".html", ".js"}
START = """<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>Attendu</title>
<script>location.replace((navigator.language || "").startsWith("fr") ? "fr/index.html" : "en/index.html")</script></head>
<body><p><a href="fr/index.html">Français</a> · <a href="en/index.html">English</a></p></body></html>
"""


def write_site(law: Law, folder: Path, today: date) -> int:
    """Write the whole catalogue into *folder*, figures as they are *today*, and return how many pages it has."""
    files = files_of(law, today)
    for address, content in files.items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    shutil.copytree(ASSETS, folder / "assets", dirs_exist_ok=True)
    return sum(address.endswith(".html") for address in files)


def stale_pages(law: Law, folder: Path, today: date) -> list[str]:
    """Return the pages in *folder* that are not what the rules say *today*: changed, missing, or of a rule that is no more."""
    files = files_of(law, today)
    there = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.suffix in WRITTEN}
    written = {address: content for address, content in there.items() if not address.startswith("assets/")}
    return sorted(address for address in files.keys() | written.keys() if files.get(address) != written.get(address))


def files_of(law: Law, today: date) -> dict[str, str]:
    """Return every file of the catalogue by its address, but those that are the same for all rules."""
    files = {"index.html": START}
    for language in LANGUAGES:
        files |= {f"{language}/{address}": html for address, html in pages_of(law, language, today)}
        entries = json.dumps(list(entries_of(law, language)), ensure_ascii=False, separators=(",", ":"))
        files[f"{language}/entries.js"] = f"window.ENTRIES = {entries};\n"
    return files


def pages_of(law: Law, language: Language, today: date) -> Iterator[tuple[str, str]]:
    """Yield the address of each page in one language, and the page."""
    yield from OtherPages(law, language).pages()
    writer = RulePage(law, language, today)
    for unit, index in law.units:
        yield f"rules/{unit.id}.html", writer.html(unit, index)


def entries_of(law: Law, language: Language) -> Iterator[dict[str, Any]]:
    """Yield what the search looks through: rules with what they read and rest on, figures and facts."""
    for unit, _ in law.units:
        yield _entry(law, unit.id, unit.kind.value, language, [*_texts(unit), *_read(law, unit, language)])
    for kind, names in (("figure", law.figures), ("fact", law.facts)):
        for name in names:
            yield _entry(law, name, kind, language, [])


def _entry(law: Law, name: str, kind: str, language: Language, others: list[str]) -> dict[str, Any]:
    title = law.title(name)
    words = dict.fromkeys(folded(" ".join([title.fr, title.en, name, *others])))
    return {
        "title": title.in_language(language),
        "kind": KINDS[kind].in_language(language),
        "address": law.address(name),
        "words": " ".join(words),
    }


def _texts(unit: Unit) -> list[str]:
    document = unit.document
    return [family_of(unit).fr, *unit.sources, *(each.fr for each in (document.alternatives if document else ()))]


def _read(law: Law, unit: Unit, language: Language) -> list[str]:
    return [law.graph.nodes[each].title.in_language(language) for each in law.graph.reads[unit.id]]


def folded(words: str) -> list[str]:
    """
    Return the words as the search compares them: small letters without accents.

    >>> folded("Pièce d’identité, œuvre")
    ['piece', 'd', 'identite', 'oeuvre']
    """
    plain = unicodedata.normalize("NFD", words.lower()).replace("œ", "oe")
    return re.findall(r"[a-z0-9]+", "".join(each for each in plain if not unicodedata.combining(each)))
