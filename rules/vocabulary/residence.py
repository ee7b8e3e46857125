"""What is taken for true of the documents of residence."""

from domain.conditions import named
from domain.text import text
from rules.vocabulary.persons import is_from_third_country

TITLE = text(fr="Droit au séjour", en="Right of residence")

# The arrêté of 20 April 2022 closes the list of permits with which social housing may be requested.
is_document_taken_for_listed = named(
    text(
        fr="document de séjour tenu pour valable à ce jour, et de la liste de l’arrêté du 20 avril 2022",
        en="residence document taken to be valid today, and on the list of the arrêté of 20 April 2022",
    ),
    is_from_third_country,
    note=text(
        fr="Vérifier sa nature, sa mention et sa date de fin à l’enregistrement, et de nouveau à l’attribution ; d’un renouvellement, la "
        "nature du titre renouvelé. Un titre diplomatique ou spécial n’est pas sur la liste.",
        en="Check its kind, its mention and its last day at the registration, and again when a dwelling is allocated; of a renewal, the "
        "kind of the permit that is renewed. A diplomatic or special permit is not on the list.",
    ),
)
