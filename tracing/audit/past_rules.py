"""
The versions of the rules that were in force once: each runs in a process of its own, and the last few asked stay for the next question.

Questions wait in line for one thread, which alone starts, asks and ends workers: what a caller no longer waits for is skipped, or
answered into the void within the patience.
"""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from typing import Any, Final

from rules.engine.answers.reading import Reading
from tracing.audit.errors import NoRulesThen, PastRulesSilent, VersionSilent
from tracing.audit.rule_sets import RuleSet, RuleSetStore
from tracing.audit.stored_rules import StoredRules

KEPT: Final = 2
"""Workers that stay; each holds some 100 MB."""

PATIENCE: Final = 20.0
"""Seconds within which a worker has to answer, its start counted in."""

_log = logging.getLogger(__name__)


class PastRules:
    """
    The stored versions, asked by their digest.

    Args:
        versions: where they are stored.
        patience: seconds within which one has to answer.
    """

    def __init__(self, versions: RuleSetStore, *, patience: float = PATIENCE) -> None:
        self._versions = versions
        self._patience = patience
        self._running: OrderedDict[str, StoredRules] = OrderedDict()
        self._thread = ThreadPoolExecutor(1, "past-rules")
        self._closing = False

    async def in_force(self, subject_type: str, known_at: datetime) -> str:
        """
        Return the digest of the version that was in force for subjects of a type.

        Raises:
            NoRulesThen: there was none.
        """
        digest = await self._versions.in_force(subject_type, known_at)
        if digest is None:
            raise NoRulesThen
        return digest

    async def read(self, digest: str, document: Mapping[str, Any], as_of: date) -> Reading:
        """
        Return what a version says of the facts in *document*; no provider is asked.

        Raises:
            FactsRefused: it cannot read the facts.
            PastRulesSilent: it cannot be run here, or does not answer in time.
            VersionAltered: what is stored is not what ran.
        """
        version = await self._versions.get(digest)
        assert version is not None, "a release refers to its version by a foreign key"
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._read, version, document, as_of)

    async def close(self) -> None:
        """End every worker, also one that is at work."""
        self._closing = True
        for rules in tuple(self._running.values()):
            rules.stop()
        self._thread.shutdown(wait=False, cancel_futures=True)
        await asyncio.to_thread(self._thread.shutdown)
        while self._running:
            self._end(next(iter(self._running)))

    def _read(self, version: RuleSet, document: Mapping[str, Any], as_of: date) -> Reading:
        try:
            return self._started(version).read(document, as_of)
        except VersionSilent as error:
            self._end(version.digest)
            _log.error("A stored version of the rules does not run: %s %s", version.digest, _kind(error.why))
            raise PastRulesSilent(version.digest) from None

    def _started(self, version: RuleSet) -> StoredRules:
        rules = self._running.get(version.digest)
        if rules is None:
            while len(self._running) >= KEPT:
                self._end(next(iter(self._running)))
            rules = self._running[version.digest] = StoredRules(version, patience=self._patience)
            if self._closing:
                rules.stop()
        self._running.move_to_end(version.digest)
        return rules

    def _end(self, digest: str) -> None:
        with self._running.pop(digest):
            pass


def _kind(why: str) -> str:
    """
    Return the type of what went wrong, never its text, which may quote facts.

    >>> _kind("ModuleNotFoundError: No module named 'rules.worker'"), _kind("no answer within 20 s")
    ('ModuleNotFoundError', 'no answer')
    """
    kind = why.partition(":")[0]
    return kind if kind.isidentifier() else "no answer"
