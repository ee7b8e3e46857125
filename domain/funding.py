"""
What funds an operation: the products that the State backs, and loans.

Form step: 3, as for an operation.
"""

from datetime import date
from decimal import Decimal

from domain.facts import Fact, fact, milestone
from domain.orders import too_early
from domain.subjects import FactGroup, Parts, Subject, parts
from domain.text import Choice, text


class FundingProduct(Choice):
    """The State-backed products that fund an operation."""

    PLAI = text(fr="PLAI", en="PLAI (very social rental loan)")
    PLUS = text(fr="PLUS", en="PLUS (standard social rental loan)")
    PLS = text(fr="PLS", en="PLS (social rental loan with the highest ceiling)")
    PALULOS = text(fr="PALULOS", en="PALULOS (renovation subsidy)")
    PSLA = text(fr="PSLA", en="PSLA (rent-to-own loan)")
    PLI = text(fr="PLI", en="PLI (loan for rents between social and market)")
    NONE = text(fr="Aucun", en="None")


class DemolitionFunder(Choice):
    """Who is asked for a subsidy of a demolition."""

    STATE = text(fr="État (circulaire du 15 novembre 2001)", en="State (circular of 15 November 2001)")
    ANRU = text(fr="ANRU", en="ANRU (urban renewal agency)")
    NONE = text(fr="Aucun", en="Nobody")


class Lender(Choice):
    """Who lends."""

    CDC = text(fr="Caisse des dépôts (Banque des Territoires)", en="Caisse des Dépôts (CDC)")
    ACTION_LOGEMENT = text(fr="Action Logement (PEEC)", en="Action Logement (employer contribution)")
    OTHER = text(fr="Autre prêteur", en="Other lender")


class Loan(Subject, title=text(fr="Prêt", en="Loan")):
    """A loan that funds the operation, or is still owed on its buildings."""

    lender: Fact[Lender] = fact(fr="Prêteur", en="Lender", step=3)
    amount: Fact[Decimal] = fact(fr="Montant emprunté", en="Amount borrowed", unit="EUR", step=3, minimum=0)
    outstanding: Fact[Decimal] = fact(fr="Capital restant dû", en="Outstanding principal", unit="EUR", step=3, minimum=0)
    guaranteed: Fact[bool] = fact(fr="Garanti ou à garantir par un tiers", en="Guaranteed, or to be, by a third party", step=3)
    in_funding_plan: Fact[bool] = fact(fr="Inscrit au plan de financement", en="Part of the funding plan", step=3)
    granted_on: Fact[date] = fact(
        fr="Octroi du prêt",
        en="Loan granted",
        step=3,
        minimum=date(1900, 1, 1),
        hint=text(
            fr="Le jour depuis lequel le contrat compte la durée ; s’il ne le dit pas, celui de sa signature (de mémoire).",
            en="The day from which the contract counts the duration; where it does not say, that of its signature (from memory).",
        ),
    )
    settled_on: Fact[date | None] = milestone(
        fr="Remboursement, ou accord du prêteur sur la suite du prêt",
        en="Loan repaid, or agreement of the lender on what becomes of it",
        step=3,
    )
    years: Fact[int] = fact(
        fr="Durée du prêt",
        en="Duration of the loan",
        unit="year",
        step=3,
        minimum=1,
        maximum=99,
        hint=text(
            fr="Elle donne l’annuité et la fin du prêt. Noter chaque ligne du contrat (bâti, foncier) comme un prêt à part. La convention "
            "APL d’un PLS dure au moins la durée initiale du prêt, hors foncier ; les autres, jusqu’à la fin du plus long des prêts de la "
            "Caisse des dépôts, foncier compris (déduit de l’ancien R353-61, des SEM). À comparer à la fin qu’elle porte, sans en "
            "retarder la signature ; signée, pour savoir s’il faut la prolonger.",
            en="It gives the yearly payment and the end of the loan. Note each line of the contract (building, land) as a loan of its "
            "own. The APL agreement of a PLS runs for at least the initial duration of the loan, without the land; the others, until the "
            "longest CDC loan ends, the land included (derived from former R353-61, on SEM). To be compared with the end that it bears, "
            "without delaying its signature; once signed, to know whether it must be extended.",
        ),
    )
    yearly_rate: Fact[Decimal] = fact(fr="Taux annuel", en="Yearly rate", unit="ratio", step=3, minimum=0)

    contradictions = (
        too_early(
            settled_on,
            before=granted_on,
            code="LOAN_SETTLED_BEFORE_GRANTED",
            fr="Le prêt est réglé avant d’avoir été octroyé",
            en="The loan is settled before it was granted",
        ),
    )


