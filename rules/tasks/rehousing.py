"""Emptying a building that comes down: its households, its dwellings (CCH L442-6 II, circular of 15 November 2001)."""

from domain.calendar import days, months
from domain.conditions import happened, later, passed
from domain.operations import Operation, Rehousing
from domain.text import text
from rules.calculations.rehousing import empty_building_mark, occupation_right_end, offers_left, right_to_stay_loss, utilities_mark
from rules.calculations.vacated_dwellings import securing_mark
from rules.engine.declare import Alert, Confidence, task
from rules.sources.demolitions import DEMOLITION_CIRCULAR, EVICTION, REHOUSING_OFFERS
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.demolitions import has_refused_three_offers, has_secured_vacated_dwellings, may_end_the_right_to_stay
from rules.vocabulary.operations import is_demolition, is_occupied, works_are_ahead

TITLE = text(fr="Relogement", en="Rehousing")

rehousing_plan = task(
    of=Operation,
    title=text(fr="Établir le plan de relogement", en="Write the rehousing plan"),
    display=is_demolition & is_occupied,
    counts_to=Operation.works_start - months(12),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.rehousing_plan_approved_on),
    delay_confidence=Confidence.PROPOSAL,
    source=DEMOLITION_CIRCULAR,
)

# A household loses its right to stay six months after the third offer: notified later, it may still be there.
# The day of the third and the count are read together where both are known: what puts the count in doubt is told of the day too.
rehousing_offers = task(
    of=Rehousing,
    title=text(fr="Notifier les trois offres de relogement", en="Notify the three rehousing offers"),
    display=is_demolition & ~happened(Rehousing.left_on),
    counts_to=Operation.works_start - months(6) - days(1),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=(happened(Rehousing.third_offer_on) & (offers_left <= 0)) | happened(Rehousing.third_offer_on) | (offers_left <= 0),
    delay_confidence=Confidence.DERIVED,
    source=REHOUSING_OFFERS,
    note=text(
        fr="Six mois et un jour avant : même le ménage qui refuse trois offres conformes garde son droit au maintien six mois après la "
        "troisième. Notifiée plus tard, elle ne permet plus de tenir le démarrage prévu, sauf si le ménage accepte une offre ou part de "
        "lui-même : voir d’abord sa réponse aux offres déjà notifiées, puis faire sans attendre celles qui restent (article 13 bis). Tant "
        "que rien n’autorise la démolition, demander au service juridique si elles comptent.",
        en="Six months and a day before: even a household that refuses three offers that meet the law keeps the right to stay for six "
        "months after the third. Notified later, it no longer allows the planned start, unless the household accepts an offer or leaves "
        "of its own accord: look first at its answer to the offers already notified, then make those that are left without waiting "
        "(article 13 bis). While nothing authorises the demolition, ask the legal service whether they count.",
    ),
)

occupation_right_loss = task(
    of=Rehousing,
    title=text(
        fr="Obtenir le départ du ménage qui perd son droit au maintien",
        en="Have the household that loses its right to stay leave",
    ),
    display=is_demolition & may_end_the_right_to_stay & has_refused_three_offers,
    counts_to=right_to_stay_loss,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Rehousing.left_on),
    source=REHOUSING_OFFERS,
)

# The right is lost, the household is still there: no day is set, each month of it puts off the works.
eviction = task(
    of=Rehousing,
    title=text(
        fr="Si le ménage reste sans droit, engager l’expulsion (jugement, puis deux mois au moins, hors trêve du 1er novembre au 31 mars : "
        "parfois plus d’un an)",
        en="If the household stays without a right, start its eviction (judgment, then two months at least, none from 1 November to "
        "31 March: sometimes over a year)",
    ),
    display=is_demolition & ~happened(Rehousing.left_on) & may_end_the_right_to_stay & has_refused_three_offers,
    open_while=passed(right_to_stay_loss),
    closed=happened(Rehousing.eviction_started_on),
    blocks=("tasks.rehousing.empty_building", "tasks.works_contracts.start_order"),
    source=EVICTION,
    note=text(
        fr="Assignation, jugement, puis commandement de quitter les lieux : l’expulsion attend deux mois après lui (L412-1), les délais "
        "que le juge accorde (d’un mois à un an, L412-3 et L412-4) et, sauf relogement suffisant, la fin de la trêve hivernale "
        "(1er novembre au 31 mars, L412-6). Ce temps n’est compté dans aucun jour de cette réponse.",
        en="Summons, judgment, then an order to quit: the eviction waits for two months after it (L412-1), for the time that the court "
        "grants (from a month to a year, L412-3 and L412-4) and, unless the household is rehoused well enough, for the end of the "
        "winter ban (trêve hivernale, 1 November to 31 March, L412-6). No day of this answer counts this time.",
    ),
)

