"""What one operation knows: who asks, in which language, and the decisions it has made; made anew for each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, TypeAlias

import strawberry

from api.decide import Deciding, Decisions
from api.http.context import OperationContext, RequestInfo
from api.identity.tokens import Credential
from api.live.causes import Causes
from api.live.feed import Feed
from api.permissions import VALUES, permissions_of
from api.principal import Principal
from api.records import Records
from api.schema.decisions.catalogue import Catalogue, Figure, Rule, catalogue_of
from api.schema.decisions.masking import hidden_in, hides_due
from api.schema.decisions.on_items import ItemAnswers
from api.schema.decisions.rule_trace import RuleTrace, level_of
from api.schema.errors import DateOutOfRange
from api.schema.vocabulary import Language as LanguageName
from domain.calendar import ANSWERABLE, is_answerable
from domain.store.idempotency import KeyStore
from domain.store.reach import Reach
from domain.text import Language
from tracing.audit.events import Position
from tracing.audit.worklist import Told, Worklist

LANGUAGES: Final[Mapping[str, Language]] = {"fr": "fr", "en": "en"}


@dataclass(frozen=True, slots=True)
class Answering:
    """What answers need, made once a process."""

    deciding: Deciding
    records: Records
    worklist: Worklist
    keys: KeyStore
    items: ItemAnswers
    feed: Feed
    causes: Causes


@dataclass(slots=True, kw_only=True)
class Context(OperationContext):
    """The context of one operation; *position* is how far every event had been committed when it began."""

    answering: Answering
    language: Language
    decisions: Decisions
    trace: RuleTrace
    position: Position

    @property
    def principal(self) -> Principal:
        """Who asks."""
        return self.decisions.principal

    @property
    def reach(self) -> Reach:
        """Whose files there are for whoever asks."""
        return self.decisions.principal.reach

    def catalogues(self, language: Language) -> list[Catalogue]:
        """Return the catalogues of the rules in force in this process."""
        rule_sets = self.answering.deciding.rule_sets.values()
        return [catalogue_of(each.index, language) for each in rule_sets]

    def rule(self, name: str, language: Language) -> Rule | None:
        """Return the rule with this id, ``None`` where there is none."""
        return next((each.rules[name] for each in self.catalogues(language) if name in each.rules), None)

    def hides_due(self, rule: Rule | None) -> bool:
        """Tell whether the due day of a task may not be read; of a rule that is no longer there nobody knows what it depends on."""
        if rule is None:
            return not self.permissions >= VALUES
        return hides_due(hidden_in(rule.catalogue.index, self.permissions), rule.plan)

    def told_of_tasks(self) -> Told | None:
        """Return what lists of tasks may tell whoever asks; ``None``: everything."""
        if self.permissions >= VALUES:
            return None
        indexes = {name: each.index for name, each in self.answering.deciding.rule_sets.items()}
        hidden = {name: hidden_in(each, self.permissions) for name, each in indexes.items()}
        tasks = {unit.id: hides_due(hidden[name], unit) for name, each in indexes.items() for unit in each.plan.units if unit.task}
        return Told(
            dated=frozenset(rule for rule, hides in tasks.items() if not hides),
            undated=frozenset(rule for rule, hides in tasks.items() if hides),
            located=frozenset(name for name, each in hidden.items() if f"{name}.commune" not in each),
        )

    def figure(self, name: str, language: Language) -> Figure | None:
        """Return the dated figure with this id, ``None`` where there is none."""
        return next((each.figures[name] for each in self.catalogues(language) if name in each.figures), None)

    def check_day(self, day: date | None, argument: str = "asOf") -> date | None:
        """
        Return *day*, given as *argument*, if questions about it can be answered.

        Raises:
            DateOutOfRange: they cannot.
        """
        if day is not None and not is_answerable(day):
            raise DateOutOfRange(f"{argument} is {ANSWERABLE}.")
        return day

    def check_instant(self, known_at: datetime | None) -> datetime | None:
        """
        Return *known_at* if it lies in the past.

        Raises:
            DateOutOfRange: nobody knows yet what will be known then.
        """
        if known_at is not None and known_at > self.answering.deciding.clock() + timedelta(seconds=1):
            raise DateOutOfRange("knownAt lies in the future: leave it out for what is known now.")
        return known_at


Info: TypeAlias = strawberry.Info[Context, None]


def language_of(context: Context, asked: LanguageName | None) -> Language:
    """Return the language to answer in."""
    return context.language if asked is None else LANGUAGES[asked.value]


def new_context(answering: Answering, request: RequestInfo, credential: Credential) -> Context:
    """
    Return the context of a new operation.

    Raises:
        BadTraceLevel: the request asks for a level that there is not.
    """
    extensions: dict[str, object] = {}
    expires = credential.expires_at
    return Context(
        request=request,
        extensions=extensions,
        permissions=permissions_of(credential.principal.roles),
        ends_after=None if expires is None else expires - answering.deciding.clock().timestamp(),
        answering=answering,
        language=preferred_language(request.headers),
        decisions=Decisions(answering.deciding, credential.principal),
        trace=RuleTrace(level_of(request.extensions), extensions),
        position=answering.feed.position,
    )


def preferred_language(headers: Mapping[str, str]) -> Language:
    """
    Return the language that ``Accept-Language`` likes best; French where it likes neither.

    >>> preferred_language({"accept-language": "de, en-GB;q=0.8, fr;q=0.5"})
    'en'
    """
    best: Language = "fr"
    highest = 0.0
    for entry in headers.get("accept-language", "").split(",")[:20]:
        tag, _, parameter = entry.strip().partition(";")
        quality = _quality(parameter.strip())
        name = tag.partition("-")[0].lower()
        if quality > highest and name in LANGUAGES:
            best, highest = LANGUAGES[name], quality
    return best


def _quality(parameter: str) -> float:
    try:
        return float(parameter.removeprefix("q=")) if parameter else 1.0
    except ValueError:
        return 0.0
