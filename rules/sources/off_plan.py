"""Dwellings bought off plan: the sale, its guarantee, its completion and what the seller answers for."""

from domain.text import text
from rules.engine.declare import Source

OFF_PLAN_SALE = Source(
    reference="Code civil, art. 1601-3 ; CCH, art. L261-11 et R261-14",
    title=text(
        fr="Vente en l’état futur d’achèvement, par acte authentique qui fixe le délai de livraison",
        en="Off-plan sale, by a deed before a notary that fixes the time of delivery",
    ),
    address="https://www.doctrine.fr/l/texts/codes/LEGITEXT000006074096/articles/LEGIARTI000006824672?version=LEGIARTI000037667798",
    version=text(
        fr="art. L261-11 du 25 novembre 2018, lu ; R261-14 cité par un cabinet d’avocats",
        en="art. L261-11 of 25 November 2018, read; R261-14 quoted by a law firm",
    ),
)
OFF_PLAN_COMPLETION = Source(
    reference="CCH, art. R261-1 et R261-24",
    title=text(
        fr="Achèvement de l’immeuble vendu, constaté par un contrôleur indépendant ou un homme de l’art",
        en="Completion of the building sold, established by an independent inspector or a professional",
    ),
    address="https://www.doctrine.fr/l/texts/codes/LEGITEXT000006074096/articles/LEGIARTI000006896617",
    version=text(
        fr="art. R261-24 du 1er septembre 2019, lu ; R261-1 cité par un avocat",
        en="art. R261-24 of 1 September 2019, read; R261-1 quoted by a lawyer",
    ),
)
OFF_PLAN_GUARANTEE = Source(
    reference="CCH, art. L261-10-1 et L261-11 d",
    title=text(
        fr="Garantie financière d’achèvement ou de remboursement, attestée par le garant et annexée au contrat",
        en="Guarantee of completion or repayment, attested by the guarantor and annexed to the contract",
    ),
    address="https://www.doctrine.fr/l/texts/codes/LEGITEXT000006074096/articles/LEGIARTI000006824672?version=LEGIARTI000037667798",
    version=text(fr="art. L261-11 du 25 novembre 2018, lu", en="art. L261-11 of 25 November 2018, read"),
)
SELLER_INSURANCE = Source(
    reference="Code des assurances, art. L241-2 et L243-2",
    title=text(
        fr="Assurance décennale de qui fait construire pour vendre, attestée et annexée à l’acte de vente",
        en="Ten-year insurance of whoever has a building made to sell it, certified and annexed to the deed of sale",
    ),
    address="https://french-business-law.com/rench-legislation-art/article-l243-2-of-the-french-insurance-code",
    version=text(
        fr="art. L243-2 lu ; L241-2 cité par des courtiers, sa phrase sur la vente de mémoire",
        en="art. L243-2 read; L241-2 quoted by brokers, its sentence on sales from memory",
    ),
)
SELLER_GUARANTEES = Source(
    reference="Code civil, art. 1642-1, 1646-1 et 1648",
    title=text(
        fr="Garanties du vendeur d’immeuble à construire : défauts apparents, bon fonctionnement, décennale",
        en="Guarantees of the seller off plan: apparent defects, equipment, ten years",
    ),
    address="https://bannery.net/la-garantie-des-vices-apparents-dans-la-vente-dimmeuble-a-construire",
    version=text(
        fr="articles cités par cette page, lus ; art. 1646-1 de 2015", en="articles quoted by that page, read; art. 1646-1 of 2015"
    ),
)
