"""What is done to items is numbered, so that it can be followed: gapless, in the order of commits. What was done before has no number."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

SERVING = "attendu_serving"
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table("item_counter", sa.Column("last", NUMBER, nullable=False))
    op.execute("INSERT INTO item_counter (last) VALUES (0)")
    op.add_column("item_action", sa.Column("number", NUMBER))
    op.create_index(op.f("ix_item_action_number"), "item_action", ["number"], unique=True)
    if op.get_context().dialect.name == "postgresql":
        op.execute(f"REVOKE INSERT, DELETE ON item_counter FROM {SERVING}")
