"""``attendu rules coverage``: what was never seen of the rules, over the cases or over recorded decisions."""

import asyncio
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

from cyclopts.types import PositiveInt

from api.commands.case_folder import cases_in
from api.commands.lines import BLANK, Line, Style, heading, write
from api.commands.options import Flag, LanguageOption, language_of, output, write_json
from api.commands.recorded import latest_decisions, opened_records
from api.settings import Settings
from domain.text import Language, Text, text
from rules.engine.language.wording import Wording
from rules.library import load_rule_sets
from rules.review.cases import FOLDER
from rules.review.coverage import Coverage, over_cases

NEVER: dict[object, Text] = {
    "applied": text(fr="jamais appliquée", en="never applied"),
    "not_applicable": text(fr="jamais écartée", en="never not applicable"),
    "undetermined": text(fr="jamais indéterminée", en="never undetermined"),
    True: text(fr="jamais vraie", en="never true"),
    False: text(fr="jamais fausse", en="never false"),
}
RULES, CONDITIONS = text(fr="Règles", en="Rules"), text(fr="Conditions", en="Conditions")


def coverage(
    *,
    over: Literal["cases", "decisions"] = "cases",
    cases: Path = FOLDER,
    last: PositiveInt = 10_000,
    language: LanguageOption = None,
    json: Flag = False,
) -> None:
    """
    See which rules were never applied, not applicable or undetermined, and which conditions never true or never false.

    attendu rules coverage

    attendu rules coverage --over decisions --last 500 --json

    Args:
        over: The cases of the tests, of which only what they state counts, or the decisions that the database records.
        cases: The folder of the cases.
        last: How many decisions to look at, the latest first.
        language: Language of titles; by default that of the system.
        json: Answer in JSON, for programs.
    """
    spoken = language_of(language)
    found = over_cases(cases_in(cases), load_rule_sets()) if over == "cases" else asyncio.run(_over_decisions(last))
    if json:
        write_json({"over": over, "rule_sets": {name: _plain(each, spoken) for name, each in found.items()}})
    else:
        write(output(), _told(found.values(), spoken))


async def _over_decisions(last: int) -> dict[str, Coverage]:
    found = {name: Coverage(rule_set.index) for name, rule_set in load_rule_sets().items()}
    async with opened_records(Settings.read(os.environ)) as records:
        async for decision in latest_decisions(records, last):
            found[decision.subject_type].add(decision.reading)
    return found


def _told(found: Iterable[Coverage], language: Language) -> Iterator[Line]:
    for each in found:
        rules, conditions = each.rule_gaps(), each.leaf_gaps()
        runs = text(fr="évaluations", en="runs").in_language(language)
        yield Line(f"{each.index.types[each.index.plan.root].title.in_language(language)} · {each.runs} {runs}", 0, Style.TITLE)
        yield from heading(f"{RULES.in_language(language)} · {len(each.rules) - len(rules)}/{len(each.rules)}")
        for gap in rules:
            yield Line(f"{gap.unit.title.in_language(language)} : {_never(gap.never, language)}", 1, after=gap.unit.id)
        yield from heading(f"{CONDITIONS.in_language(language)} · {len(each.conditions) - len(conditions)}/{len(each.conditions)}")
        for rule, condition, never in _conditions(each, language):
            yield Line(f"{condition} : {_never(never, language)}", 1, after=rule)
        yield BLANK


def _conditions(found: Coverage, language: Language) -> Iterator[tuple[str, str, tuple[bool, ...]]]:
    """Yield each condition with a truth lacking: the rule that asks it, in words, and what was never seen."""
    wording = Wording(found.index, language)
    for gap in found.leaf_gaps():
        asking = gap.unit.id if not gap.unit.hidden else ", ".join(found.index.readers.get(gap.unit.id, ()))
        yield asking, wording.condition(gap.leaf), gap.never


def _never(seen: Iterable[object], language: Language) -> str:
    return ", ".join(NEVER[each].in_language(language) for each in seen)


def _plain(found: Coverage, language: Language) -> dict[str, Any]:
    return {
        "runs": found.runs,
        "rules": {"all": len(found.rules), "lacking": [{"rule": each.unit.id, "never": each.never} for each in found.rule_gaps()]},
        "conditions": {
            "all": len(found.conditions),
            "lacking": [{"rule": rule, "condition": words, "never": never} for rule, words, never in _conditions(found, language)],
        },
    }
