"""
Discovery: every declaration that stands in a module below a package, by id. No registration, no list to keep.

A rule's id is ``kind.file.name``: the folder below the package, the file, the name. Adding a file adds its rules,
deleting it removes them.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from domain.expressions import Named
from rules.engine.errors import RuleSetError
from rules.engine.rule import Rule, Source

Declaration = Rule | Named


def discover(package: str, folders: tuple[str, ...]) -> dict[str, Declaration]:
    """
    Import every module below ``package.folder`` in sorted order and return what they declare.

    Raises:
        RuleSetError: a file declares nothing, or two declarations share an id.
    """
    found: dict[str, Declaration] = {}
    for folder in folders:
        for module in _modules(f"{package}.{folder}"):
            declared = dict(_declared_in(module))
            if not declared:
                raise RuleSetError("empty family", f"{module.__name__} declares no rule; add one or delete the file")
            for name, each in declared.items():
                identity = f"{folder}.{module.__name__.rpartition('.')[2]}.{name}"
                if identity in found:
                    other = found[identity].place
                    raise RuleSetError("taken id", f"{identity} is declared at {each.place} and at {other}; rename a file or a rule")
                found[identity] = each
    return found


def discover_sources(package: str) -> dict[str, Source]:
    """
    Return the legal texts that the modules below *package* name.

    Raises:
        RuleSetError: two modules give different texts one name.
    """
    found: dict[str, Source] = {}
    for module in _modules(package):
        for name, each in vars(module).items():
            if isinstance(each, Source) and found.setdefault(name, each) is not each:
                raise RuleSetError(
                    "taken source", f"{module.__name__}: the name {name} stands for another text already; rename one of them"
                )
    return found


def _modules(package: str) -> Iterator[ModuleType]:
    """Yield the modules below *package*, sorted, packages themselves left out."""
    root = importlib.import_module(package)
    for found in sorted(pkgutil.walk_packages(root.__path__, f"{package}."), key=lambda each: each.name):
        if not found.ispkg:
            yield importlib.import_module(found.name)


def _declared_in(module: ModuleType) -> Iterator[tuple[str, Declaration]]:
    """Yield what *module* declares itself, not what it imports."""
    for name, each in vars(module).items():
        if isinstance(each, Declaration) and each.place.module == module.__name__:
            yield name, each
