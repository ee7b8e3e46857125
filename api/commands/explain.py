"""``attendu explain``: read a recorded decision as it was given, whatever the rules say today. Runs no rule."""

import asyncio
import os
from uuid import UUID

from api.commands.answer import Answer
from api.commands.answer_json import answer_json
from api.commands.errors import DecisionUnknown
from api.commands.lines import write
from api.commands.options import Flag, LanguageOption, language_of, output, write_json
from api.records import Records
from api.settings import Settings
from domain.store.migrate import check_schema
from domain.store.opening import open_database
from domain.store.reach import OPERATOR
from rules.engine.decision import Decision
from tracing.audit.rule_sets import RuleSetStore
from tracing.audit.search import DecisionSearch


def explain(decision: str, /, *, language: LanguageOption = None, why_not: Flag = False, ids: Flag = False, json: Flag = False) -> None:
    """
    Read a recorded decision with its reasons, exactly as it was given, with the plan of the rules of its time.

    attendu explain 12 --language fr

    Args:
        decision: Its number or its id.
        language: Language to read it in; by default that of the system.
        why_not: Also say what did not apply, and why.
        ids: Show ids at the end of lines.
        json: Answer in JSON, for programs.
    """
    spoken = language_of(language)
    found = asyncio.run(_recorded(Settings.read(os.environ), decision))
    if json:
        write_json(answer_json(found, spoken))
    else:
        write(output(), Answer(found, spoken, title=found.subject_id or "", ids=ids, why_not=why_not).lines())


async def _recorded(settings: Settings, name: str) -> Decision:
    database = open_database(settings.database_url)
    try:
        await check_schema(database)
        records = Records(DecisionSearch(database), RuleSetStore(database))
        found = await (records.numbered(OPERATOR, int(name)) if name.isascii() and name.isdigit() else records.get(OPERATOR, _id(name)))
    finally:
        await database.close()
    if found is None:
        raise DecisionUnknown(f"No decision {name} is recorded in this database.")
    return found


def _id(name: str) -> UUID:
    try:
        return UUID(name)
    except ValueError:
        raise DecisionUnknown("Give the number of a decision, such as 12, or its id, which is a UUID.") from None
