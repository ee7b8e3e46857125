"""What values are called in the summary of an answer; it tells them in the order in which they stand here."""

from domain.text import Choice, text


class Headline(Choice):
    """A name in summaries: of a household what it earns, what it may have and what that costs it; of an operation what pays when."""

    INCOME = text(fr="ressources retenues (si justifiées)", en="income taken into account (where proved)")
    ZONE = text(fr="zone des plafonds", en="zone of the ceilings")
    CATEGORY = text(fr="catégorie", en="category")
    CATEGORY_AFTER_BIRTH = text(fr="catégorie à la naissance", en="category after the birth")
    PLUS_CEILING = text(fr="plafond PLUS", en="PLUS ceiling")
    PRODUCTS = text(fr="produits accessibles", en="loan categories open to the household")
    EFFORT_RATE = text(
        fr="taux d’effort de l’arrêté de 2011 (aide déduite)", en="rent-to-income ratio of the arrêté of 2011 (less the benefit)"
    )
    GROSS_EFFORT_RATE = text(fr="taux d’effort brut (pour comparaison)", en="gross rent-to-income ratio (for comparison)")
    RESIDUAL_INCOME = text(fr="reste à vivre par jour et par personne", en="residual income per person per day")
    NEXT_TAX_NOTICE = text(
        fr="avis d’imposition (ou attestation fiscale étrangère) qui peut être demandé dès maintenant, exigé dès le 1er janvier prochain "
        ": revenus de l’année",
        en="tax notice (or foreign tax certificate) that may be asked for now, required from next 1 January on: income of the year",
    )

    DRAFT_STEPS = text(
        fr="à mener avant l’envoi du projet de CUS, que l’outil ne suit pas (intercommunalités et départements associés, locataires "
        "concertés, projet approuvé par le conseil) ; envoi au plus tard",
        en="to be done before the draft of the CUS is sent, not followed by this tool (inter-municipal bodies and départements associated, "
        "tenants consulted, draft approved by the board); last day to send it",
    )
    TACIT_OPINIONS = text(
        fr="si des ventes sont prévues, projet de CUS transmis à temps seulement si les communes répondent ; avis tacites, au plus tôt",
        en="where sales are planned, draft of the CUS sent in time only if the communes answer; tacit opinions, at the earliest",
    )

    INTENTION_UNANSWERED = text(
        fr="dossier d’intention de démolir sans réponse du préfet, à relancer par écrit ; dépôt",
        en="intent to demolish without an answer of the prefect, to be asked again in writing; filed",
    )
    LOAN_UNSIGNED = text(
        fr="prêt CDC non signé, et d’usage versé après sa garantie exécutoire ; rien au dossier ne dit ce qui paie les travaux d’ici là (à "
        "renseigner : « Paiement assuré en attendant le prêt ») ; travaux faits",
        en="CDC loan not signed, and by practice paid out after its guarantee is enforceable; nothing in the file says what pays for the "
        "works until then (to be filled in: “Payment secured until the loan is paid out”); works done",
    )
    INSTALMENT = text(
        fr="convention APL à signer, sans attendre la signature des prêts ; acompte qui l’attend (ordre de grandeur)",
        en="APL agreement to be signed, without waiting for the signature of the loans; instalment that waits for it (rough amount)",
    )
    PLANNED_END = text(
        fr="avis d’achèvement du vendeur avant la fin prévue des travaux : faire établir aussitôt si l’immeuble est achevé ; sinon, encore "
        "temps pour ce qui doit le précéder (convention APL à la TVA réduite) ; fin prévue",
        en="the seller’s notice of completion comes before the planned end of the works: have it established at once whether the building "
        "is complete; if not, time is left for what must precede it (APL agreement at the reduced VAT); planned end",
    )
    PRICE_DUE = text(
        fr="appels du vendeur jusqu’à 95 % du prix, appels antérieurs compris, possibles depuis l’achèvement",
        en="calls of the seller up to 95% of the price, earlier calls included, possible from the completion",
    )
    FIRST_PAYMENT = text(
        fr="premier versement des prêts, au plus tôt d’après l’usage, s’ils sont signés au jour prévu",
        en="first payment of the loans, at the earliest by practice, if they are signed on the planned day",
    )
    PAYMENT_ON_CONTRACT = text(
        fr="premier versement des prêts : environ un mois (repère) après la délibération de garantie exécutoire, sans date ; si le garant "
        "attend le contrat, signé au jour prévu, au plus tôt d’après l’usage",
        en="first payment of the loans: about a month (proposed) after the guarantee resolution is enforceable, without a date; if the "
        "guarantor waits for the contract, signed as planned, at the earliest by practice",
    )
