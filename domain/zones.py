"""The zones that laws on housing draw over the country."""

from domain.text import Choice, text


class CeilingZone(Choice):
    """The zones of the income ceilings."""

    PARIS_AND_ADJOINING = text(fr="Paris et communes limitrophes", en="Paris and adjoining communes")
    ILE_DE_FRANCE = text(fr="Reste de l’Île-de-France", en="Rest of Île-de-France")
    OTHER_REGIONS = text(fr="Autres régions", en="Other regions")


class RentZone(Choice):
    """The zones of rents and of the housing benefit (arrêté of 17 March 1978)."""

    ZONE_1_BIS = text(fr="Zone 1 bis", en="Zone 1 bis")
    ZONE_1 = text(fr="Zone 1", en="Zone 1")
    ZONE_2 = text(fr="Zone 2", en="Zone 2")
    ZONE_3 = text(fr="Zone 3", en="Zone 3")


class ClimateZone(Choice):
    """The winter climate zones of the thermal regulations."""

    H1A = text(fr="H1a", en="H1a")
    H1B = text(fr="H1b", en="H1b")
    H1C = text(fr="H1c", en="H1c")
    H2A = text(fr="H2a", en="H2a")
    H2B = text(fr="H2b", en="H2b")
    H2C = text(fr="H2c", en="H2c")
    H2D = text(fr="H2d", en="H2d")
    H3 = text(fr="H3", en="H3")
