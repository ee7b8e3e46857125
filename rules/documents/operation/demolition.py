"""The file of a demolition: intention (circular of 15 November 2001), agreements and authorisation (CCH L443-15-1), funding."""

from decimal import Decimal

from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Requirement, document
from rules.sources.demolitions import DEMOLITION_AUTHORISATION, DEMOLITION_CIRCULAR, PUBLIC_AID_REPAYMENT, TENANT_CONSULTATION
from rules.vocabulary.demolitions import is_demolition_to_authorise
from rules.vocabulary.files import in_intention_file
from rules.vocabulary.operations import has_guaranteed_loans, is_demolition
from rules.vocabulary.phases import in_funding, in_permits
from rules.vocabulary.subsidies import is_funded_by_state, is_taken_for_funded_by_state

TITLE = text(fr="Démolition", en="Demolition")

social_analysis = document(
    of=Operation,
    title=text(fr="Dossier d’intention : analyse technique, urbaine et sociale", en="Intention file: technical, urban and social analysis"),
    when=in_intention_file,
    obtained=Operation.intention_file_deposited_on,
    requirement=Requirement.TO_PROCESS,
    source=DEMOLITION_CIRCULAR,
)

drawings = document(
    of=Operation,
    title=text(fr="Dossier d’intention : documents graphiques", en="Intention file: drawings"),
    when=in_intention_file,
    obtained=Operation.intention_file_deposited_on,
    requirement=Requirement.TO_PROCESS,
    source=DEMOLITION_CIRCULAR,
)

board_deliberation = document(
    of=Operation,
    title=text(fr="Délibération du conseil d’administration décidant de démolir", en="Resolution of the board to demolish"),
    when=in_intention_file,
    obtained=Operation.intention_file_deposited_on,
    requirement=Requirement.TO_PROCESS,
    source=DEMOLITION_CIRCULAR,
)

urban_project_note = document(
    of=Operation,
    title=text(fr="Note d’avancement du projet urbain", en="Note on the progress of the urban project"),
    when=in_intention_file,
    obtained=Operation.intention_file_deposited_on,
    requirement=Requirement.TO_PROCESS,
    source=DEMOLITION_CIRCULAR,
)

consultation_note = document(
    of=Operation,
    title=text(fr="Note sur la concertation avec les habitants", en="Note on the consultation of the residents"),
    when=in_intention_file,
    obtained=Operation.intention_file_deposited_on,
    requirement=Requirement.TO_PROCESS,
    source=(DEMOLITION_CIRCULAR, TENANT_CONSULTATION),
)

rehousing_strategy_note = document(
    of=Operation,
    title=text(
        fr="Note sur la stratégie de relogement et les besoins de reconstitution",
        en="Note on the rehousing strategy and on what is to be rebuilt",
    ),
    when=in_intention_file,
    obtained=Operation.intention_file_deposited_on,
    requirement=Requirement.TO_PROCESS,
    source=DEMOLITION_CIRCULAR,
)

vacancy_analysis = document(
    of=Operation,
    title=text(fr="Analyse de la vacance localisée et de ses causes", en="Analysis of local vacancy and its causes"),
    when=in_intention_file,
    obtained=Operation.intention_file_deposited_on,
    requirement=Requirement.TO_PROCESS,
    source=DEMOLITION_CIRCULAR,
)

reconstitution_plan = document(
    of=Operation,
    title=text(fr="Plan de reconstitution de l’offre", en="Plan to rebuild the supply"),
    when=in_intention_file,
    obtained=Operation.intention_file_deposited_on,
    requirement=Requirement.TO_PROCESS,
    source=DEMOLITION_CIRCULAR,
)

funding_file = document(
    of=Operation,
    title=text(fr="Dossier définitif de démolition", en="Final application for the demolition"),
    when=in_funding & is_funded_by_state,
    obtained=Operation.demolition_file_deposited_on,
    requirement=Requirement.TO_PROCESS,
    doubt=is_taken_for_funded_by_state,
    source=DEMOLITION_CIRCULAR,
)

commune_agreement = document(
    of=Operation,
    title=text(fr="Accord de la commune d’implantation", en="Agreement of the commune"),
    when=in_permits & is_demolition,
    obtained=Operation.commune_agreed_on,
    requirement=Requirement.TO_PROCESS,
    source=DEMOLITION_AUTHORISATION,
)

guarantors_agreement = document(
    of=Operation,
    title=text(fr="Accord des garants des prêts", en="Agreement of the guarantors of the loans"),
    when=in_permits & is_demolition & has_guaranteed_loans,
    obtained=Operation.guarantors_agreed_on,
    requirement=Requirement.TO_PROCESS,
    source=DEMOLITION_AUTHORISATION,
)

prefect_authorisation = document(
    of=Operation,
    title=text(fr="Autorisation de démolir du préfet", en="Demolition authorisation of the prefect"),
    when=in_permits & is_demolition_to_authorise,
    obtained=Operation.prefect_authorised_on,
    requirement=Requirement.TO_PROCESS,
    source=DEMOLITION_AUTHORISATION,
)

public_aid_statement = document(
    of=Operation,
    title=text(fr="État des aides publiques à rembourser", en="Statement of the public aid to be repaid"),
    when=in_permits & is_demolition & (Operation.public_aid_outstanding > Decimal(0)),
    requirement=Requirement.TO_PROCESS,
    source=PUBLIC_AID_REPAYMENT,
)
