"""
YAML and JSON read with the line of everything, so that whatever is wrong in a file can be pointed at.

A place is written as in messages about facts: ``parts.household.persons[0].facts.person.born_on``.
"""

import json
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

import yaml

from domain.errors import Problem

LARGEST = 16 * 1024 * 1024
TAG = "tag:yaml.org,2002:"
FLOAT = f"{TAG}float"
KINDS = {"bool", "float", "int", "map", "null", "seq", "str", "timestamp"}


@dataclass(frozen=True)
class Located:
    """
    What a file says.

    Attributes:
        value: plain data; numbers with a point are exact.
        lines: the line of each place, from 1.
        problems: what makes it no readable file, each with its place.
    """

    value: Any
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, place: str) -> int:
        """Return the line of *place*, or of the nearest place around it."""
        while place and place not in self.lines:
            place = place[: max(place.rfind("."), place.rfind("["), 0)]
        return self.lines.get(place, 1)


def read_located(text: str, *, is_json: bool) -> Located:
    """Return what *text* says, its first error of syntax as a problem."""
    if len(text) > LARGEST:
        return _refused("TOO_LARGE", f"at most {LARGEST // 1024 // 1024} MB can be read", 1)
    try:
        value = json.loads(text, parse_float=Decimal) if is_json else None
        reader = _Reader()
        found = reader.value(yaml.compose(text.replace("\t", " ") if is_json else text, yaml.SafeLoader), "")
    except json.JSONDecodeError as error:
        return _refused("SYNTAX", f"this is not JSON: {error.msg}", error.lineno)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return _refused("SYNTAX", f"this is not YAML: {error.problem or error.context}", mark.line + 1 if mark else 1)
    except yaml.YAMLError:
        return _refused("SYNTAX", "this is not YAML: it holds characters that no text has", 1)
    except RecursionError:
        return _refused("SYNTAX", "lists and objects stand too deep in one another", 1)
    return Located(value if is_json else found, reader.lines, reader.problems)


def _refused(code: str, message: str, line: int) -> Located:
    return Located(None, {"": line}, [Problem(code, "", message)])


class _Reader:
    """Walks a document from top to bottom, noting lines and what YAML itself lets pass."""

    def __init__(self) -> None:
        self.lines: dict[str, int] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()
        self._loader = yaml.SafeLoader("")

    def value(self, node: yaml.Node | None, place: str) -> Any:
        """Return the data of *node*, which stands at *place*."""
        if node is None:
            return None
        self.lines.setdefault(place, node.start_mark.line + 1)
        if id(node) in self._seen:
            self.problems.append(Problem("ALIAS", place, "aliases (*name) are not read here; write the value out"))
            return None
        self._seen.add(id(node))
        if node.tag.removeprefix(TAG) not in KINDS:
            self.problems.append(Problem("TAG", place, f"tags such as {node.tag} are not read here"))
        match node:
            case yaml.MappingNode():
                return self._mapping(node, place)
            case yaml.SequenceNode():
                return [self.value(item, f"{place}[{index}]") for index, item in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, place: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, item in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            at = f"{place}.{name}" if place else name
            if name in found:
                self.problems.append(Problem("DUPLICATE_KEY", at, f"this stands here twice, the first time on line {self.lines[at]}"))
            self.lines[at] = key.start_mark.line + 1
            found[name] = self.value(item, at)
        return found

    def _scalar(self, node: yaml.Node) -> Any:
        try:
            if node.tag == FLOAT:
                return Decimal(str(node.value).replace("_", ""))
            return self._loader.construct_object(node)
        except (yaml.YAMLError, ValueError, InvalidOperation):
            return str(node.value)  # such as 2026-02-31, of which the fact's own reader says what is wrong
