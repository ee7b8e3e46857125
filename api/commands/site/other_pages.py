"""The other pages of the catalogue: its front, the dated figures, the facts, and what reads what."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from api.commands.graph_picture import draw
from api.commands.site.law import Law
from api.commands.site.page import NAVIGATION, TITLE, linked, listed, page
from domain.text import Language, text
from rules.engine.index import PlanIndex
from rules.engine.plan import FactPlan, FigurePeriod, FigurePlan, Unit
from rules.engine.rule import Confidence
from rules.engine.words import said_day, said_number

SECTIONS = {
    "document": text(fr="Pièces", en="Documents"),
    "calculation": text(fr="Calculs", en="Calculations"),
    "task": text(fr="Tâches", en="Tasks"),
    "condition": text(fr="Conditions partagées", en="Shared conditions"),
}
LONGEST = text(fr="La plus longue chaîne de règles : {} maillons", en="The longest chain of rules: {} links")
WHOLE = text(
    fr="Les règles, conditions partagées et chiffres qui se lisent, sans les faits ; la plus longue chaîne est soulignée.",
    en="The rules, shared conditions and figures that read each other, facts left out; the longest chain is set off.",
)
READ_BY = text(fr="Ce qui en dépend", en="What depends on it")
MARKS = {
    "personal": text(fr="donnée personnelle", en="personal"),
    "sensitive": text(fr="donnée sensible", en="sensitive"),
    "provided": text(fr="fourni par un service", en="provided by a service"),
    "milestone": text(fr="étape datée", en="milestone"),
    "optional": text(fr="peut être absent", en="may be absent"),
}


class OtherPages:
    """Writes them in one language."""

    def __init__(self, law: Law, language: Language) -> None:
        self.law = law
        self.language = language

    def pages(self) -> Iterator[tuple[str, str]]:
        """Yield the address of each page and the page."""
        yield "index.html", page("index.html", TITLE.in_language(self.language), self._front(), self.language)
        yield "graph.html", self._page("graph.html", self._graph(), wide=True)
        yield "facts.html", self._page("facts.html", self._facts())
        yield "figures.html", self._page("figures.html", self._figures())
        for name, (figure, index) in self.law.figures.items():
            address = f"figures/{name}.html"
            yield address, page(address, figure.title.in_language(self.language), self._figure(figure, index), self.language)

    def _page(self, address: str, content: Iterator[str], *, wide: bool = False) -> str:
        title = NAVIGATION[address].in_language(self.language)
        return page(address, title, (f"<h1>{escape(title)}</h1>", *content), self.language, wide=wide)

    def _front(self) -> Iterator[str]:
        yield f"<h1>{escape(TITLE.in_language(self.language))}</h1>"
        for kind, title in SECTIONS.items():
            families: dict[str, list[Unit]] = defaultdict(list)
            for unit, _ in self.law.units:
                if unit.kind.value == kind:
                    families[unit.id.split(".")[1]].append(unit)
            count = sum(len(units) for units in families.values())
            yield f'<h2 id="{kind}">{escape(title.in_language(self.language))} · {count}</h2>'
            for family, units in families.items():
                yield f"<details open><summary><b>{escape(family)}</b> <small>{len(units)}</small></summary>"
                yield listed((self._rule(unit) for unit in units), columns=True)
                yield "</details>"

    def _rule(self, unit: Unit) -> str:
        sure = Confidence[unit.confidence]
        doubt = "" if sure is Confidence.SOURCED else f" <small>({escape(sure.label.in_language(self.language))})</small>"
        return linked(unit.title.in_language(self.language), f"rules/{unit.id}.html") + doubt

    def _graph(self) -> Iterator[str]:
        chain = self.law.longest_chain
        yield f"<h2>{escape(LONGEST.in_language(self.language).format(len(chain)))}</h2>"
        titles = {name: self.law.graph.nodes[name].title.in_language(self.language) for name in chain}
        yield "<p>" + " → ".join(linked(titles[name], self.law.address(name)) for name in chain) + "</p>"
        yield self._picture(set(chain) | {each for name in chain for each in self.law.graph.reads[name]})
        read_by = self.law.graph.read_by()
        joined = {name for name in self.law.graph.reads if self._reads_rules(name) or name in read_by}
        figures = {each for name in joined for each in self.law.graph.reads[name] if each in self.law.figures}
        yield f"<p>{escape(WHOLE.in_language(self.language))}</p>"
        yield self._picture(joined | figures)

    def _reads_rules(self, name: str) -> bool:
        return any(each in self.law.graph.reads for each in self.law.graph.reads[name])

    def _picture(self, names: set[str]) -> str:
        drawn = draw(self.law.part(names), self.language, link=self.law.address, marked=self.law.longest_chain)
        return f'<div class="picture">{drawn}</div>'

    def _facts(self) -> Iterator[str]:
        for index in self.law.catalogue.indexes:
            for kind in index.plan.types:
                yield f"<h2>{escape(kind.title.in_language(self.language))}</h2>"
                yield from (self._fact(fact) for fact in kind.facts)

    def _fact(self, fact: FactPlan) -> str:
        marks = [said.in_language(self.language) for name, said in MARKS.items() if getattr(fact, name)]
        about = " · ".join([*([fact.unit] if fact.unit else []), *marks])
        choices = listed(f"{escape(said.in_language(self.language))} <code>{name}</code>" for name, said in fact.choices.items())
        title = escape(fact.title.in_language(self.language))
        head = f'<h3 id="{fact.id}">{title} <code>{fact.id}</code></h3><p class="quiet">{escape(about)}</p>'
        return head + (choices if fact.choices else "") + self._read_by(fact.id, "")

    def _read_by(self, name: str, root: str) -> str:
        readers = self.law.graph.read_by().get(name, ())
        links = (linked(self.law.graph.nodes[each].title.in_language(self.language), f"{root}rules/{each}.html") for each in readers)
        return f"<details><summary>{escape(READ_BY.in_language(self.language))} · {len(readers)}</summary>{listed(links)}</details>"

    def _figures(self) -> Iterator[str]:
        yield listed(
            linked(figure.title.in_language(self.language), f"figures/{name}.html") + f" <code>{name}</code>"
            for name, (figure, _) in self.law.figures.items()
        )

    def _figure(self, figure: FigurePlan, index: PlanIndex) -> Iterator[str]:
        yield f"<h1>{escape(figure.title.in_language(self.language))}</h1><p><code>{figure.id}</code> {escape(figure.unit or '')}</p>"
        yield self._read_by(figure.id, "../")
        for period in reversed(figure.periods):
            yield f"<h2>{escape(said_day(period.since, self.language))}</h2>{self._period(period, figure, index)}"

    def _period(self, period: FigurePeriod, figure: FigurePlan, index: PlanIndex) -> str:
        source = index.plan.sources[period.source]
        sure = Confidence[period.confidence]
        doubt = "" if sure is Confidence.SOURCED else f'<p class="doubt">{escape(sure.label.in_language(self.language))}</p>'
        return f"{doubt}<p>{linked(source.reference, source.address)}</p>{self._value(period.value, figure.unit)}"

    def _value(self, value: Any, unit: str | None) -> str:
        """Return a value; of a table a row for each key, of a table of tables also a column for each key within."""
        if not isinstance(value, dict):
            return "–" if value is None else escape(said_number(str(value), unit, self.language))
        unit = unit and unit.partition("/")[0]  # the page says it whole
        inner = list(dict.fromkeys(key for row in value.values() if isinstance(row, dict) for key in row))
        if not inner:
            rows = (f"<tr><th>{self._key(key)}</th><td>{self._value(each, unit)}</td></tr>" for key, each in value.items())
            return f"<table>{''.join(rows)}</table>"
        head = "".join(f"<th>{self._key(key)}</th>" for key in inner)
        rows = (f"<tr><th>{self._key(key)}</th>{self._cells(row, inner, unit)}</tr>" for key, row in value.items())
        return f"<table><tr><th></th>{head}</tr>{''.join(rows)}</table>"

    def _cells(self, row: Mapping[str, Any], keys: list[str], unit: str | None) -> str:
        return "".join(f"<td>{self._value(row.get(key), unit)}</td>" for key in keys)

    def _key(self, key: str) -> str:
        """Return a key of a table in words, where it is a choice of a fact."""
        choices = (fact.choices[key] for fact, _ in self.law.facts.values() if key in fact.choices)
        found = next(choices, None)
        return escape(key if found is None else found.in_language(self.language))
