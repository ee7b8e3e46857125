"""Pure functions that do what real ones do: give a value of their type, or none, or the wrong one, or raise."""

import inspect
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, get_args, get_origin
from zlib import crc32

from rules.engine.run import holds_unknown
from tests.rules.engine.random_estates import CONSTANTS

LEAKS: list[str] = []  # inputs that should never have reached a function: unknown, or not of the parameter's type


def result_of(rule: Any) -> Any:
    """Return the annotation of a parameter that reads a calculation."""
    if rule.expression is None:
        return rule.result
    return of_expression(rule.expression)


def of_expression(expression: Any) -> Any:
    match type(expression).__name__:
        case "Moved":
            return of_expression(expression.of)
        case "Count" | "YearsSince" | "CalendarYear":
            return int
        case "TodayWithin":
            return date
        case "Total":
            return without_none(of_expression(expression.of))
        case "Values":
            return tuple[of_expression(expression.of), ...]  # type: ignore[misc]  # a type made at run time
        case "Calculation":
            return result_of(expression)
    return expression.kind | None if expression.optional else expression.kind


def without_none(kind: Any) -> Any:
    return next(each for each in get_args(kind) if each is not type(None)) if type(None) in get_args(kind) else kind


def random_function(parameters: Mapping[str, Any], result: Any, behaviour: str) -> Callable[..., Any]:
    """Return a pure function whose result depends on each of its inputs, and which keeps what should never reach it."""

    def function(*given: Any, **named_inputs: Any) -> Any:
        inputs = signature.bind(*given, **named_inputs).arguments
        LEAKS.extend(name for name, value in inputs.items() if holds_unknown(value) or not fits(value, parameters[name]))
        number = crc32(repr([(name, sorted(value) if isinstance(value, frozenset) else value) for name, value in inputs.items()]).encode())
        if behaviour == "raises" and number % 3 == 0:
            raise ValueError("a rule that raises")
        if behaviour == "is wrong" and number % 3 == 0:
            return "a text"
        options = get_args(result) or (result,)
        kind = options[number % len(options)]
        if behaviour == "is strange" and kind is Decimal:
            return Decimal("NaN")
        return None if kind is type(None) else CONSTANTS[kind][number % len(CONSTANTS[kind])]

    signature = inspect.Signature([inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD) for name in parameters])
    function.__signature__ = signature  # type: ignore[attr-defined]  # what `inspect.signature` reads first
    function.__annotations__ = {**parameters, "return": result}
    function.__name__ = "calculated"
    return function


def fits(value: object, kind: Any) -> bool:
    """Tell whether *value* is what a parameter's annotation says."""
    expected = without_none(kind)
    return (value is None and expected is not kind) or isinstance(value, get_origin(expected) or expected)
