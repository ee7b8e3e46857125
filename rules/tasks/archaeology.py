"""What preventive archaeology requires before works: to ask for it, to read it in the permit, to plan the start after it."""

from domain.calendar import days, months
from domain.conditions import happened, later, passed
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Alert, Confidence, task
from rules.sources.sites import ARCHAEOLOGY
from rules.vocabulary.operations import is_construction, is_demolition, works_are_ahead

TITLE = text(fr="Archéologie préventive", en="Preventive archaeology")

referral = task(
    of=Operation,
    title=text(fr="Saisir le préfet de région (archéologie préventive)", en="Refer the project to the prefect of the region (archaeology)"),
    display=(is_construction | is_demolition) & Operation.archaeology_zone,
    open_while=~happened(Operation.permit_granted_on),
    counts_to=Operation.works_start - months(6),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.archaeology_answered_on) | passed(Operation.archaeology_file_received_on + months(1)),
    delay_confidence=Confidence.PROPOSAL,
    source=ARCHAEOLOGY,
    note=text(
        fr="Le préfet a un mois pour prescrire un diagnostic (deux avec étude d’impact) ; son silence vaut renonciation.",
        en="The prefect has a month to require a survey (two with an impact study); silence means none.",
    ),
)

# An excavation may be prescribed until three months after the report of the survey: nothing is built before.
prescriptions = task(
    of=Operation,
    title=text(fr="Lire au permis ce que l’archéologie préventive prescrit", en="Read in the permit what preventive archaeology requires"),
    display=(is_construction | is_demolition) & Operation.archaeology_zone & happened(Operation.permit_granted_on),
    open_while=works_are_ahead,
    counts_to=Operation.permit_granted_on + months(1),
    alerts={Alert.MODERATE: days(15), Alert.CRITICAL: days(5)},
    closed=happened(Operation.archaeology_answered_on) | passed(Operation.archaeology_file_received_on + months(1)),
    blocks=("tasks.works_contracts.start_order",),
    delay_confidence=Confidence.PROPOSAL,
    source=ARCHAEOLOGY,
    note=text(
        fr="Le permis suit la réponse du préfet de région, ou son silence (R425-31, de mémoire). 1. Le permis, ou la lettre du préfet "
        "qu’il vise, dit que rien n’est prescrit : noter comme réponse le jour de cette lettre ; rien ne retarde le démarrage. 2. Un "
        "diagnostic est prescrit : pas de démarrage avant qu’il soit fait, et que le préfet ait répondu à son rapport sans prescrire de "
        "fouille, ou se soit tu trois mois depuis sa réception (noter ce jour) ; si une fouille est prescrite, pas avant qu’elle soit "
        "faite. 3. Le permis n’en parle pas : demander à la mairie ou au service régional de l’archéologie quand le dossier a été reçu, "
        "et donner ce jour ; un mois (deux avec étude d’impact) sans réponse : rien n’est prescrit.",
        en="The permit comes after the answer of the prefect of the region, or silence (R425-31, from memory). 1. The permit, or the "
        "prefect’s letter that it cites, says that nothing is required: note the day of that letter as the answer; nothing holds up the "
        "start. 2. A survey (diagnostic) is required: no start before it is made, and the prefect has answered its report without "
        "requiring an excavation, or kept silent for three months from receiving it (note that day); where an excavation is required, not "
        "before it is done. 3. The permit does not speak of it: ask the town hall or the regional archaeology service when the file was "
        "received, and give that day; a month (two with an impact study) without an answer: nothing is required.",
    ),
)

# What is prescribed may take months: until the prefect has answered, no day of the start is sure.
before_works = task(
    of=Operation,
    title=text(
        fr="Prévoir le démarrage après ce que l’archéologie préventive a prescrit",
        en="Plan the start of the works after what preventive archaeology requires",
    ),
    display=(is_construction | is_demolition) & Operation.archaeology_zone & happened(Operation.permit_granted_on),
    open_while=works_are_ahead,
    counts_to=Operation.works_start,
    alerts={Alert.CRITICAL: months(6)},
    closed=later(Operation.works_start, than=Operation.archaeology_answered_on)
    | passed(Operation.archaeology_file_received_on + months(1)),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.DERIVED,
    source=ARCHAEOLOGY,
    note=text(
        fr="Lire d’abord le permis : si lui ou la lettre du préfet qu’il vise dit que rien n’est prescrit, rien ne retarde le démarrage. "
        "Diagnostic et fouille, si l’un ou l’autre est prescrit, s’ajoutent : aucun texte trouvé n’en donne la durée.",
        en="Read the permit first: where it, or the prefect’s letter that it cites, says that nothing is required, nothing holds up the "
        "start. A survey and an excavation, where either is required, come on top: no text that was found says how long they take.",
    ),
)
