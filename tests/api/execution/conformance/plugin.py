"""A pytest plugin that makes graphql-core execute by compiled code: every operation, at its first sighting."""

import functools
import inspect
import sys
from collections import Counter
from collections.abc import Callable
from typing import Any

import graphql
import graphql.execution
import pytest
from graphql.execution import Executor
from graphql.execution.executor_throwing_on_incremental import ExecutorThrowingOnIncremental
from graphql.execution.incremental import IncrementalExecutor

from api.execution import CompilationSettings, CompiledExecutor, compiled_executor

_execute_module: Any = sys.modules["graphql.execution.execute"]  # shadowed by the function of the same name
_execute: Callable[..., Any] = _execute_module.experimental_execute_incrementally
_signature = inspect.signature(_execute)


@functools.cache
def compiled(base: type[Executor[Any]]) -> type[CompiledExecutor]:
    """Make the compiled executor that stands for *base*."""
    executor_class = compiled_executor(CompilationSettings(compile_at_sighting=1, max_compile_share=1.0), base)
    EXECUTORS.append(executor_class)
    return executor_class


EXECUTORS: list[type[CompiledExecutor]] = []


@functools.wraps(_execute)
def execute(*args: Any, **kwargs: Any) -> Any:
    """Execute as asked, by the compiled executor of the executor class that was asked for."""
    bound = _signature.bind(*args, **kwargs)
    bound.arguments["executor_class"] = compiled(bound.arguments.get("executor_class") or IncrementalExecutor)
    return _execute(*bound.args, **bound.kwargs)


for module in (_execute_module, graphql.execution, graphql):
    vars(module)["experimental_execute_incrementally"] = execute
_execute_module.ExecutorThrowingOnIncremental = compiled(ExecutorThrowingOnIncremental)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell how many operations ran compiled, and why the others did not."""
    counters = [executor_class.compilation.counters for executor_class in EXECUTORS]
    fallbacks: Counter[str] = Counter()
    for counter in counters:
        fallbacks.update(counter.fallbacks)
    reasons = ", ".join(f"{reason} {count}" for reason, count in fallbacks.most_common())
    terminalreporter.write_line(f"operations compiled: {sum(counter.compiled for counter in counters)}")
    terminalreporter.write_line(f"operations fallen back: {fallbacks.total()} ({reasons})")
