"""The readable answer for programs: the same, as plain data with its codes and ids, and its sentences in one language."""

from collections.abc import Iterable
from typing import Any

from api.commands.answer_items import AnswerItems
from domain.facts import UNKNOWN
from domain.text import Language
from domain.values import known_neutral
from rules.engine.answers.aging import AgedFigure
from rules.engine.answers.days_told import obtained_on
from rules.engine.answers.explain import figures_of
from rules.engine.answers.missing import MissingFigure
from rules.engine.answers.reading import APPLIED, FAILED, UNDETERMINED, Evaluation, Value, since_when
from rules.engine.answers.waits import awaited
from rules.engine.decision import Decision
from rules.engine.language.doubts import said_missing, said_period
from rules.engine.plan import FigurePeriod, Unit, UnitKind
from rules.engine.run import Outcome

Data = dict[str, Any]


def answer_json(decision: Decision, language: Language) -> Data:
    """Return *decision* as plain data."""
    items = AnswerItems(decision, language)
    by_kind = {kind: [each for each in decision.of_kind(kind) if each.outcome == APPLIED] for kind in UnitKind}
    rest = [each for each in decision.evaluations if each.outcome not in {APPLIED, UNDETERMINED, FAILED}]
    return {
        "recorded": decision.recorded,
        "id": None if decision.id is None else str(decision.id),
        "number": decision.number,
        "subject": {"type": decision.subject_type, "id": decision.subject_id, "revision": decision.revision},
        "as_of": decision.as_of.isoformat(),
        "decided_at": decision.decided_at.isoformat(),
        "rule_set": decision.rule_set,
        "changes_on": None if decision.changes_on is None else decision.changes_on.isoformat(),
        "documents": [_document(items, each) for each in by_kind[UnitKind.DOCUMENT]],
        "tasks": [_task(items, each) for each in by_kind[UnitKind.TASK]],
        "values": [_value(items, each) for each in by_kind[UnitKind.CALCULATION]],
        "missing": _missing(items),
        "missing_figures": [{**_missing_figure(items, each), "rules": decision.waiting.rules(each)} for each in decision.waiting.figures],
        "aged_figures": [_aged_figure(items, *each) for each in decision.aged_figures],
        "doubts": [_doubt(items, *each) for each in decision.doubts],
        "undetermined": [_undetermined(items, each) for each in decision.evaluations if each.outcome == UNDETERMINED],
        "failed": [{**_rule(items, each), "message": items.failure(each)} for each in decision.evaluations if each.outcome == FAILED],
        "not_applicable": [{**_reasoned(items, each), "outcome": each.outcome, "waits_for": _waits_for(items, each)} for each in rest],
        "provided": _provided(items),
    }


def _rule(items: AnswerItems, evaluation: Evaluation) -> Data:
    return {
        "key": evaluation.key,
        "rule": evaluation.unit.id,
        "part": evaluation.node.path or None,
        "title": items.title(evaluation),
        "sources": items.texts(evaluation.unit),
        "confidence": evaluation.unit.confidence,
        "aged_figures": [each.figure.id for each in items.decision.explanation.aging.of(evaluation)],
    }


def _reasoned(items: AnswerItems, evaluation: Evaluation) -> Data:
    reasons = items.decision.explanation.reasons(evaluation)
    figures = [_input(items, each, evaluation) for each in figures_of(reasons)]
    return {**_rule(items, evaluation), "because": [items.phrasebook.sentence(each) for each in reasons], "figures": figures}


def _document(items: AnswerItems, evaluation: Evaluation) -> Data:
    document, obtained = evaluation.unit.document, obtained_on(items.decision.reading, evaluation)
    assert document is not None
    return {
        **_reasoned(items, evaluation),
        "requirement": document.requirement,
        "asked": document.asked,
        "covered_by": None if evaluation.key not in items.covered else items.covered[evaluation.key].key,
        "obtained_on": None if obtained is None else obtained.isoformat(),
        "standing": document.standing,
        "alternatives": [each.in_language(items.language) for each in document.alternatives],
        "count": document.number,
        "period": None if document.period is None else document.period.in_language(items.language),
    }


