"""What tenants are told before works begin where they live, and owed while they last."""

from domain.calendar import days, months
from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Alert, Confidence, task
from rules.sources.sites import WORKS_NOTICE, WORKS_RENT_CUT
from rules.vocabulary.operations import works_are_ahead
from rules.vocabulary.projects import works_among_occupants

TITLE = text(fr="Locataires pendant les travaux", en="Tenants during the works")

# The law wants it before the works, without a number of days: a registered letter takes some to be collected.
notice_of_works = task(
    of=Operation,
    title=text(fr="Notifier les travaux à chaque locataire", en="Notify each tenant of the works"),
    display=works_among_occupants,
    open_while=works_are_ahead,
    counts_to=Operation.works_start - months(1),
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.works_notified_on),
    blocks=("tasks.works_contracts.start_order",),
    delay_confidence=Confidence.PROPOSAL,
    source=WORKS_NOTICE,
    note=text(
        fr="Leur nature et leurs modalités, en main propre ou par lettre recommandée avec avis de réception, avant leur début, sans "
        "autre délai dans le texte. Ce mois laisse le temps de recevoir la lettre : postée la veille, elle arriverait trop tard ; la "
        "veille ne vaut que pour la remise en main propre. Pas de travaux un samedi, un dimanche ou un jour férié sans accord exprès "
        "; au-delà de 21 jours, le loyer baisse à proportion (code civil, art. 1724).",
        en="Their nature and how they are carried out, by hand or by registered letter, before they begin; the text sets no other "
        "time. This month leaves time for the letter to be received: posted the day before, it would come too late; the day before is "
        "good only for delivery by hand. No works on a Saturday, a Sunday or a public holiday without express agreement; beyond 21 "
        "days the rent is reduced in proportion (code civil, art. 1724).",
    ),
)

# The text sets no day of payment: the mark is that of the last account.
rent_reduction = task(
    of=Operation,
    title=text(
        fr="Réduire le loyer des logements en travaux plus de 21 jours", en="Reduce the rent of dwellings under works for over 21 days"
    ),
    display=works_among_occupants,
    open_while=happened(Operation.works_started_on),
    counts_to=Operation.completed_on + months(1),
    alerts={Alert.MODERATE: days(15), Alert.CRITICAL: days(5)},
    closed=happened(Operation.rent_reduction_settled_on),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=(WORKS_RENT_CUT, WORKS_NOTICE),
    note=text(
        fr="S’il y en a : à proportion du temps et de la partie dont le locataire est privé, logement par logement, sans attendre "
        "l’achèvement de l’opération ; il ne reste alors que le dernier décompte.",
        en="Where there are any: in proportion to the time and the part of which the tenant is deprived, dwelling by dwelling, without "
        "waiting for the completion of the operation; the last account alone is left for it.",
    ),
)
