"""Dated figures in doubt: those without a value on the day of the law, and those of which no newer value was found."""

from datetime import date
from typing import Self

import strawberry

from api.permissions import INHERITED
from api.schema.decisions.catalogue import Rule
from api.schema.decisions.view import DecisionView
from api.schema.declare import object_type
from rules.engine.answers.aging import AgedFigure as Aged
from rules.engine.answers.missing import MissingFigure as Lacked
from rules.engine.language.citations import cited
from rules.engine.language.doubts import said_missing, said_period


@object_type(needs=INHERITED)
class MissingFigure:
    """A dated figure that rules wait for: it has no value on the day of the law (barème manquant)."""

    what: strawberry.ID = strawberry.field(description="Which figure, by id (barème).")
    label: str = strawberry.field(description="What people call it (libellé).")
    day: date = strawberry.field(description="The day on which it has no value (jour).")
    next_since: str | None = strawberry.field(
        description="The later day from which it has one; null where no text was found that fixes it (valeur suivante).",
        graphql_type=date | None,
    )
    text: str = strawberry.field(description="The same in words (en clair).")
    source: str = strawberry.field(description="The text that fixed it until then, or else the first that does later (source).")
    rules: list[Rule] = strawberry.field(description="The rules that wait for it, each once (règles en attente).")

    @classmethod
    def of(cls, missing: Lacked, view: DecisionView) -> Self:
        """Say *missing* in the language of *view*."""
        catalogue = view.catalogue
        return cls(
            what=strawberry.ID(missing.figure.id),
            label=missing.figure.title.in_language(catalogue.language),
            day=missing.day,
            next_since=missing.since,
            text=said_missing(missing, catalogue.language),
            source=cited(catalogue.index.plan.sources[missing.source], catalogue.language),
            rules=catalogue.named(view.decision.waiting.rules(missing)),
        )


@object_type(needs=INHERITED)
class AgedFigure:
    """A dated figure that is applied though no newer value was found: what rests on it is to be verified (barème à vérifier)."""

    what: strawberry.ID = strawberry.field(description="Which figure, by id (barème).")
    label: str = strawberry.field(description="What people call it (libellé).")
    since: str = strawberry.field(description="Since when the value holds that is applied (en vigueur depuis).", graphql_type=date)
    sure_until: str = strawberry.field(description="The last day for which it is sure (sûr jusqu’au).", graphql_type=date)
    text: str = strawberry.field(description="The same in words (en clair).")
    source: str = strawberry.field(description="The text it stands in (source).")
    rules: list[Rule] = strawberry.field(description="The rules that apply and rest on it, each once (règles concernées).")

    @classmethod
    def of(cls, aged: Aged, view: DecisionView) -> Self:
        """Say *aged* in the language of *view*."""
        catalogue = view.catalogue
        assert aged.period.sure_until is not None
        resting = (unit for each, those in view.decision.aged_figures if each == aged for unit in those)
        return cls(
            what=strawberry.ID(aged.figure.id),
            label=aged.figure.title.in_language(catalogue.language),
            since=aged.period.since,
            sure_until=aged.period.sure_until,
            text=said_period(aged.period, catalogue.language, aged=True),
            source=cited(catalogue.index.plan.sources[aged.period.source], catalogue.language),
            rules=catalogue.named(each.unit.id for each in resting),
        )
