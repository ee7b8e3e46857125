"""The readable answer: whole for a small rule set, and without a code in sight for every sample."""

import json
import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from api.commands.answer import Answer
from api.commands.answer_json import answer_json
from api.commands.part_names import PartNames
from domain.facts import UNKNOWN
from domain.households import Household
from domain.persons import Person, Role
from domain.subjects import Subject
from domain.text import Language
from rules.engine.answers.reading import APPLIED, NOT_APPLICABLE
from rules.engine.decision import Decision
from rules.engine.language.citations import cited
from rules.engine.language.words import said_day
from rules.engine.providers import Answer as ProviderAnswer
from rules.engine.ruleset import RuleSet
from rules.library import load_rule_sets
from rules.review.lasting import lasting
from tests.api.commands.answers import EXAMPLES, read
from tests.rules.engine.library import RULES, a_book, a_reader

TODAY, NOW = date(2026, 2, 12), datetime(2026, 2, 12, tzinfo=UTC)
CODE = re.compile(r"[A-Z]+_[A-Z]+|\b[a-z]+(_[a-z]+)*\.[a-z_]+\b|UNKNOWN|True|False|\{|\}")


def decided(subject: Subject, *answers: ProviderAnswer, day: date = TODAY, rules: RuleSet = RULES) -> Decision:
    return Decision(
        id=None,
        number=None,
        subject_id=None,
        revision=None,
        as_of=day,
        known_at=NOW,
        decided_at=NOW,
        rule_set="0123456789abcdef",
        index=rules.index,
        root=rules.run(subject, day),
        answers=answers,
    )


def test_an_answer_says_what_is_asked_what_is_to_be_done_and_what_came_of_what() -> None:
    text = read(Answer(decided(a_reader()), "en", title="A member").lines())
    assert text.startswith(
        "Reader · A member\nReference day, from which every count runs: 12 February 2026 · Simulation: nothing is recorded\n"
    )
    assert (
        "  • Later · Return it — Book “first”\n"
        "    due 10 April 2026, 3 months after “Lent on”, 10 January 2026 (in 57 days)\n"
        "    moderate alert from 22 March 2026, critical alert from 6 April 2026\n"
    ) in text
    assert "\n  Overdue: nothing\n" in text
    assert "  • Fee: €15\n    from: Age: 35 years; Value lent: €150; Rate: 0.1 (in force since 1 January 2019)\n" in text
    assert text.endswith("Version of the rules, to be quoted with this answer: 0123456789ab.")


def test_an_answer_says_what_is_missing_and_what_for() -> None:
    text = read(Answer(decided(a_reader(member=UNKNOWN)), "fr").lines())
    assert "Ce qui manque\n  1. Membre : oui ou non ?\n    pour : Carte\n" in text


def test_what_a_service_did_not_say_is_told_in_words() -> None:
    silent = ProviderAnswer(
        "shelves", "Plan de la bibliothèque", "book.shelf", "first", {"title": "Lais"}, UNKNOWN, "PROVIDER_TIMEOUT", NOW, cached=False
    )
    text = read(Answer(decided(a_reader(a_book(shelf=UNKNOWN)), silent), "fr").lines())
    assert "• Rayon — Livre « first » : le service n’a pas répondu à temps (Lais · Plan de la bibliothèque)" in text


def test_why_not_is_told_on_request_only() -> None:
    decision = decided(a_reader())
    assert "Ce qui ne s’applique pas" not in read(Answer(decision, "fr").lines())
    assert "• Carte\n    parce que : Membre : oui" in read(Answer(decision, "fr", why_not=True).lines())


def test_a_rule_that_failed_is_told_with_what_it_raised() -> None:
    text = read(Answer(decided(a_reader(born_on=date(2020, 1, 1))), "en").lines())
    assert "Rules that failed\n  • Fee: ValueError: a reader of 6 cannot be charged" in text


