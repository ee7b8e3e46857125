"""``attendu evaluate``: decide on a sample in a file, and read the answer. Nothing is stored."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from api.commands.answer import Answer
from api.commands.answer_items import AnswerItems
from api.commands.answer_json import answer_json
from api.commands.answer_tasks import AnswerTasks
from api.commands.errors import DayRefused
from api.commands.lines import write
from api.commands.options import Flag, LanguageOption, language_of, output, write_json
from api.commands.samples import Sample, read_sample
from api.decide import Running
from api.providers import bound_providers
from api.settings import Settings
from domain.calendar import PARIS, is_answerable
from domain.text import Language
from rules.engine.decision import Decision
from rules.library import load_rule_sets
from rules.review.lasting import Lasting, lasting
from tracing.audit.versions import version_of
from tracing.telemetry import OFF

SOURCES = Path(__file__).parents[2]


def evaluate(
    file: Path,
    /,
    *,
    as_of: date | None = None,
    language: LanguageOption = None,
    why_not: Flag = False,
    ids: Flag = False,
    json: Flag = False,
) -> None:
    """
    Decide on a sample in a file and read the answer with its reasons. Nothing is stored.

    A file with mistakes is refused with all of them, each with its line and field, and exit code 2. For example:

    attendu evaluate examples/household-lone-parent-rennes.yaml --language fr

    attendu evaluate examples/operation-demolition-saint-etienne.yaml --as-of 2027-01-02 --why-not

    Args:
        file: YAML, or JSON where the name ends in .json; see examples/.
        as_of: The day that is today; by default the file's, or else today.
        language: Language to answer in; by default that of the system.
        why_not: Also say what does not apply, and why.
        ids: Show ids at the end of lines.
        json: Answer in JSON, for programs.
    """
    spoken = language_of(language)
    if as_of is not None and not is_answerable(as_of):
        raise DayRefused(as_of)
    sample = read_sample(file, datetime.now(PARIS).date(), spoken, as_of)
    decision, lasts = asyncio.run(_decide(sample, as_of or sample.as_of, spoken))
    if json:
        write_json(answer_json(decision, spoken))
    else:
        write(output(), Answer(decision, spoken, title=sample.title, ids=ids, why_not=why_not, lasts=lasts).lines())


async def _decide(sample: Sample, as_of: date | None, spoken: Language) -> tuple[Decision, Lasting | None]:
    async with running(Settings.read(os.environ)) as rules:
        decision = await rules.simulate(sample.type, sample.document, as_of=as_of)
        quiet = [each.key for each in AnswerTasks(AnswerItems(decision, spoken)).to_revise]
        return decision, lasting(rules.rule_sets[sample.type], decision.reading, quiet)


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Running]:
    """
    Load the rules, without a database and without telemetry.

    Raises:
        RuleSetError: a rule, figure or source cannot stand.
    """
    rule_sets, now = load_rule_sets(settings.allowed_documents), datetime.now(UTC)
    digests = {name: version_of(rule_set.plan, SOURCES, now).digest for name, rule_set in rule_sets.items()}
    async with bound_providers(settings, OFF.tracer, None) as providers:
        yield Running(rule_sets=rule_sets, digests=digests, providers=providers, telemetry=OFF, clock=lambda: datetime.now(UTC))
