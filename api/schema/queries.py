"""The questions of the schema."""

from datetime import date, datetime
from typing import Annotated, cast

import strawberry

from api.schema.context import Context, Info
from api.schema.declare import answer, object_type
from api.schema.subjects import Household, Operation, subject_by_id
from api.schema.vocabulary import Language
from domain.text import Language as LanguageCode

Id = Annotated[strawberry.ID, strawberry.argument(name="id", description="Which one (identifiant).")]
AsOf = Annotated[date | None, strawberry.argument(description="The day that is today; none given: today in Paris (date de référence).")]
KnownAt = Annotated[
    datetime | None, strawberry.argument(description="The instant whose knowledge is used; none given: now (date de connaissance).")
]
InLanguage = Annotated[
    Language | None, strawberry.argument(description="Of titles and sentences; none given: as Accept-Language likes best (langue).")
]


def language_of(context: Context, asked: Language | None) -> LanguageCode:
    """Return the language to answer in."""
    return context.language if asked is None else cast("LanguageCode", asked.value)


@object_type
class Query:
    """Everything that can be asked; asking changes no fact."""

    @answer
    async def household(
        self, info: Info, key: Id, as_of: AsOf = None, known_at: KnownAt = None, language: InLanguage = None
    ) -> Household | None:
        """A household and what the rules find about it (ménage); null where there is none."""
        context = info.context
        day, instant = context.check_day(as_of), context.check_instant(known_at)
        found = await subject_by_id(context, key, language=language_of(context, language), as_of=day, known_at=instant)
        return found if isinstance(found, Household) else None

    @answer
    async def operation(
        self, info: Info, key: Id, as_of: AsOf = None, known_at: KnownAt = None, language: InLanguage = None
    ) -> Operation | None:
        """A building operation and what the rules find about it (opération); null where there is none."""
        context = info.context
        day, instant = context.check_day(as_of), context.check_instant(known_at)
        found = await subject_by_id(context, key, language=language_of(context, language), as_of=day, known_at=instant)
        return found if isinstance(found, Operation) else None
