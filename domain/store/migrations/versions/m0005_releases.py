"""When each version of the rules came into force; from what was decided, as far as that tells."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "release",
        sa.Column("subject_type", KEY, nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("digest", sa.String(64), sa.ForeignKey("rule_set.digest"), nullable=False),
        sa.PrimaryKeyConstraint("subject_type", "started_at", "digest", name="pk_release"),
    )
    op.execute(
        "INSERT INTO release (subject_type, started_at, digest) "
        "SELECT DISTINCT decision.subject_type, rule_set.started_at, rule_set.digest "
        "FROM decision JOIN rule_set ON rule_set.digest = decision.rule_set"
    )
