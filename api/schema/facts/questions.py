"""
Facts as a form asks for them: what to draw, why it is asked, what was answered already, step by step.

A form needs nothing else than these: label, help, type, bounds, options, and which part it is about. The answer goes back with
``answerQuestions``, or in the typed input of facts under ``field``.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, Self, get_args

import strawberry
from strawberry.utils.str_converters import to_camel_case

from api.permissions import INHERITED
from api.schema.decisions.catalogue import Rule
from api.schema.decisions.masking import MASKED as MASKED_WORDS
from api.schema.decisions.view import DecisionView
from api.schema.declare import MASKED, answer, interface, lasting_type, object_type
from api.schema.revisions.reasons import DECLARED, path_of
from api.schema.scalars import Json
from api.schema.vocabulary import FactType
from domain.facts import UNKNOWN
from domain.subjects import Parts, types_below
from domain.values import known_neutral
from rules.engine.answers.missing import Missing
from rules.engine.contradictions import impossible_choices
from rules.engine.language.words import said_unit
from rules.engine.plan import FactPlan
from rules.engine.run import Node
from rules.engine.terms import FactTerm
from rules.library import ROOTS

PART = "The part it concerns, by keys from the subject down; null for the subject itself (partie concernée)."
LISTS: Final[Mapping[str, Parts[Any]]] = {
    listed.complete.id: listed for root in ROOTS for kind in types_below(root) for listed in kind.lists
}
"""The list of parts whose completeness a fact says, by that fact's id."""

KINDS = {"str": "TEXT", "int": "INTEGER", "Decimal": "DECIMAL", "date": "DATE", "bool": "BOOLEAN", "choice": "CHOICE"}


@lasting_type(needs=INHERITED)
class FactOption:
    """A choice that answers a question (option)."""

    value: str = strawberry.field(description="The code to send (code).")
    label: str = strawberry.field(description="What people read (libellé).")


@object_type(needs=INHERITED)
class PartPlace:
    """One step from the subject down to a part (emplacement d'une partie)."""

    list: str = strawberry.field(description="The list it stands in, as a field of the facts, such as persons (liste).")
    key: str = strawberry.field(description="Its key there (clé).")
    title: str = strawberry.field(description="What such a part is, such as Person (intitulé).")


@object_type(needs=INHERITED)
class PartList:
    """A list of parts of which it is asked whether it is complete (liste de parties)."""

    listed: strawberry.ID = strawberry.field(name="list", description="Its id, such as household.persons (identifiant de la liste).")
    field: str = strawberry.field(description="Its field in the facts, such as persons (champ).")
    title: str = strawberry.field(description="What people call it (intitulé).")
    keys: list[str] = strawberry.field(description="The keys of the parts that are listed so far (clés).")


@interface(needs=INHERITED)
class Question:
    """A fact as a form asks for it (question)."""

    node: strawberry.Private[Node]
    plan: strawberry.Private[FactPlan]
    view: strawberry.Private[DecisionView]
    fact: strawberry.ID = strawberry.field(description="Its id, such as person.born_on (identifiant du fait).")
    field: str = strawberry.field(description="Its field in the input of facts, such as bornOn (champ).")
    part: str | None = strawberry.field(description=PART)
    label: str = strawberry.field(description="What to ask (libellé).")
    type: str = strawberry.field(description="How to ask (type de saisie).", graphql_type=FactType)
    unit: str | None = strawberry.field(description="Its unit (unité).")
    optional: bool = strawberry.field(description="Whether there may be none: null is an answer (peut être sans objet).")
    step: int = strawberry.field(description="The form step that asks for it, from 1 (étape du formulaire).")

    @answer
    def unit_text(self) -> str | None:
        """Its unit as people read it beside a field to fill (unité en clair)."""
        return said_unit(self.unit, self.view.catalogue.language) or None if self.unit else None

    @answer
    def help(self) -> str | None:
        """What helps whoever is asked (aide à la saisie)."""
        declared = DECLARED.get(self.plan.id)
        hint = None if declared is None else declared.hint
        return None if hint is None else hint.in_language(self.view.catalogue.language)

    @answer
    def options(self) -> list[FactOption]:
        """The choices that there are, but those that would contradict what is known (options)."""
        language, out = self.view.catalogue.language, self._impossible()
        return [FactOption(value=code, label=label.in_language(language)) for code, label in self.plan.choices.items() if code not in out]

    @answer
    def minimum(self) -> Json | None:
        """The least that is possible, itself counted in: a number or a day (minimum)."""
        declared = DECLARED.get(self.plan.id)
        return None if declared is None or declared.minimum is None else Json(known_neutral(declared.minimum))

    @answer
    def maximum(self) -> Json | None:
        """The most that is possible, itself counted in: a number or a day (maximum)."""
        declared = DECLARED.get(self.plan.id)
        return None if declared is None or declared.maximum is None else Json(known_neutral(declared.maximum))

    @answer
    def in_the_past(self) -> bool:
        """Whether it is a day that cannot lie in the future (date passée)."""
        declared = DECLARED.get(self.plan.id)
        return declared is not None and declared.past

    @answer
    def key_type(self) -> FactType | None:
        """Of a table: how to ask for its keys (type des clés)."""
        return self._table_type(0)

    @answer
    def value_type(self) -> FactType | None:
        """Of a table: how to ask for its values (type des valeurs)."""
        return self._table_type(1)

    @answer
    def place(self) -> list[PartPlace]:
        """Which part it is about, from the subject down; empty for the subject itself (emplacement)."""
        return list(reversed(list(_places(self.node, self.view))))

    @answer
    def completes(self) -> PartList | None:
        """Where it is asked whether a list is complete: that list (liste à compléter)."""
        listed = LISTS.get(self.plan.id)
        if listed is None:
            return None
        parts = self.node.children[listed.index] if self.node.children else ()
        title = listed.title.in_language(self.view.catalogue.language)
        return PartList(listed=strawberry.ID(listed.id), field=to_camel_case(listed.name), title=title, keys=[each.key for each in parts])

    def _impossible(self) -> frozenset[str]:
        """Return the choices that what is known excludes; whoever may not read all of it is offered all of them."""
        declared = DECLARED.get(self.plan.id)
        if declared is None or self.plan.kind != "choice" or self.view.hidden:
            return frozenset()
        return impossible_choices(self.node, declared, self.view.decision.as_of)

    def _table_type(self, argument: int) -> FactType | None:
        declared = DECLARED.get(self.plan.id)
        if declared is None or fact_type(self.plan) != "TABLE":
            return None
        return FactType(KINDS[get_args(declared.kind)[argument].__name__])


