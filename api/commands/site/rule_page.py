"""The page of a rule: what `attendu rules show` says, how sure it is, its formula, its cases, and a picture of what it reads."""

import inspect
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from itertools import groupby

from api.commands.graph_picture import draw
from api.commands.rule_sheet import CASES, NO_CASES, RuleSheet
from api.commands.site.law import Law, Stated
from api.commands.site.page import OTHER, linked, listed, page, paragraphs
from domain.facts import UNKNOWN
from domain.text import Language, text
from domain.values import neutral
from rules.engine.index import PlanIndex
from rules.engine.language.wording import Wording
from rules.engine.language.words import said_day
from rules.engine.plan import Unit
from rules.engine.rule import Confidence
from rules.engine.run import Node
from rules.engine.terms import FactTerm
from rules.review.case_words import CaseWords

DAYS = text(fr="{} jours", en="{} days")
FEW = 3
"""How many days of a case are read at once; more are folded."""
FORMULA = text(fr="Formule", en="Formula")
PICTURE = text(fr="Ce qu’elle lit, et ce qui la lit", en="What it reads, and what reads it")


class RulePage:
    """Writes the pages of rules in one language."""

    def __init__(self, law: Law, language: Language, today: date) -> None:
        self.law = law
        self.language = language
        self.today = today

    def html(self, unit: Unit, index: PlanIndex) -> str:
        """Return the page of one rule or shared condition."""
        return page(f"rules/{unit.id}.html", unit.title.in_language(self.language), self._content(unit, index), self.language)

    def _content(self, unit: Unit, index: PlanIndex) -> Iterator[str]:
        sure = Confidence[unit.confidence]
        if sure is not Confidence.SOURCED:
            yield f'<p class="doubt">{escape(sure.label.in_language(self.language))}</p>'
        sheet = RuleSheet(unit, index, self.law.graph, self.language, self.today)
        title, *rest = paragraphs(sheet.lines(), lambda name: None if name == unit.id else self._link(name))
        other = OTHER[self.language]
        yield f'{title}<p class="quiet" lang="{other}">{escape(unit.title.in_language(other))}</p>'
        yield from rest
        yield from self._formula(unit)
        yield f"<h2>{escape(CASES.in_language(self.language))}</h2>"
        cases = self.law.cases_of.get(unit.id, [])
        for name, group in groupby(cases, key=lambda each: each[0].name.removesuffix(f", on {each[0].as_of}")):
            yield self._case(name.partition(": ")[2], list(group), unit, index)
        if not cases:
            yield f"<p>{escape(NO_CASES.in_language(self.language))}</p>"
        yield f"<h2>{escape(PICTURE.in_language(self.language))}</h2>"
        picture = draw(self.law.around(unit.id), self.language, link=self._link, marked={unit.id})
        yield f'<div class="picture">{picture}</div>'

    def _link(self, name: str) -> str | None:
        address = self.law.address(name)
        return None if address is None else f"../{address}"

    def _formula(self, unit: Unit) -> Iterator[str]:
        """Yield the function of a calculation as it stands in the rules."""
        for rule_set in self.law.rule_sets.values():
            function = getattr(rule_set.declarations.get(unit.id), "function", None)
            if function is not None:
                _, start, rest = inspect.getsource(function).partition("def ")  # what stands before is on the page already
                yield f"<h2>{escape(FORMULA.in_language(self.language))}</h2>"
                yield f'<pre lang="en">{escape(start + rest)}</pre>'
                return

    def _case(self, name: str, days: Sequence[Stated], unit: Unit, index: PlanIndex) -> str:
        """Return one case: what it states, on one day or several, and the facts that the rule reads."""
        facts = listed(self._facts(Node.of(days[0][0].subject), self.law.behind(unit.id), index))
        rows = (f"{escape(said_day(case.as_of.isoformat(), self.language))} — {self._stated(stated, unit, index)}" for case, stated in days)
        said = f'<span lang="en">{escape(name)}</span>'
        if len(days) > FEW:
            count = escape(DAYS.in_language(self.language).format(len(days)))
            return f"<details><summary>{said} <small>{count}</small></summary>{listed(rows)}{facts}</details>"
        return f"<details><summary>{said}{listed(rows)}</summary>{facts}</details>"

    def _stated(self, stated: Mapping[str, object], unit: Unit, index: PlanIndex) -> str:
        parts = {part: escape(CaseWords(index, self.language).expected(each, unit)) for part, each in stated.items()}
        return " ; ".join(f"{escape(part)} : <b>{each}</b>" if part else f"<b>{each}</b>" for part, each in parts.items())

    def _facts(self, root: Node, behind: set[str], index: PlanIndex) -> Iterator[str]:
        """Yield the facts of a case that the rule reads, each with what it is."""
        wording = Wording(index, self.language)
        for node in root.walk():
            for fact, value in zip(index.types[node.type_name].facts, node.values, strict=True):
                if fact.id in behind and value is not UNKNOWN and not (fact.milestone and value is None):
                    term = FactTerm(fact.id, 0, 0)
                    said = wording.pair(wording.name(term), wording.words(neutral(value), term))
                    part = f"{escape(node.path)} — " if node.path else ""
                    yield part + linked(said, self._link(fact.id))
