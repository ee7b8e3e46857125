"""Changes that must not be made twice, by what their callers call them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "idempotency_key",
        sa.Column("principal", KEY, primary_key=True),
        sa.Column("key", KEY, primary_key=True),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("ids", sa.JSON, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False, index=True),
    )
