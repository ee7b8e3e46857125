"""A small schema with one field for each way in which an answer can go right or wrong."""

import asyncio
import datetime as dt
from collections.abc import AsyncGenerator
from enum import Enum

import orjson
import strawberry
from graphql import GraphQLError
from strawberry.scalars import JSON

from api.http.context import OperationContext
from domain.errors import AttenduError

CANARY = "Zéphyrine-Canari-1987"


class NoSuchFile(AttenduError):
    code = "NO_SUCH_FILE"


@strawberry.enum
class Colour(Enum):
    RED = "red"
    GREEN = "green"


@strawberry.input
class Birth:
    day: dt.date
    place: str | None = None


@strawberry.type
class Page:
    total: int = 0

    @strawberry.field
    def edges(self) -> "list[Edge]":
        return []


@strawberry.type
class Edge:
    cursor: str = ""

    @strawberry.field
    def node(self) -> "Item":
        return Item(name="a")


@strawberry.type
class Item:
    name: str

    @strawberry.field
    def items(self, first: int | None = None) -> "list[Item]":
        return [Item(name=f"{self.name}.{number}") for number in range(first or 2)]

    @strawberry.field
    def page(self, first: int | None = None, last: int | None = None) -> Page:
        return Page(total=first or last or 0)


@strawberry.type
class Query:
    greeting: str = "hello"

    @strawberry.field
    async def echo(self, text: str = "", number: int = 0, born: dt.date | None = None, colour: Colour | None = None) -> str:
        await asyncio.sleep(0)
        return f"{text}{number or ''}{born or ''}{colour.value if colour else ''}"

    @strawberry.field
    def birth(self, of: Birth) -> str:
        return of.day.isoformat()

    @strawberry.field
    def item(self) -> Item | None:
        return Item(name="root")

    @strawberry.field
    def items(self, first: int = 20) -> list[Item]:
        return [Item(name=str(number)) for number in range(first)]

    @strawberry.field
    def missing(self) -> str | None:
        raise NoSuchFile("No such file, or no right to it.")

    @strawberry.field
    def broken(self, text: str = CANARY) -> str | None:
        raise RuntimeError(f"a crash with {text}")

    @strawberry.field
    def looks_expected(self) -> str | None:
        error = RuntimeError(CANARY)
        error.code = "gkpj"  # type: ignore[attr-defined]  # as errors of SQLAlchemy have
        raise error

    @strawberry.field
    def denied(self) -> str | None:
        raise GraphQLError("Not yours.", extensions={"code": "FORBIDDEN"})

    @strawberry.field
    def promised(self) -> str:
        return None  # type: ignore[return-value]  # a lie told to the schema

    @strawberry.field
    def unwritable(self) -> JSON:
        return JSON({"a": {1, 2}})

    @strawberry.field
    async def slow(self) -> str:
        await asyncio.sleep(60)
        return "late"

    @strawberry.field
    def told(self, info: strawberry.Info[OperationContext, None]) -> str | None:
        info.context.extensions["ruleTrace"] = orjson.Fragment(
            b'{"level":"%s"}' % str(info.context.request_extensions.get("level")).encode()
        )
        return None

    @strawberry.field
    def told_then_broken(self, info: strawberry.Info[OperationContext, None]) -> str:
        info.context.extensions["ruleTrace"] = "kept"
        raise RuntimeError(CANARY)

    @strawberry.field
    def context_id(self, info: strawberry.Info[OperationContext, None]) -> str:
        return str(id(info.context))


@strawberry.type
class Mutation:
    @strawberry.mutation
    def rename(self, name: str) -> str:
        return name


@strawberry.type
class Subscription:
    @strawberry.subscription
    async def count(self, info: strawberry.Info[OperationContext, None], to: int = 3) -> AsyncGenerator[int, None]:
        for number in range(to):
            info.context.extensions["number"] = number
            yield number

    @strawberry.subscription
    async def forever(self) -> AsyncGenerator[str, None]:
        yield "first"
        await asyncio.Event().wait()

    @strawberry.subscription
    async def breaks(self) -> AsyncGenerator[int, None]:
        yield 1
        raise RuntimeError(CANARY)


schema = strawberry.Schema(Query, Mutation, Subscription)
