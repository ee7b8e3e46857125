"""
What executing a document costs compiled, against graphql-core with parsing and validation cached.

The same strawberry schema twice, with and without compiled execution; processor time, in interleaved passes, of which
the fastest counts: the machine is shared, so ratios are trusted and not milliseconds.
"""

import asyncio
import datetime as dt
import enum
import logging
import statistics
import time
from collections import deque
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from itertools import count, islice
from typing import Any

import strawberry
from graphql import DocumentNode, ExecutionResult, execute, get_introspection_query, parse
from strawberry.execution import optimized_is_awaitable
from strawberry.extensions import ParserCache, ValidationCache
from strawberry.permission import BasePermission
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from api.execution import CompilationSettings
from api.execution.settings import MEBIBYTE
from api.execution.strawberry import compiled_execution_context
from benchmarks.budget import Budget

_DOCUMENTS_MET_ONCE = 200
_ROTATING_REQUESTS = 40_000
_PASSES = 9
_SECONDS_A_PASS = 0.04


# A schema with every shape of field.


@strawberry.enum
class Outcome(enum.Enum):
    """What came out of a rule."""

    APPLIED = "applied"
    NOT_APPLICABLE = "not applicable"


class Allowed(BasePermission):
    """Lets everybody in."""

    def has_permission(self, *_arguments: Any, **_named: Any) -> bool:
        """Answer yes."""
        return True


@strawberry.interface
class Node:
    """What has an id."""

    id: strawberry.ID


@strawberry.type
class Entry(Node):
    """An object of a type with an interface, which strawberry recognizes by `is_type_of`."""

    title: str


@strawberry.type
class Item:
    """Six attributes, and a field of each slower shape."""

    id: strawberry.ID
    title: str
    reason: str
    source: str | None
    rank: int
    asked: bool
    outcome: Outcome = Outcome.APPLIED
    amount: Decimal = Decimal("12.50")
    on: dt.date = dt.date(2026, 11, 20)
    guarded: str = strawberry.field(permission_classes=[Allowed], default="x")

    @strawberry.field
    def by_self(self) -> str:
        """Look at the source only."""
        return self.title

    @strawberry.field
    def by_info(self, info: strawberry.Info[Any, Any]) -> str:
        """Look at the info."""
        return info.field_name

    @strawberry.field
    def by_argument(self, length: int = 3) -> str:
        """Look at an argument."""
        return self.title[:length]

    @strawberry.field
    async def later(self) -> str:
        """Answer later."""
        return self.title

    @strawberry.field
    def failing(self) -> str | None:
        """Fail."""
        raise ValueError("no")


ITEMS = [Item(id=strawberry.ID(str(n)), title=f"Title {n}", reason="because", source=None, rank=n, asked=n % 2 == 0) for n in range(204)]
ENTRIES = [Entry(id=strawberry.ID(str(n)), title=f"Title {n}") for n in range(60)]


@strawberry.type
class Query:
    """The roots."""

    @strawberry.field
    def items(self) -> list[Item]:
        """Return sixty items, like the documents of a subject."""
        return ITEMS[:60]

    @strawberry.field
    def trace(self) -> list[Item]:
        """Return 204 items, like the evaluations of a rule set."""
        return ITEMS

    @strawberry.field
    async def items_later(self) -> list[Item]:
        """Return sixty items, later."""
        return ITEMS[:60]

    @strawberry.field
    def entries(self) -> list[Entry]:
        """Return objects that are recognized by `is_type_of`."""
        return ENTRIES

    @strawberry.field
    def nodes(self) -> list[Node]:
        """Return objects whose type is asked for."""
        return ENTRIES  # type: ignore[return-value]  # list is invariant

    @strawberry.field
    def hello(self) -> str:
        """Return a word."""
        return "world"


SIX = "id title reason source rank asked"
SHAPES = {
    "attributes_60_by_6": f"{{ items {{ {SIX} }} }}",
    "typed_trace_204_by_5": "{ trace { id title reason source asked } }",
    "attributes_awaited_list": f"{{ itemsLater {{ {SIX} }} }}",
    "resolver_of_the_source": "{ items { bySelf } }",
    "info": "{ items { byInfo } }",
    "arguments": "{ items { byArgument(length: 2) } }",
    "permissions": "{ items { guarded } }",
    "enum_decimal_date": "{ items { outcome amount on } }",
    "async_per_item": "{ items { later } }",
    "failing_per_item": "{ items { failing } }",
    "is_type_of": "{ entries { id title } }",
    "interface": "{ nodes { id ... on Entry { title } } }",
    "introspection": get_introspection_query(),
    "tiny": "{ hello }",
}


def _schema(execution_context_class: Any = None) -> strawberry.Schema:
    return strawberry.Schema(Query, execution_context_class=execution_context_class, extensions=[ParserCache, ValidationCache])


# Measuring.

Run = Callable[[], Any]


async def _pass(run: Run, seconds: float = _SECONDS_A_PASS) -> float:
    """Return the processor seconds of one call, over as many as fit."""
    calls, began = 0, time.thread_time()
    while (spent := time.thread_time() - began) < seconds:
        for _ in range(5):
            result = run()
            if not isinstance(result, ExecutionResult):
                await result
        calls += 5
    return spent / calls


