"""The law in one line a rule: what a reviewer reads to see which rules a change has changed."""

import json
from collections.abc import Iterator, Mapping

from rules.engine.plan import Unit
from rules.engine.ruleset import RuleSet


def lines(rule_sets: Mapping[str, RuleSet]) -> Iterator[str]:
    """Yield a line of JSON for each rule and shared condition, by id: titles, texts, confidence, what it reads, its version."""
    units = {unit.id: (unit, rule_set) for rule_set in rule_sets.values() for unit in rule_set.plan.units if not unit.hidden}
    for _, (unit, rule_set) in sorted(units.items()):
        yield json.dumps(_of(unit, rule_set), ensure_ascii=False)


def _of(unit: Unit, rule_set: RuleSet) -> dict[str, object]:
    readers = rule_set.index.readers
    return {
        "id": unit.id,
        "kind": unit.kind.value,
        "version": unit.version,
        "fr": unit.title.fr,
        "en": unit.title.en,
        "confidence": unit.confidence,
        "sources": list(unit.sources),
        "reads": sorted(name for name, found in readers.items() if unit.id in found and not name.startswith("#")),
    }
