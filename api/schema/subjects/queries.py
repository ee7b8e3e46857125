"""The questions about files: one, a list of them, a simulation; made for each kind of subject from its declaration, all alike."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Any, cast

import strawberry

from api.permissions import Permission
from api.schema.context import Context, Info, language_of
from api.schema.declare import needing
from api.schema.facts.facts import fact_types
from api.schema.findings.attached import id_in
from api.schema.pagination import After, Before, Connection, First, Last, Window
from api.schema.revisions.changes import changed_document
from api.schema.revisions.problems import FactsRefused
from api.schema.subjects.lists import InLanguage
from api.schema.subjects.results import InvalidFacts, NotFound
from api.schema.subjects.subjects import TYPES, Simulation, Subject, subject_by_id, told
from api.schema.subjects.what_if import WHAT_IF_INPUTS, Comparing, WhatIfs, what_ifs
from api.schema.vocabulary import Language
from api.schema.words import Words

Id = Annotated[strawberry.ID, strawberry.argument(name="id", description="Which one (identifiant).")]
AsOf = Annotated[date | None, strawberry.argument(description="The day that is today; none given: today in Paris (date de référence).")]
KnownAt = Annotated[
    datetime | None, strawberry.argument(description="The instant whose knowledge is used; none given: now (date de connaissance).")
]
SimulationResult = Annotated[
    Simulation | InvalidFacts, strawberry.union("SimulationResult", description="What came of a simulation (résultat).")
]
From = Annotated[strawberry.ID | None, strawberry.argument(name="id", description="Whose facts to start from (identifiant).")]
WhatIfResult = Annotated[
    WhatIfs | InvalidFacts | NotFound, strawberry.union("WhatIfResult", description="What came of comparing hypotheses (résultat).")
]


def _questions() -> Iterator[tuple[str, Any]]:
    for name, of in TYPES.items():
        words = Words.of(of.kind)
        yield name, _one(of, words)
        yield words.many, _many(of, words)
        yield f"simulate_{name}", _simulated(of, words)
        yield f"compare_{name}", _compared(of, words)


def _one(of: type[Subject], words: Words) -> Any:
    async def resolver(info: Info, key: Id, as_of: AsOf = None, known_at: KnownAt = None, language: InLanguage = None) -> Any:
        context = info.context
        day, instant = context.check_day(as_of), context.check_instant(known_at)
        found = await subject_by_id(context, key, language=language_of(context, language), as_of=day, known_at=instant)
        return found if isinstance(found, of) else None

    description = f"One {words.en} and what the rules find about it ({words.fr}); null where there is none."
    return strawberry.field(resolver=resolver, description=description, graphql_type=of | None, metadata=needing(Permission.FILES))


def _many(of: type[Subject], words: Words) -> Any:
    async def resolver(
        info: Info,
        *,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        language: InLanguage = None,
    ) -> Any:
        context, spoken, window = info.context, language_of(info.context, language), Window.of(first, after, last, before, key=id_in)
        subjects = context.answering.deciding.subjects
        found = await subjects.page(
            context.reach, of.kind.type_name, first=window.more, after=window.after, before=window.before, backwards=window.from_end
        )
        read = await subjects.latest_of(context.reach, [each.id for each in window.shown(found)])
        return Connection.of(found, window, key=lambda each: each.id, node=lambda each: of.of(read[each.id], context, spoken))

    description = f"The {words.many.replace('_', ' ')}, in the order of their creation ({words.fr} : liste)."
    return strawberry.field(
        resolver=resolver, description=description, graphql_type=cast("Any", Connection)[of] | None, metadata=needing(Permission.FILES)
    )


def _simulated(of: type[Subject], words: Words) -> Any:
    given = strawberry.argument(description="What is known: what is left out is unknown (faits).", graphql_type=fact_types(of.kind).input)

    async def resolver(info: Info, facts: Annotated[Any, given], as_of: AsOf = None, language: InLanguage = None) -> Any:
        return await _simulation(info.context, of, facts, as_of, language)

    description = f"What the rules would find about {words.one} with these facts; nothing is stored (simulation : {words.fr})."
    return strawberry.field(
        resolver=resolver, description=description, graphql_type=SimulationResult | None, metadata=needing(Permission.SIMULATE)
    )


def _compared(of: type[Subject], words: Words) -> Any:
    start = strawberry.argument(
        description="Facts to start from; with an id, on top of that one's (faits).", graphql_type=fact_types(of.kind).input | None
    )
    first = strawberry.argument(description="The first hypothesis (première hypothèse).", graphql_type=WHAT_IF_INPUTS[of])
    second = strawberry.argument(description="The second, beside it (seconde hypothèse).", graphql_type=WHAT_IF_INPUTS[of] | None)

    async def resolver(
        info: Info,
        *,
        one: Annotated[Any, first],
        other: Annotated[Any, second] = None,
        key: From = None,
        facts: Annotated[Any, start] = None,
        as_of: AsOf = None,
        language: InLanguage = None,
    ) -> Any:
        asked = Comparing(subject_id=key, facts=facts, as_of=as_of, one=one, other=other)
        return await what_ifs(info.context, of, asked, language)

    # Whoever may try one fact after the other on a file learns what they are.
    description = f"{words.one.capitalize()} as it is, and one or two hypotheses side by side; nothing is stored (hypothèses : {words.fr})."
    return strawberry.field(
        resolver=resolver, description=description, graphql_type=WhatIfResult | None, metadata=needing(Permission.PERSONAL)
    )


async def _simulation(
    context: Context, of: type[Subject], facts: Any, as_of: date | None, language: Language | None
) -> Simulation | InvalidFacts:
    day, spoken = context.check_day(as_of), language_of(context, language)
    try:
        document = changed_document(of.kind, {}, facts, today=context.answering.deciding.today(), language=spoken, as_of=day)
    except FactsRefused as refused:
        return InvalidFacts.of(refused)
    decision = await context.decisions.simulate(of.kind.type_name, document, as_of=day)
    return Simulation.of(told(context, decision, spoken))


SUBJECT_QUERIES = dict(_questions())
"""The questions about every kind of subject, by name."""
