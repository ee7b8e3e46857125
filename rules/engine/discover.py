"""
Discovery: every declaration that stands in a module below a package, by id. No registration, no list to keep.

A rule's id is ``kind.file.name``: the folder below the package, the file, the name. Adding a file adds its rules,
deleting it removes them.
"""

import importlib
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path
from traceback import extract_tb
from types import ModuleType

from domain.errors import DeclarationError
from domain.expressions import Named
from rules.engine.errors import RuleSetError, near, raise_together
from rules.engine.rule import Rule, Source

Declaration = Rule | Named


def discover(package: str, folders: tuple[str, ...]) -> dict[str, Declaration]:
    """
    Import every module below ``package.folder`` in sorted order and return what they declare.

    Raises:
        RuleSetError: a file declares nothing, or two declarations share an id.
    """
    found: dict[str, Declaration] = {}
    problems: list[RuleSetError] = []
    for folder in folders:
        for module in _modules(f"{package}.{folder}", problems):
            declared = dict(_declared_in(module))
            if not declared:
                raise RuleSetError("empty family", f"{module.__name__} declares no rule; add one or delete the file")
            for name, each in declared.items():
                identity = f"{folder}.{module.__name__.rpartition('.')[2]}.{name}"
                if identity in found:
                    other = found[identity].place
                    raise RuleSetError("taken id", f"{identity} is declared at {each.place} and at {other}; rename a file or a rule")
                found[identity] = each
    raise_together(problems)
    return found


def discover_sources(package: str) -> dict[str, Source]:
    """
    Return the legal texts that the modules below *package* name.

    Raises:
        RuleSetError: two modules give different texts one name.
    """
    found: dict[str, Source] = {}
    problems: list[RuleSetError] = []
    for module in _modules(package, problems):
        for name, each in vars(module).items():
            if isinstance(each, Source) and found.setdefault(name, each) is not each:
                raise RuleSetError(
                    "taken source", f"{module.__name__}: the name {name} stands for another text already; rename one of them"
                )
    raise_together(problems)
    return found


def _modules(package: str, problems: list[RuleSetError]) -> Iterator[ModuleType]:
    """Yield the modules below *package*, sorted, packages themselves left out; note those that cannot be read."""
    root = importlib.import_module(package)
    modules = sorted(pkgutil.walk_packages(root.__path__, f"{package}."), key=lambda each: each.name)
    problems += _unread(Path(root.__path__[0]), package, {each.name for each in modules})
    for found in modules:
        if not found.ispkg:
            try:
                yield importlib.import_module(found.name)
            except ImportError as error:
                problems.append(_missing(found.name, error))
            except Exception as error:  # noqa: BLE001 - whatever a rule file raises, the start says which file, where and why
                problems.append(_broken(found.name, error))


def _unread(folder: Path, package: str, found: set[str]) -> Iterator[RuleSetError]:
    """Yield a problem for each file that Python passes over without a word: its folder is no package."""
    for path in sorted(folder.rglob("*.py")):
        module = ".".join((package, *path.relative_to(folder).with_suffix("").parts))
        if path.name != "__init__.py" and module not in found:
            remedy = f"put an empty __init__.py beside it, and keep to letters, digits and _ in {path.parent.name}/{path.name}"
            yield RuleSetError("unread file", f"{module} is not read: its folder is no package; {remedy}")


def _missing(module: str, error: ImportError) -> RuleSetError:
    """Say which module reads what is not there."""
    lacking = error.msg.partition("'")[2].partition("'")[0]  # cannot import name 'is_adul' from …
    beside = vars(sys.modules[error.name]) if error.name in sys.modules else {}
    said = f"{module} cannot be read: {error.msg}{near(lacking, beside)}"
    return RuleSetError("missing module", f"{said}; put the file or name back, or remove the rules that read it")


def _broken(module: str, error: Exception) -> RuleSetError:
    """Say which module raises what, and on which of its lines."""
    lines = [each.lineno for each in extract_tb(error.__traceback__) if each.filename.endswith(f"{module.replace('.', '/')}.py")]
    line = error.lineno if isinstance(error, SyntaxError) else lines[-1] if lines else None
    why = str(error) if isinstance(error, DeclarationError) else f"{type(error).__name__}: {getattr(error, 'msg', error)}"
    if isinstance(error, AttributeError):
        why += near(error.name or "", dir(error.obj))
    return RuleSetError("broken module", f"{module}{f', line {line}' if line else ''}, cannot be read: {why}; mend it or delete the file")


def _declared_in(module: ModuleType) -> Iterator[tuple[str, Declaration]]:
    """Yield what *module* declares itself, not what it imports."""
    for name, each in vars(module).items():
        if isinstance(each, Declaration) and each.place.module == module.__name__:
            yield name, each
