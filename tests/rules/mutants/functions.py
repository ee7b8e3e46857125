"""Mutants of the functions of calculations and of their helpers: each comparison, ``and``, ``or`` and ``not``."""

import ast
import inspect
import sys
from collections.abc import Iterator
from copy import deepcopy
from types import CodeType, FunctionType, ModuleType
from typing import Any

from rules.engine.rule import Calculation
from rules.engine.ruleset import Declarations
from tests.rules.mutants.mutant import Mutant, Slot

OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
BOUNDARY: dict[type[ast.cmpop], type[ast.cmpop]] = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}


def function_mutants(declarations: Declarations) -> Iterator[Mutant]:
    """Yield the mutants of every function that a calculation calls, its own and those of its module and others under rules."""
    users: dict[FunctionType, set[str]] = {}
    for name, declared in declarations.items():
        if isinstance(declared, Calculation) and isinstance(declared.function, FunctionType):
            for function in called(declared.function):
                users.setdefault(function, set()).add(name)
    for function, names in users.items():
        where = next(iter(names)) if len(names) == 1 else f"{function.__module__}.{function.__name__}"
        for kind, change, code in _changes(function):
            yield Mutant(kind, where, change, frozenset(names), Slot(function, "__code__"), code)


def called(function: FunctionType) -> Iterator[FunctionType]:
    """Yield *function* and those that it calls, as far as they stand under ``rules``."""
    found, waiting = {function}, [function]
    while waiting:
        each = waiting.pop()
        yield each
        named = [each.__globals__.get(name) for name in _names(each.__code__)]
        new = {other for other in named if isinstance(other, FunctionType) and other.__module__.startswith("rules.")} - found
        found |= new
        waiting += sorted(new, key=lambda other: other.__name__)


def _names(code: CodeType) -> set[str]:
    return set(code.co_names).union(*(_names(each) for each in code.co_consts if isinstance(each, CodeType)))


def _changes(function: FunctionType) -> Iterator[tuple[str, str, CodeType]]:
    module = sys.modules[function.__module__]
    tree = next(
        node for node in ast.parse(inspect.getsource(module)).body if isinstance(node, ast.FunctionDef) and node.name == function.__name__
    )
    tree.decorator_list = []
    for number, node in enumerate(ast.walk(tree)):
        for kind, changed in _of_node(node):
            mutated = deepcopy(tree)
            target = next(each for index, each in enumerate(ast.walk(mutated)) if index == number)
            words = f"line {getattr(node, 'lineno', 0)}: {ast.unparse(node)} becomes {ast.unparse(changed)}"
            yield kind, words, _compiled(_Replaced(target, changed).visit(mutated), module, function.__name__)


def _of_node(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    match node:
        case ast.Compare(left, ops, comparators):
            for index, operator in enumerate(ops):
                for kind, others in (("comparison", OPPOSITE), ("boundary", BOUNDARY)):
                    if type(operator) in others:
                        changed: list[ast.cmpop] = [*ops[:index], others[type(operator)](), *ops[index + 1 :]]
                        yield kind, ast.Compare(left, changed, comparators)
        case ast.BoolOp(op, values):
            yield "joining", ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
        case ast.UnaryOp(ast.Not(), operand):
            yield "negation", operand


class _Replaced(ast.NodeTransformer):
    """Puts one expression in place of another."""

    def __init__(self, old: ast.AST, new: ast.expr) -> None:
        self.old = old
        self.new = new

    def visit(self, node: ast.AST) -> Any:
        return ast.copy_location(self.new, node) if node is self.old else self.generic_visit(node)


def _compiled(tree: ast.FunctionDef, module: ModuleType, name: str) -> CodeType:
    whole = ast.fix_missing_locations(ast.Module([tree], []))
    scope = dict(vars(module))
    exec(compile(whole, str(module.__file__), "exec"), scope)
    function = scope[name]
    assert isinstance(function, FunctionType)
    return function.__code__
