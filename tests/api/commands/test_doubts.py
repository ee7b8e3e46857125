"""What an answer takes for true: said in its summary, once with what rests on it, and beside each value that does."""

from pathlib import Path

import pytest

from api.commands.answer import Answer
from api.commands.answer_json import answer_json
from domain.text import Language
from rules.engine.decision import Decision
from tests.api.commands.answers import decided, read

CHILD: dict[Language, str] = {
    "fr": "enfant en garde alternée, compté toute l’année pour l’aide au logement",
    "en": "child in alternating custody, counted all year for the housing benefit",
}
DROP: dict[Language, str] = {
    "fr": "baisse de ressources prouvée, et comptée après les déductions de l’avis d’imposition",
    "en": "drop in income proved, and counted after the deductions of the tax notice",
}
PAID: dict[Language, str] = {
    "fr": "aide au logement indiquée tenue pour celle qui reste versée après la réduction de loyer de solidarité",
    "en": "housing benefit stated taken for what is still paid after the rent solidarity reduction",
}
LISTED = "residence document taken to be valid today, and on the list of the arrêté of 20 April 2022"
ABROAD = "income certified abroad, added as it is"
APART: dict[Language, str] = {
    "fr": "mariage ou PACS conclu en 2024 (N-2) ou après, les avis étant séparés",
    "en": "marriage or PACS of the year before last (2024) or later, as the notices are separate",
}
APART_FROM_RESOURCES: dict[Language, str] = {
    "fr": "ressources mensuelles tenues pour ne pas contenir l’aide au logement",
    "en": "monthly resources taken not to contain the housing benefit",
}
CARD: dict[Language, str] = {
    "fr": "carte mobilité inclusion « invalidité » tenue pour remise",
    "en": "mobility inclusion card (disability) taken to be handed in",
}
MONTREUIL, RENNES = (Path(f"examples/household-{each}.yaml") for each in ("three-generations-montreuil", "lone-parent-rennes"))


def short(text: str, language: Language = "en") -> str:
    return text.partition({"fr": "En bref", "en": "In short"}[language])[2].partition("\n\n")[0]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_assumed_is_said_in_short_once_at_length_and_beside_each_value(samples: dict[str, Decision], language: Language) -> None:
    text = read(Answer(samples["household-lone-parent-rennes"], language).lines())
    verify = {"fr": "À vérifier : {} ; {} ; {} ; {} ; ", "en": "To be verified: {}; {}; {}; {}; "}[language]
    assert f"  {verify.format(PAID[language], APART_FROM_RESOURCES[language], DROP[language], CHILD[language])}" in short(text, language)
    dependants, ceiling, ratio, mark = {
        "fr": (
            "logement : 2 personnes",
            "Plafond de ressources de la réduction de loyer : 1 677 € par mois",
            "Ressources retenues : 16 110 € par an",
            "à vérifier : ",
        ),
        "en": (
            "benefit: 2 persons",
            "Income ceiling of the rent reduction: €1,677 a month",
            "Income taken into account: €16,110 a year",
            "to be verified: ",
        ),
    }[language]
    assert text.count(f"{dependants} ({mark}{CHILD[language]})") == 6, "the sum, rent, allowance, rate, ceiling and scale of the reduction"
    assert f"{ceiling} ({mark}{CHILD[language]})" in text
    assert f"{ratio} ({mark}{DROP[language]})" in text
    same = {"fr": "produits accessibles : PLAI, PLUS, PLS\n", "en": "highest ceiling)\n"}[language]
    assert same in short(text, language), "the income of the year before last opens them too: they are in no doubt"
    section = text[text.index({"fr": "Ce qui est supposé ici, à vérifier\n", "en": "What is assumed here, to be verified\n"}[language]) :]
    assert section.partition("\n\n")[0].count("  • ") == 4


