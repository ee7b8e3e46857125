"""A page of the catalogue: what stands around its content, and how lines become paragraphs."""

from collections.abc import Callable, Iterable, Iterator
from html import escape

from api.commands.lines import Line, Style
from domain.text import Language, Text, text

Link = Callable[[str], str | None]

TITLE = text(fr="Catalogue des règles", en="Catalogue of rules")
NAVIGATION: dict[str, Text] = {
    "graph.html": text(fr="Ce qui lit quoi", en="What reads what"),
    "figures.html": text(fr="Chiffres datés", en="Dated figures"),
    "facts.html": text(fr="Faits", en="Facts"),
}
SEARCH = text(fr="Chercher une règle, un fait, un texte…", en="Search a rule, a fact, a text…")
NOTHING = text(fr="Rien ne porte ces mots.", en="Nothing has these words.")
OTHER: dict[Language, Language] = {"fr": "en", "en": "fr"}
LANGUAGES: dict[Language, str] = {"fr": "Français", "en": "English"}


def page(address: str, title: str, content: Iterable[str], language: Language, *, wide: bool = False) -> str:
    """
    Return a whole page.

    Args:
        address: where it stands below its language, such as ``rules/tasks.permits.html``.
        title: what the browser's tab says.
        content: its parts, HTML each.
        language: of the page.
        wide: whether it uses the whole window.
    """
    root = "../" * address.count("/")
    other = OTHER[language]
    links = "".join(f'<a href="{root}{name}">{escape(said.in_language(language))}</a>' for name, said in NAVIGATION.items())
    return f"""<!doctype html>
<html lang="{language}" data-root="{root}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)} · Attendu</title>
<link rel="stylesheet" href="{root}../assets/style.css">
<link rel="icon" href="data:,">
</head>
<body>
<header>
<a class="home" href="{root}index.html">Attendu · {escape(TITLE.in_language(language))}</a>
<form role="search"><input id="search" type="search" autocomplete="off" placeholder="{escape(SEARCH.in_language(language))}"
 data-nothing="{escape(NOTHING.in_language(language))}" aria-label="{escape(SEARCH.in_language(language))}"><ul id="found"></ul></form>
{links}
<a hreflang="{other}" href="{root}../{other}/{address}">{LANGUAGES[other]}</a>
</header>
<main{' class="wide"' if wide else ""}>
{"".join(content)}
</main>
<script src="{root}entries.js"></script>
<script src="{root}../assets/catalogue.js"></script>
</body>
</html>
"""


def paragraphs(lines: Iterable[Line], link: Link) -> Iterator[str]:
    """Yield *lines* as paragraphs and headings; what stands at their end, an id, becomes a link where it leads anywhere."""
    for line in lines:
        if not line.words:
            continue
        words = escape(line.words)
        target = link(line.after) if line.after else None
        if target is not None:
            words = f'<a href="{escape(target)}">{words}</a>'
        elif line.words.startswith("https://"):
            words = f'<a href="{words}" rel="noreferrer">{words}</a>'
        after = f" <code>{escape(line.after)}</code>" if line.after else ""
        match line.style:
            case Style.TITLE:
                yield f"<h1>{words}</h1>"
            case Style.HEADING:
                yield f"<h2>{words}</h2>"
            case _:
                quiet = " quiet" if line.style is Style.QUIET else ""
                yield f'<p class="d{line.depth}{quiet}">{words}{after}</p>'


def listed(items: Iterable[str], *, columns: bool = False) -> str:
    """Return *items*, HTML each, as a list, in columns where there is room."""
    return f'<ul class="plain{" columns" if columns else ""}">{"".join(f"<li>{each}</li>" for each in items)}</ul>'


def linked(words: str, address: str | None) -> str:
    """Return *words* as a link, where there is somewhere to lead."""
    return escape(words) if address is None else f'<a href="{escape(address)}">{escape(words)}</a>'