# The six months of the law: with no third offer by then, the planned start falls within the right to stay.
works_after_right_to_stay = task(
    of=Rehousing,
    title=text(
        fr="Prévoir le démarrage des travaux après la fin du droit au maintien",
        en="Plan the start of the works after the end of the right to stay",
    ),
    display=is_demolition & ~happened(Rehousing.left_on),
    open_while=works_are_ahead,
    counts_to=Operation.works_start,
    alerts={Alert.CRITICAL: months(6)},
    closed=later(Operation.works_start, than=occupation_right_end) & may_end_the_right_to_stay & has_refused_three_offers,
    alerts_confidence=Confidence.DERIVED,
    blocks=("tasks.works_contracts.start_order",),
    source=(REHOUSING_OFFERS, EVICTION),
    note=text(
        fr="Le ménage perd ce droit six mois après la troisième offre s’il en a refusé trois conformes (article 13 bis de la loi du "
        "1er septembre 1948), une fois la démolition autorisée par le préfet ou nommée par une convention ANRU signée. Jusqu’à la perte "
        "du droit, le démarrage prévu ne tient que si le ménage accepte une offre ou part de lui-même ; ensuite, s’il reste, il faut "
        "encore l’expulser : jugement, deux mois après le commandement (L412-1), délais du juge (un mois à un an, L412-3 et L412-4), hors "
        "trêve hivernale (1er novembre au 31 mars, sauf relogement assuré dans des conditions suffisantes, L412-6, al. 1).",
        en="The household loses this right six months after the third offer if it refused three that met the law (article 13 bis of the "
        "act of 1 September 1948), once the prefect has authorised the demolition or a signed ANRU agreement names it. Until the right is "
        "lost the planned start holds only if the household accepts an offer or leaves by itself; after that, if it stays, it has yet to "
        "be evicted: judgment, two months after the order to quit (L412-1), time that the court grants (a month to a year, L412-3 and "
        "L412-4), outside the winter ban (trêve hivernale, 1 November to 31 March, unless it is sure to be rehoused in sufficient "
        "conditions, L412-6, first paragraph).",
    ),
)

# A vacated dwelling is not let again before the works; while none is vacated, nothing remains to be done.
vacated_dwellings = task(
    of=Operation,
    title=text(fr="Neutraliser les logements libérés", en="Secure the vacated dwellings"),
    display=is_demolition,
    counts_to=securing_mark,
    alerts={Alert.CRITICAL: days(7)},
    closed=has_secured_vacated_dwellings,
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=NO_TEXT_FOUND,
    note=text(
        fr="Dès le départ de chaque ménage (squat, incendie). Le repère vient du dernier départ : un logement quitté avant attend déjà.",
        en="As soon as each household has left (squatters, fire). The date comes from the last departure: a dwelling left before that is "
        "waiting already.",
    ),
)

empty_building = task(
    of=Operation,
    title=text(fr="Constater la libération complète", en="Record that the building is vacated"),
    display=is_demolition,
    counts_to=empty_building_mark,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.building_empty_recorded_on),
    blocks=(
        "tasks.rehousing.utilities",
        "tasks.demolition_asbestos.survey_of_dwellings_left_last",
        "tasks.works_contracts.start_order",
    ),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.FROM_MEMORY,
    source=NO_TEXT_FOUND,
    note=text(
        fr="Pas avant le départ du dernier ménage : celui qui garde son droit au maintien repousse ce repère, et le démarrage. Demander "
        "d’avance la coupure des réseaux aux exploitants.",
        en="Not before the last household has left: one that keeps its right to stay puts off this date, and the start. Ask the operators "
        "beforehand to cut off the networks.",
    ),
)

# Nobody lives there any more: until that is recorded there is neither a day nor an alert.
utilities = task(
    of=Operation,
    title=text(
        fr="Faire couper les réseaux (gaz, électricité, eau, chauffage)", en="Have the networks cut off (gas, electricity, water, heating)"
    ),
    display=is_demolition,
    open_while=happened(Operation.building_empty_recorded_on),
    counts_to=utilities_mark,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.utilities_disconnected_on),
    blocks=("tasks.works_contracts.start_order",),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.FROM_MEMORY,
    source=NO_TEXT_FOUND,
    note=text(
        fr="Par les exploitants, qui en attestent, une fois le dernier ménage parti. La DT et les DICT n’en tiennent pas lieu.",
        en="By the operators, who certify it, once the last household has left. The DT and the DICT do not take its place.",
    ),
)