def test_an_amount_from_abroad_is_one_of_them_and_a_value_that_there_is_none_of_carries_no_mark(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["household-couple-lyon"], "en").lines())
    assert f"To be verified: {ABROAD}; {APART['en']}; {LISTED}; 1 published figure that may be out of date" in short(text)
    assert f"year before last (2024): €18,220 a year (to be verified: {ABROAD}; {APART['en']})" in text
    assert "Drop in income: none; " in text
    assert CHILD["en"] not in text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_a_document_takes_for_true_is_told_with_the_others(samples: dict[str, Decision], language: Language, tmp_path: Path) -> None:
    assumed = {"fr": "Ce qui est supposé ici, à vérifier\n", "en": "What is assumed here, to be verified\n"}[language]
    couple, three = (
        read(Answer(samples[f"household-{each}"], language).lines()) for each in ("couple-lyon", "three-generations-montreuil")
    )
    union = couple.partition(assumed)[2].partition("\n\n")[0].partition("  • " + APART[language].capitalize()[:8])[2]
    certificate, income = {
        "fr": ("Attestation d’enregistrement du PACS", "concerne : Ressources retenues, Produits accessibles, "),
        "en": ("Certificate of registration of the civil partnership (PACS)", "concerns: Income taken into account, Loan categories "),
    }[language]
    assert f"\n    {income}" in union
    assert f", {certificate}, " in union
    assert "(CGI, art. 6, " in union
    spouse = {
        "fr": "  • Conjoint tenu pour figurer sur l’avis commun du demandeur\n    concerne : Avis d’imposition commun du couple",
        "en": "  • Spouse taken to stand on the joint notice of the applicant\n    concerns: Joint tax notice of the couple",
    }[language]
    assert spouse in three
    assert three.count(spouse.partition("\n")[0][5:]) == 2, "once in short, once at length"
    assert APART[language] not in three, "they are on one notice"
    said = tmp_path / "said.yaml"
    said.write_text(MONTREUIL.read_text().replace("born_on: 1983-03-22", "born_on: 1983-03-22\n        person.tax_situation: JOINT_NOTICE"))
    assert spouse.partition("\n")[0] not in read(Answer(decided(said), language).lines())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_card_is_taken_to_be_handed_in_and_a_benefit_to_be_no_part_of_the_resources(language: Language, tmp_path: Path) -> None:
    said = tmp_path / "said.yaml"
    said.write_text(
        RENNES.read_text()
        .replace("housing_benefit: 231", "housing_benefit: 0")
        .replace("disabled: false", "disabled: true", 1)
        .replace("disability_card: false", "disability_card: true", 1)
    )
    told = short(read(Answer(decided(said), language).lines()), language).replace("\u202f", " ").replace("\xa0", " ")
    category, ceiling, products = {
        "fr": ("catégorie : 5 (à vérifier)", "53 376 € par an (à vérifier)", "PLAI, PLUS, PLS (à vérifier)"),
        "en": ("category: 5 (to be verified)", "€53,376 a year (to be verified)", "highest ceiling) (to be verified)"),
    }[language]
    assert all(each in told for each in (CARD[language], category, ceiling, products)), "they fall with the card"
    assert APART_FROM_RESOURCES[language] not in " ".join(told.split()), "none is paid"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_due_day_that_rests_on_what_is_assumed_is_to_be_verified_whatever_text_sets_it(
    samples: dict[str, Decision], language: Language
) -> None:
    text = read(Answer(samples["operation-off-plan-bordeaux"], language).lines())
    title, day, assumed = {
        "fr": (
            "Assurer de quoi payer le vendeur tant que le prêt n’est pas versé",
            "échéance à vérifier : 9 novembre 2026",
            "délai déduit de textes trouvés ; à vérifier : achèvement tenu pour être du jour de l’avis du vendeur, seul connu)",
        ),
        "en": (
            "Secure the money for the seller’s calls until the loan is paid out",
            "due day to verify: 9 November 2026",
            "texts that were found; to be verified: completion taken to be on the day of the seller’s notice, the only one known)",
        ),
    }[language]
    late = {"fr": "1 échéance à vérifier, dépassée", "en": "1 due day to verify, missed"}[language]
    overdue = " ".join(short(text, language).partition({"fr": "À faire maintenant", "en": "To do now"}[language])[0].split())
    assert f"{late} ({title})" in overdue
    said = {"fr": "l’achèvement : 9 novembre 2026 (à vérifier)", "en": "the completion: 9 November 2026 (to be verified)"}[language]
    assert said in " ".join(short(text, language).partition({"fr": "Remis en cause", "en": "Called into question"}[language])[0].split())
    _, _, now = text.partition({"fr": "Tâches à faire maintenant\n", "en": "Tasks to do now\n"}[language])
    state = {"fr": "Échéance à vérifier, dépassée", "en": "Due day to verify, missed"}[language]
    ends_doubt, late_task = now.split("\n  • ")[:2]
    assert {"fr": "Constater l’achèvement (VEFA)", "en": "Establish the completion (off-plan)"}[language] in ends_doubt
    assert late_task.startswith(f"{state} · {title}\n    {day}, ")
    assert assumed in late_task
    told = " ".join(text[text.index({"fr": "Ce qui est supposé ici", "en": "What is assumed here"}[language]) :].split())
    check = {"fr": "L’avis peut précéder ou suivre l’achèvement", "en": "The notice may come before or after the completion"}[language]
    assert told.count(check) == 1


def test_programs_are_told_too(samples: dict[str, Decision]) -> None:
    said = answer_json(samples["household-lone-parent-rennes"], "en")
    paid, apart, drop, child = said["doubts"]
    assert (
        apart["rules"] == paid["rules"] == ["calculations.effort_rates.net_effort_rate", "calculations.effort_rates.rest_to_live_per_day"]
    )
    assert (drop["condition"], drop["title"]) == ("calculations.incomes.is_drop_counted", DROP["en"])
    assert drop["rules"] == ["calculations.incomes.reference_income", "calculations.income_ceilings.income_to_plus_ceiling"]
    assert "calculations.rent_solidarity_reduction.is_below_rls_ceiling" in child["rules"]
    values = {each["rule"]: each for each in said["values"]}
    doubts = {each["name"]: each["doubt"] for each in values["calculations.rent_solidarity_reduction.is_below_rls_ceiling"]["inputs"]}
    assert doubts == {
        "Resources counted for the housing benefit": None,
        "Income ceiling of the rent reduction": f"to be verified: {CHILD['en']}",
    }


