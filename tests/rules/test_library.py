"""What holds for the whole law: each rule, each fact, each text."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from api.commands.catalogue import counted, family_of
from domain.fact_document import read_subject
from domain.facts import Fact, fact
from domain.households import Household
from domain.persons import Person
from domain.provided import Fetched
from domain.requests import HousingRequest
from domain.subjects import Subject
from domain.tenancies import Tenancy
from domain.text import text
from rules.engine.answers.changes import changes_on
from rules.engine.answers.reading import FAILED, Reading
from rules.engine.contradictions import contradictions
from rules.engine.declare import Requirement, Source, document
from rules.engine.discover import discover_sources
from rules.engine.errors import RuleSetError
from rules.engine.figures import load_figures
from rules.engine.index import PlanIndex, ids_read
from rules.engine.plan import UnitKind
from rules.engine.providers import Provider, surely_wanted, wanted
from rules.engine.rule import Document
from rules.engine.ruleset import RuleSet
from rules.engine.run import Node
from rules.library import FOLDERS, PARAMETERS, load_rule_sets, refuse_rootless, refuse_unlisted
from rules.sources.requests import LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST

REPOSITORY = Path(__file__).parents[2]
TODAY = date(2026, 11, 20)
FIGURES = load_figures(PARAMETERS, discover_sources("rules.sources"))
EXAMPLES = sorted((REPOSITORY / "examples").glob("*.yaml"))


@pytest.fixture(scope="module")
def rule_sets() -> dict[str, RuleSet]:
    return load_rule_sets()


@pytest.mark.parametrize("requirement", [Requirement.TO_REGISTER, Requirement.TO_PROCESS, Requirement.ON_REQUEST])
def test_what_an_applicant_is_asked_stands_on_the_limitative_list(requirement: Requirement) -> None:
    stray = a_document(requirement, SERVICE_PUBLIC_REQUEST)
    with pytest.raises(RuleSetError, match=r"documents.identity.stray asks .* cite LIMITATIVE_LIST") as refused:
        refuse_unlisted({"documents.identity.stray": stray, "documents.identity.fine": a_document(requirement, LIMITATIVE_LIST)})
    assert "documents.identity.fine" not in str(refused.value)


def test_what_is_never_asked_needs_no_list() -> None:
    refuse_unlisted({"documents.never_asked.stray": a_document(Requirement.NEVER, SERVICE_PUBLIC_REQUEST)})


def test_the_list_binds_what_is_asked_of_whoever_wants_social_housing_and_no_other_domain() -> None:
    class Pupil(Subject, title=text(fr="Élève", en="Pupil")):
        born_on: Fact[date] = fact(fr="Naissance", en="Born")

    stray = document(of=Pupil, title=text(fr="Pièce", en="Document"), requirement=Requirement.TO_REGISTER, source=SERVICE_PUBLIC_REQUEST)
    refuse_unlisted({"documents.school.stray": stray})
    for of in (Household, HousingRequest, Tenancy):
        with pytest.raises(RuleSetError, match="cite LIMITATIVE_LIST"):
            refuse_unlisted({"documents.school.stray": replace(stray, of=of)})


def test_a_rule_on_what_no_rule_set_decides_stops_the_start() -> None:
    class Patient(Subject, title=text(fr="Patient", en="Patient")):
        born_on: Fact[date] = fact(fr="Naissance", en="Born")

    stray = document(of=Patient, title=text(fr="Pièce", en="Document"), requirement=Requirement.NEVER, source=SERVICE_PUBLIC_REQUEST)
    fine = a_document(Requirement.NEVER, SERVICE_PUBLIC_REQUEST)
    told = r"^\S+test_library, line \d+: documents.care.stray is of Patient, which is no subject of any root; name one .* ROOTS of "
    with pytest.raises(RuleSetError, match=told):
        refuse_rootless({"documents.care.fine": fine, "documents.care.stray": stray})


def unverified(rule_sets: dict[str, RuleSet]) -> frozenset[str]:
    """Return the documents that no list was found to name."""
    return frozenset(each.id for each in rule_sets["household"].plan.units if each.document and each.document.standing == "UNVERIFIED")


def test_what_no_list_is_known_to_name_is_asked_for_in_no_way_before_it_is_verified(rule_sets: dict[str, RuleSet]) -> None:
    units = [each for each in rule_sets["household"].plan.units if each.document and each.document.requirement != "NEVER"]
    stands = {each.id: (each.confidence, each.document.requirement, each.document.standing) for each in units if each.document}
    assert {standing for confidence, _, standing in stands.values() if confidence == "FROM_MEMORY"} == {"UNVERIFIED"}
    assert {standing for confidence, _, standing in stands.values() if confidence == "DERIVED"} == {"ON_REQUEST"}
    assert all(standing == requirement for confidence, requirement, standing in stands.values() if confidence == "SOURCED")
    assert not any(each.document.asked for each in units if each.document and each.document.standing not in {"TO_REGISTER", "TO_PROCESS"})


def test_the_file_of_an_operation_has_no_limitative_list(rule_sets: dict[str, RuleSet]) -> None:
    documents = [each.document for each in rule_sets["operation"].plan.units if each.document]
    assert all(each.standing == each.requirement for each in documents)


def test_a_deployment_may_allow_documents_of_which_no_text_was_found(rule_sets: dict[str, RuleSet]) -> None:
    allowed = min(unverified(rule_sets))
    assert unverified(load_rule_sets(frozenset({allowed}))) == unverified(rule_sets) - {allowed}


def test_allowing_what_is_no_document_to_ask_for_stops_the_start_with_the_remedy() -> None:
    wrong = frozenset({"documents.identity.pasport", "documents.never_asked.bank_statements", "tasks.demolition.demolition_file"})
    with pytest.raises(RuleSetError, match="take it out of ATTENDU_ALLOWED_DOCUMENTS") as refused:
        load_rule_sets(wrong | {"documents.identity.identity_card"})
    assert [line.partition(" ")[0] for line in str(refused.value).splitlines()] == sorted(wrong)


def a_document(requirement: Requirement, source: Source) -> Document:
    return document(of=Person, title=text(fr="Pièce", en="Document"), requirement=requirement, source=source)


def test_rule_files_stay_short() -> None:
    lines = {
        path: len(path.read_text(encoding="utf-8").splitlines())
        for folder in FOLDERS
        for path in (REPOSITORY / "rules" / folder).rglob("*.py")
    }
    assert max(lines.values()) <= 200
    rules = [unit for rule_set in load_rule_sets().values() for unit in rule_set.plan.units if unit.document or unit.task]
    of_rules = sum(
        count for path, count in lines.items() if path.is_relative_to(REPOSITORY / "rules" / "documents") or path.parent.name == "tasks"
    )
    assert of_rules / len(rules) <= 20


def test_the_law_is_all_there_and_every_rule_names_its_text(rule_sets: dict[str, RuleSet]) -> None:
    units = [unit for rule_set in rule_sets.values() for unit in rule_set.plan.units if not unit.hidden]
    rules = [unit for unit in units if unit.kind is not UnitKind.CONDITION]
    counts = {title.en: count for title, count in counted(rules)}
    least = {"documents of an applicant": 90, "documents of an operation": 142, "calculations": 120, "tasks": 105}
    assert {name: counts[name] >= number for name, number in least.items()} == dict.fromkeys(least, True)
    assert [unit.id for unit in rules if not unit.sources] == []


def test_every_figure_is_read_by_a_rule(rule_sets: dict[str, RuleSet]) -> None:
    read = {each.id for rule_set in rule_sets.values() for each in rule_set.plan.figures}
    assert sorted(FIGURES.keys() - read) == [], "have a rule read them, or delete them under rules/parameters"


def test_every_rule_file_says_its_title_in_both_languages(rule_sets: dict[str, RuleSet]) -> None:
    families = {
        unit.place.partition(",")[0]: family_of(unit) for rule_set in rule_sets.values() for unit in rule_set.plan.units if unit.place
    }
    assert [module for module, title in families.items() if title.fr == module.rpartition(".")[2].replace("_", " ")] == []


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_a_sample_is_read_without_contradiction_and_decided_without_failure(path: Path, rule_sets: dict[str, RuleSet]) -> None:
    sample = yaml.safe_load(path.read_text(encoding="utf-8"))
    rule_set = rule_sets[sample["type"]]
    as_of = sample["as_of"]
    subject = read_subject(rule_set.root, {"facts": sample["facts"], "parts": sample["parts"]}, today=as_of)
    assert contradictions(subject, as_of) == ()
    reading = Reading(PlanIndex(rule_set.plan), rule_set.run(subject, as_of), as_of)
    assert [each.key for each in reading.evaluations() if each.outcome == FAILED] == []


def test_a_file_of_which_nothing_is_known_is_not_decided_again_every_day(rule_sets: dict[str, RuleSet]) -> None:
    for name, rule_set in rule_sets.items():
        as_of = date(2026, 3, 2)
        until = changes_on(Reading(PlanIndex(rule_set.plan), rule_set.run(rule_set.root(), as_of), as_of))
        assert until is None or until > date(2026, 3, 3), name


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.stem)
def test_a_sample_is_answered_alike_each_day_until_it_may_change(rule_sets: dict[str, RuleSet], example: Path) -> None:
    sample = yaml.safe_load(example.read_text(encoding="utf-8"))
    rules = rule_sets[example.stem.partition("-")[0]]
    subject = read_subject(rules.root, {name: sample[name] for name in ("facts", "parts") if name in sample})

    def answers(day: date) -> list[tuple[str, str, object]]:
        return [(each.key, each.outcome, each.output) for each in Reading(rules.index, rules.run(subject, day), day).evaluations()]

    until = changes_on(Reading(rules.index, rules.run(subject, TODAY), TODAY))
    assert until is not None, "in every sample something counts to a day or a year"
    assert all(answers(TODAY + timedelta(passed)) == answers(TODAY) for passed in range((until - TODAY).days))
    soon = (until + timedelta(passed) for passed in range(4))  # a day counted from today stands still over a weekend
    assert any(answers(day) != answers(TODAY) for day in soon)


@pytest.mark.parametrize("as_of", [date(2026, 1, 1), date(2026, 12, 31)])
def test_a_household_is_decided_again_when_the_year_of_its_income_turns(rule_sets: dict[str, RuleSet], as_of: date) -> None:
    rules = rule_sets["household"]
    until = changes_on(Reading(rules.index, rules.run(Household(), as_of), as_of))
    assert until is not None
    assert until <= date(2027, 1, 1)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.stem)
def test_what_is_fetched_before_the_first_run_is_what_that_run_would_find_wanted(rule_sets: dict[str, RuleSet], example: Path) -> None:
    document = yaml.safe_load(example.read_text(encoding="utf-8"))
    rules = rule_sets[example.stem.partition("-")[0]]
    subject = read_subject(rules.root, {name: document[name] for name in ("facts", "parts") if name in document})
    providers: dict[str, Provider] = {each.id: Asked(each.id) for each in rules.index.facts.values() if each.provided}
    found = {(each.path, each.provider.provides) for each in wanted(rules.index, rules.run(subject, TODAY), TODAY, providers)}
    sure = {(each.path, each.provider.provides) for each in surely_wanted(rules.index, Node.of(subject), providers)}
    assert sure <= found
    assert sure or rules.plan.root != "household"


class Asked:
    """A provider of one fact that needs nothing to be asked."""

    name, source, inputs = "asked", "nowhere", ()

    def __init__(self, provides: str) -> None:
        self.provides = provides

    async def fetch(self, requests: Sequence[Mapping[str, Any]]) -> Sequence[Fetched]:
        raise NotImplementedError


def test_what_is_calculated_from_a_value_that_only_some_operations_have_is_theirs_too(rule_sets: dict[str, RuleSet]) -> None:
    for rule_set in rule_sets.values():
        index, conditional = rule_set.index, set[str]()
        for unit in index.plan.units:  # in order of evaluation
            reads_one = any(each in conditional for each in ids_read(unit))
            assert unit.kind is not UnitKind.CALCULATION or unit.hidden or not reads_one or unit.when is not None, unit.id
            if unit.when is not None or (unit.hidden and reads_one and not unit.settles):
                conditional.add(unit.id)
