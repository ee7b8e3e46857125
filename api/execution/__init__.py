"""
Compiled execution of GraphQL operations, as an executor for graphql-core.

Operations are few and repeat. What graphql-core decides anew for each value of each request (which fields are selected,
how each is resolved, whether its value is awaitable, null, an error, already its own response value) is decided once
here, and written into a function per selection. Only the happy path is written: a value for which it does not hold is
handed, already resolved, to graphql-core's own methods. Nothing is resolved twice, and the response is the same: data,
errors with their order and places, calls of resolvers, and whether it has to be awaited.

The life of a request:

    build                     graphql-core makes the executor and coerces the variables; the document is kept
      │
    execute_operation         `Compilation.plan_for`: is there a plan for this document?
      │         │
      │         └─ no ──────► graphql-core executes it; the reason is counted. A document met for the second time
      │                       is compiled: collect_fields → Field → source text → function, selection by selection
      yes
      │
    Plan.execute_root         one function for each selection on an object type; for each field of it:
      │
      ├─ resolve              `source.title`, or a function of the source; with info and arguments if the resolver wants them
      ├─ complete             a string for String!, and the like: done, one test
      │    ├─ plain value     the field's completer: a leaf is coerced, a list walked, an object given to its function;
      │    │                  types that are asked for at run time go through graphql-core, and come back by
      │    │                  `collect_and_execute_subfields`
      │    └─ anything else   awaitable, exception, null, odd iterable: `complete_value` and its kin in graphql-core
      └─ error                `handle_field_error` of graphql-core: located, put to the list, or raised to the parent
      │
    build_response            graphql-core's

Where to read: `executor` and `compilation` (what is asked per request), `plans` and `pacing` (what is kept, and how fast it
may be made), `survey` and `compiler` (what is made), `source` (the text of a function), `resolvers`, `arguments`,
`completers`, `completion` and `classes` (what that text calls), `strawberry` (the adapter).

It knows graphql-core 3.3 from within, so versions are pinned, and the tests run graphql-core's own.
"""

from api.execution.executor import CompiledExecutor, compiled_executor
from api.execution.fallbacks import Counters, Fallback
from api.execution.settings import CompilationSettings

__all__ = ["CompilationSettings", "CompiledExecutor", "Counters", "Fallback", "compiled_executor"]
