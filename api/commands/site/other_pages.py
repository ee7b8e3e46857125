"""The other pages of the catalogue: the dated figures, the facts, and what reads what."""

from collections.abc import Iterator
from html import escape

from api.commands.graph_picture import draw
from api.commands.input_sheet import MARKS
from api.commands.rule_sheet import KINDS, READ_BY
from api.commands.site.figure_page import FigurePage
from api.commands.site.front_page import FrontPage
from api.commands.site.law import Law
from api.commands.site.page import NAVIGATION, TITLE, linked, listed, page
from api.commands.table_words import unit_beside
from domain.text import Language, text
from rules.engine.plan import FactPlan

CHAIN = text(fr="{} : une chaîne de {} maillons", en="{}: a chain of {} links")
WHOLE = text(fr="Toutes les règles", en="All rules")
WHOLE_MEANS = text(
    fr="Chaque règle est reliée à celles qu’elle lit, à sa gauche ; la plus longue chaîne est soulignée. Les faits et les chiffres "
    "sont sur la page de chaque règle.",
    en="Each rule is joined to those it reads, on its left; the longest chain is set off. Facts and figures are on each rule’s page.",
)


class OtherPages:
    """Writes them in one language."""

    def __init__(self, law: Law, language: Language) -> None:
        self.law = law
        self.language = language

    def pages(self) -> Iterator[tuple[str, str]]:
        """Yield the address of each page and the page."""
        front = FrontPage(self.law, self.language).content()
        yield "index.html", page("index.html", TITLE.in_language(self.language), front, self.language)
        yield "graph.html", self._page("graph.html", self._graph(), wide=True)
        yield "facts.html", self._page("facts.html", self._facts())
        yield "figures.html", self._page("figures.html", self._figures())
        writer = FigurePage(self.law, self.language)
        for name, (figure, index) in self.law.figures.items():
            address = f"figures/{name}.html"
            content = (*writer.head(figure), self._read_by(name, "../"), *writer.periods(figure, index))
            yield address, page(address, figure.title.in_language(self.language), content, self.language)

    def _page(self, address: str, content: Iterator[str], *, wide: bool = False) -> str:
        title = NAVIGATION[address].in_language(self.language)
        return page(address, title, (f"<h1>{escape(title)}</h1>", *content), self.language, wide=wide)

    def _graph(self) -> Iterator[str]:
        for place, chain in enumerate(self.law.chains):
            last = self.law.title(chain[-1]).in_language(self.language)
            said = CHAIN.in_language(self.language).format(last, len(chain))
            yield f"<details{' open' if place == 0 else ''}><summary><b>{escape(said)}</b></summary>{self._chain(chain)}</details>"
        yield f"<h2>{escape(WHOLE.in_language(self.language))}</h2><p>{escape(WHOLE_MEANS.in_language(self.language))}</p>"
        read_by = self.law.graph.read_by()
        joined = {name for name in self.law.graph.reads if self._reads_rules(name) or name in read_by}
        drawn = draw(self.law.part(joined), self.language, link=self.law.address, marked=self.law.longest_chain)
        yield f'<div class="picture">{drawn}</div>'

    def _reads_rules(self, name: str) -> bool:
        return any(each in self.law.graph.reads for each in self.law.graph.reads[name])

    def _chain(self, chain: list[str]) -> str:
        """Return a chain, link below link, each with what else it reads."""
        links = (self._link(name, previous) for previous, name in zip(["", *chain], chain, strict=False))
        return f'<ol class="chain">{"".join(links)}</ol>'

    def _link(self, name: str, previous: str) -> str:
        inputs = "".join(f"<li>{self._box(each)}</li>" for each in self.law.graph.reads[name] if each != previous)
        return f"<li>{self._box(name)}<ul>{inputs}</ul></li>"

    def _box(self, name: str) -> str:
        node = self.law.graph.nodes[name]
        kind = f"<small>{escape(KINDS[node.kind].in_language(self.language))}</small>"
        return f'<span class="box {node.kind}">{linked(node.title.in_language(self.language), self.law.address(name))} {kind}</span>'

    def _facts(self) -> Iterator[str]:
        for index in self.law.catalogue.indexes:
            for kind in index.plan.types:
                yield f"<h2>{escape(kind.title.in_language(self.language))}</h2>"
                yield from (self._fact(fact) for fact in kind.facts)

    def _fact(self, fact: FactPlan) -> str:
        marks = [said.in_language(self.language) for name, said in MARKS.items() if getattr(fact, name)]
        about = " · ".join(each for each in (unit_beside(fact.unit, self.language), *marks) if each)
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
