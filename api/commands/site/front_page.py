"""The front of the catalogue: how many rules there are and how sure we are of them, then every rule in its family."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from html import escape

from api.commands.catalogue import LISTS, SECTIONS, family_of, in_file_order, list_of, section_of
from api.commands.site.law import Law
from api.commands.site.page import TITLE, linked, listed
from api.commands.words import WORDS
from domain.text import Language, Text, text
from rules.engine.plan import Unit
from rules.engine.rule import Confidence

INTRODUCTION = text(
    fr="Chaque règle a sa page : ce qu’elle demande et quand, ce qu’elle lit, le texte dont elle vient, à quel point nous en sommes sûrs, "
    "et les cas qui l’éprouvent. Les pages sont tirées des règles elles-mêmes.",
    en="Each rule has its page: what it asks for and when, what it reads, the text it comes from, how sure we are of it, and the cases "
    "that try it. The pages are made from the rules themselves.",
)
COUNT = text(fr="Règles", en="Rules")


class FrontPage:
    """Writes it in one language."""

    def __init__(self, law: Law, language: Language) -> None:
        self.law = law
        self.language = language
        self.sections: dict[str, list[Unit]] = {name: [] for name in SECTIONS}
        for unit, _ in sorted(law.units, key=lambda each: in_file_order(each[0])):
            self.sections[section_of(unit)].append(unit)

    def content(self) -> Iterator[str]:
        """Yield the parts of the page."""
        yield f"<h1>{self._say(TITLE)}</h1><p>{self._say(INTRODUCTION)}</p>{self._counts()}"
        for name, units in self.sections.items():
            yield f'<h2 id="{name}">{_capital(self._say(SECTIONS[name]))} · {len(units)}</h2>'
            if name == "applicant":
                yield from self._groups(units, list_of, [(each, WORDS[each]) for each in LISTS])
            else:
                families = dict.fromkeys((family_of(unit), unit.place.partition(",")[0]) for unit in units)
                yield from self._groups(units, lambda unit: unit.place.partition(",")[0], [(module, title) for title, module in families])

    def _counts(self) -> str:
        """Return how many rules of each section there are, and how sure we are of them."""
        head = "".join(f"<th>{self._say(each)}</th>" for each in (COUNT, *(each.label for each in Confidence)))
        rows = "".join(self._count(name, units) for name, units in self.sections.items() if name != "condition")
        return f'<table class="counts"><tr><th></th>{head}</tr>{rows}</table>'

    def _count(self, name: str, units: list[Unit]) -> str:
        sure = Counter(unit.confidence for unit in units)
        numbers = "".join(f"<td>{each or '–'}</td>" for each in (len(units), *(sure[each.name] for each in Confidence)))
        return f'<tr><th><a href="#{name}">{_capital(self._say(SECTIONS[name]))}</a></th>{numbers}</tr>'

    def _groups(self, units: Iterable[Unit], key: Callable[[Unit], str], titles: Iterable[tuple[str, Text]]) -> Iterator[str]:
        groups: dict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            groups[key(unit)].append(unit)
        for name, title in titles:
            rules = listed((self._rule(unit) for unit in groups[name]), columns=True)
            yield f"<details open><summary><b>{self._say(title)}</b> <small>{len(groups[name])}</small></summary>{rules}</details>"

    def _rule(self, unit: Unit) -> str:
        sure = Confidence[unit.confidence]
        doubt = "" if sure is Confidence.SOURCED else f' <small class="unsure">{self._say(sure.label)}</small>'
        return linked(unit.title.in_language(self.language), f"rules/{unit.id}.html") + doubt

    def _say(self, words: Text) -> str:
        return escape(words.in_language(self.language))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