def test_ids_stand_at_the_end_of_lines_on_request_only() -> None:
    decision = decided(a_reader())
    assert "[" not in read(Answer(decision, "en").lines())
    assert "• Fee: €15 [calculations.fees.fee]" in read(Answer(decision, "en", ids=True).lines())


def test_for_programs_the_answer_has_codes_ids_and_exact_values() -> None:
    told = json.loads(json.dumps(answer_json(decided(a_reader(a_book(price=Decimal("149.99")))), "en")))
    fee = next(each for each in told["values"] if each["rule"] == "calculations.fees.fee")
    assert (fee["value"], fee["unit"], fee["text"]) == ("14.999", "EUR", "≈ €15")
    assert next(each["state"] for each in told["tasks"]) == "TO_DO"
    assert told["recorded"] is False
    assert {each["rule"] for each in told["not_applicable"]} >= {"documents.reading.card"}


def test_for_programs_too_what_waits_for_an_event_names_it(samples: dict[str, Decision]) -> None:
    told = answer_json(samples["operation-demolition-saint-etienne"], "en")
    waits = {each["key"]: each["waits_for"] for each in [*told["not_applicable"], *told["values"]]}
    assert [each["fact"] for each in waits["tasks.demolition.demolition_file_completeness"]] == ["operation.demolition_file_deposited_on"]
    assert [each["fact"] for each in waits["calculations.permit_dates.permit_expiry"]] == ["operation.permit_granted_on"]
    assert waits["tasks.funding.funding_request"] is None
    assert [each["fact"] for each in waits["tasks.accounts.final_accounts"]] == ["operation.accepted_on"], "not its own closing"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", [each.stem for each in EXAMPLES])
def test_the_answer_on_every_sample_shows_no_code_and_leaves_nothing_out(
    samples: dict[str, Decision], name: str, language: Language
) -> None:
    decision = samples[name]
    lines = list(Answer(decision, language, why_not=True).lines())
    assert [each.words for each in lines if CODE.search(_without(each.words, decision))] == []
    text = "\n".join(each.words for each in lines)
    shown = [each for each in decision.evaluations if each.outcome in {APPLIED, NOT_APPLICABLE}]
    titles = {each.key: each.unit.title.in_language(language) for each in shown}
    plain_years = re.sub(r"\d{4} \((N-[12])\)", r"\1", text).replace("last (2024)", "last").replace("last year (2025)", "last year")
    plain_years = plain_years.replace("1er janvier 2027", "1er janvier prochain").replace("1 January 2027", "next 1 January")
    assert [key for key, title in titles.items() if title not in plain_years] == []


def test_a_reason_names_the_choice_that_decided_and_a_minor_is_called_so(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["household-lone-parent-rennes"], "fr").lines())
    assert (
        "vaut aussi pour : Attestation de prime d’activité\n      parce que : Ressources perçues par le ménage : Prime d’activité\n" in text
    )
    assert "personne mineure\n        – Enfant « ilyes » — Date de naissance : 18 ans atteints le 2 septembre 2031, à venir\n" in text
    assert "condition non remplie : personne majeure" not in text


def test_the_list_of_housing_requests_is_told_of_them_and_of_no_other_domain(samples: dict[str, Decision]) -> None:
    told = "Only documents of the national list"
    assert told in read(Answer(samples["household-couple-lyon"], "en").lines())
    assert told not in read(Answer(decided(a_reader()), "en").lines())


