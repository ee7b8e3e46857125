"""
What the rents of an operation rest on: product, zone, margin, lift; and the kind of convention they stand in.

Form step: 7, as for an operation.
"""

from decimal import Decimal

from domain.facts import Fact, fact
from domain.funding import FundingProduct
from domain.subjects import FactGroup
from domain.text import text
from domain.zones import RentZone


class Rents(FactGroup):
    """What the rents rest on."""

    convention_product: Fact[FundingProduct] = fact(
        fr="Financement qui régit la convention",
        en="Funding product that governs the APL agreement",
        step=7,
        hint=text(
            fr="L’outil calcule pour un financement à la fois : s’il y en a plusieurs, en répondre un, noter les valeurs, puis l’autre. "
            "Qu’ils fassent l’objet d’une convention ou de deux n’y change rien.",
            en="The tool calculates for one product at a time: where there are several, answer one, note the values, then the other. "
            "Whether they come under one agreement or two changes nothing.",
        ),
    )
    rent_zone: Fact[RentZone] = fact(
        fr="Zone de loyer",
        en="Rent zone",
        step=7,
        hint=text(
            fr="L’outil ne reconnaît que les communes de la zone 1 bis : aucune liste des zones 1, 2 et 3 n’a été trouvée.",
            en="This tool recognises the communes of zone 1 bis only: no list of zones 1, 2 and 3 was found.",
        ),
    )
    zone_rent: Fact[Decimal] = fact(
        fr="Loyer maximal de zone (LM zone)",
        en="Maximum rent of the zone",
        unit="EUR/m2/month",
        step=7,
        minimum=0,
        hint=text(
            fr="À lire dans l’avis annuel sur les loyers, celui de l’année de la convention : PLUS et PLAI par zone 1 bis, 1, 2 ou 3 ; PLS "
            "par zone A bis, A, B1, B2 ou C (depuis 2009 ; étudiants, personnes âgées ou handicapées à part). "
            "Convention signée : lire le loyer maximal qu’elle porte, révisé chaque 1er janvier selon l’IRL (L353-9-2) ; la valeur de "
            "zone, de l’année de la signature, ne sert qu’à vérifier.",
            en="To be read in the yearly notice on rents, that of the year of the agreement: PLUS and PLAI by zone 1 bis, 1, 2 or 3; PLS "
            "by zone A bis, A, B1, B2 or C (since 2009; students, elderly and disabled people apart). "
            "Once the agreement is signed, read the maximum rent that it bears, revised each 1 January by the rent index, IRL "
            "(L353-9-2); the value of the zone, of the year of the signature, serves only as a check.",
        ),
    )
    rent_margin: Fact[Decimal] = fact(
        fr="Marge locale sur le loyer",
        en="Local margin on the rent",
        unit="ratio",
        step=7,
        minimum=0,
        hint=text(
            fr="D’un barème local, pour PLUS et PLAI ; un PLS n’en avait pas (circulaire de 2001) : 0, à vérifier dans l’avis de l’année.",
            en="From a local scale, for PLUS and PLAI; a PLS had none (circular of 2001): 0, to be verified in the notice of the year.",
        ),
    )
    has_lift: Fact[bool] = fact(
        fr="Opération desservie par un ascenseur",
        en="Operation served by a lift",
        step=7,
        hint=text(
            fr="Dans le neuf seul, obligatoire au-delà de deux étages de logements (ancien R111-5 du CCH, permis demandé depuis le "
            "1er octobre 2019) : alors à confirmer seulement.",
            en="In new blocks of flats alone, mandatory with more than two floors of dwellings above the ground floor (former R111-5 of "
            "the CCH, permit asked for since 1 October 2019): then only to be confirmed.",
        ),
    )
    hostel: Fact[bool] = fact(fr="Foyer ou résidence", en="Hostel or supported housing (logement-foyer, résidence)", step=7)
    convention_years: Fact[int] = fact(
        fr="Durée de la convention", en="Duration of the APL agreement", unit="year", step=7, minimum=1, maximum=99
    )
    convention_without_works: Fact[bool] = fact(fr="Conventionnement sans travaux", en="APL agreement without works", step=7)
