"""Decisions of earlier versions are read with their own plans, of which a few are kept, and nothing of what is said of their runs."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

from api.records import EARLIER, Records
from domain.store.database import Database
from rules.engine.decision import Decision
from rules.library import load_rule_sets
from tests.databases import on_sqlite
from tests.tracing.audit.entries import NOON, an_entry
from tracing.audit.record import encode
from tracing.audit.rule_sets import RuleSetStore
from tracing.audit.search import DecisionSearch, StoredDecision
from tracing.audit.versions import version_of

TODAY = date(2026, 11, 20)


@on_sqlite
async def test_the_plans_of_a_few_earlier_versions_are_kept(database: Database) -> None:
    rules = load_rule_sets()["landlord"]
    decision = Decision(
        id=uuid4(),
        number=None,
        subject_id="l",
        revision=1,
        as_of=TODAY,
        known_at=NOON,
        decided_at=NOON,
        rule_set="",
        index=rules.index,
        root=rules.run(rules.root(), TODAY),
    )
    entry = an_entry(body=encode(decision))
    versions, records = RuleSetStore(database), Records(DecisionSearch(database), RuleSetStore(database))
    version = version_of(rules.plan, Path.cwd(), datetime.now(UTC))
    for number in range(EARLIER + 2):
        digest = f"{number:064}"
        await versions.store(replace(version, digest=digest))
        stored = StoredDecision(1, *(getattr(replace(entry, rule_set=digest), name) for name in StoredDecision.__slots__[1:]))
        first, again = [await records.expand(stored) for _ in range(2)]
        assert [each.outcome for each in first.evaluations] == [each.outcome for each in decision.evaluations]
        assert first.index is again.index
        assert first.reading is not again.reading
    assert len(records._earlier) == EARLIER
