"""What the readable answer asks: each fact once, what helps to answer it, what it is for."""

import re

from api.commands.answer import Answer
from rules.engine.decision import Decision
from tests.api.commands.answers import read


def test_a_list_that_is_said_to_be_incomplete_is_to_be_completed_and_no_question_again(samples: dict[str, Decision]) -> None:
    french, english = (read(Answer(samples["operation-construction-rennes"], each).lines()) for each in ("fr", "en"))
    said = "Bâtiment a ; Bâtiment b : le dossier répond « non » ; compléter la liste, puis répondre « oui »\n"
    assert f"Tous les logements sont indiqués — {said}" in french
    assert "All dwellings are listed — Building a; Building b: the file answers “no”; complete the list, then answer “yes”\n" in english
    assert "Tous les logements sont indiqués — Bâtiment a ; Bâtiment b : oui ou non" not in french


def test_the_years_of_an_agreement_that_are_not_listed_are_named(samples: dict[str, Decision]) -> None:
    french, english = (read(Answer(samples["landlord-two-years"], each).lines()) for each in ("fr", "en"))
    assert "années à ajouter, avec leurs agréments et réhabilitations : 2021, 2022, 2023, 2024, 2025\n" in french
    assert "years to be added, with their approvals and renovations: 2021, 2022, 2023, 2024, 2025\n" in english


def test_a_list_without_an_entry_is_said_to_be_empty(samples: dict[str, Decision]) -> None:
    french, english = (read(Answer(samples["operation-off-plan-bordeaux"], each).lines()) for each in ("fr", "en"))
    said = "la liste est vide à ce jour ; la remplir s’il y a lieu, puis répondre « oui »"
    assert f"Tous les bâtiments sont indiqués : {said}" in " ".join(french.split())
    assert "All buildings are listed: the list is empty so far; fill it in if there are any, then answer “yes”\n" in english


