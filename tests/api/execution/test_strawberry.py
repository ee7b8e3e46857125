"""A strawberry schema answers the same, and its plain resolvers are called without its wrapper."""

import datetime as dt
import enum
import functools
from collections.abc import AsyncIterator, Iterator
from decimal import Decimal
from typing import Any

import pytest
import strawberry
from graphql import GraphQLObjectType
from strawberry.extensions import FieldExtension, ParserCache, SchemaExtension, ValidationCache
from strawberry.permission import BasePermission
from strawberry.scalars import JSON
from strawberry.schema.config import StrawberryConfig
from strawberry.types.field import StrawberryField
from strawberry.types.info import Info

from api.execution import CompilationSettings, Fallback
from api.execution.resolvers import Attribute, SourceFunction
from api.execution.strawberry import CompilationTurnedOffWarning, compiled_execution_context, read_resolver, warn_if_turned_off


@strawberry.enum
class Color(enum.Enum):
    RED = "red"


class Denied(BasePermission):
    message = "denied"

    def has_permission(self, *_arguments: Any, **_kwargs: Any) -> bool:
        return False


class Shouting(FieldExtension):
    def resolve(self, next_: Any, source: Any, info: Info, **arguments: Any) -> Any:
        return str(next_(source, info, **arguments)).upper()


class Reversed(StrawberryField):
    def get_result(self, source: Any, info: Any, args: Any, kwargs: Any) -> Any:
        return str(super().get_result(source, info, args, kwargs))[::-1]


def backwards(default: str) -> Any:
    return Reversed(default=default)


@strawberry.type
class Left:
    left: str = "l"


@strawberry.interface
class Node:
    id: strawberry.ID


def outer(root: "Thing") -> str:
    return f"root {root.title}"


@strawberry.type
class Thing(Node):
    title: str
    amount: Decimal = Decimal("1.50")
    on: dt.date = dt.date(2026, 1, 2)
    color: Color = Color.RED
    any: JSON = strawberry.field(default_factory=lambda: JSON({"a": [1]}))
    missing: str | None = None
    renamed: str = strawberry.field(name="otherName", default="renamed")
    private: str = strawberry.field(permission_classes=[Denied], default="secret")
    shouted: str = strawberry.field(extensions=[Shouting()], default="quiet")
    shouting: str = strawberry.field(resolver=outer, extensions=[Shouting()])
    by_function: str = strawberry.field(resolver=outer)
    reversed: str = backwards("backwards")

    @strawberry.field
    def by_self(self) -> str:
        return f"self {self.title}"

    @strawberry.field
    def by_parent(parent: strawberry.Parent["Thing"]) -> str:  # noqa: N805 - strawberry passes the source by this name
        return f"parent {parent.title}"

    @strawberry.field
    def by_nothing() -> str:
        return "nothing"

    @strawberry.field
    def by_info(self, info: Info) -> str:
        return info.field_name

    @strawberry.field
    def by_argument(self, times: int = 2) -> str:
        return self.title * times

    @strawberry.field
    def failing(self) -> str:
        raise ValueError(self.title)


@strawberry.type
class AsynchronousThing:
    title: str

    @strawberry.field
    async def by_self(self) -> str:
        return f"self {self.title}"

    @strawberry.field
    async def by_info(self, info: Info) -> list[Left]:
        return [Left(left=info.field_name)]

    @strawberry.field
    async def failing(self) -> str:
        raise ValueError(self.title)


THING = Thing(id=strawberry.ID("1"), title="a")


@strawberry.type
class Query:
    @strawberry.field
    def things(self) -> list[Thing]:
        return [THING, THING]

    @strawberry.field
    def nodes(self) -> list[Node]:
        return [THING]

    @strawberry.field
    def either(self) -> list[Thing | Left]:
        return [THING, Left()]

    @strawberry.field
    async def later(self) -> list[AsynchronousThing]:
        return [AsynchronousThing(title="a")]


@strawberry.type
class Mutation:
    @strawberry.mutation
    def rename(self, title: str) -> Thing:
        return Thing(id=strawberry.ID("1"), title=title)


def make_schema(context_class: Any = None, extensions: Any = (ParserCache, ValidationCache), **arguments: Any) -> strawberry.Schema:
    return strawberry.Schema(Query, Mutation, execution_context_class=context_class, extensions=extensions, **arguments)


SYNCHRONOUS = """
    { things { __typename id title amount on color any missing otherName byFunction bySelf byParent byNothing byInfo reversed
               byArgument twice: byArgument(times: 4) shouted shouting }
      nodes { id ... on Thing { title } } either { ... on Thing { id } ... on Left { left } } }
"""
QUERIES = [
    SYNCHRONOUS,
    "{ things { failing } }",
    "{ things { title private } }",
    'mutation { rename(title: "new") { title bySelf } }',
    "query ($times: Int!) { things { byArgument(times: $times) } }",
    "{ __schema { types { name fields { name type { name ofType { name } } } } } }",
]  # fmt: skip


def seen(result: Any) -> Any:
    errors = [(error.message, error.path, error.locations, type(error.original_error)) for error in result.errors or ()]
    return result.data, errors, result.extensions


