"""What is found in the law as a whole: planted mistakes are, and nothing that can be is said to be impossible."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from domain.calendar import years
from domain.conditions import absent, any_of, happened, known, named, passed, present, reached
from domain.expressions import Condition, Conditional, Named
from domain.facts import Fact, fact
from domain.subjects import Contradiction, Parts, Subject, parts
from domain.text import Choice, text
from rules.engine.declare import Requirement, calculation, document
from rules.engine.rule import Document, Rule
from rules.engine.ruleset import RuleSet, build
from rules.engine.trees import trees, truth_of
from rules.library import load_rule_sets
from rules.review.cases import load_cases
from rules.review.checks import findings, same_documents
from rules.review.worlds import Search, TooLarge
from tests.rules.engine.estates import rule_set_of
from tests.rules.engine.library import CODE
from tests.rules.engine.random_estates import DAYS, estates
from tests.rules.engine.random_rule_sets import rule_sets as random_rule_sets


class Ticket(Choice):
    SINGLE = text(fr="Aller", en="Single")
    RETURN = text(fr="Retour", en="Return")
    PASS = text(fr="Abonnement", en="Pass")


class Bag(Subject, title=text(fr="Bagage", en="Bag")):
    weight: Fact[Decimal] = fact(fr="Poids", en="Weight")


class Traveller(Subject, title=text(fr="Voyageur", en="Traveller")):
    bags_complete: Fact[bool] = fact(fr="Tous les bagages sont dits", en="All bags are listed")
    bags: Parts[Bag] = parts(fr="Bagages", en="Bags", complete=bags_complete)
    ticket: Fact[Ticket] = fact(fr="Billet", en="Ticket")
    other_ticket: Fact[Ticket | None] = fact(fr="Autre billet", en="Other ticket")
    tickets: Fact[frozenset[Ticket]] = fact(fr="Billets", en="Tickets")
    age: Fact[int] = fact(fr="Âge", en="Age")
    money: Fact[Decimal | None] = fact(fr="Argent", en="Money")
    leaves_on: Fact[date] = fact(fr="Part le", en="Leaves on")
    returns_on: Fact[date | None] = fact(fr="Revient le", en="Returns on")
    arrives_on: Fact[date] = fact(fr="Arrive le", en="Arrives on")
    member: Fact[bool] = fact(fr="Membre", en="Member")
    seats: Fact[int] = fact(fr="Places", en="Seats", minimum=0, maximum=6)
    price: Fact[Decimal] = fact(fr="Prix", en="Price", minimum=0)
    born_on: Fact[date] = fact(fr="Naissance", en="Date of birth", minimum=date(1890, 1, 1))


Traveller.contradictions = (
    Contradiction(Traveller.other_ticket == Ticket.PASS, code="NO", message=text(fr="non", en="no")),
    Contradiction((Traveller.ticket == Ticket.PASS) & (Traveller.seats < 2), code="FEW", message=text(fr="peu", en="few")),
    Contradiction(Traveller.member & ~reached(Traveller.born_on + years(16)), code="YOUNG", message=text(fr="jeune", en="young")),
)
is_cheap = named(text(fr="Billet simple", en="Cheap"), Traveller.ticket == Ticket.SINGLE)
T = Traveller


def asked(
    when: Conditional | None, title: str = "Photo", alternatives: tuple[str, ...] = (), requirement: Requirement = Requirement.TO_REGISTER
) -> Document:
    also = tuple(text(fr=each, en=each) for each in alternatives)
    return document(of=T, when=when, title=text(fr=title, en=title), requirement=requirement, source=CODE, alternatives=also)


def law(**declared: Rule | Named) -> Mapping[str, RuleSet]:
    named_ones = {f"vocabulary.a.{name}": each for name, each in declared.items() if isinstance(each, Named)}
    rules = {f"documents.a.{name}": each for name, each in declared.items() if not isinstance(each, Named)}
    return {"traveller": build("traveller", T, {"vocabulary.a.is_cheap": is_cheap, **named_ones, **rules}, {})}


def found(kind: str, rules: Mapping[str, RuleSet]) -> list[tuple[tuple[str, ...], bool]]:
    return [(each.names, each.certain) for each in findings(rules, {}) if each.kind == kind]


IMPOSSIBLE: list[Condition] = [
    (T.ticket == Ticket.SINGLE) & (T.ticket == Ticket.RETURN),
    is_cheap & (T.ticket == Ticket.PASS),
    T.ticket.one_of(Ticket.SINGLE, Ticket.PASS) & (T.ticket == Ticket.RETURN),
    (T.ticket != Ticket.SINGLE) & (T.ticket != Ticket.RETURN) & (T.ticket != Ticket.PASS),
    (T.age > 5) & (T.age < 3),
    (T.age > 3) & (T.age < 4),
    (T.age >= 18) & (T.age <= 65) & ~((T.age > 10) & (T.age < 70)),
    (T.money > Decimal(3)) & (T.money < Decimal(3)),
    (T.money >= Decimal(1)) & absent(T.money),
    (T.leaves_on > date(2026, 1, 1)) & (T.leaves_on < date(2026, 1, 2)),
    (T.leaves_on < T.arrives_on) & (T.arrives_on < T.leaves_on),
    (T.arrives_on == T.leaves_on) & (T.leaves_on > T.arrives_on),
    T.member & ~T.member,
    T.price < Decimal(0),
    (T.seats <= 0) & (T.seats != 0),
    T.seats > 6,
    (T.seats > 5) & (T.seats != 6),
    T.born_on < date(1890, 1, 1),
    known(T.age) & ~known(T.age),
    absent(T.returns_on) & happened(T.returns_on),
    passed(T.leaves_on) & ~reached(T.leaves_on),
    T.tickets.includes(Ticket.PASS) & ~T.tickets.includes(Ticket.PASS, Ticket.SINGLE),
    any_of(T.bags, Bag.weight > Decimal(5)) & (T.member & ~T.member),
]
POSSIBLE: list[Condition] = [
    (T.ticket == Ticket.SINGLE) | (T.ticket == Ticket.RETURN),
    (T.ticket == Ticket.SINGLE) & (T.other_ticket == Ticket.RETURN),
    ~is_cheap & (T.ticket == Ticket.PASS),
    (T.age >= 5) & (T.age <= 5),
    (T.money > Decimal(3)) & (T.money < Decimal(4)),
    (T.money != Decimal(3)) & absent(T.money),
    ~(T.money > Decimal(3)) & ~(T.money <= Decimal(3)),
    (T.leaves_on > date(2026, 1, 1)) & (T.leaves_on < date(2026, 1, 3)),
    (T.leaves_on >= T.arrives_on) & ~(T.leaves_on > T.arrives_on),
    reached(T.leaves_on) & ~passed(T.leaves_on),
    known(T.age) & ~known(T.money),
    reached(T.leaves_on + years(1)) & ~passed(T.leaves_on + years(1)),
    ~happened(T.returns_on) & present(T.returns_on),
    T.price <= Decimal(0),
    (T.price > Decimal(0)) & (T.price < Decimal("0.01")),
    T.seats > 5,
    T.seats < 1,
    (T.money < Decimal(0)) & (T.age < 0),
    T.born_on <= date(1890, 1, 1),
    T.tickets == frozenset({Ticket.PASS}),
    T.tickets.includes(Ticket.PASS) & T.tickets.includes(Ticket.SINGLE) & ~T.tickets.includes(Ticket.RETURN),
    ~any_of(T.bags, Bag.weight > Decimal(5)) & any_of(T.bags, Bag.weight > Decimal(6)),
]


@pytest.mark.parametrize("when", IMPOSSIBLE)
def test_a_condition_that_can_never_hold_is_found(when: Condition) -> None:
    assert found("never_holds", law(photo=asked(when))) == [(("documents.a.photo",), True)]


@pytest.mark.parametrize("when", POSSIBLE)
def test_a_condition_that_can_hold_is_not_found(when: Condition) -> None:
    assert found("never_holds", law(photo=asked(when))) == []


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck), phases=set(Phase) - {Phase.shrink})
@given(random_rule_sets(), st.lists(estates, min_size=8, max_size=8), st.sampled_from(DAYS))
def test_what_was_seen_to_hold_is_never_said_to_be_impossible(
    declarations: dict[str, Rule | Named], subjects: list[Subject], as_of: date
) -> None:
    rules = rule_set_of(declarations)
    assert not never_holding(rules) & {each for subject in subjects for each in held(rules, subject, as_of)}


def test_no_condition_that_held_in_a_case_is_said_to_be_impossible() -> None:
    rule_sets = load_rule_sets()
    seen: dict[str, set[tuple[str, int]]] = {name: set() for name in rule_sets}
    for case in load_cases():
        name = case.subject.type_name
        seen[name].update(held(rule_sets[name], case.subject, case.as_of))
    assert {name: never_holding(rules) & seen[name] for name, rules in rule_sets.items()} == {name: set() for name in rule_sets}


def never_holding(rules: RuleSet) -> set[tuple[str, int]]:
    search, never = Search(rules.index, rules.facts), set()
    for unit in rules.plan.units:
        for number, tree in enumerate(trees(unit)):
            with suppress(TooLarge):
                if search.world(tree) is None:
                    never.add((unit.id, number))
    return never


def held(rules: RuleSet, subject: Subject, as_of: date) -> Iterator[tuple[str, int]]:
    for node in rules.run(subject, as_of).walk():
        for unit in rules.index.by_type[node.type_name]:
            yield from ((unit.id, number) for number, tree in enumerate(trees(unit)) if truth_of(tree, node) is True)


def test_two_rules_that_ask_for_one_document_at_once_are_found() -> None:
    of_member, of_old = asked(T.member & (T.age > 60)), asked(T.age > 50, "  PHOTO ")
    assert found("same_document", law(one=of_member, other=of_old)) == [(("documents.a.one", "documents.a.other"), True)]
    by_alternative = asked(T.age > 50, "Pièce", ("Carte", "Photo"))
    assert found("same_document", law(one=of_member, other=by_alternative)) == [(("documents.a.one", "documents.a.other"), True)]
    assert found("same_document", law(one=asked(None), other=asked(None))) == [(("documents.a.one", "documents.a.other"), True)]


def test_two_rules_whose_conditions_exclude_each_other_may_ask_for_one_document() -> None:
    assert found("same_document", law(one=asked(T.member & (T.age > 60)), other=asked(~T.member))) == []
    assert found("same_document", law(one=asked(is_cheap), other=asked(T.ticket == Ticket.PASS))) == []
    assert found("same_document", law(one=asked(T.member), other=asked(T.member, requirement=Requirement.NEVER))) == []


def overlap(one: Conditional | None, other: Conditional | None) -> bool | None:
    """Tell whether it is certain that two rules ask for one document at once; ``None``: that was not found."""
    doubles = dict(found("same_document", law(one=asked(one), other=asked(other))))
    return doubles.get(("documents.a.one", "documents.a.other"))


def test_an_overlap_that_hangs_on_more_than_facts_is_only_possible() -> None:
    assert overlap(any_of(T.bags, Bag.weight > Decimal(5)), T.member) is False


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (known(T.age), known(T.age)),
        (T.tickets.includes(Ticket.PASS) & T.member, T.member & T.tickets.includes(Ticket.PASS)),
        (T.tickets.includes(Ticket.PASS) & T.member, T.tickets.includes(Ticket.PASS)),
        (T.tickets.includes(Ticket.PASS) & T.member, T.tickets.includes(Ticket.PASS) | known(T.age)),
        (known(T.age) | known(T.money), known(T.money) | known(T.age) | T.member),
        (known(T.age), None),
        (T.leaves_on < T.arrives_on, T.leaves_on < T.arrives_on),
    ],
)
def test_where_a_rule_asks_wherever_another_does_by_its_form_the_overlap_is_certain(one: Condition, other: Condition | None) -> None:
    assert overlap(one, other) is overlap(other, one) is True


@pytest.mark.parametrize(("one", "other"), [(known(T.age), ~known(T.money)), (known(T.age) & T.member, known(T.age) & (T.age > 3))])
def test_where_neither_form_implies_the_other_an_overlap_that_hangs_on_more_than_facts_is_possible(
    one: Condition, other: Condition
) -> None:
    assert overlap(one, other) is False


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (T.other_ticket == Ticket.RETURN, T.member),
        (T.other_ticket.one_of(Ticket.PASS, Ticket.RETURN), T.member),
        (T.ticket == Ticket.PASS, T.seats < 6),
        (T.member, reached(T.born_on + years(16))),
        (T.member, reached(T.born_on + years(3))),
        (absent(T.other_ticket), T.seats >= 0),
    ],
)
def test_an_overlap_on_facts_that_contradict_nothing_is_certain(one: Condition, other: Condition) -> None:
    assert overlap(one, other) is True


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (T.other_ticket == Ticket.PASS, T.member),
        (T.other_ticket == Ticket.PASS, T.other_ticket == Ticket.PASS),
        (T.ticket == Ticket.PASS, T.seats < 2),
        (T.member, ~reached(T.born_on + years(16))),
    ],
)
def test_an_overlap_that_is_found_on_facts_alone_that_contradict_each_other_is_only_possible(one: Condition, other: Condition) -> None:
    assert overlap(one, other) is False


def test_a_contradiction_with_what_stands_above_a_part_rules_an_overlap_out() -> None:
    def of_bag(when: Conditional) -> Document:
        return document(of=Bag, when=when, title=text(fr="Étiquette", en="Label"), requirement=Requirement.TO_REGISTER, source=CODE)

    few = of_bag((Bag.weight > Decimal(5)) & (T.ticket == Ticket.PASS))
    assert found("same_document", law(one=few, other=of_bag(T.seats < 2))) == [(("documents.a.one", "documents.a.other"), False)]
    assert found("same_document", law(one=few, other=of_bag(T.seats < 6))) == [(("documents.a.one", "documents.a.other"), True)]


def test_a_second_identity_card_for_the_same_persons_is_certain() -> None:
    rule_set = load_rule_sets()["household"]
    declared = dict(rule_set.declarations)
    card = declared["documents.identity.identity_card"]
    assert isinstance(card, Document)
    twice = build("household", rule_set.root, declared | {"documents.identity.another_card": replace(card)}, rule_set.figures)
    assert [(each.names, each.certain) for each in same_documents(twice)] == [
        (("documents.identity.another_card", "documents.identity.identity_card"), True)
    ]


def test_a_fact_that_nothing_reads_is_found() -> None:
    unread = {names[0] for names, _ in found("unread_fact", law(photo=asked(T.member & (T.age > 3))))}
    assert {"traveller.money", "bag.weight"} <= unread
    assert not {"traveller.member", "traveller.age"} & unread


def test_a_value_that_no_condition_mentions_is_found_and_only_possible_where_a_calculation_reads_the_fact() -> None:
    @calculation(of=T, title=text(fr="Prix", en="Price"), source=CODE)
    def price(other_ticket: Ticket | None) -> int:
        return 1 if other_ticket is None else 2

    of_ticket = asked(T.ticket.one_of(Ticket.SINGLE, Ticket.RETURN))
    unsaid = dict(found("unsaid_value", law(photo=of_ticket, price=price)))
    assert unsaid == {("traveller.ticket", "PASS"): True} | {("traveller.other_ticket", each.name): False for each in Ticket}


def test_a_reason_why_no_rule_mentions_a_value_is_heard_and_must_be_needed() -> None:
    rules = law(photo=asked(T.ticket.one_of(Ticket.SINGLE, Ticket.RETURN)))
    reasons = {"traveller.ticket": {"PASS": "proves itself", "SINGLE": "no longer true"}}
    assert [(each.kind, each.names) for each in findings(rules, reasons) if each.names[0] == "traveller.ticket"] == [
        ("needless_reason", ("traveller.ticket", "SINGLE"))
    ]


def test_nothing_certain_is_found_in_the_law() -> None:
    assert [(each.kind, *each.names) for each in findings(load_rule_sets()) if each.certain] == []
