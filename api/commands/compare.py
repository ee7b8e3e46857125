"""``attendu compare``: ask the rules the same things twice, and see what flips and why."""

import asyncio
import os
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from cyclopts.types import PositiveInt
from rich.console import Console
from rich.progress import track

from api.commands.case_folder import cases_in
from api.commands.comparison import Compared, Comparison
from api.commands.errors import SideUnknown, VersionUnknown
from api.commands.evaluate import running
from api.commands.lines import write
from api.commands.options import Flag, LanguageOption, language_of, output, write_json
from api.commands.recorded import latest_decisions, opened_records
from api.commands.samples import read_sample
from api.commands.sides import SAMPLES, Answering, Side
from api.settings import Settings
from domain.calendar import PARIS
from domain.errors import InvalidFacts
from rules.library import load_rule_sets
from rules.review.cases import FOLDER
from rules.review.compare import compare as flips_between
from rules.review.questions import Question, document_of, questions_of
from tracing.audit.errors import FactsRefused
from tracing.audit.rule_sets import RuleSet as Version
from tracing.audit.rule_sets import RuleSetStore


def compare(
    before: str,
    after: str,
    /,
    *,
    over: str = "cases",
    cases: Path = FOLDER,
    last: PositiveInt = 10_000,
    language: LanguageOption = None,
    json: Flag = False,
) -> None:
    """
    See what is decided otherwise, and which rule, figure, fact or day makes the difference. Nothing is stored.

    attendu compare 2025-12-31 2026-01-01 --over cases

    attendu compare recorded now --over decisions --last 500

    attendu compare 3f9c2ab41d now --over examples/household-couple-lyon.yaml

    Args:
        before: A day, `now` (the present rules), `recorded`, a stored version by how its digest begins, with @ and a day or without.
        after: The same; or both are sample files, whose facts are compared.
        over: What is asked: `cases` (of the tests), `decisions` (that the database records) or a sample file.
        cases: The folder of the cases.
        last: How many decisions to ask about, the latest first.
        language: Language to answer in; by default that of the system.
        json: Answer in JSON, for programs: every flip with its causes.
    """
    spoken = language_of(language)
    sides = Side.read(before), Side.read(after)
    questions = _questions(sides, over, cases, last)
    versions = asyncio.run(_versions({each.version for each in sides if each.version is not None}))
    with ExitStack() as held:
        answering = Answering(load_rule_sets(Settings.read(os.environ).allowed_documents), versions, held)
        progress = track(questions, console=Console(stderr=True), transient=True, disable=not output().is_terminal)
        compared = [_compared(each, sides, answering) for each in progress]
        left_out = {name: sorted(each.left_out) for name, each in answering.stored.items() if each.left_out}
    comparison = Comparison(before, after, tuple(each for each in compared if each is not None), left_out, spoken)
    if json:
        write_json(comparison.plain())
    else:
        write(output(), comparison.lines())


def _compared(question: tuple[Question, Question], sides: tuple[Side, Side], answering: Answering) -> Compared | None:
    """Return what flips in the answer to one question, nothing where it cannot be asked of both sides."""
    try:
        one, other = (answering.answer(side, each) for side, each in zip(sides, question, strict=True))
    except (InvalidFacts, FactsRefused) as error:
        return Compared(question[1].name, None, (), str(error))
    if one is None or other is None:
        return None
    return Compared(question[1].name, (one, other), tuple(flips_between(one, other, answering.rule_sets[question[1].root])))


def _questions(sides: tuple[Side, Side], over: str, cases: Path, last: int) -> list[tuple[Question, Question]]:
    """
    Return what is asked of either side.

    Raises:
        SideUnknown: the sides cannot be asked this.
    """
    files = [each.file for each in sides if each.file is not None]
    if len(files) == 1:
        raise SideUnknown("A sample file is compared with another sample file; to ask both sides about one, name it with --over.")
    if any(side.recorded for side in sides) and over != "decisions":
        raise SideUnknown("Only decisions are on record: write --over decisions.")
    if files:
        one, other = asyncio.run(_of_samples(*files))
        if one.root != other.root:
            raise SideUnknown(f"{files[0]} is of type {one.root}, {files[1]} of type {other.root}: compare two samples of one type.")
        return [(one, other)]
    if over == "cases":
        asked = questions_of(cases_in(cases), any_day=all(side.day for side in sides))
    elif over == "decisions":
        asked = asyncio.run(_recorded(last))
    elif Path(over).suffix in SAMPLES or Path(over).is_file():
        asked = asyncio.run(_of_samples(Path(over)))
    else:
        raise SideUnknown(
            f"Nothing is asked over {over!r}; write --over cases, --over decisions or --over FILE, a sample such as those of examples."
        )
    return [(each, each) for each in asked]


async def _of_samples(*paths: Path) -> list[Question]:
    """Return what samples ask, with what services say of each on its own day, once for both sides."""
    today, found = datetime.now(PARIS).date(), []
    async with running(Settings.read(os.environ)) as rules:
        for path in paths:
            sample = read_sample(path, today)
            decision = await rules.simulate(sample.type, sample.document, as_of=sample.as_of or today)
            found.append(Question(sample.title, sample.type, document_of(decision.root, decision.index), decision.as_of))
    return found


async def _recorded(last: int) -> list[Question]:
    async with opened_records(Settings.read(os.environ)) as records:
        return [
            Question(f"n° {each.number}", each.subject_type, document_of(each.root, each.index), each.as_of, each.reading)
            async for each in latest_decisions(records, last)
        ]


async def _versions(names: set[str]) -> dict[str, Version]:
    """Return the stored versions whose digests begin with *names*."""
    if not names:
        return {}
    async with opened_records(Settings.read(os.environ)) as records:
        return {name: await _version(name, records.versions) for name in names}


async def _version(name: str, versions: RuleSetStore) -> Version:
    found = await versions.digests(name)
    version = await versions.get(found[0]) if len(found) == 1 else None
    if version is None:
        known = ", ".join(each[:12] for each in await versions.digests()) or "none yet"
        raise VersionUnknown(f"{len(found)} stored versions of the rules begin with {name}. There are, from the first on: {known}.")
    return version