def test_it_begins_with_what_is_asked_what_is_late_and_what_is_missing(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-rehabilitation-toulouse"], "fr").lines())
    short = text[text.index("En bref") : text.index("\n\nTâches\n")]
    assert re.fullmatch(
        r"En bref\n  En retard : 4 échéances dépassées \(Récupérer le DIUO, (?:.|\n)+?\)"
        r"\s;\s2\séchéances à vérifier, dépassées \((?:.|\n)+\) ; "
        r"\d+ repères proposés dépassés \((?:.|\n)+\)\n"
        r"  À faire maintenant : \d+ pièces à réunir \(d’autres peut-être, selon les réponses qui manquent\), "
        r"\d+\stâches\sdont\sle\sjour\s+est\spassé, \d+ tâches en alerte, \d+ tâches? en rappel \(repères? proposés?\), "
        r"d’abord\s+« Récupérer le DIUO » ; \d+\s+tâches?\s+à\s+préciser\s+\((?:.|\n)+?\)\n"
        r"  Plus tard : \d+ tâches, d’abord « .+ »(?: ; \d+ tâches? sans date à ce stade)?"
        r" ;\s+\d+\s+tâches\s+qui\s+attendent\s+un\s+événement\s;\s+\d+\s+pièces\s+à\s+réunir,\s+chacune\s+avec\s+sa\s+tâche\n"
        r"  Il manque : \d+ questions sans réponse, d’abord « .+ » ; \d+ informations utiles aux seuls calculs",
        short,
    )


def test_the_kind_of_an_operation_is_said_once(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-nantes"], "fr").lines())
    assert text.count("Construction neuve") == 1
    assert "travaux conduits par le bailleur : oui" not in text
    assert "Nature de l’opération" not in read(Answer(samples["landlord-two-years"], "fr").lines())


def test_a_part_is_named_by_its_place_or_its_kind(samples: dict[str, Decision]) -> None:
    household = read(Answer(samples["household-lone-parent-rennes"], "en").lines())
    assert "• Employment contract — Applicant “nadia”\n" in household
    assert "Age — Child “ilyes”:" in household
    assert " — Applicant\n" not in household, "by one name throughout"
    assert " — Dwelling A01 (Building a): " in read(Answer(samples["operation-construction-rennes"], "en").lines())


def test_it_says_until_when_it_holds(samples: dict[str, Decision]) -> None:
    for decision in samples.values():
        text = read(Answer(decision, "en").lines())
        day = said_day(decision.as_of.isoformat(), "en")
        assert f"Valid on {day}, the reference day; " in text
        assert ("may change as early as" in text) is (decision.changes_on is not None)
        assert ("the passing of time alone changes nothing" in text) is (decision.changes_on is None)
    nantes = read(Answer(samples["operation-construction-nantes"], "fr").lines())
    assert "cette réponse peut changer dès le 27 novembre 2026 (Attribuer les marchés de travaux)." in nantes


def test_a_birthday_that_changes_nothing_does_not_end_its_validity(samples: dict[str, Decision]) -> None:
    decision, rules = samples["household-three-generations-montreuil"], load_rule_sets()["household"]
    assert decision.changes_on == date(2026, 12, 5), "a birthday"
    text = read(Answer(decision, "fr", lasts=lasting(rules, decision.reading)).lines())
    landlord, rules = samples["landlord-two-years"], load_rule_sets()["landlord"]
    told = read(Answer(landlord, "fr", lasts=lasting(rules, landlord.reading)).lines())
    assert "change d’abord le 1er décembre 2026 (Transmettre au préfet le projet de CUS : alerte critique ; Transmettre" in told
    assert "échéance : 27 février 2027, un samedi (dans 99 jours ;" in told
    assert told.count("Approbation du plan stratégique de patrimoine (PSP) : 16 octobre 2025") == 1
    unsigned = "aucune signature dans la dernière année de la convention en cours, ni depuis"
    assert f"parce que : {unsigned} :\n        – Dernière signature d’une convention d’utilité sociale : 1er" in told
    assert "et à part ce qui suit, cette réponse change d’abord le 1er janvier 2027 (Année de référence des ressources (N-2)).\n" in text
    assert "D’ici là ne change, avec le calendrier et sans effet sur le reste, que ceci : Âge.\n" in text


def test_a_household_s_category_income_and_products_stand_in_its_summary(samples: dict[str, Decision]) -> None:
    told = [read(Answer(samples[f"household-{each}"], "fr").lines()) for each in ("lone-parent-rennes", "three-generations-montreuil")]
    found = (
        "  Ménage :\n"
        "    ressources retenues (si justifiées) : 16 110 € par an (à vérifier)\n"
        "    zone des plafonds : Autres régions\n"
        "    catégorie : 4\n"
        "    plafond PLUS : 45 374 € par an\n"
        "    produits accessibles : PLAI, PLUS, PLS\n"
        "    taux d’effort de l’arrêté de 2011 (aide déduite) : ≈ 17,83 % (à vérifier)\n"
        "    taux d’effort brut (pour comparaison) : ≈ 33,07 %\n"
        "    reste à vivre par jour et par personne : ≈ 16,80 € par jour et par personne (à vérifier)\n"
        "    avis d’imposition (ou attestation fiscale étrangère) qui peut être demandé dès maintenant, exigé dès le 1er janvier "
    )
    assert found in told[0].replace("\u202f", " ").replace("\xa0", " ")
    assert "    taux d’effort brut (pour comparaison) : pas encore calculable, n’y manque à ce stade que « Loyers des annexes" in told[1]
    assert "    reste à vivre par jour et par personne : pas encore calculable, faute de « Toutes les personnes" in told[1], (
        "it waits for more"
    )
    assert "catégorie à la naissance" not in told[1], "nobody said that a child is expected"
    together = "    catégorie ; plafond PLUS : pas encore calculables, n’y manque à ce stade que « Toutes les personnes sont indiquées »\n"
    assert together in told[1], "one card is enough, and what waits for the same stands in one"
    tax = "« Situation fiscale de l’année 2024 (N-2) — Ascendant du demandeur ou du conjoint “aissata” »"
    assert tax in told[1].partition("ressources retenues")[2].partition("zone")[0], "who is a dependant today may have had their own notice"
    assert all("Indice de référence" not in each.partition("En bref")[2].partition("\n\n")[0] for each in told), "next year waits for it"


def test_what_a_rule_calls_a_headline_stands_in_the_summary_of_any_law() -> None:
    assert "  Reader: to pay: €15\n" in read(Answer(decided(a_reader()), "en").lines())
    assert "  Reader: to pay: not calculable yet, only “" in read(Answer(decided(a_reader(born_on=UNKNOWN)), "en").lines())
    assert "Reader: " not in read(Answer(decided(a_reader(born_on=date(2020, 1, 1))), "en").lines()), "the rule failed"


def test_a_day_that_the_year_alone_gives_is_told_by_its_tasks_and_stands_among_the_values_of_the_whole_answer_only(
    samples: dict[str, Decision],
) -> None:
    told, whole = (read(Answer(samples["landlord-two-years"], "en", why_not=each).lines()) for each in (False, True))
    for said in ("First day of the year — year 2026: 1 January 2026", "Last day before 1 March — year 2027: 28 February 2027"):
        assert said not in told
        assert said in whole
    assert "due 28 February 2027" in told
    assert "Last calendar year that the indicators count: 2026" in told, "no day"


def test_a_birthday_is_a_day_on_which_somebody_turns_eighteen(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["household-lone-parent-rennes"], "en").lines())
    assert "Date of birth: 18 years reached on 18 April 2009" in text
    assert "Date of birth: 18 years reached on 2 September 2031, still to come" in text


def test_a_figure_of_which_no_newer_value_was_found_says_so(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["household-couple-lyon"], "fr").lines())
    decree = "Arrêté du 30 décembre 2024 relatif au calcul des aides personnelles au logement"
    assert f"(en vigueur depuis le 1er janvier 2025, {decree}, aucune valeur plus récente trouvée : à vérifier)" in text


