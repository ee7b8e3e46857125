"""What certifies that a building meets the rules of construction: earthquakes, energy, acoustics, access, great height."""

from domain.text import text
from rules.engine.declare import Source
from rules.sources.versions import PRESENTED

THERMAL_ATTESTATION = Source(
    reference="CCH, art. R122-24",
    title=text(
        fr="Attestation thermique ou environnementale jointe à la déclaration d’achèvement",
        en="Thermal or environmental certificate joined to the completion declaration",
    ),
)
PERMIT_ATTESTATIONS = Source(
    reference="CCH, art. L122-7 et L122-8 ; code de l’urbanisme, art. R431-16",
    title=text(
        fr="Attestations jointes à la demande de permis depuis 2024 : RE2020 ; séisme, zones 3 à 5 ou zone 2 en catégorie III ou IV",
        en="Certificates with the permit application since 2024: RE2020; earthquakes, zones 3 to 5, or zone 2 in category III or IV",
    ),
    address="https://prod.architectes.ows.fr/les-attestations-fournir-au-moment-du-depot-du-permis-de-constuire-114912",
    version=PRESENTED,
)
SEISMIC_ATTESTATION = Source(
    reference="CCH, art. R122-36",
    title=text(
        fr="Attestation parasismique : catégories II à IV en zones 3 à 5, III et IV en zone 2 ; la hauteur seule n’y suffit pas",
        en="Certificate on earthquakes: categories II to IV in zones 3 to 5, III and IV in zone 2; not by height alone",
    ),
    address="https://legal.tricoteuses.fr/articles/JORFARTI000048560384",
    version=text(fr="décret n° 2023-1173 du 12 décembre 2023, lu", en="décret n° 2023-1173 of 12 December 2023, read"),
)
COMPLETION_SEISMIC_ATTESTATION = Source(
    reference="CCH, art. L122-11 et R122-37",
    title=text(
        fr="Attestation parasismique du contrôleur technique à l’achèvement, avec la DAACT",
        en="Certificate of the building control body on earthquakes at completion, with the DAACT",
    ),
    address="https://www.actu-juridique.fr/civil/immobilier/le-regime-de-lattestation-sismique-est-precise/",
    version=PRESENTED,
)
RISK_STUDY = Source(
    reference="Code de l’urbanisme, art. R431-16",
    title=text(
        fr="Attestation que l’étude exigée par un plan de prévention des risques est faite, et le projet conçu d’après elle",
        en="Certificate that the study required by a risk prevention plan was made, and the project designed by it",
    ),
    address="https://www.urbads-instruction.fr",
    version=text(fr="alinéa lu chez un service instructeur", en="paragraph read with an office that examines permits"),
)
DWELLING_RECORD = Source(
    reference="CCH, art. L126-35-2 à L126-35-11 et R126-32 à R126-34",
    title=text(
        fr="Carnet d’information du logement, bâti ou rénové, au permis ou à la déclaration déposés depuis 2023",
        en="Record of a dwelling that is built or renovated, where the permit or declaration was filed from 2023 on",
    ),
    address="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000043966763/2021-08-25/",
    version=text(
        fr="L126-35-2 et L126-35-4 lus ; le reste, présentations lues",
        en="L126-35-2 and L126-35-4 read; of the rest presentations were read",
    ),
)
HIGH_RISE = Source(
    reference="Code de l’urbanisme, art. R431-29 ; CCH, art. R146-3",
    title=text(
        fr="Immeuble de grande hauteur (logements, plancher à plus de 50 m) : récépissé du dossier déposé en préfecture",
        en="High-rise building (dwellings, floor above 50 m): receipt of the file lodged with the prefecture",
    ),
    address="https://publish.calenco.com/LEGI/LEGITEXT000006074075/LEGIARTI000043840928.html",
    version=text(
        fr="version de juillet 2021 lue ; les 50 m, lus à l’ancien art. R122-2 du CCH",
        en="version of July 2021 read; the 50 m, read in former art. R122-2 of the CCH",
    ),
)
SEISMIC_CATEGORIES = Source(
    reference="Arrêté du 22 octobre 2010, art. 2",
    title=text(
        fr="Catégories d’importance des bâtiments face au séisme : III au-dessus de 28 m",
        en="Importance categories of buildings in an earthquake: III above 28 m",
    ),
    address="https://www.hilti.fr/content/hilti/E2/FR/fr/ingenierie/references-techniques/blog-ingenierie/articles/zone-sismique.html",
    version=PRESENTED,
)
ACOUSTIC_ATTESTATION = Source(
    reference="CCH, art. L122-10 et R122-32 ; arrêté du 26 décembre 2023",
    title=text(fr="Attestation acoustique à l’achèvement", en="Acoustic certificate on completion"),
    address="https://www.actu-juridique.fr/civil/immobilier/le-regime-de-lattestation-acoustique-est-precise/",
    version=PRESENTED,
)
ACCESSIBILITY_ATTESTATION = Source(
    reference="CCH, art. L122-9 et L122-10",
    title=text(
        fr="Attestation d’accessibilité jointe à la déclaration d’achèvement : immeubles, et maisons bâties pour être louées",
        en="Accessibility certificate joined to the completion declaration: blocks, and houses built to be let",
    ),
    address="https://www.service-public.fr/particuliers/vosdroits/F1997",
    version=text(fr="fiche F1997 du service public", en="page F1997 of the public service"),
)