async def _ratio(baseline: Run, compiled: Run) -> tuple[float, float]:
    """Return baseline ÷ compiled, and the microseconds of the compiled one, after warming both up."""
    for run in (baseline, compiled):
        await _pass(run, 0.01)
    passes = [(await _pass(baseline), await _pass(compiled)) for _ in range(_PASSES)]
    slow, fast = (min(column) for column in zip(*passes, strict=True))
    return slow / fast, fast * 1e6


def _execution(schema: strawberry.Schema, executor_class: Any, document: DocumentNode) -> Run:
    """Make a call that executes only: parsed, validated, no pipeline of strawberry's around it."""
    arguments: dict[str, Any] = {"executor_class": executor_class, "is_awaitable": optimized_is_awaitable}
    return partial(execute, schema._schema, document, **arguments)  # noqa: SLF001 - the schema that strawberry executes


async def _shapes() -> list[Budget]:
    plain, context_class = _schema(), compiled_execution_context()
    compiled, budgets = _schema(context_class), []
    for name, text in SHAPES.items():
        document = parse(text)
        alone, microseconds = await _ratio(
            _execution(plain, StrawberryGraphQLCoreExecutionContext, document), _execution(compiled, context_class, document)
        )
        whole, _ = await _ratio(partial(plain.execute, text), partial(compiled.execute, text))
        detail = f"{microseconds:.0f} µs; with strawberry's pipeline around both {whole:.1f} ×"
        limit = 10.0 if name == "attributes_60_by_6" else 0.95
        budgets.append(Budget(f"execution_{name}", alone, limit, detail, at_least=True))
    return budgets


def _never_repeated() -> Budget:
    """Execute documents that come once: nothing is compiled, and looking for a plan has to cost next to nothing."""
    plain, context_class = _schema(), compiled_execution_context()
    fresh = {kind: (parse(f"{{ items {{ a{number}: title }} }}") for number in count()) for kind in ("plain", "compiled")}

    def rounds(kind: str, executor_class: Any) -> float:
        runs = [_execution(plain, executor_class, document) for document in islice(fresh[kind], _DOCUMENTS_MET_ONCE)]
        began = time.thread_time()
        for run in runs:
            run()
        return time.thread_time() - began

    passes = [(rounds("plain", StrawberryGraphQLCoreExecutionContext), rounds("compiled", context_class)) for _ in range(_PASSES)]
    slow, fast = (min(column) for column in zip(*passes, strict=True))
    detail = f"{fast / _DOCUMENTS_MET_ONCE * 1e6:.0f} µs; {context_class.compilation.counters.compiled} compiled"
    return Budget("execution_never_repeated", slow / fast, 0.95, detail, at_least=True)


def _rotating() -> list[Budget]:
    """
    Serve documents of which one in 64 is replaced every 400 requests, for as many requests without replacing any.

    Each document is executed by graphql-core once, compiled once, and used about 400 times in all.
    """
    settings = CompilationSettings(max_plans=128, max_memory=4 * MEBIBYTE)
    seconds: dict[bool, list[float]] = {}
    for rotating in (False, True):
        context_class = compiled_execution_context(settings)
        schema = _schema(context_class)
        documents = (parse(f"{{ items {{ {SIX} a{number}: title }} }}") for number in count())
        current = deque(islice(documents, 64))
        for document in (*current, *current):
            _execution(schema, context_class, document)()
        seconds[rotating] = []
        for request in range(_ROTATING_REQUESTS):
            if rotating and request % 400 == 0:
                current.popleft()
                current.append(next(documents))
            document = current[request % len(current)]
            began = time.thread_time()
            _execution(schema, context_class, document)()
            seconds[rotating].append(time.thread_time() - began)
    plans, counters = context_class.compilation.plans, context_class.compilation.counters
    (steady, steady_rare), (moving, moving_rare) = (_percentiles(seconds[rotating]) for rotating in (False, True))
    detail = f"p99 {moving:.0f} µs against {steady:.0f}; p99.9 {moving_rare:.0f} against {steady_rare:.0f}; {counters.plans} plans made"
    memory = plans.memory / settings.max_memory
    return [
        Budget("execution_rotating_p99", moving / steady, 1.5, detail),
        Budget("execution_rotating_memory", memory, 1.0, f"{len(plans)} plans in {plans.memory / MEBIBYTE:.1f} MiB"),
    ]


def _percentiles(seconds: list[float]) -> tuple[float, float]:
    """Return the 99th and 99.9th percentiles in microseconds."""
    cuts = statistics.quantiles(seconds, n=1_000)
    return cuts[989] * 1e6, cuts[998] * 1e6


def measure() -> list[Budget]:
    """Measure every shape of field, documents met once, and documents that rotate."""
    logging.getLogger("strawberry.execution").disabled = True  # it writes each error of the failing shape
    return [*asyncio.run(_shapes()), _never_repeated(), *_rotating()]
