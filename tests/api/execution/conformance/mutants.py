"""
Plant mistakes in the package, one at a time, and see that the tests find each.

A mutant replaces one piece of text in one module. Those in `WITHOUT_EFFECT` only take the long way to the same response:
the tests have to pass with them, which shows it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[4]
PACKAGE = Path("api/execution")


class Mutant(NamedTuple):
    """A mistake: in *module*, *original* reads *mutated*."""

    module: str
    original: str
    mutated: str


WITH_EFFECT = (
    # values that are not plain
    Mutant("classes", "(BaseException, type(None),", "(BaseException,"),
    Mutant("classes", "type(Undefined), ", ""),
    Mutant("classes", '{"__await__", "__getattr__",', '{"__getattr__",'),
    Mutant("classes", '"__getattr__", ', ""),
    Mutant("classes", "for base in cls.__mro__", "for base in [cls]"),
    Mutant("classes", "base in _HARMLESS or ", ""),
    # awaiting
    Mutant("completion", "if not self.plain[type(value)] and self.is_awaitable(value):", "if False:"),
    Mutant("completion", "        awaitables[field.response_name] = completed\n", ""),
    Mutant("completion", "self.await_completed(completed, field.return_type, field, field_path)", "completed"),
    Mutant("completion", "            if self.is_awaitable(completed):\n                completed = await completed\n", ""),
    Mutant("completion", "self.handle_field_error(error, return_type,", "self.handle_field_error(error, field.return_type,"),
    Mutant("completion", "            if awaitables:\n                self.settle_in_background(list(awaitables.values()))\n", ""),
    Mutant("completion", "(field.needs_info or not plain)", "not plain"),
    Mutant("completion", "zip(awaitables, await", "zip(reversed(awaitables), await"),
    # lists and leaves
    Mutant("completers", "(coerced is None or coerced is Undefined)", "coerced is None"),
    Mutant("completers", "type(value) not in _LISTS or ", "isinstance(value, str) or "),
    Mutant("completers", "item_path = (path, index, None)", "item_path = (path, 0, None)"),
    Mutant("completers", "completed = awaitables[index] = executor", "completed = executor"),
    Mutant("completers", "awaitables[index] = results[index]", "pass"),
    Mutant("completers", "*collect_iterator_awaitables(items, executor.is_awaitable)", ""),
    Mutant("completers", "*awaitables.values(), *collect", "*collect"),
    Mutant("completers", "executor.handle_field_error(error, item_type,", "executor.handle_field_error(error, field.return_type,"),
    Mutant(
        "completers",
        "complete_other_item(executor, item, item_path, info, results)",
        "complete_other_item(executor, item, item_path, None, results)",
    ),
    # info and arguments
    Mutant("fields", "to_nodes(self.details), self", "to_nodes(self.details)[:1], self"),
    Mutant("fields", "Path(as_path(previous), key", "Path(previous, key"),
    Mutant("fields", "is_abstract_type(named_type) or ", ""),
    Mutant("arguments", "return id(named) in _IMMUTABLE", "return True"),
    Mutant("arguments", "any(isinstance(argument.value, VariableNode) for argument in node.arguments or ())", "False"),
    Mutant("arguments", "kept[field] = read(", "kept[None] = read("),
    Mutant("resolvers", "and not takes_arguments", ""),
    Mutant("resolvers", "(resolve or field_resolver) is", "resolve is None or resolve is"),
    # the generated text
    Mutant("source", " or not -2147483648 <= {0} <= 2147483647", ""),
    Mutant("source", "<= 2147483647", "< 2147483649"),
    Mutant("source", " or {0} - {0} != 0.0", ""),
    Mutant("source", "[] if is_non_null_type(return_type) else", ""),
    Mutant("source", "{value} = executor.fail_field(", "executor.fail_field("),
    Mutant("source", 'yield f"if callable({value}):"', 'yield f"if False:"'),
    Mutant(
        "source",
        "for index, field in enumerate(fields))\n    lines +=",
        "for index, field in reversed(list(enumerate(fields))))\n    lines +=",
    ),
    Mutant("source", "source.get({name!r}) if is_mapping else ", ""),
    # compiling and keeping plans
    Mutant("compiler", "if not definition:\n            return None\n", "assert definition\n"),
    Mutant(
        "compiler",
        "self.objects.get((object_type, id(details)))",
        "next((v for k, v in self.objects.items() if k[0] is object_type), None)",
    ),
    Mutant("compiler", "if depth > self.settings.max_depth:", "if False:"),
    Mutant("compiler", "if self.plan.fields > self.settings.max_fields:", "if False:"),
    Mutant("compiler", "if object_type.is_type_of is not None:", "if False:"),
    Mutant("survey", ", *(fragment.definition.selection_set for fragment in fragments))", ",)"),
    Mutant("survey", "isinstance(selection, FieldNode | InlineFragmentNode)", "isinstance(selection, FieldNode)"),
    Mutant("survey", 'frozenset({"skip", "include"})', 'frozenset({"skip"})'),
    Mutant("survey", "if any(fragment.variable_signatures for fragment in fragments):", "if False:"),
    Mutant("plans", "id(schema), id(document),", "id(schema), 0,"),
    Mutant("plans", "return id(schema), id(document), id(operation)", "return 0, id(document), id(operation)"),
    Mutant("plans", "id(operation), default_resolver", "id(operation), True"),
    Mutant("plans", "            self._operations.move_to_end(key)\n", "            pass\n"),
    Mutant("plans", " or sighting.document() is not document", ""),
    Mutant("plans", " or memory > self._settings.max_memory", ""),
    Mutant("compilation", "if executor.middleware_manager is not None and executor.middleware_manager.middlewares:", "if False:"),
    Mutant("compilation", "if executor.is_awaitable not in self.dialect.awaitable_predicates:", "if False:"),
    Mutant("compilation", "if executor.abort_signal is not None:", "if False:"),
    Mutant("compilation", "operation.variants.get(variant)", "next(iter(operation.variants.values()), None)"),
    Mutant("compilation", "            plan.grows = False\n", "            pass\n"),
    Mutant("executor", "self.operation.operation is OperationType.MUTATION if serially is None else serially", "False"),
    Mutant("executor", "            self.collected_errors.add(error, None)\n            data = None", "            data = None"),
    Mutant("executor", "field_details_list, as_path(path), result", "field_details_list, path, result"),
    Mutant("executor", "if self.plan is not None:", "if False:"),
    # objects that last
    Mutant("lasting", " and len(executor.collected_errors.errors) == errors", ""),
    Mutant("lasting", "if self.only is not None and type(value) is not self.only:", "if False:"),
    Mutant("lasting", "if len(self._lately) >= self._most:", "if False:"),
    Mutant("compiler", " and all(field.lasts for field in fields)", ""),
    Mutant("compiler", "self.dialect.is_lasting(object_type) and ", ""),
    # strawberry
    Mutant(
        "compilation",
        "            if not self.compile_time.is_left():\n                return",
        "            if False:\n                return",
    ),
    Mutant("pacing", "self._left -= seconds", "pass"),
    Mutant("strawberry", " or field.extensions", ""),
    Mutant("strawberry", " or resolver.info_parameter is not None", ""),
    Mutant("strawberry", ' if cells.get("field_exception_handlers") == ():', ":"),
    Mutant("strawberry", " and field.default_resolver is getattr", ""),
    Mutant("strawberry", " and type(field).get_result is StrawberryField.get_result", ""),
    Mutant("strawberry", " or converter.config.info_class is not Info", ""),
)

WITHOUT_EFFECT = (
    Mutant("classes", "(BaseException, type(None),", "(type(None),"),
    Mutant("source", 'lines.append("    path = as_path(path)")', "pass"),
)


def plant(mutant: Mutant, folder: Path) -> None:
    """Copy the package and its tests to *folder*, with the mistake in it."""
    for path in ("api/__init__.py", "tests/__init__.py", "tests/naming.py", "tests/api/__init__.py"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, folder / path)
    for tree in (PACKAGE, Path("tests/api/execution")):
        shutil.copytree(ROOT / tree, folder / tree, ignore=shutil.ignore_patterns("__pycache__"))
    module = folder / PACKAGE / f"{mutant.module}.py"
    text = module.read_text()
    assert text.count(mutant.original) == 1, f"{mutant} has to be found once, and is found {text.count(mutant.original)} times"
    module.write_text(text.replace(mutant.original, mutant.mutated))
    (folder / "pytest.ini").write_text("[pytest]\nanyio_mode = auto\nfilterwarnings = error\n")


def survives(mutant: Mutant) -> bool:
    """Tell whether all tests pass with the mistake; the named ones first, as they are quick."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plant(mutant, folder)
        (folder / "tests/conftest.py").write_text('import pytest\n\n@pytest.fixture\ndef anyio_backend():\n    return "asyncio"\n')
        quick = [f"--ignore=tests/api/execution/test_{name}.py" for name in ("differential", "documentation", "plans")]
        for tests in (quick, ["tests/api/execution/test_plans.py", "tests/api/execution/test_differential.py"]):
            options = ["-x", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", "-p", "no:pytest-describe"]
            command = [sys.executable, "-m", "pytest", *options, *tests]
            environment = os.environ | {"PYTHONPATH": str(folder), "EXECUTION_EXAMPLES": os.environ.get("EXECUTION_EXAMPLES", "300")}
            try:
                finished = subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, timeout=600)
            except subprocess.TimeoutExpired:
                return False
            if finished.returncode != 0:
                return False
    return True


def verdict(mutant: Mutant) -> tuple[bool, str]:
    """Try a mutant; tell whether it did what is expected of it, and what it did."""
    survived = survives(mutant)
    change = f"{mutant.module}: {mutant.original.strip()!r} → {mutant.mutated.strip()!r}"
    return survived is (mutant in WITHOUT_EFFECT), f"{'without effect' if survived else 'killed'}: {change}"


def main() -> int:
    """Try every mutant, as many at once as there are processors; return how many did not do what is expected of them."""
    untouched = Mutant("classes", "import decimal", "import decimal")
    assert survives(untouched), "the tests have to pass before a mistake is planted"
    unexpected = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for as_expected, what in pool.map(verdict, (*WITH_EFFECT, *WITHOUT_EFFECT)):
            unexpected += not as_expected
            print(what if as_expected else f"UNEXPECTED {what}", flush=True)  # noqa: T201 - the report
    expected = len(WITH_EFFECT) + len(WITHOUT_EFFECT) - unexpected
    print(f"mutants: {len(WITH_EFFECT)} with effect, {len(WITHOUT_EFFECT)} without; {expected} as expected")  # noqa: T201 - the report
    return unexpected


if __name__ == "__main__":
    sys.exit(min(main(), 1))