@object_type(needs=INHERITED)
class MissingFact(Question):
    """A fact that nobody has said and that rules wait for: the next question to ask (fait manquant)."""

    missing: strawberry.Private[Missing]

    @classmethod
    def of(cls, missing: Missing, view: DecisionView) -> Self:
        """Say *missing* in the language of *view*."""
        node = view.nodes[missing.fact.id.partition(".")[0], missing.path]
        return cls(missing=missing, **asked(missing.fact, node, view))

    @answer
    def rules_waiting(self) -> int:
        """How many rules wait for it, each part counted (règles en attente)."""
        return self.view.decision.waiting.count(self.missing)

    @answer
    def rules(self) -> list[Rule]:
        """Why it is asked: the rules that wait for it, each once (règles en attente)."""
        return self.view.catalogue.named(self.view.decision.waiting.rules(self.missing))


@object_type(needs=INHERITED)
class GivenFact(Question):
    """A fact that a person has given, as a form shows it to be corrected (fait renseigné)."""

    value: Json | None = strawberry.field(description="In plain form; null where there is none, or it is masked (valeur).", metadata=MASKED)
    text: str = strawberry.field(description="As people read it, with its unit (valeur en clair).", metadata=MASKED)
    masked: bool = strawberry.field(description="Whether the roles of the caller do not allow to read it (masquée).")
    reason: str | None = strawberry.field(description="Why, where that was said (motif).", metadata=MASKED)


@object_type(needs=INHERITED)
class FormStep:
    """One step of a form (étape du formulaire)."""

    number: int = strawberry.field(description="From 1 (numéro).")
    title: str | None = strawberry.field(description="What people call it (intitulé).")
    missing: list[MissingFact] = strawberry.field(description="What to ask in it, in this order (faits manquants).")
    given: list[GivenFact] = strawberry.field(description="What was answered in it already (faits renseignés).")


def asked(plan: FactPlan, node: Node, view: DecisionView) -> dict[str, Any]:
    """Return what every question says of the fact *plan* of *node*."""
    return {
        "node": node,
        "plan": plan,
        "view": view,
        "fact": strawberry.ID(plan.id),
        "field": to_camel_case(plan.id.partition(".")[2]),
        "part": node.path or None,
        "label": plan.title.in_language(view.catalogue.language),
        "type": fact_type(plan),
        "unit": plan.unit,
        "optional": plan.optional,
        "step": plan.step,
    }


def fact_type(fact: FactPlan) -> str:
    """Return how a form asks for *fact*."""
    return KINDS.get(fact.kind) or ("CHOICES" if fact.choices else "TABLE")


def form_of(view: DecisionView) -> list[FormStep]:
    """Return every step of the form of a subject, with what is to ask and what was answered."""
    missing = [MissingFact.of(each, view) for each, _ in view.decision.missing]
    given = list(_given(view))
    titles = dict(enumerate(next((each.steps for each in ROOTS if each.type_name == view.decision.subject_type), ()), 1))
    return [
        FormStep(
            number=number,
            title=titles[number].in_language(view.catalogue.language) if number in titles else None,
            missing=[each for each in missing if each.step == number],
            given=[each for each in given if each.step == number],
        )
        for number in sorted({*titles, *(each.step for each in missing), *(each.step for each in given)})
    ]


def _given(view: DecisionView) -> Iterator[GivenFact]:
    """Yield what people said, a subject before its parts; a milestone that is empty says nothing."""
    index, reading, phrasebook = view.decision.index, view.decision.reading, view.catalogue.phrasebook
    for node in view.nodes.values():
        for position, (plan, value) in enumerate(zip(index.types[node.type_name].facts, node.values, strict=True)):
            term = FactTerm(plan.id, 0, position)
            if value is UNKNOWN or (plan.milestone and value is None) or reading.origin(term, node) != "given":
                continue
            plain, known = known_neutral(value), view.given_because.get(path_of(node.path, plan.id))
            masked, reason = plan.id in view.hidden, None if known is None else known["reason"]
            text = phrasebook.say(MASKED_WORDS) if masked else phrasebook.words(plain, term)
            yield GivenFact(value=None if masked else Json(plain), text=text, masked=masked, reason=reason, **asked(plan, node, view))


def _places(node: Node, view: DecisionView) -> Iterator[PartPlace]:
    """Yield the steps to *node*, the last first."""
    while (above := node.parent) is not None:
        types = view.decision.index.types
        listed = next(each for each in types[above.type_name].lists if each.of == node.type_name)
        title = types[node.type_name].title.in_language(view.catalogue.language)
        yield PartPlace(list=to_camel_case(listed.name), key=node.key, title=title)
        node = above
