"""Why an event came, as types: which facts, which figure, which day, which rules."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, Self

import strawberry
from strawberry.utils.str_converters import to_camel_case

from api.live import causes as found
from api.live.differences import ChangedFact as Changed
from api.permissions import INHERITED
from api.schema.declare import MASKED, interface, object_type
from api.schema.facts.questions import PART
from api.schema.vocabulary import ItemActionKind
from domain.text import Language, Text, text
from rules.engine.index import PlanIndex
from rules.engine.language.words import said_day

FACTS = text(fr="Faits modifiés : {}.", en="Facts changed: {}.")
PROVIDED = text(fr="Un référentiel répond autrement : {}.", en="A registry answers otherwise: {}.")
PARTS = text(fr="parties ajoutées ou retirées", en="parts added or removed")
RENAMED = text(fr="Le dossier a un autre intitulé.", en="The file has another label.")
FIGURE = text(fr="Nouveau barème depuis le {} : {}.", en="New figure since {}: {}.")
DAY = text(fr="Le {} est arrivé.", en="{} has come.")
SOME_DAY = text(fr="Un jour est arrivé.", en="A day has come.")
RULES = text(fr="De nouvelles règles sont en vigueur.", en="New rules are in force.")
ASKED = text(fr="La question a été posée ; rien n’a changé.", en="Somebody asked; nothing has changed.")


ACTIONS: Final[Mapping[str, Text]] = {
    "FILE_ANNOUNCED": text(fr="Fichier annoncé : {}.", en="A file was announced: {}."),
    "FILE_STORED": text(fr="Pièce reçue, avec un fichier : {}.", en="Document received, with a file: {}."),
    "FILE_REMOVED": text(fr="Fichier supprimé : {}.", en="A file was removed: {}."),
    "DOCUMENT_RECEIVED": text(fr="Pièce reçue : {}.", en="Document received: {}."),
    "DOCUMENT_ACCEPTED": text(fr="Pièce acceptée : {}.", en="Document accepted: {}."),
    "DOCUMENT_REFUSED": text(fr="Pièce refusée : {}.", en="Document refused: {}."),
    "COMMENT_WRITTEN": text(fr="Nouveau commentaire : {}.", en="New comment: {}."),
    "COMMENT_EDITED": text(fr="Commentaire modifié : {}.", en="Comment edited: {}."),
    "COMMENT_DELETED": text(fr="Commentaire supprimé : {}.", en="Comment deleted: {}."),
    "ASSIGNED": text(fr="Attribué à quelqu’un : {}.", en="Assigned: {}."),
    "UNASSIGNED": text(fr="N’est plus attribué : {}.", en="No longer assigned: {}."),
}


@interface(needs=INHERITED)
class Cause:
    """Why an event came (cause)."""

    sentence: str = strawberry.field(description="The cause in words (phrase).")


@object_type(needs=INHERITED)
class ChangedFact:
    """A fact that somebody gave, changed or took back (fait modifié)."""

    fact: strawberry.ID = strawberry.field(description="Its id, such as person.born_on (identifiant du fait).")
    field: str = strawberry.field(description="Its field in the input of facts, such as bornOn (champ).")
    part: str | None = strawberry.field(description=PART)
    label: str = strawberry.field(description="What people call it (libellé).")

    @classmethod
    def of(cls, changed: Changed, index: PlanIndex, language: Language) -> Self:
        """Say *changed*; one that the rules no longer know is called by its id."""
        plan = index.facts.get(changed.fact)
        return cls(
            fact=strawberry.ID(changed.fact),
            field=to_camel_case(changed.fact.partition(".")[2]),
            part=changed.path or None,
            label=changed.fact if plan is None else plan.title.in_language(language),
        )


@object_type(needs=INHERITED)
class FactsChanged(Cause):
    """Other facts than before (faits modifiés)."""

    facts: list[ChangedFact] = strawberry.field(description="Which ones (faits).")
    added_parts: list[str] = strawberry.field(description="Parts that came with all their facts, by their paths (parties ajoutées).")
    removed_parts: list[str] = strawberry.field(description="Parts that went (parties retirées).")
    provided: bool = strawberry.field(description="Whether a registry says so, and no person (fourni par un référentiel).")


@object_type(needs=INHERITED)
class Renamed(Cause):
    """The file has another label (renommage)."""


@object_type(needs=INHERITED)
class FigureChanged(Cause):
    """A dated figure that its rules read has another value (barème)."""

    figure: strawberry.ID = strawberry.field(description="Its id (identifiant du barème).")
    label: str = strawberry.field(description="What people call it (libellé).")
    since: date = strawberry.field(description="From which day on (depuis le).")


@object_type(needs=INHERITED)
class DayCame(Cause):
    """A day came from which something is otherwise by time alone (passage d'une date)."""

    day: date | None = strawberry.field(description="The day; null where personal facts are masked (jour).", metadata=MASKED)


@object_type(needs=INHERITED)
class RulesReleased(Cause):
    """Another version of the rules decides (publication de règles)."""

    before: str = strawberry.field(description="The digest of the version that decided before (version précédente).")
    after: str = strawberry.field(description="The digest of the version that decides now (version).")


@object_type(needs=INHERITED)
class Asked(Cause):
    """Somebody asked and the decision was recorded; nothing changed (question)."""


@object_type(needs=INHERITED)
class ItemChanged(Cause):
    """Somebody worked on a document or a task: ask for its receipt, files, comments or assignment anew (élément traité)."""

    item: strawberry.ID = strawberry.field(description="The key of the item (clé de l'élément).")
    title: str = strawberry.field(description="What people call it (intitulé).")
    action: str = strawberry.field(description="What was done (action).", graphql_type=ItemActionKind)


CAUSES = (FactsChanged, Renamed, FigureChanged, DayCame, RulesReleased, Asked, ItemChanged)


def cause_of(cause: found.Cause, index: PlanIndex, language: Language, *, masked: bool) -> Cause:
    """
    Return *cause* as it is told.

    Args:
        cause: why an event came.
        index: knows what its facts and figures are called.
        language: to say it in.
        masked: days may be those of personal facts, and are not told.
    """
    match cause:
        case found.FactsChanged(differences, provided):
            facts = [ChangedFact.of(each, index, language) for each in differences.facts]
            moved = differences.added or differences.removed
            named = [each.label for each in facts] + ([PARTS.in_language(language)] if moved else [])
            return FactsChanged(
                sentence=(PROVIDED if provided else FACTS).in_language(language).format(_listed(named)),
                facts=facts,
                added_parts=list(differences.added),
                removed_parts=list(differences.removed),
                provided=provided,
            )
        case found.Renamed():
            return Renamed(sentence=RENAMED.in_language(language))
        case found.FigureChanged(figure, since):
            plan = index.figures.get(figure)
            label = figure if plan is None else plan.title.in_language(language)
            sentence = FIGURE.in_language(language).format(said_day(since.isoformat(), language), label)
            return FigureChanged(sentence=sentence, figure=strawberry.ID(figure), label=label, since=since)
        case found.DayCame(_) if masked:
            return DayCame(sentence=SOME_DAY.in_language(language), day=None)
        case found.DayCame(day):
            return DayCame(sentence=DAY.in_language(language).format(said_day(day.isoformat(), language)), day=day)
        case found.RulesReleased(before, after):
            return RulesReleased(sentence=RULES.in_language(language), before=before, after=after)
        case found.Asked():
            return Asked(sentence=ASKED.in_language(language))
        case found.ItemChanged(done):
            unit = index.units.get(done.item.rule)
            title = done.item.rule if unit is None else unit.title.in_language(language)
            sentence = ACTIONS[done.action].in_language(language).format(title)
            return ItemChanged(sentence=sentence, item=strawberry.ID(done.item.text), title=title, action=done.action)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))
