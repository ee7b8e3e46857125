"""An index of the people to whom items are assigned."""

from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_index(op.f("ix_item_assignment_organisation_assignee"), "item_assignment", ["organisation", "assignee"])
