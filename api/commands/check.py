"""``attendu rules check``: what is wrong with the rules as a whole."""

from collections.abc import Iterator
from typing import Any

from api.commands.errors import LawDoubtful
from api.commands.lines import Line, Style, heading, write
from api.commands.options import Flag, LanguageOption, language_of, output, write_json_lines
from domain.text import Language, Text, text
from rules.engine.language.wording import Wording
from rules.library import load_rule_sets
from rules.review.checks import NEEDLESS_REASON, NEVER_HOLDS, SAME_DOCUMENT, UNREAD_FACT, UNSAID_VALUE, Finding, findings

KINDS: dict[str, Text] = {
    SAME_DOCUMENT: text(fr="Deux règles qui demandent la même pièce à la fois", en="Two rules that ask for one document at once"),
    NEVER_HOLDS: text(fr="Conditions qui ne peuvent jamais être remplies", en="Conditions that can never hold"),
    UNREAD_FACT: text(fr="Faits qu’aucune règle ne lit", en="Facts that no rule reads"),
    UNSAID_VALUE: text(fr="Réponses qu’aucune condition ne mentionne", en="Answers that no condition mentions"),
    NEEDLESS_REASON: text(fr="Réponses mentionnées malgré la raison donnée", en="Answers that are mentioned in spite of the reason given"),
}
NOT_CERTAIN = text(fr="possible", en="possible")
NOTHING = text(fr="Rien de certain.", en="Nothing certain.")
NOT_LOOKED_AT = text(
    fr="Non examinés : ce que donnent les calculs et les listes, les jours décalés entre eux.",
    en="Not looked at: what calculations and lists give, moved days against each other.",
)


def check(*, possible: Flag = False, language: LanguageOption = None, json: Flag = False) -> None:
    """
    Look for rules that cannot be right together; ends with 1 where something certain is found.

    Two documents that ask for the same at once, conditions that can never hold, facts that no rule reads, answers that none mentions.

    attendu rules check --possible

    Args:
        possible: Also tell what may be so, and is not certain.
        language: Language to answer in; by default that of the system.
        json: Answer in JSON, for programs: one object a finding, certain or not.
    """
    spoken = language_of(language)
    found = list(findings(load_rule_sets()))
    certain = [each for each in found if each.certain]
    if json:
        write_json_lines([_plain(each) for each in found])
    else:
        write(output(), _told(found if possible else certain, spoken))
    if certain:
        raise LawDoubtful(f"{len(certain)} finding{'s' if len(certain) > 1 else ''} that must be mended, or explained")


def _told(found: list[Finding], language: Language) -> Iterator[Line]:
    if not any(each.certain for each in found):
        yield Line(NOTHING.in_language(language), 0, Style.GOOD)
    for kind, title in KINDS.items():
        some = [each for each in found if each.kind == kind]
        if some:
            yield from heading(title.in_language(language))
        for each in some:
            doubt = "" if each.certain else f" ({NOT_CERTAIN.in_language(language)})"
            yield Line(f"{_words(each, language)}{doubt}", 1, Style.PLAIN, " ".join(each.names))
    yield Line(NOT_LOOKED_AT.in_language(language), 0, Style.QUIET)


def _words(found: Finding, language: Language) -> str:
    wording, name = Wording(found.index, language), found.names[0]
    if found.tree is not None:
        return wording.condition(found.tree)
    if found.kind == SAME_DOCUMENT:
        return " / ".join(found.index.units[each].title.in_language(language) for each in found.names)
    fact = found.index.facts[name]
    choice = fact.choices.get(found.names[1]) if len(found.names) > 1 else None
    title = fact.title.in_language(language)
    return title if choice is None else wording.pair(title, choice.in_language(language))


def _plain(found: Finding) -> dict[str, Any]:
    return {"kind": found.kind, "names": list(found.names), "certain": found.certain}