@pytest.mark.parametrize("query", QUERIES)
def test_a_schema_answers_the_same_synchronously(query: str) -> None:
    context_class = compiled_execution_context()
    schema, plain = make_schema(context_class), make_schema()
    expected = seen(plain.execute_sync(query, {"times": 3}))
    assert [seen(schema.execute_sync(query, {"times": 3})) for _ in range(3)] == [expected] * 3
    assert context_class.compilation.counters.compiled == 2


@pytest.mark.parametrize("query", [*QUERIES, "{ later { title bySelf byInfo { left } } }", "{ later { failing } }"])
async def test_a_schema_answers_the_same_asynchronously(query: str) -> None:
    context_class = compiled_execution_context()
    schema, plain = make_schema(context_class), make_schema()
    expected = seen(await plain.execute(query, {"times": 3}))
    assert [seen(await schema.execute(query, {"times": 3})) for _ in range(3)] == [expected] * 3
    assert context_class.compilation.counters.compiled == 2


def resolution(name: str, type_name: str = "Thing", **arguments: Any) -> Any:
    type_ = make_schema(**arguments)._schema.type_map[type_name]
    assert isinstance(type_, GraphQLObjectType)
    return read_resolver(type_.fields[name])


@pytest.mark.parametrize(("field", "attribute"), [("title", "title"), ("otherName", "renamed"), ("amount", "amount")])
def test_a_plain_field_is_read_as_an_attribute(field: str, attribute: str) -> None:
    assert resolution(field) == Attribute(attribute)


@pytest.mark.parametrize(
    ("field", "answer"), [("bySelf", "self a"), ("byParent", "parent a"), ("byFunction", "root a"), ("byNothing", "nothing")]
)
def test_a_resolver_of_the_source_alone_is_called_directly(field: str, answer: str) -> None:
    found = resolution(field)
    assert isinstance(found, SourceFunction)
    assert found.call(THING) == answer


@pytest.mark.parametrize("field", ["byInfo", "byArgument", "private", "shouted", "shouting", "reversed"])
def test_a_field_with_something_around_it_keeps_its_wrapper(field: str) -> None:
    assert resolution(field) is None


def read_attribute(source: Any, name: str) -> Any:
    return getattr(source, name)


def test_another_default_resolver_is_kept() -> None:
    config = StrawberryConfig(default_resolver=read_attribute)
    assert resolution("title", config=config) is None


def test_a_custom_info_is_still_made() -> None:
    class CustomInfo(Info[Any, Any]):
        pass

    assert resolution("bySelf", config=StrawberryConfig(info_class=CustomInfo)) is None


def test_an_exception_handler_is_still_asked() -> None:
    @strawberry.type
    class Failure:
        message: str

    class Handler(strawberry.ExceptionHandler[ValueError, Failure]):
        def handle(self, exception: ValueError, *, field: Any, info: Any) -> Failure:
            return Failure(message=f"{info.field_name} of {field.name}: {exception}")

    @strawberry.type
    class Handled:
        @strawberry.field
        def title(self) -> Left | Failure:
            raise ValueError("handled")

    context_class = compiled_execution_context(CompilationSettings(compile_at_sighting=1))
    schema = strawberry.Schema(Handled, execution_context_class=context_class, exception_handlers=[Handler()])
    assert schema.execute_sync("{ title { ... on Failure { message } } }").data == {"title": {"message": "title of title: handled"}}
    assert context_class.compilation.counters.compiled == 1


def test_resolvers_that_strawberry_did_not_make_are_left_alone() -> None:
    type_ = make_schema()._schema.type_map["__Type"]
    assert isinstance(type_, GraphQLObjectType)
    assert read_resolver(type_.fields["name"]) is None


class Looking(SchemaExtension):
    def resolve(self, _next: Any, root: Any, info: Any, *args: Any, **kwargs: Any) -> Any:
        return _next(root, info, *args, **kwargs)


class Timing(SchemaExtension):
    def on_operation(self) -> Iterator[None]:
        yield


def test_an_extension_that_turns_compiling_off_is_warned_of_at_the_start() -> None:
    with pytest.warns(CompilationTurnedOffWarning, match="Looking defines `resolve`"):
        assert warn_if_turned_off(make_schema(extensions=[Looking, Timing])) == ("Looking",)


def test_extensions_on_operations_are_not_warned_of() -> None:
    assert warn_if_turned_off(make_schema(extensions=[Timing, functools.partial(Timing)])) == ()


def test_an_extension_that_turns_compiling_off_is_counted() -> None:
    context_class = compiled_execution_context()
    schema = make_schema(context_class, extensions=[ParserCache, Looking])
    for _ in range(3):
        assert schema.execute_sync("{ things { title } }").errors is None
    assert context_class.compilation.counters.fallbacks == {Fallback.MIDDLEWARE: 3}


async def test_a_subscription_streams_as_before() -> None:
    @strawberry.type
    class Subscription:
        @strawberry.subscription
        async def things(self) -> AsyncIterator[Thing]:
            yield THING

    schema = strawberry.Schema(Query, subscription=Subscription, execution_context_class=compiled_execution_context())
    stream: Any = await schema.subscribe("subscription { things { title } }")
    assert [event.data async for event in stream] == [{"things": {"title": "a"}}]
