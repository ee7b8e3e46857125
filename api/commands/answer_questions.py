"""A fact that is missing, asked for as a caseworker asks: its label, and what kind of answer is looked for."""

from api.commands.answer_items import AnswerItems
from domain.text import Text, text
from rules.engine.contradictions import impossible_choices
from rules.engine.plan import FactPlan
from rules.engine.wording import OR
from rules.engine.words import said_unit
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
REFUSED = text(fr="non ; indiquer ce qui manque, puis répondre oui", en="no; list what is left out, then answer yes")
WORDS = text(fr="à indiquer", en="to be stated")
FEW = 6
"""How many choices a question itself names."""


def question(items: AnswerItems, fact: FactPlan, where: str = "", *, refused: bool = False) -> str:
    """Return the question that a missing fact is; *where* names the parts it is asked of. A list *refused* as complete is completed."""
    label = items.on(fact.title.in_language(items.language), where)
    return items.phrasebook.pair(label, REFUSED.in_language(items.language) if refused else _answer(items, fact))


def named_in_question(fact: FactPlan) -> bool:
    """Tell whether the question names the choices that there are."""
    return fact.kind == "choice" and len(fact.choices) <= FEW


def _answer(items: AnswerItems, fact: FactPlan) -> str:
    if named_in_question(fact):
        out = _impossible(items, fact)
        choices = [each.in_language(items.language) for code, each in fact.choices.items() if code not in out]
        return items.phrasebook.among(choices, OR) + (" ?" if items.language == "fr" else "?")
    return _kind_of_answer(fact).in_language(items.language)


def _impossible(items: AnswerItems, fact: FactPlan) -> frozenset[str]:
    """Return the choices that what is known of the subject itself excludes: they are not offered."""
    root = next(each for each in ROOTS if each.type_name == items.decision.subject_type)
    declared = next((each for each in root.facts if each.id == fact.id), None)
    return frozenset() if declared is None else impossible_choices(root, items.decision.reading.root, declared, items.decision.as_of)


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
