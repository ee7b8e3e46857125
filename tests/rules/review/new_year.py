"""A household whose income ceilings change on 1 January: one person, all facts known."""

from domain.fact_document import Document, write_subject
from domain.subjects import Subject
from rules.review.cases import cases_of

TEXT = """
type: household
given:
  persons_complete: true
  recent_income: none
  ceiling_zone: OTHER_REGIONS
  persons:
    claire: {role: APPLICANT, born_on: 1970-05-01, dependant: false, disability_card: false, reference_tax_income: 20000}
cases:
  - {name: one person, as_of: 2025-12-31, then: {}}
"""


def a_household() -> Subject:
    """Return the household."""
    (case,) = cases_of("new year", TEXT)
    return case.subject


def a_document() -> Document:
    """Return its facts as a document."""
    return write_subject(a_household())
