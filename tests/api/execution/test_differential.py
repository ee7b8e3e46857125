"""graphql-core is the oracle: whatever it does with a schema, a document and data, compiled execution does."""

import asyncio
import gc
import os
from random import Random
from typing import Any

import pytest
from graphql import DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema, execute, execute_sync, parse
from graphql.execution import Executor
from graphql.execution.incremental import IncrementalExecutor
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from api.execution import CompilationSettings, compiled_executor
from tests.api.execution.documents import random_document
from tests.api.execution.worlds import Sizes, World, executable_schema, random_objects, random_schema

EXAMPLES = int(os.environ.get("EXECUTION_EXAMPLES", "300"))
AGAIN = 100
"""How often graphql-core is asked again where the two differ."""


@pytest.mark.filterwarnings("ignore:coroutine .* was never awaited:RuntimeWarning")  # graphql-core, too, drops some when errors bubble
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(random=st.randoms(use_true_random=True), asynchronous=st.booleans())
def test_compiled_execution_does_what_graphql_core_does(random: Random, asynchronous: bool) -> None:
    sizes = Sizes.random(random)
    sketch = random_schema(random, sizes)
    schema = executable_schema(sketch)
    written = random_document(random, schema, sizes)
    data = (random_objects(random, schema, sizes), random_objects(random, schema, sizes))
    note(f"{sketch}\n{written}\n{data}")
    document = parse(written.text)
    executor_class = compiled_executor(CompilationSettings(compile_at_sighting=1))

    async def compare() -> None:
        requests = zip(written.variables * 2, (*data, *reversed(data)), strict=True)
        for variables, described in requests:
            asked = schema, document, variables
            expected = await outcome(IncrementalExecutor, *asked, World(described, asynchronous))
            found = await outcome(executor_class, *asked, World(described, asynchronous))
            if found != expected:  # what settles in the background after an error, graphql-core does in one order or another, too
                assert found in [await outcome(IncrementalExecutor, *asked, World(described, asynchronous)) for _ in range(AGAIN)], expected

    gc.disable()  # what is never awaited is collected below: in the middle of a named tuple Python cannot even warn of it
    try:
        asyncio.run(compare())
    finally:
        gc.enable()
        gc.collect(0)
    assert executor_class.compilation.counters.compiled == 4


async def outcome(
    executor_class: type[Executor[Any]], schema: GraphQLSchema, document: DocumentNode, variables: dict[str, Any], world: World
) -> tuple[Any, ...]:
    """Execute, and tell everything that can be seen from outside."""
    root = world.root("Query" if "query" in repr(document.definitions[0].to_dict()["operation"]) else "Mutation")
    if world.asynchronous:
        result = execute(schema, document, root, world, variables, executor_class=executor_class)
        awaited = not isinstance(result, ExecutionResult)
        response = result if isinstance(result, ExecutionResult) else await result
        while others := asyncio.all_tasks() - {asyncio.current_task()}:  # what settles in the background may start more
            await asyncio.gather(*others, return_exceptions=True)
    else:
        awaited, response = False, execute_sync(schema, document, root, world, variables, executor_class=executor_class)
    return repr(response.data), [seen(error) for error in response.errors or ()], awaited, world.log, world.ends()


def seen(error: GraphQLError) -> tuple[Any, ...]:
    """Tell what a client and a log see of an error."""
    original = error.original_error
    return error.message, error.path, error.locations, list(map(id, error.nodes or ())), type(original), str(original)