def _task(items: AnswerItems, evaluation: Evaluation) -> Data:
    due, state = items.due(evaluation), evaluation.output
    assert isinstance(state, Outcome)
    return {**_reasoned(items, evaluation), "state": state.name, "due": None if due is None else due.isoformat()}


def _value(items: AnswerItems, evaluation: Evaluation) -> Data:
    inputs = [_input(items, each, evaluation) for each in items.decision.reading.inputs(evaluation)]
    output = known_neutral(evaluation.output)
    said = {"value": output, "unit": evaluation.unit.unit, "text": items.value(evaluation), "waits_for": _waits_for(items, evaluation)}
    return {**_rule(items, evaluation), **said, "inputs": inputs}


def _waits_for(items: AnswerItems, evaluation: Evaluation) -> list[Data] | None:
    """Return the events that an evaluation waits for, ``None`` where it does not wait; none of them where a known day is to come."""
    days = awaited(items.decision.explanation, evaluation)
    if days is None:
        return None
    return [{"fact": fact.id, "part": path or None, "label": fact.title.in_language(items.language)} for fact, path in days]


def _input(items: AnswerItems, value: Value, evaluation: Evaluation) -> Data:
    return {
        "id": value.id,
        "part": value.path or None,
        "name": items.phrasebook.name(value.term),
        "value": known_neutral(value.value),
        "unit": value.unit,
        "text": items.phrasebook.words(value.value, value.term),
        "origin": value.origin,
        "doubt": items.doubt(value, evaluation) or None,
        **_in_force(items, value.period),
    }


def _in_force(items: AnswerItems, period: FigurePeriod | None) -> Data:
    """Return of a dated figure since when it holds, ``None`` where no text says so, and the text it stands in; of all else nothing."""
    return {} if period is None else {"since": since_when(period), "source": items.text_of(period.source)}


def _undetermined(items: AnswerItems, evaluation: Evaluation) -> Data:
    missing = [{"fact": each.fact.id, "part": each.path or None} for each in items.decision.explanation.missing(evaluation)]
    figures = [_missing_figure(items, each) for each in items.decision.explanation.missing_figures(evaluation)]
    return {**_reasoned(items, evaluation), "missing": missing, "missing_figures": figures}


def _missing_figure(items: AnswerItems, missing: MissingFigure) -> Data:
    return {
        "figure": missing.figure.id,
        "title": missing.figure.title.in_language(items.language),
        "day": missing.day.isoformat(),
        "next_since": missing.since,
        "source": items.text_of(missing.source),
        "text": said_missing(missing, items.language),
    }


def _aged_figure(items: AnswerItems, aged: AgedFigure, resting: Iterable[Evaluation]) -> Data:
    return {
        "figure": aged.figure.id,
        "title": aged.figure.title.in_language(items.language),
        "since": aged.period.since,
        "sure_until": aged.period.sure_until,
        "source": items.text_of(aged.period.source),
        "text": said_period(aged.period, items.language, aged=True),
        "rules": list(dict.fromkeys(each.unit.id for each in resting)),
    }


def _doubt(items: AnswerItems, doubt: Unit, resting: Iterable[Evaluation]) -> Data:
    rules = list(dict.fromkeys(each.unit.id for each in resting))
    return {"condition": doubt.id, "title": doubt.title.in_language(items.language), "rules": rules}


def _missing(items: AnswerItems) -> list[Data]:
    return [
        {
            "fact": missing.fact.id,
            "part": missing.path or None,
            "label": missing.fact.title.in_language(items.language),
            "step": missing.fact.step,
            "choices": {code: label.in_language(items.language) for code, label in missing.fact.choices.items()},
            "rules": items.waiting(missing),
            "rules_waiting": count,
        }
        for missing, count in items.decision.missing
    ]


def _provided(items: AnswerItems) -> list[Data]:
    return [
        {
            "provider": each.provider,
            "source": each.source,
            "fact": each.fact,
            "part": each.path or None,
            "inputs": dict(each.inputs),
            "value": None if each.value is UNKNOWN else known_neutral(each.value),
            "because": each.because,
            "at": each.at.isoformat(),
            "cached": each.cached,
        }
        for each in items.decision.answers
    ]
