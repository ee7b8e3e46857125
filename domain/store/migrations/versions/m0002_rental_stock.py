"""The landlord's dwellings, by commune and year."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "rental_stock",
        sa.Column("commune", sa.String(5), nullable=False),
        sa.Column("year", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("let", sa.Integer, nullable=False),
        sa.Column("vacant", sa.Integer, nullable=False),
        sa.Column("vacant_over_three_months", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("commune", "year", name="pk_rental_stock"),
    )
