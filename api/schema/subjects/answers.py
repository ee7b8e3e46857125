"""
Answers to questions, whatever the kind of subject: made into the typed input of facts, and changed by the same rules.

A form that is drawn from ``form`` knows facts by id and parts by path, and sends them back so; the value's field is the question's type.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, Protocol

import strawberry

from api.schema.context import Context
from api.schema.declare import input_type, one_of_input
from api.schema.facts.answered_parts import Part, Places, Unfit
from api.schema.revisions.problems import FactsRefused, Told
from api.schema.subjects.changes import again, change
from api.schema.subjects.idempotency import once
from api.schema.subjects.results import Conflict, IdempotencyKeyReused, InvalidFacts, NotFound
from api.schema.subjects.subjects import TYPES, Subject
from api.schema.vocabulary import Language
from domain.store.idempotency import Key, Made
from domain.subjects import Parts, types_below
from domain.subjects import Subject as DomainSubject


@input_type
class TableEntryInput:
    """An entry of a table that answers a question (entrée de tableau)."""

    key: str = strawberry.field(description="Such as the year, as a text (clé).")
    value: str | None = strawberry.field(description="As a text; null where it is not known (valeur).", default=None)


def _value(description: str) -> Any:
    return strawberry.field(description=description, default=strawberry.UNSET)


@one_of_input
class AnswerValueInput:
    """A value, under the type of its question; exactly one of these (valeur)."""

    text: str | None = _value("Of a question of type TEXT (texte).")
    integer: int | None = _value("Of type INTEGER (nombre entier).")
    decimal: Decimal | None = _value("Of type DECIMAL (nombre décimal).")
    day: date | None = strawberry.field(name="date", description="Of type DATE (date).", default=strawberry.UNSET)
    boolean: bool | None = _value("Of type BOOLEAN (oui ou non).")
    choice: str | None = _value("Of type CHOICE: the value of an option (choix unique).")
    choices: list[str] | None = _value("Of type CHOICES: the values of options (choix multiple).")
    table: list[TableEntryInput] | None = _value("Of type TABLE (tableau).")
    none: bool | None = _value("True, whatever the type: there is none, where the question is optional (néant).")
    unknown: bool | None = _value("True, whatever the type: takes an answer back (inconnu).")


@input_type
class AnswerInput:
    """An answer to a question (réponse)."""

    fact: strawberry.ID = strawberry.field(description="The question's fact, such as person.born_on (fait).")
    part: str | None = strawberry.field(
        description="The question's part; keys of which there is no part yet add it; none for the subject itself (partie concernée).",
        default=None,
    )
    value: AnswerValueInput = strawberry.field(description="The value (valeur).")
    reason: str | None = strawberry.field(description="Why; needed where a registry or a rule gives another value (motif).", default=None)


@dataclass(frozen=True, slots=True)
class Answered:
    """
    Answers, made into a change of facts.

    Args:
        facts: the typed input of facts.
        places: where in it each answer went.
    """

    id: str
    expected_version: int | None
    facts: Any
    language: Language | None
    idempotency_key: str | None
    places: Places


class Given(Protocol):
    """The input of ``answerQuestions``."""

    id: Any
    expected_version: int | None
    answers: list[AnswerInput]
    language: Language | None
    idempotency_key: str | None


async def answer_questions(context: Context, given: Given) -> Subject | InvalidFacts | Conflict | NotFound | IdempotencyKeyReused:
    """Store answers as the next revision of their subject and decide on it."""

    async def make(key: Key | None) -> Subject | InvalidFacts | Conflict | NotFound:
        of = await _type_of(context, given.id)
        if of is None:
            return NotFound.here()
        try:
            answered = _answered(of.kind, given)
        except FactsRefused as refused:
            return InvalidFacts.of(refused, root="answers")
        made = await change(context, of, answered, key)
        return made.placed(partial(_place, answered.places), root="answers") if isinstance(made, InvalidFacts) else made

    async def before(made: Made) -> Subject | NotFound:
        of = await _type_of(context, *made.ids)
        return NotFound.here() if of is None else await again(context, of, given, made)

    return await once(context, given, make, before)


async def _type_of(context: Context, subject_id: str) -> type[Subject] | None:
    current = await context.answering.deciding.subjects.latest(context.reach, subject_id)
    return None if current is None else TYPES[current.subject_type]


def _answered(kind: type[DomainSubject], given: Given) -> Answered:
    """
    Make answers into a change.

    Raises:
        FactsRefused: one of them answers no question of such a subject, or with a value of another type.
    """
    root, problems = Part(kind), list[Told]()
    owners = {fact.id: (each, fact) for each in types_below(kind) for fact in each.facts}
    for number, each in enumerate(given.answers):
        if each.fact not in owners:
            problems.append(Told("UNKNOWN_FACT", "there is no such fact here: answer a question of the form", (str(number), "fact")))
            continue
        owner, fact = owners[each.fact]
        part = root.below(_lists_to(owner), each.part)
        if part is None:
            problems.append(Told("UNKNOWN_PART", "there can be no such part here: send the question's part", (str(number), "part")))
            continue
        try:
            part.take(number, fact, each.value, each.reason)
        except Unfit as unfit:
            problems.append(Told(unfit.code, str(unfit), (str(number), "value")))
    if problems:
        raise FactsRefused(problems)
    places: Places = {}
    facts = root.input(places)
    return Answered(str(given.id), given.expected_version, facts, given.language, given.idempotency_key, places)


def _lists_to(kind: type[DomainSubject]) -> list[Parts[Any]]:
    """Return the lists from the root down to *kind*."""
    return [] if kind.above is None else [*_lists_to(kind.above.owner), kind.above]


def _place(places: Places, path: Sequence[str]) -> list[str]:
    """Return the answer behind a place in the typed input: the one that stands there, else one about the same part."""
    there = [places[tuple(path[:length])] for length in range(len(path), 0, -1) if tuple(path[:length]) in places]
    beside = [number for place, number in places.items() if place[:-1] in {tuple(path), tuple(path[:-1])}]
    return ["answers", *(str(number) for number in [*there, *beside][:1])]