def test_a_permission_whose_notification_no_day_tells_is_said_to_be_taken_for_notified(
    samples: dict[str, Decision], tmp_path: Path
) -> None:
    taken = "permission taken to be notified on the day on which it is granted, as the file has no other day"
    rennes = Path("examples/operation-construction-rennes.yaml").read_text()
    (ahead := tmp_path / "ahead.yaml").write_text(rennes.replace("works_started_on: 2026-03-16", "works_started_on: null"))
    text = read(Answer(decided(ahead), "en").lines())
    assert f"To be verified: {taken}" in short(text)
    assert f"21 November 2025 (to be verified: {taken})" in " ".join(text.split())
    for name in ("construction-nantes", "rehabilitation-toulouse", "construction-rennes"):
        assert taken not in " ".join(read(Answer(samples[f"operation-{name}"], "en").lines()).split()), (
            "told, or tacit before it was granted, or works started and withdrawal over at the latest"
        )
    told = tmp_path / "told.yaml"
    told.write_text(
        ahead.read_text().replace(
            "  operation.permit_posted_on", "  operation.permit_notified_on: 2025-08-25\n  operation.permit_posted_on"
        )
    )
    assert taken not in " ".join(read(Answer(decided(told), "en").lines()).split())
    for complete, doubtful in (("2026-05-20", True), ("2026-05-19", False)):
        told.write_text(rennes.replace("permit_completed_on: 2025-05-28", f"permit_completed_on: {complete}"))
        assert (taken in " ".join(read(Answer(decided(told), "en").lines()).split())) is doubtful, "withdrawal over, and the works started"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_offers_made_before_what_authorises_a_demolition_are_said_to_be_counted_as_valid(
    samples: dict[str, Decision], language: Language, tmp_path: Path
) -> None:
    taken = {
        "fr": "offres de relogement faites avant ce qui autorise la démolition, comptées ici comme valables",
        "en": "rehousing offers made before what authorises the demolition, counted here as valid",
    }[language]
    text = read(Answer(samples["operation-demolition-saint-etienne"], language).lines())
    assert f": {taken}" in short(text, language)
    settled = {"fr": "sans dire si une offre antérieure compte", "en": "does not say whether an earlier offer counts"}
    assert text.count(settled[language]) == 1
    end = {"fr": "« menage-1 » : 28 février 2027 (à vérifier)", "en": "“menage-1”: 28 February 2027 (to be verified)"}[language]
    assert end in text, "the value that is in doubt says so itself"
    sample = Path("examples/operation-demolition-saint-etienne.yaml").read_text()
    for said, doubtful in (
        ("rehousing.offers_notified: 1}", True),
        ("rehousing.offers_notified: 0}", False),
    ):
        one = "{rehousing.offers_notified: 3, rehousing.third_offer_on: 2026-08-31, rehousing.three_offers_refused: true}"
        (none := tmp_path / "none.yaml").write_text(
            sample.replace(one, "{rehousing.offers_notified: 0}").replace(
                "menage-2, facts: {rehousing.offers_notified: 1}", f"menage-2, facts: {{{said}"
            )
        )
        assert (taken in read(Answer(decided(none), language).lines())) is doubtful, said
    for day, doubtful in (("2026-08-30", False), ("2026-08-31", True)):
        before = f"  operation.prefect_authorised_on: {day}\n  operation.rehousings_complete"
        (told := tmp_path / "told.yaml").write_text(sample.replace("  operation.rehousings_complete", before))
        assert (taken in read(Answer(decided(told), language).lines())) is doubtful, day


def test_who_funds_a_demolition_in_an_urban_renewal_area_is_to_be_confirmed_where_the_file_says_the_state(
    samples: dict[str, Decision], tmp_path: Path
) -> None:
    taken = "who funds the demolition in an urban renewal area: the State by the file, usually the ANRU"
    assert taken in " ".join(short(read(Answer(samples["operation-demolition-saint-etienne"], "en").lines())).split())
    sample = Path("examples/operation-demolition-saint-etienne.yaml").read_text()
    (elsewhere := tmp_path / "elsewhere.yaml").write_text(sample.replace("anru_perimeter: true", "anru_perimeter: false"))
    assert taken not in " ".join(read(Answer(decided(elsewhere), "en").lines()).split())


def test_a_palulos_is_to_be_confirmed_until_it_is_decided(samples: dict[str, Decision]) -> None:
    hoped, decided_on = (read(Answer(samples[f"operation-rehabilitation-{each}"], "en").lines()) for each in ("lille", "toulouse"))
    assert "To be verified: PALULOS taken to be possible: have it confirmed before the consultation" in " ".join(short(hoped).split())
    assert "PALULOS taken to be possible" not in decided_on
