"""The outbox of events, where a subject stood before, and who is deciding again what is due."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

INSTANT = sa.DateTime(timezone=True)
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "event",
        sa.Column("number", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("organisation", KEY, nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text),
    )
    op.add_column("latest_decision", sa.Column("rule_set", sa.String(64)))
    op.add_column("latest_decision", sa.Column("standing", sa.Text))
    op.add_column("latest_decision", sa.Column("before", sa.Text))
    op.add_column("latest_decision", sa.Column("claimed_until", INSTANT))
