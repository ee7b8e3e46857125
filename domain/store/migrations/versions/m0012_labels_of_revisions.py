"""A file's label stands with each revision, as its facts do: who changed it, when, and what it was before."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.add_column("revision", sa.Column("label", sa.Text))
    op.execute("UPDATE revision SET label = (SELECT label FROM subject WHERE subject.id = revision.subject_id)")
    op.drop_column("subject", "label")
