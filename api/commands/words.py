"""What the command line says around what rules say: headings and connecting words, in French and English."""

from domain.text import Text, text

WORDS: dict[str, Text] = {
    "reference_day": text(fr="Jour de référence", en="Reference day"),
    "decision": text(fr="Décision n° {}", en="Decision no. {}"),
    "simulated": text(fr="Simulation : rien n’est enregistré", en="Simulation: nothing is recorded"),
    "TO_REGISTER": text(fr="Pièces exigées pour enregistrer la demande", en="Documents required to register the request"),
    "TO_PROCESS": text(fr="Pièces exigées pour instruire le dossier", en="Documents required to process the file"),
    "UNVERIFIED": text(
        fr="Pièces non exigées : la règle qui les désigne reste à vérifier",
        en="Documents not asked for: the rule that names them is still to be verified",
    ),
    "ON_REQUEST": text(fr="Pièces qui peuvent être demandées", en="Documents that may be asked for"),
    "NEVER": text(fr="Pièces à ne jamais demander", en="Documents never to be asked for"),
    "tasks": text(fr="À faire", en="To do"),
    "missing": text(fr="Ce qui manque", en="What is missing"),
    "missing_for_values": text(fr="Informations utiles aux seuls calculs", en="Facts needed only for the calculations"),
    "provided_unknown": text(fr="Ce que les services n’ont pas dit", en="What services did not say"),
    "values": text(fr="Valeurs calculées", en="Calculated values"),
    "failed": text(fr="Règles en échec", en="Rules that failed"),
    "not_applicable": text(fr="Ce qui ne s’applique pas", en="What does not apply"),
    "not_in_force": text(fr="pas en vigueur ce jour-là", en="not in force on that day"),
    "because": text(fr="parce que", en="because"),
    "source": text(fr="source", en="source"),
    "one_of": text(fr="au choix", en="any one of"),
    "needed_for": text(fr="pour", en="for"),
    "choices": text(fr="réponses possibles", en="possible answers"),
    "from": text(fr="d’après", en="from"),
    "given_by": text(fr="selon : {}", en="according to: {}"),
    "in_force_since": text(fr="en vigueur depuis le {}", en="in force since {}"),
    "none": text(fr="Sans objet", en="Not applicable"),
    "not_calculated": text(fr="Pas encore calculables", en="Not calculable yet"),
    "and_others": text(fr="et {} de plus", en="and {} more"),
    "due": text(fr="échéance : {}", en="due {}"),
    "no_due": text(fr="sans échéance", en="no due day"),
    "due_unknown": text(fr="échéance à préciser", en="due day not known yet"),
    "delay": text(fr="délai : {}", en="time limit: {}"),
    "missed": text(fr="dépassée de {}", en="{} late"),
    "years": text(fr="plus de {} ans", en="more than {} years"),
    "today": text(fr="aujourd’hui", en="today"),
    "left": text(fr="dans {}", en="in {}"),
    "alerts_proposed": text(fr="Les seuils d’alerte sont notre proposition.", en="The alert thresholds are our own proposal."),
    "alerts_proposed_but": text(
        fr="Les seuils d’alerte sont notre proposition, sauf pour : {}.", en="The alert thresholds are our own proposal, except for: {}."
    ),
    "moderate_from": text(fr="alerte modérée à partir du {}", en="moderate alert from {}"),
    "critical_from": text(fr="alerte critique à partir du {}", en="critical alert from {}"),
    "blocks": text(fr="bloque", en="blocks"),
    "shown_from": text(fr="à partir du {}", en="from {}"),
    "changes_on": text(
        fr="Sans rien de nouveau, cette réponse peut changer dès le {}.", en="With nothing new, this answer may change as early as {}."
    ),
    "rules": text(fr="version des règles : {}", en="version of the rules: {}"),
    "abbreviations": text(fr="Abréviations", en="Abbreviations"),
    "nothing": text(fr="Aucune règle ne demande rien.", en="No rule asks for anything."),
    "all_of": text(fr="toutes ces conditions", en="all of these"),
    "any_of": text(fr="l’une de ces conditions", en="one of these"),
    "not": text(fr="sauf", en="not"),
    "always": text(fr="toujours", en="always"),
}
UNDECIDED = text(fr="À préciser", en="Not known yet")
