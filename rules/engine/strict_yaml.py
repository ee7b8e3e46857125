"""YAML that people write, read strictly: a key that stands twice and a day that is none are refused, with the line."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import yaml


class Lined(dict[Any, Any]):
    """What braces or indentation hold together, with the line on which it begins, from 1."""

    line = 1


class StrictLoader(yaml.CSafeLoader):  # PyYAML's own wheels hold libyaml, which reads the figures in a twentieth of the time
    """Refuses what YAML itself lets pass, of which one half would be lost in silence."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self._seen: set[int] = set()

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """Look at the keys as they are written, before ``<<`` lays others below them."""
        if id(node) not in self._seen:
            self._seen.add(id(node))
            found: dict[str, int] = {}
            for key, _ in node.value:
                if isinstance(key, yaml.ScalarNode):
                    if key.value in found:
                        raise _refused(f"{key.value} stands twice, the first time on line {found[key.value]}; keep one of them", key)
                    found[key.value] = key.start_mark.line + 1
        super().flatten_mapping(node)

    def mapping(self, node: yaml.MappingNode) -> Iterator[Lined]:
        """Yield a mapping, then fill it, as a ``SafeLoader`` does."""
        found = Lined()
        found.line = node.start_mark.line + 1
        yield found
        found.update(self.construct_mapping(node))

    def day(self, node: yaml.ScalarNode) -> date:
        """Return a day; 30 February is none."""
        try:
            found: date = self.construct_yaml_timestamp(node)
        except ValueError:
            raise _refused(f"{node.value} is no day of the calendar; correct it", node) from None
        return found


StrictLoader.add_constructor("tag:yaml.org,2002:map", StrictLoader.mapping)
StrictLoader.add_constructor("tag:yaml.org,2002:timestamp", StrictLoader.day)


def _refused(problem: str, node: yaml.Node) -> yaml.MarkedYAMLError:
    return yaml.constructor.ConstructorError(None, None, problem, node.start_mark)


def read_strictly(text: str, loader: type[StrictLoader] = StrictLoader) -> Any:
    """
    Return what *text* says.

    Raises:
        ValueError: it cannot be read; the message begins with the line.
    """
    try:
        return yaml.load(text, loader)  # noqa: S506 - a SafeLoader that refuses more
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = error.problem or error.context
        why = str(said) if isinstance(error, yaml.constructor.ConstructorError) else f"this is not YAML: {said}"
        raise ValueError(f"line {mark.line + 1 if mark else 1}: {why}") from None
    except yaml.YAMLError:
        raise ValueError("line 1: this is not YAML: it holds characters that no text has") from None
