"""Taxes on what is built: property tax, value-added tax."""

from domain.text import text
from rules.engine.declare import Source
from rules.sources.versions import CODES, CODES_2015, PRESENTED

PROPERTY_TAX_EXEMPTION = Source(
    reference="Code général des impôts, art. 1384 A et 1384 C ; BOI-IF-TFB-10-90-50, BOI-IF-TFB-10-120-10",
    title=text(fr="Exonération de taxe foncière de 15 ou 25 ans", en="Exemption from property tax for 15 or 25 years"),
    address="https://bofip.impots.gouv.fr/bofip/5327-PGP.html/identifiant%3DBOI-IF-TFB-10-90-50-20120912",
    version=text(
        fr="aides comptées dans les 50 % : 1384 A, I, d’avant septembre 2019 ; de la version du 27 avril 2024, le début seul a été lu",
        en="aid counted in the 50%: 1384 A, I, of before September 2019; of the version of 27 April 2024 only the beginning was read",
    ),
)
USABLE_DWELLING = Source(
    reference="BOI-IF-TFB-10-60-20, § 10 et 20",
    title=text(
        fr="Taxe foncière : un logement est achevé dès que l’état des travaux le rend habitable ; c’est une question de fait",
        en="Property tax: a dwelling is complete once the state of the works makes it habitable; that is a question of fact",
    ),
    address="https://bofip.impots.gouv.fr/bofip/5137-PGP.html/identifiant=BOI-IF-TFB-10-60-20-20120912",
    version=text(
        fr="doctrine du 12 septembre 2012 ; de celle du 20 décembre 2021, le début seul a été lu",
        en="guidance of 12 September 2012; of that of 20 December 2021 only the beginning was read",
    ),
)
COMPLETION_FOR_VAT = Source(
    reference="Code général des impôts, annexe II, art. 258",
    caveat=text(fr="d’après une étude ; texte en vigueur non lu", en="as a study quotes it; the text in force was not read"),
    title=text(
        fr="TVA : achevé quand il est habitable ou utilisable, ou occupé, même en partie",
        en="VAT: complete once it is habitable or usable, or occupied, even in part",
    ),
    address="https://allezassocies.com/articles/la-fiscalite-de-lachevement-de-limmeuble-etude-de-m-jean-pierre-maublanc",
)
PROPERTY_TAX_ENVIRONMENT = Source(
    reference="Code général des impôts, art. 1384 A, I bis, I ter ; BOI-IF-TFB-10-180-20",
    title=text(
        fr="Trente ans si quatre des cinq critères de qualité environnementale sont remplis, certificat joint à la déclaration",
        en="Thirty years where four of the five criteria of environmental quality are met, a certificate being joined to the declaration",
    ),
    address="https://bofip.impots.gouv.fr/bofip/2374-PGP.html/identifiant=BOI-IF-TFB-10-180-20-20220608",
    version=text(
        fr="critères : loi n° 2001-1275, art. 90 ; doctrine du 8 juin 2022, jusqu’à fin 2022 ; fin 2026 d’après un amendement de 2025",
        en="criteria: law no 2001-1275, art. 90; guidance of 8 June 2022, until the end of 2022; end of 2026 from an amendment of 2025",
    ),
)
PROPERTY_TAX_EXTENSION = Source(
    reference="Code général des impôts, art. 1384 A et 1384 C",
    caveat=text(fr="dates de 2004 et de 2026", en="the dates of 2004 and 2026"),
    title=text(
        fr="Vingt-cinq ans pour une décision prise du 1er juillet 2004 au 31 décembre 2026",
        en="Twenty-five years for a decision taken from 1 July 2004 to 31 December 2026",
    ),
    address="https://advizexperts.fr/code-general-impots/article-1384-c-cgi-exoneration-taxe-fonciere-logement-social",
    version=text(
        fr="1384 C lu ; 1384 A d’après un amendement de 2025 ; loi n° 2026-103 du 19 février 2026 non lue, le Sénat y avait voté 2028",
        en="1384 C read; 1384 A from an amendment of 2025; law no 2026-103 of 19 February 2026 not read, the Senate had voted 2028 in it",
    ),
)
ENERGY_TAX_RELIEF = Source(
    reference="Code général des impôts, art. 1391 E",
    title=text(
        fr="Dégrèvement de taxe foncière d’un quart des travaux d’économie d’énergie, payés l’année précédente, subventions déduites",
        en="Relief from property tax: a quarter of the energy-saving works paid in the year before, less the subsidies",
    ),
    address="https://earth-avocats.com/blog/2020/11/09/taxe-fonciere-sur-les-proprietes-baties-precisions-apportees-par-le-conseil-detat-sur-le-degrevement-accorde-en-faveur-des-bailleurs-sociaux-a-raison-des-travaux-deconomies-d/",
    version=text(
        fr="texte de 2015 à 2018, cité par un cabinet d’avocats ; début de la doctrine en vigueur lu (bofip, 10636)",
        en="text of 2015 to 2018, quoted by a law firm; the beginning of the tax office’s doctrine in force was read (bofip, 10636)",
    ),
)
RENEWAL_TAX_EXEMPTION = Source(
    reference="Code général des impôts, art. 1384 C bis ; BOI-IF-TFB-10-125, § 1 et 10",
    title=text(
        fr="Rénovation lourde de logements sociaux de quarante ans, agréée par l’État : 15 ans sans taxe foncière, 25 si l’agrément est "
        "demandé du 1er janvier 2024 au 31 décembre 2026",
        en="Heavy renovation of social dwellings of forty years, approved by the State: 15 years without property tax, 25 where the "
        "approval is asked for from 1 January 2024 to 31 December 2026",
    ),
    address="https://bofip.impots.gouv.fr/bofip/14425-PGP.html/identifiant=BOI-IF-TFB-10-125-20250604",
    version=text(
        fr="doctrine du 4 juin 2025 ; annexe III, art. 315 ter A (niveau à atteindre), non lue",
        en="guidance of 4 June 2025; annexe III, art. 315 ter A (level to be reached), was not read",
    ),
)
LOCAL_TAX_CLAIMS = Source(
    reference="Livre des procédures fiscales, art. R*196-2",
    title=text(
        fr="Impôts directs locaux : réclamation au plus tard le 31 décembre de l’année qui suit la mise en recouvrement",
        en="Local direct taxes: claims by 31 December of the year after that in which the tax is levied",
    ),
    address="http://bofip.impots.gouv.fr/bofip/597-PGP.html",
)
REDUCED_VAT = Source(
    reference="Code général des impôts, art. 278 sexies",
    caveat=text(fr="logements neufs", en="new dwellings"),
    title=text(fr="TVA à taux réduit, livraison à soi-même", en="Reduced rate of VAT, self-supply"),
    address=CODES,
    version=CODES_2015,
)
REDUCED_VAT_AGREEMENT = Source(
    reference="Code général des impôts, art. 278 sexies ; BOI-TVA-IMM-20-10-10-10, § 1 ; BOI-TVA-IMM-20-10-20-10, § 10 ; "
    "BOI-RES-TVA-000004",
    title=text(
        fr="Taux réduit, pour des logements neufs ou des travaux, si le bailleur a conclu une convention avec l’État",
        en="Reduced rate, for new dwellings or works, where the landlord has made an agreement with the State",
    ),
    address="http://bofip.impots.gouv.fr/bofip/2512-PGP.html",
    version=text(
        fr="doctrine du 1er juillet 2015, du 28 octobre 2013 et du 9 mars 2021 ; les taux, art. 278 sexies-0 A, n’ont pas été lus",
        en="guidance of 1 July 2015, 28 October 2013 and 9 March 2021; the rates, art. 278 sexies-0 A, were not read",
    ),
)
OFF_PLAN_TAX = Source(
    reference="Code général des impôts, art. 269 ; BOI-TVA-IMM-10-20-20",
    caveat=text(
        fr="réponse ministérielle n° 96, Assemblée nationale, 13 septembre 2022, lue dans le résumé d’un éditeur",
        en="answer of the minister no 96, National Assembly, 13 September 2022, read in the summary of a publisher",
    ),
    title=text(
        fr="VEFA : la taxe naît à l’achèvement, même livrée après, et se paie sur chaque appel de fonds",
        en="Off plan: the tax arises at the completion, though delivered later, and is paid on each call for funds",
    ),
    address="https://www.efl.fr/actualite/tva-immobiliere-administration-precise-notion-generateur-matiere-vefa_f4c29a1a6-367f-4f37-8f9b-a4f203ffd892",
)
REDUCED_VAT_CLAIM = Source(
    reference="Code général des impôts, art. 284",
    title=text(
        fr="Taux réduit dont les conditions ne sont pas remplies : complément dû par qui en a bénéficié",
        en="Reduced rate whose conditions are not met: the rest of the tax is owed by whoever had the benefit of it",
    ),
    address="https://www.doctrine.fr/l/texts/codes/LEGITEXT000006069577/articles/LEGIARTI000006304416?version=LEGIARTI000041467416",
    version=text(fr="I et II lus dans la version du 31 décembre 2023", en="I and II read in the version of 31 December 2023"),
)
AGREEMENT_BEFORE_COMPLETION = Source(
    reference="Tribunal administratif de Lyon, 18 juin 2019",
    caveat=text(
        fr="établissements médico-sociaux ; rapporté par un cabinet d’avocats, jugement non lu",
        en="medical and social institutions; reported by a law firm, the judgment was not read",
    ),
    title=text(
        fr="Livraison à soi-même au taux réduit : convention avec le préfet signée avant l’achèvement",
        en="Self-supply at the reduced rate: agreement with the prefect signed before the completion",
    ),
    address="https://archimede-avocats.fr/2019/06/21/tva-au-taux-reduit-de-55-sur-les-travaux-de-construction-detablissements-medicaux-sociaux-retardataires-ne-desesperez-pas",
)
REDUCED_VAT_ON_WORKS = Source(
    reference="Code général des impôts, art. 278 sexies A",
    caveat=text(fr="travaux", en="works"),
    title=text(
        fr="TVA à taux réduit, livraison à soi-même de travaux : logements conventionnés, acquisition-amélioration en PLUS ou PLAI",
        en="Reduced rate of VAT, self-supply of works: dwellings under an agreement, acquisition and improvement by PLUS or PLAI",
    ),
    address="https://www.doctrine.fr/l/texts/codes/LEGITEXT000006069577/articles/LEGIARTI000028408075?version=LEGIARTI000041467440",
    version=text(fr="lu dans sa version du 1er décembre 2019", en="read in its version of 1 December 2019"),
)
SELF_SUPPLY_DECLARATION = Source(
    reference="Code général des impôts, annexe II, art. 244",
    title=text(
        fr="Livraison à soi-même d’un immeuble neuf : déclaration spéciale dans le mois de l’achèvement",
        en="Self-supply of a new building: special declaration within the month of completion",
    ),
    address="https://www.doctrine.fr/l/texts/codes/LEGITEXT000006069569/articles/LEGIARTI000006294525?version=LEGIARTI000030974877",
)
WORKS_SELF_SUPPLY_TAX = Source(
    reference="Code général des impôts, art. 269, 1",
    caveat=text(fr="travaux", en="works"),
    title=text(
        fr="Livraison à soi-même de travaux : la taxe naît à l’achèvement de l’ensemble des travaux",
        en="Self-supply of works: the tax arises at the completion of all the works",
    ),
    address="https://lexbase.fr/texte-de-loi/art-269-code-general-des-impots/L7828HWT.html",
    version=text(fr="lu dans une version d’avant 2010, au d", en="read in a version of before 2010, at d"),
)
VAT_RETURN = Source(
    reference="Code général des impôts, art. 287, et annexe IV, art. 39",
    title=text(fr="Déclaration de TVA d’un mois, déposée le mois suivant", en="VAT return of a month, filed in the next"),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)