class Funding(FactGroup):
    """What funds the operation, and how far that has come."""

    funding_products: Fact[frozenset[FundingProduct]] = fact(fr="Financements", en="Funding products", step=3)
    loans_complete: Fact[bool] = fact(
        fr="Tous les prêts sont indiqués",
        en="All loans are listed",
        step=3,
        hint=text(
            fr="L’éco-prêt en est un, de la Caisse des dépôts : l’y porter aussi.",
            en="The eco-loan is one, of the Caisse des Dépôts: it stands in the list too.",
        ),
    )
    loans: Parts[Loan] = parts(fr="Prêts", en="Loans", complete=loans_complete)
    guarantors: Fact[int] = fact(fr="Garants des emprunts", en="Guarantors of the loans", unit="guarantor", step=3, minimum=0)
    subsidy_amount: Fact[Decimal] = fact(fr="Subvention de l’État", en="State subsidy", unit="EUR", step=3, minimum=0)
    local_subsidy: Fact[bool] = fact(
        fr="Subvention d’une région, d’un département, d’un EPCI ou d’une commune", en="Subsidy of a local authority", step=3
    )
    anru_perimeter: Fact[bool] = fact(fr="Dans un périmètre de rénovation urbaine (ANRU)", en="In an urban renewal area (ANRU)", step=3)
    anru_subsidy: Fact[bool] = fact(
        fr="Subvention de l’ANRU",
        en="Subsidy of the ANRU (urban renewal agency)",
        step=3,
        hint=text(
            fr="Obtenue ou demandée. Le périmètre ne suffit pas : l’État, par une PALULOS, peut payer seul.",
            en="Granted or asked for. The area is not enough: the State, by a PALULOS, may pay alone.",
        ),
    )
    anru_agreement_signed_on: Fact[date | None] = milestone(
        fr="Signature de la convention ANRU qui nomme l’opération",
        en="Signature of the urban renewal agreement (ANRU) that names the operation",
        step=3,
        hint=text(
            fr="Jour de la convention ou de l’avenant ; aucun tant que l’opération n’y figure pas. Le périmètre ne suffit pas.",
            en="Day of the agreement or of the amendment; none while the operation is not listed. The area is not enough.",
        ),
    )
    eco_loan: Fact[bool] = fact(fr="Éco-prêt logement social", en="Eco-loan for social housing", step=3)
    energy_certificates: Fact[bool] = fact(
        fr="Certificats d’économies d’énergie",
        en="Energy saving certificates",
        step=3,
        hint=text(
            fr="Demandés ou à demander. L’engagement de qui les achète précède la signature des marchés, sans quoi répondre « non » ; "
            "le dossier se dépose dans les douze mois de la fin de chaque lot (de mémoire) : un lot fini, ce délai court déjà.",
            en="Asked for, or to be. The commitment of whoever buys them comes before the works contracts are signed, else answer “no”; "
            "the file is submitted within twelve months of the end of each lot (from memory): once a lot is done, that time is running.",
        ),
    )
    energy_certificates_agreed_on: Fact[date | None] = milestone(
        fr="Engagement sur les certificats d’économies d’énergie conclu", en="Commitment on the energy saving certificates made", step=3
    )
    energy_certificates_filed_on: Fact[date | None] = milestone(
        fr="Dossier de certificats d’économies d’énergie déposé, ou remis à qui les achète",
        en="File for the energy saving certificates submitted, or handed to whoever buys them",
        step=3,
    )
    reduced_vat: Fact[bool] = fact(
        fr="TVA à 10 % ou 5,5 % au titre du logement social (CGI, art. 278 sexies et suivants)",
        en="VAT at 10% or 5.5% as social housing (CGI, art. 278 sexies and following)",
        step=3,
        hint=text(
            fr="Logements neufs : non à 20 % ; oui à 10 % aussi, le taux d’un PLS (de mémoire) ; en VEFA, à lire dans l’acte et les appels "
            "de fonds déjà facturés. Travaux sur des logements existants : oui si une livraison à soi-même est à déclarer à ce titre "
            "(278 sexies A) ; une facture à 10 % (279-0 bis) ou 5,5 % (278-0 bis A, de mémoire) n’en fait pas un oui.",
            en="New dwellings: no at 20%; yes at 10% too, the rate of a PLS (from memory); off plan it stands in the deed and in the calls "
            "for funds that are invoiced already. Works on existing dwellings: yes where a self-supply is to be declared on that account "
            "(278 sexies A); an invoice at 10% (279-0 bis) or 5.5% (278-0 bis A, from memory) does not make it a yes.",
        ),
    )
    reserved_dwellings: Fact[int] = fact(fr="Logements réservés", en="Reserved dwellings", unit="dwelling", step=3, minimum=0)
    demolition_funder: Fact[DemolitionFunder] = fact(
        fr="Financeur de la démolition",
        en="Who funds the demolition",
        step=3,
        hint=text(fr="Celui à qui la subvention est demandée.", en="The one who is asked for the subsidy."),
    )
    funding_requested_on: Fact[date | None] = milestone(
        fr="Dépôt de la demande de décision favorable", en="Request for a favourable decision filed", step=3
    )
    funding_decided_on: Fact[date | None] = milestone(fr="Décision favorable de financement", en="Favourable funding decision", step=3)
    pls_loan_requested_on: Fact[date | None] = milestone(fr="Demande du prêt PLS", en="PLS loan requested", step=3)
    pls_loan_signed_on: Fact[date | None] = milestone(fr="Prêt PLS signé", en="PLS loan signed", step=3)
    closure_requested_on: Fact[date | None] = milestone(fr="Demande de clôture", en="Closure requested", step=3)
    funding_notified_on: Fact[date | None] = milestone(
        fr="Notification de la décision de financement", en="Funding decision notified", step=3
    )
    psla_agreed_on: Fact[date | None] = milestone(fr="Agrément PSLA", en="Rent-to-own agreement (PSLA)", step=3)
    loan_signature_planned: Fact[date] = fact(
        fr="Signature prévue des prêts", en="Planned signature of the loans", step=3, minimum=date(1900, 1, 1)
    )
    loan_payment_planned: Fact[date] = fact(
        fr="Premier versement prévu des prêts garantis",
        en="Planned first payment of the guaranteed loans",
        step=3,
        minimum=date(1900, 1, 1),
    )
    guarantee_requested_on: Fact[date | None] = milestone(fr="Garantie d’emprunt demandée", en="Loan guarantee asked for", step=3)
    guarantee_decided_on: Fact[date | None] = milestone(
        fr="Délibération de garantie exécutoire", en="Guarantee resolution enforceable", step=3
    )
    cdc_loan_signed_on: Fact[date | None] = milestone(fr="Prêt de la Caisse des dépôts signé", en="CDC loan signed", step=3)
    funds_before_loan_confirmed_on: Fact[date | None] = milestone(
        fr="Paiement assuré en attendant le prêt (trésorerie, avance, relais)",
        en="Payment secured until the loan is paid out (own cash, advance, bridging loan)",
        step=3,
    )
    loan_first_paid_on: Fact[date | None] = milestone(
        fr="Premier versement des prêts garantis", en="First payment of the guaranteed loans", step=3
    )
    employer_loan_signed_on: Fact[date | None] = milestone(fr="Prêt Action Logement (PEEC) signé", en="Employer loan (PEEC) signed", step=3)
    renewal_approval_requested_on: Fact[date | None] = milestone(
        fr="Agrément « seconde vie » demandé", en="“Seconde vie” approval asked for", step=3
    )
    eco_loan_requested_on: Fact[date | None] = milestone(fr="Éco-prêt demandé", en="Eco-loan requested", step=3)
    local_subsidy_signed_on: Fact[date | None] = milestone(
        fr="Convention de subvention locale signée", en="Local subsidy agreement signed", step=3
    )
    anru_decided_on: Fact[date | None] = milestone(fr="Décision attributive de l’ANRU", en="Decision of the ANRU", step=3)
    first_instalment_requested_on: Fact[date | None] = milestone(fr="Acompte de démarrage demandé", en="First instalment asked for", step=3)
    intermediate_instalment_requested_on: Fact[date | None] = milestone(
        fr="Acompte intermédiaire demandé", en="Intermediate instalment asked for", step=3
    )
    instalments_paid: Fact[Decimal] = fact(
        fr="Part de la subvention déjà versée", en="Share of the subsidy already paid", unit="%", step=3, minimum=0, maximum=100
    )
    closure_formal_notice_on: Fact[date | None] = milestone(fr="Mise en demeure de clôture", en="Formal notice to close the file", step=3)