def test_a_reason_of_several_facts_stands_in_lines_by_the_part_that_each_is_of(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines())
    assert (
        "parce que : prêts garantis en cours :\n"
        "        – Prêt Caisse des dépôts — Garanti ou à garantir par un tiers : oui ; Capital restant dû : 84 210,37 €\n"
        "      Accord des garants des prêts : aucune date\n"
    ) in text
    assert " : 1er septembre 2026, 6 mois avant « Démarrage prévu des travaux », le 1er mars 2027 (dépassé" in text


def test_abbreviations_are_explained_at_the_end_and_no_others(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["household-lone-parent-rennes"], "fr").lines())
    end = text[text.index("Abréviations") :]
    assert "CCH : code de la construction et de l’habitation\n" in end
    assert "PEMD" not in end


def test_a_figure_that_is_not_sourced_says_so_where_it_is_used(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["household-lone-parent-rennes"], "fr").lines())
    revision = "CCH, art. R441-1, révision annuelle"
    assert f"Plafonds de ressources PLAI (en vigueur depuis le 1er janvier 2026, {revision}, déduit de textes trouvés)" in text


def test_a_figure_whose_day_of_effect_was_not_found_says_so_where_it_is_used(samples: dict[str, Decision]) -> None:
    nantes = samples["operation-construction-nantes"]
    assert "Share of the annex area that counts: 50% (day of effect not found: to be verified)" in read(Answer(nantes, "en").lines())
    text = read(Answer(nantes, "fr").lines())
    assert "Part retenue de la surface des annexes : 50 % (date d’effet non trouvée : à vérifier)" in text.replace("\u202f", " ").replace(
        "\xa0", " "
    )


