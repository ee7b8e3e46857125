"""``attendu explain``: read a recorded decision as it was given, whatever the rules say today. Runs no rule."""

import asyncio
import os
from uuid import UUID

from api.commands.answer import Answer
from api.commands.answer_json import answer_json
from api.commands.errors import DecisionUnknown, DecisionUnread
from api.commands.lines import write
from api.commands.options import Flag, LanguageOption, language_of, output, write_json
from api.commands.recorded import opened_records
from api.settings import Settings
from domain.store.reach import OPERATOR
from rules.engine.decision import Decision


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
    found = asyncio.run(_recorded(_named(decision)))
    if json:
        write_json(answer_json(found, spoken))
    else:
        write(output(), Answer(found, spoken, title=found.subject_id or "", ids=ids, why_not=why_not).lines())


def _named(words: str) -> int | UUID:
    """Return the number or the id that *words* say."""
    try:
        return int(words) if words.isascii() and words.isdigit() else UUID(words)
    except ValueError:
        raise DecisionUnread from None


async def _recorded(name: int | UUID) -> Decision:
    async with opened_records(Settings.read(os.environ)) as records:
        found = await (records.numbered(OPERATOR, name) if isinstance(name, int) else records.get(OPERATOR, name))
    if found is None:
        raise DecisionUnknown(f"No decision {name} is recorded in this database.")
    return found
