"""
A stored version of the rules, run in a process of its own whose import path begins at the unpacked archive.

Loaded here, an old module would silently call today's functions; there, nothing but what was stored is rules or domain.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from threading import Timer
from typing import IO, Any, Self

from domain.facts import UNKNOWN
from rules.engine.answers.reading import Reading
from rules.engine.index import PlanIndex
from rules.engine.run import Node, Outcome
from tracing.audit.errors import FactsRefused, VersionSilent
from tracing.audit.rule_sets import RuleSet
from tracing.audit.versions import earlier_index, files_of

PATIENCE = 60.0
"""Seconds within which a worker has to answer one question, its start counted in."""

START = "import sys; sys.path.insert(0, sys.argv[1]); from rules.worker import main; main()"


class StoredRules:
    """
    One stored version, answering until it is closed; to be used in a ``with`` statement.

    Attributes:
        left_out: facts that were asked about and that this version did not know yet.
    """

    def __init__(self, version: RuleSet, *, patience: float = PATIENCE) -> None:
        """
        Unpack *version* and start its worker.

        Args:
            version: as it was stored.
            patience: seconds within which it has to answer one question.

        Raises:
            VersionAltered: what is stored is not what ran.
        """
        self.version = version
        self.patience = patience
        self.index = earlier_index(version)
        self.left_out: set[str] = set()
        self._truths = truth_slots(self.index)
        files = files_of(version)
        self._held = ExitStack()
        folder = self._held.enter_context(TemporaryDirectory(prefix="attendu-rules-"))
        self._errors = self._held.enter_context(TemporaryFile())  # noqa: SIM115 - open as long as the worker runs
        _unpack(files, Path(folder))
        self._worker = subprocess.Popen(  # noqa: S603 - our own interpreter, on sources whose digest was checked
            [sys.executable, "-I", "-B", "-X", "utf8", "-c", START, folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            cwd=folder,
            env={},
            encoding="utf-8",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self._worker.communicate()
        self._held.close()

    def stop(self) -> None:
        """End the worker, from whichever thread; a question under way is answered by VersionSilent."""
        self._worker.kill()

    def read(self, document: Mapping[str, Any], as_of: date) -> Reading:
        """
        Return what this version says of the facts in *document*.

        Raises:
            FactsRefused: it cannot read the facts.
            VersionSilent: it cannot be run, or does not answer in time.
        """
        answer = self._ask({"type": self.index.plan.root, "as_of": as_of.isoformat(), "document": document})
        if "refused" in answer:
            raise FactsRefused(self.version.digest, answer["refused"])
        self.left_out |= set(answer["left_out"])
        return Reading(self.index, self._restored(answer["part"], self.index.plan.root, None), as_of)

    def _ask(self, question: Mapping[str, Any]) -> dict[str, Any]:
        timer = Timer(self.patience, self._worker.kill)
        timer.start()
        try:
            _pipe(self._worker.stdin).write(json.dumps(question, ensure_ascii=False) + "\n")
            _pipe(self._worker.stdin).flush()
            line = _pipe(self._worker.stdout).readline()
        except BrokenPipeError:
            line = ""
        finally:
            timer.cancel()
        if not line.endswith("\n"):  # none, or one that its end cut short
            raise VersionSilent(self.version.digest, self._last_words())
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _last_words(self) -> str:
        self._worker.kill()
        self._worker.wait()
        self._errors.seek(0)
        said = self._errors.read().decode(errors="replace").strip().splitlines()
        return said[-1] if said else f"no answer within {self.patience:g} s"

    def _restored(self, part: list[Any], type_name: str, parent: Node | None) -> Node:
        key, facts, block, failures, below = part
        node = Node(type_name, key, tuple(_value(each) for each in facts), parent)
        truths = self._truths[type_name]
        node.block = [_truth(each) if slot in truths else _value(each) for slot, each in enumerate(block)]
        node.failures = tuple((slot, kind, said) for slot, kind, said in failures)
        lists = self.index.types[type_name].lists
        node.children = [[self._restored(each, listed.of, node) for each in items] for listed, items in zip(lists, below, strict=True)]
        return node


def truth_slots(index: PlanIndex) -> dict[str, frozenset[int]]:
    """Return the slots of each type's block that hold truths, by the type's name."""
    found: dict[str, frozenset[int]] = dict.fromkeys(index.types, frozenset())
    for each in index.plan.segments:
        found[each.type] |= frozenset(range(each.truths, each.end))
    return found


def _value(plain: Any) -> Any:
    return UNKNOWN if plain == {"unknown": True} else plain


def _truth(plain: Any) -> Any:
    return Outcome(plain) if isinstance(plain, str) else _value(plain)


def _pipe(pipe: IO[str] | None) -> IO[str]:
    assert pipe is not None
    return pipe


def _unpack(files: Mapping[str, bytes], folder: Path) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
