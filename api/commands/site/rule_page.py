"""The page of a rule: what `attendu rules show` says, how sure it is, its formula, its cases, and a picture of what it reads."""

import inspect
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from itertools import groupby
from typing import Any

from api.commands.graph_picture import draw
from api.commands.rule_sheet import RuleSheet
from api.commands.site.law import Law, Stated
from api.commands.site.page import OTHER, linked, listed, page, paragraphs
from api.commands.words import WORDS
from domain.facts import UNKNOWN
from domain.text import Language, Text, text
from domain.values import neutral
from rules.engine.index import PlanIndex
from rules.engine.language.wording import Wording
from rules.engine.language.words import said_day
from rules.engine.plan import Unit
from rules.engine.rule import Confidence, Requirement
from rules.engine.run import Node, Outcome
from rules.engine.terms import FactTerm, UnitTerm
from rules.review.difference_words import STATES

CASES = text(fr="Cas d’essai (leurs noms sont en anglais)", en="Cases")
NO_CASES = text(
    fr="Aucun cas ne parle d’elle seule ; voir ceux des règles qui en dépendent.",
    en="No case is about it alone; see the rules that depend on it.",
)
NOT_ASKED = text(fr="pas exigée", en="not asked for")
DAYS = text(fr="{} jours", en="{} days")
FEW = 3
"""How many days of a case are read at once; more are folded."""
SURE_OF = {"confidence": text(fr="règle", en="rule"), "delay": text(fr="délai", en="delay"), "alerts": text(fr="alertes", en="alerts")}
BLOCKS = text(fr="ne bloque rien", en="blocks nothing")
FORMULA = text(fr="Formule", en="Formula")
PICTURE = text(fr="Ce qu’elle lit, et ce qui la lit", en="What it reads, and what reads it")
EXPECTED: dict[str, Text] = {
    "applied": text(fr="s’applique", en="applies"),
    "not_applicable": text(fr="ne s’applique pas", en="does not apply"),
    "undetermined": text(fr="indéterminée", en="undetermined"),
    "not_in_force": text(fr="pas en vigueur", en="not in force"),
    "failed": text(fr="en échec", en="failed"),
}


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
        parts = {part: escape(self._expected(each, unit, index)) for part, each in stated.items()}
        return " ; ".join(f"{escape(part)} : <b>{each}</b>" if part else f"<b>{each}</b>" for part, each in parts.items())

    def _expected(self, expected: object, unit: Unit, index: PlanIndex) -> str:
        """Return what a case states, in words."""
        if not isinstance(expected, Mapping):
            return EXPECTED[str(expected)].in_language(self.language)
        said = [self._output(name, each, unit, index) for name, each in expected.items() if name != "decimals"]
        return ", ".join(each for each in said if each) or EXPECTED["applied"].in_language(self.language)

    def _output(self, name: str, value: Any, unit: Unit, index: PlanIndex) -> str:
        wording = Wording(index, self.language)
        match name, value:
            case "value", _:
                plain = None if value == "none" else str(value) if isinstance(value, float) else neutral(value)
                return wording.words(plain, UnitTerm(unit.id, 0, unit.slot))
            case "state", _:
                return STATES[Outcome[value]].in_language(self.language)
            case "requirement", _:
                return Requirement[value].label.in_language(self.language)
            case (("confidence" | "delay" | "alerts"), _):
                return wording.pair(wording.say(SURE_OF[name]), Confidence[value].label.in_language(self.language))
            case "asked", _:
                return "" if value else wording.say(NOT_ASKED)
            case "blocks", _:
                titles = [self.law.title(each).in_language(self.language) for each in value]
                return wording.pair(wording.say(WORDS["blocks"]), ", ".join(titles)) if titles else wording.say(BLOCKS)
            case "due", date():
                return WORDS["due"].in_language(self.language).format(said_day(value.isoformat(), self.language))
            case "due", _:
                return WORDS["no_due"].in_language(self.language)
            case "number", _:
                return f"× {value}" if value > 1 else ""
        return str(value)

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
