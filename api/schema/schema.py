"""The schema, built once a process: its types, scalars and compiled execution."""

import strawberry
from strawberry.schema.config import StrawberryConfig

from api.execution import CompilationSettings
from api.execution.strawberry import compiled_execution_context, warn_if_turned_off
from api.schema.live.causes import CAUSES
from api.schema.live.subscriptions import Subscription
from api.schema.mutations import Mutation
from api.schema.queries import Query
from api.schema.scalars import SCALARS
from api.schema.subjects.subjects import TYPES


def build_schema(compilation: CompilationSettings | None = None) -> strawberry.Schema:
    """Return the schema, executed as *compilation* says; warn of an extension that would turn compiled execution off."""
    schema = strawberry.Schema(
        Query,
        Mutation,
        Subscription,
        types=[*TYPES.values(), *CAUSES],
        config=StrawberryConfig(scalar_map=SCALARS),
        execution_context_class=compiled_execution_context(compilation),
    )
    warn_if_turned_off(schema)
    return schema