SELF_SUPPLY_TAX = Source(
    reference="Code général des impôts, art. 270, II",
    title=text(
        fr="Taxe liquidée au plus tard le dernier jour du sixième mois qui suit celui de l’achèvement, sans prorogation",
        en="Tax settled by the last day of the sixth month after that of completion, without extension",
    ),
    address="https://juriblio.fr/codes/code-general-des-impots-cgi/livre-premier/premiere-partie/titre-ii/chapitre-premier/section-iv/i/article-270",
)
VACANCY_RELIEF = Source(
    reference="Code général des impôts, art. 1389, III",
    title=text(
        fr="Dégrèvement de taxe foncière : logements HLM ou de SEM vacants depuis plus de trois mois, dans un immeuble à démolir",
        en="Property tax relief: dwellings of an HLM body or SEM vacant for more than three months, in a building to be demolished",
    ),
    address="https://juriblio.fr/codes/code-general-des-impots-cgi/livre-premier/deuxieme-partie/titre-premier/chapitre-premier/section-ii/i/e/article-1389",
)
VACANCY_RELIEF_CLAIM = Source(
    reference="Livre des procédures fiscales, art. R*196-5",
    title=text(
        fr="Réclamation pour vacance : au plus tard le 31 décembre de l’année qui suit celle où elle atteint trois mois",
        en="Claim for vacancy: by 31 December of the year after the one in which it reaches three months",
    ),
    address="http://ceff.foncier.pagesperso-orange.fr/Delais%20de%20r%C3%A9clamation.htm",
    version=PRESENTED,
)
CHANGES_TO_DECLARE = Source(
    reference="impots.gouv.fr, Obligations déclaratives pour travaux",
    title=text(
        fr="La démolition, totale ou partielle, est un changement de consistance à déclarer (modèle IL, Cerfa 10517)",
        en="A demolition, whole or partial, is a change of extent to be declared (form IL, Cerfa 10517)",
    ),
    address="https://www.impots.gouv.fr/professionnel/obligations-declaratives-pour-travaux",
)