def test_a_fact_that_is_missing_on_several_parts_is_named_once(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-rennes"], "en").lines())
    once = "Loan granted — Caisse des Dépôts loan “cdc-plus”; Caisse des Dépôts loan “cdc-plai”; Action Logement loan: on which day?\n"
    assert text.count("Loan granted — ") == 1
    missing, only_calculations = text.index("What is missing"), text.index("Facts needed only for the calculations")
    assert missing < text.index("Risk zone: ") < only_calculations < text.index(once)


def test_a_loan_is_called_by_its_lender_with_the_key_where_several_have_the_same(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-rennes"], "fr").lines())
    assert "Prêt Caisse des dépôts « cdc-plus »" in text
    assert "Prêt Action Logement" in text
    assert "Prêt « pls »" in read(Answer(samples["operation-off-plan-bordeaux"], "fr").lines()), "another lender has no name"


def test_figures_of_a_value_are_asked_for_once_it_is_known_that_there_is_one(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-rehabilitation-lille"], "fr").lines())
    assert "Changement de consistance ou d’affectation du bâti : oui ou non ?" in text
    assert "Nouvel usage du bâtiment" not in text
    assert "Conventionnement sans travaux : oui" not in text, "a rehabilitation has works"


def test_a_question_says_what_helps_to_answer_it(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-rennes"], "fr").lines())
    assert "« Zone 3 » ?\n    L’outil ne reconnaît que les communes de la zone 1 bis" in text


def test_choices_that_what_is_known_excludes_are_not_offered(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-construction-rennes"], "fr").lines()).split())
    assert "Financement qui régit la convention : « PLAI » ou « PLUS » ?" in text
    assert "Logement B01 (Bâtiment b) : « PLAI » ou « PLUS » ?" in text
    assert "PALULOS" not in text


def test_a_question_says_in_what_it_is_answered_and_how_to_say_none(samples: dict[str, Decision]) -> None:
    montreuil, nantes = (
        read(Answer(samples[name], "fr").lines()) for name in ("household-three-generations-montreuil", "operation-construction-nantes")
    )
    assert "Pension alimentaire versée : quel montant, en € par mois ?\n    0 si le ménage n’en verse pas." in montreuil
    assert "Marge locale sur le loyer : quelle valeur ? (0,05 pour 5 %)" in nantes


def test_that_something_is_not_known_is_said_once_with_what_it_depends_on(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-rehabilitation-lille"], "en").lines())
    assert "because: asbestos found in a building: not known yet, depending on: Asbestos found — Building “les-tilleuls”\n" in text
    assert "depending on:\n        – Peak number of workers (more than 20 workers?)\n        – Working days of the site (more than" in text


def test_what_only_the_rent_supplement_needs_is_not_asked_for_before_the_income_is_known(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["household-three-generations-montreuil"], "en").lines())
    questions = text[text.index("What is missing") : text.index("Calculated values")]
    assert "Income of last year or of the last twelve months, where a drop is claimed" in questions
    assert "priority neighbourhood" not in questions


def test_what_serves_calculations_alone_says_which_and_what_is_not_calculated_is_named(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-demolition-saint-etienne"], "en").lines())
    facts = text[text.index("Facts needed only for the calculations\n") : text.index("Done, or checked")]
    assert facts.count("\n    for: ") == len(re.findall(r"^  [0-9]+[.] ", facts, re.MULTILINE))
    assert "Not calculable yet: 10 values, under “Vacancy and turnover”, “Replacement of demolished dwellings” and " in text


def test_many_values_that_one_fact_serves_are_told_by_those_of_the_summary_or_by_families(samples: dict[str, Decision]) -> None:
    montreuil = " ".join(read(Answer(samples["household-three-generations-montreuil"], "en").lines()).split())
    first = "income taken into account (where proved), category, PLUS ceiling, loan categories open to the household and 52 others"
    assert f"Proof of the income of the last twelve months, {first} 2. " in montreuil
    text = read(Answer(samples["household-lone-parent-rennes"], "fr").lines())
    assert (
        "« Chambre d’une personne âgée ou handicapée hébergée à titre onéreux » ?\n    Sert à calculer l’APL. Une aide indiquée "
        "au dossier reste celle du taux d’effort : l’APL d’avant la CRDS, calculée ici, se compare alors à elle.\n    "
        "pour : 13 valeurs, sous « APL : loyer pris en " in text
    )
    assert "pour : Loyer révisé au 1er janvier 2027\n" in text, "few are named themselves"


def test_a_question_that_another_may_make_superfluous_is_named_under_it_and_not_asked_yet(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["household-three-generations-montreuil"], "fr").lines())
    tax = text[text.index("Situation fiscale de l’année 2024 (N-2) — Ascendant du demandeur ou du conjoint « aissata » : «") :]
    then = "à demander ensuite, selon la réponse : « Protection internationale » et « Dispose d’un document fiscal étranger »\n"
    assert then in tax[: tax.index("  3. ")]
    assert "ressources retenues (si justifiées), produits accessibles, " in " ".join(tax[: tax.index("  3. ")].split()), "it may add"
    assert "Protection internationale — Ascendant" not in text
    assert "à demander ensuite, selon la réponse : « Période de la baisse invoquée »\n  5. " in text
    assert text.count("à demander ensuite") == 2


def test_what_most_rules_wait_for_is_asked_first_and_is_the_one_that_the_summary_names(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["household-three-generations-montreuil"], "fr").lines())
    assert "questions sans réponse, d’abord « Toutes les personnes sont indiquées » ; " in text
    order = [
        text.index(f". {each}") for each in ("Toutes les personnes", "Situation fiscale", "Ressources de l’année 2025", "Enfant à naître")
    ]
    assert order == sorted(order)


def test_what_a_task_is_done_with_is_asked_for_with_it_and_not_for_the_calculations_alone(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-rehabilitation-toulouse"], "en").lines()).split())
    asked = text[text.index("What is missing") : text.index("Facts needed only for the calculations")]
    for label in ("Climate zone", "Altitude", "Primary energy used after works", "Estimated saving of the tenant"):
        after = asked[asked.index(f". {label} — ") :]
        assert " for: Check that the energy contribution is within its cap, " in after[: after.index(", ", after.index(" for: ")) + 2]
    assert "greenhouse gas" not in asked.lower(), "no task asks for it"


def test_a_day_that_the_summary_wants_filled_in_is_a_question(samples: dict[str, Decision]) -> None:
    label = "Paiement assuré en attendant le prêt (trésorerie, avance, relais)"
    text = " ".join(read(Answer(samples["operation-construction-rennes"], "fr").lines()).split())
    assert f"{label} : quelle date ? pour : Vérifier ce qui paie les travaux, démarrés sans prêt CDC signé " in text
    assert f"{label} : quelle date" not in read(Answer(samples["operation-construction-nantes"], "fr").lines()), "its works have not begun"


def test_the_loans_that_an_agreement_is_to_cover_are_asked_for_their_duration_before_what_only_values_need(
    samples: dict[str, Decision],
) -> None:
    text = read(Answer(samples["operation-construction-rennes"], "en").lines())
    asked, for_values = text[text.index("What is missing\n") :].split("Facts needed only for the calculations\n")
    loans = "Caisse des Dépôts loan “cdc-plus”; Caisse des Dépôts loan “cdc-plai”"
    assert asked.startswith(f"What is missing\n  1. Duration of the loan — {loans}: how many years?\n")
    assert "for: Make sure that the APL agreement covers the duration of the CDC loans, without delaying its signature" in asked
    assert "Duration of the loan — Action Logement loan: how many years?\n" in for_values


def test_what_says_whether_a_task_due_soon_is_done_is_asked_first(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-nantes"], "en").lines())
    first, second = "  1. State of the APL agreement (convention APL): ", "  2. Reservation agreements to be signed: how many?\n"
    assert text.index(first) < text.index(second), "more tasks wait for the second, of later days"


def test_a_question_that_a_count_of_the_file_bounds_is_told_with_it(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-off-plan-bordeaux"], "en").lines()).split())
    count = "Reservation agreements to be signed: 1 agreement; Guarantors of the loans: 1 guarantor"
    asked = "and the guarantor (State, commune…): "
    assert f"{asked}yes or no? In the file: {count} No where there is only that of the guarantor" in text
    assert f"because: Among the reservation agreements to be signed, another than those with Action Logement {asked}" in text
    assert f"{asked}not known yet ({count})" in text, "beside the task too"


def test_what_the_tax_office_counts_from_does_not_wait_for_the_certificate_of_completion(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-off-plan-bordeaux"], "en").lines()).split())
    assert "before the seller’s notice or the certificate (R261-1): file without waiting for them." in text
    assert "With the H1 or H2 declaration, which costs years of exemption when it is late." in text
    assert "from memory, text yet to be found; last working day before: 5 February 2027" not in text, "the ninety days are the text's"
    assert "For property tax (90 days), and perhaps VAT, it is the day on which the dwellings are habitable" in text
    assert "The exemption from property tax hangs on it too: more than 50% of regulated loans" in text
    assert "ask the lender whether its offer still holds" in text
