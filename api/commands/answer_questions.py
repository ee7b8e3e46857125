"""A fact that is missing, asked for as a caseworker asks: its label, and what kind of answer is looked for."""

from collections.abc import Sequence

from api.commands.answer_items import AnswerItems
from domain.facts import UNKNOWN
from domain.subjects import types_below
from domain.text import Text, text
from domain.told_beside import told_beside
from rules.engine.answers.missing import Missing
from rules.engine.contradictions import impossible_choices
from rules.engine.index import type_of
from rules.engine.language.wording import OR
from rules.engine.language.words import said_unit
from rules.engine.plan import FactPlan
from rules.engine.run import Node
from rules.engine.terms import FactTerm
from rules.library import ROOTS

YES_OR_NO = text(fr="oui ou non ?", en="yes or no?")
DAY = text(fr="quelle date ?", en="on which day?")
AMOUNT = text(fr="quel montant ?", en="how much?")
COUNT = text(fr="combien ?", en="how many?")
FIGURE = text(fr="quelle valeur ?", en="which figure?")
SHARE = text(fr="quelle valeur ? (0,05 pour 5 %)", en="which figure? (0.05 for 5%)")
TIMES = {
    "calendar year": text(fr="quelle année ?", en="which year?"),
    "year": text(fr="combien d’années ?", en="how many years?"),
    "month": text(fr="combien de mois ?", en="how many months?"),
    "day": text(fr="combien de jours ?", en="how many days?"),
}
SEVERAL = text(fr="une ou plusieurs réponses ?", en="which ones?")
REFUSED = text(
    fr="le dossier répond « non » ; compléter la liste, puis répondre « oui »",
    en="the file answers “no”; complete the list, then answer “yes”",
)
EMPTY = text(
    fr="la liste est vide à ce jour ; la remplir s’il y a lieu, puis répondre « oui »",
    en="the list is empty so far; fill it in if there are any, then answer “yes”",
)
WORDS = text(fr="à indiquer", en="to be stated")
FEW = 6
"""How many choices a question itself names."""


def question(items: AnswerItems, parts: Sequence[Missing]) -> str:
    """Return the question that a fact is which is missing on *parts*. A list without an entry, or refused as complete, is completed."""
    fact, phrasebook = parts[0].fact, items.phrasebook
    label = labelled(items, parts)
    if parts[0].refused:
        return phrasebook.pair(label, REFUSED.in_language(items.language))
    if all(_is_of_an_empty_list(items, each) for each in parts):
        return phrasebook.pair(label, EMPTY.in_language(items.language))
    if fact.kind != "choice":
        return phrasebook.pair(label, _kind_of_answer(fact).in_language(items.language))
    possible = choices(items, parts)
    named = phrasebook.among(possible, OR) + (" ?" if items.language == "fr" else "?")
    return phrasebook.pair(label, named if len(possible) <= FEW else WORDS.in_language(items.language))


def told(items: AnswerItems, fact: str) -> str:
    """Return what the file says that the question for a fact cannot be answered without; nothing where it says none of it."""
    values = items.decision.reading.root.values
    found = [(each.title, values[each.index], FactTerm(each.id, 0, each.index)) for each in told_beside(fact)]
    pairs = [(title, items.phrasebook.words(value, term)) for title, value, term in found if value is not UNKNOWN]
    return items.separator.join(items.phrasebook.pair(title.in_language(items.language), words) for title, words in pairs)


def labelled(items: AnswerItems, parts: Sequence[Missing]) -> str:
    """Return what a fact is called, and on which *parts* it is missing."""
    fact, of = parts[0].fact, type_of(parts[0].fact.id)
    paths = sorted((each.path for each in parts if each.path), key=lambda path: items.parts.positions.get((of, path), 0))
    where = items.first([items.parts.name(of, path) for path in paths], items.separator)
    return items.on(fact.title.in_language(items.language), where)


def choices(items: AnswerItems, parts: Sequence[Missing]) -> list[str]:
    """Return the answers there are to choose from: those that what is known excludes on every part are not offered."""
    fact = parts[0].fact
    if fact.kind != "choice":
        return [each.in_language(items.language) for each in fact.choices.values()]
    out = frozenset.intersection(*(_impossible(items, each) for each in parts))
    return [each.in_language(items.language) for code, each in fact.choices.items() if code not in out]


def to_choose_from(items: AnswerItems, parts: Sequence[Missing]) -> list[str]:
    """Return the answers to list below a question: none where there are few enough for the question to name them."""
    listed = choices(items, parts)
    return [] if parts[0].fact.kind == "choice" and len(listed) <= FEW else listed


def _impossible(items: AnswerItems, missing: Missing) -> frozenset[str]:
    root = next(each for each in ROOTS if each.type_name == items.decision.subject_type)
    kind = next(each for each in types_below(root) if each.type_name == type_of(missing.fact.id))
    declared = kind.facts_by_name.get(missing.fact.id)
    return frozenset() if declared is None else impossible_choices(_node(items, missing), declared, items.decision.as_of)


def _is_of_an_empty_list(items: AnswerItems, missing: Missing) -> bool:
    """Tell whether the fact says that a list is complete which has no entry."""
    lists = (each.aggregate for each in items.decision.index.units.values() if each.aggregate is not None)
    found = next((each for each in lists if each.complete.id == missing.fact.id), None)
    return found is not None and not _node(items, missing).children[found.list_index]


def _node(items: AnswerItems, missing: Missing) -> Node:
    """Return the part on which a fact is missing."""
    place = type_of(missing.fact.id), missing.path
    return next(each for each in items.decision.reading.root.walk() if (each.type_name, each.path) == place)


def _kind_of_answer(fact: FactPlan) -> Text:
    match fact.kind:
        case "bool":
            return YES_OR_NO
        case "date":
            return DAY
        case "int" if fact.unit in TIMES:
            return TIMES[fact.unit]
        case "int" if fact.unit not in {"zone", "category"}:
            return COUNT
        case "int" | "Decimal":
            return _measured(fact.unit or "")
        case kind if kind.startswith("frozenset"):
            return SEVERAL
    return FIGURE if "Mapping" in fact.kind else WORDS


def _measured(unit: str) -> Text:
    """Return the question for an amount or a figure, with what it is counted in."""
    if unit == "ratio":
        return SHARE
    asked = AMOUNT if unit.startswith("EUR") else FIGURE
    fr, en = said_unit(unit, "fr"), said_unit(unit, "en")
    return text(fr=f"{asked.fr[:-2]}, en {fr} ?", en=f"{asked.en[:-1]}, in {en}?") if fr else asked
