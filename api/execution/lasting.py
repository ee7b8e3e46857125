"""
Objects that never change: what was completed of one is kept, and given again.

A dialect may declare that the objects of a type last: their fields are functions of the object alone, the same whoever asks and
whenever. A selection on such an object then has one result, as long as the object lives. What is kept is bounded in number for all plans
together, and an entry holds its object, so that no other one can take its address. Results are shared between responses, which
nobody may change.
"""

from dataclasses import dataclass
from typing import Any, TypeAlias

from api.execution.classes import PlainClasses
from api.execution.completion import FieldExecution
from api.execution.fields import Completer, LazyPath, ResolveInfo

Key: TypeAlias = tuple[object, int]
Entry: TypeAlias = tuple[Any, Any]


class KeptResults:
    """Results by selection and identity of the object, those lately used and those used before them."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lately: dict[Key, Entry] = {}
        self._before: dict[Key, Entry] = {}

    def __len__(self) -> int:
        return len(self._lately) + len(self._before)

    def find(self, key: Key) -> Entry | None:
        """Return what is kept under *key*, an object and its result."""
        entry = self._lately.get(key)
        if entry is None and (entry := self._before.get(key)) is not None:
            self.keep(key, entry)
        return entry

    def keep(self, key: Key, entry: Entry) -> None:
        """Keep an entry."""
        if len(self._lately) >= self._most:
            self._before, self._lately = self._lately, {}
        self._lately[key] = entry


@dataclass(frozen=True, slots=True, eq=False)
class LastingCompletion:
    """Completes values that last, or lists of them in a tuple, once each."""

    complete_anew: Completer
    kept: KeptResults
    plain: PlainClasses
    only: type | None = None
    """Where given, only values of this very class last."""

    def complete(self, executor: FieldExecution, value: Any, path: LazyPath, info: ResolveInfo | None) -> Any:
        """Return what was completed of *value*; complete it where nothing is kept, and keep what came without an error and at once."""
        if self.only is not None and type(value) is not self.only:
            return self.complete_anew(executor, value, path, info)
        key = self, id(value)
        entry = self.kept.find(key)
        if entry is not None:
            return entry[1]
        errors = len(executor.collected_errors.errors)
        completed = self.complete_anew(executor, value, path, info)
        if self.plain[type(completed)] and len(executor.collected_errors.errors) == errors:
            self.kept.keep(key, (value, completed))
        return completed
