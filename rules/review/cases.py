"""
Cases of rules, written by people who know the law: YAML files that any editor opens.

    type: household                       # the subject
    family: documents.identity            # rules are named without it
    as_of: 2026-03-02                     # today, unless a case says otherwise
    given:                                # what every case starts from
      persons_complete: true
      persons:
        claire: {role: APPLICANT}         # a part, by its key
    cases:
      - name: a French applicant shows an identity card
        given: {persons: {claire: {nationality: FRENCH}}}
        then:
          identity_card@claire: applied
      - name: …
        days:                             # one case a day
          2026-02-27: {demolition_file: not_applicable}
          2026-02-28..2026-04-30: {demolition_file: {state: TO_DO, due: 2026-08-31}}

A stretch of days, ``first..last``, is seen on its first day and on its last two.
What several cases share is written once, ``given: &everything {…}``, and taken up with ``given: {<<: *everything, kind: DEMOLITION}``.

``then`` says of a rule, and of the part after ``@``, its outcome, or its output, which implies ``applied``:
``{value: 22950}``, ``{value: 0.6409, decimals: 4}``, ``{value: none}``, ``{state: CRITICAL, due: 2026-08-31}``,
``{number: 3, period: les trois derniers mois, requirement: ON_REQUEST, standing: UNVERIFIED, asked: false, confidence: SOURCED}``;
of a document also the day of its step, once done: ``{obtained: 2026-03-02}``, ``{obtained: none}``;
of a document or value also what it takes for true: ``{value: 9000, doubts: [has_income_from_abroad]}``, ``{value: 9000, doubts: []}``;
of a task also how sure its duty, its delay and its alerts are, and what it blocks: ``{state: CLOSED, confidence: SOURCED, delay: PROPOSAL,
alerts: PROPOSAL, blocks: []}``. A fact given as ``unknown`` is not known, as ``none`` absent; a list that is ``none`` is empty.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from domain.errors import InvalidFacts
from domain.fact_document import read_subject
from domain.facts import Fact
from domain.subjects import Parts, Subject
from rules.engine.errors import RuleSetError, near
from rules.library import ROOTS
from rules.review.case_checks import BadCase, days_seen, read_cases, stray

FOLDER = Path(__file__).parents[2] / "tests" / "rules" / "cases"


@dataclass(frozen=True)
class Case:
    """One subject, one day, and what is expected of some of its rules, by rule id and part (``id@path``)."""

    name: str
    subject: Subject
    as_of: date
    then: Mapping[str, Any]


def load_cases(folder: Path = FOLDER) -> list[Case]:
    """
    Return every case of every file below *folder*.

    Raises:
        BadCase: naming, of each file that cannot be run, the line and what to do.
    """
    found: list[Case] = []
    problems: list[RuleSetError] = [*stray(folder)]
    for path in sorted(folder.rglob("*.yaml")):
        try:
            found += cases_of(path.stem, path.read_text(encoding="utf-8"), str(path.relative_to(folder)))
        except BadCase as problem:
            problems.append(problem)
    if problems:
        raise BadCase("\n".join(map(str, problems)))
    return found


def cases_of(file: str, text: str, path: str = "") -> Iterator[Case]:
    """
    Yield the cases that *text* writes, named after *file*; messages name it by its *path*.

    Raises:
        BadCase: naming the line and what to do.
    """
    content = read_cases(path or file, text)
    root = next(each for each in ROOTS if each.type_name == content["type"])
    for case in content["cases"]:
        facts = merged(content.get("given", {}), case.get("given", {}))
        days = case.get("days") or {case.get("as_of", content.get("as_of")): case["then"]}
        try:
            subject = read_subject(root, fact_document(root, facts))
            seen = [(as_of, then) for written, then in days.items() for as_of in _seen_on(written)]
        except (BadCase, InvalidFacts) as problem:
            raise BadCase(f"{path or file}, line {case.line}, {case['name']}: {problem}") from None
        for as_of, then in seen:
            expected = {full_name(content.get("family", ""), key): each for key, each in then.items()}
            name = f"{file}: {case['name']}" + (f", on {as_of}" if "days" in case else "")
            yield Case(name, subject, as_of, expected)


def _seen_on(written: date | str) -> list[date]:
    """Return the days on which a day or a stretch of days is looked at."""
    first, last = days_seen(written)
    return [first] if first == last else sorted({first, max(first, last - timedelta(1)), last})


def full_name(family: str, key: str) -> str:
    """Return *key* with the name of its rule in full, which cases shorten to what follows their *family*."""
    rule, at, part = key.partition("@")
    return f"{rule if rule.count('.') > 1 else f'{family}.{rule}'}{at}{part}"


def merged(base: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """Return *base* with *change* laid over it, part by part and fact by fact."""
    result = dict(base)
    for name, each in change.items():
        nested = isinstance(each, Mapping) and isinstance(result.get(name), Mapping)
        result[name] = merged(result[name], each) if nested else each
    return result


def fact_document(kind: type[Subject], short: Mapping[str, Any]) -> dict[str, Any]:
    """
    Return the short form as the document that files and revisions hold.

    Raises:
        BadCase: *short* names no fact and no list of *kind*.
    """
    facts: dict[str, Any] = {}
    below: dict[str, Any] = {}
    known: dict[str, Fact[Any] | Parts[Any]] = {each.name: each for each in kind.facts}
    known |= {each.name: each for each in kind.lists}
    for name, value in short.items():
        each = known.get(name)
        if each is None:
            raise BadCase(f"{name} is no fact and no list of {kind.type_name}; correct it, or declare it in domain{near(str(name), known)}")
        if isinstance(each, Parts):
            items = {} if value == "none" else value
            if not isinstance(items, Mapping):
                raise BadCase(f"{name} is {value!r}; write its parts by their keys, such as {{claire: {{…}}}}, or none")
            below[each.id] = [{"key": key, **fact_document(each.of, item or {})} for key, item in items.items()]
        else:
            facts[each.id] = {"unknown": True} if value == "unknown" else None if value == "none" else value
    return {"facts": facts, "parts": below}