def _without(words: str, decision: Decision) -> str:
    """Leave out names of sources, which may hold addresses of sites."""
    for source in decision.index.plan.sources.values():
        words = words.replace(cited(source, "fr"), "").replace(cited(source, "en"), "")
    return words


def test_what_is_printed_for_a_signer_names_no_option(samples: dict[str, Decision]) -> None:
    for decision in samples.values():
        assert not [each for each in ("fr", "en") if re.search(r"--\w", read(Answer(decision, each).lines()))]


def test_a_key_that_says_no_more_than_the_place_or_a_number_is_left_out() -> None:
    names = [_named(key) for key in ("nadia", "applicant", "demandeur", "1", "p2")]
    assert names == ["Applicant “nadia”", "Applicant", "Applicant", "Applicant", "Applicant"]


def _named(key: str) -> str:
    household = Household(persons=(Person(role=Role.APPLICANT).keyed(key),))
    return PartNames(decided(household, rules=load_rule_sets()["household"]), "en").name("person", key)


def test_the_persons_are_told_once_with_place_and_age(samples: dict[str, Decision]) -> None:
    lines = read(Answer(samples["household-three-generations-montreuil"], "fr").lines()).splitlines()
    assert lines[2] == (
        "Personnes : Demandeur « moussa » (46 ans) ; Conjoint « fatou » (43 ans) ; "
        "Ascendant du demandeur ou du conjoint « aissata » (75 ans) ; Enfant « ousmane » (19 ans) ; Enfant « awa » (12 ans)"
    )
    assert not read(Answer(samples["landlord-two-years"], "fr").lines()).splitlines()[2]


def test_a_spouse_is_called_by_the_family_situation_where_that_is_known(samples: dict[str, Decision]) -> None:
    told = {each: read(Answer(samples["household-couple-lyon"], each).lines()).splitlines()[2] for each in ("fr", "en")}
    assert "; Partenaire de PACS « tiago » (26 ans)" in told["fr"]
    assert "; Civil partner (PACS) “tiago” (aged 26)" in told["en"]
    unsaid = Household(persons=(Person(role=Role.SPOUSE).keyed("tiago"),))
    assert PartNames(decided(unsaid, rules=load_rule_sets()["household"]), "en").name("person", "tiago") == "Spouse or partner “tiago”"
