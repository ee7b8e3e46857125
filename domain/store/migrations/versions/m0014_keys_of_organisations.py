"""
Idempotency keys belong to an organisation, as those who choose them do: one person's name may be another's elsewhere.

The table is made anew and filled again, each key with the organisation of what was made under it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
SERVING = "attendu_serving"
OURS = "organisation = current_setting('attendu.organisation', true)"
FILL = """
INSERT INTO idempotency_key (organisation, principal, key, digest, type, ids, made_at)
SELECT made.organisation, principal, key, digest, type, ids, made_at FROM before_idempotency_key JOIN (
    SELECT id, organisation FROM subject UNION SELECT id, organisation FROM item_action
    UNION SELECT id, organisation FROM item_file UNION SELECT id, organisation FROM item_comment
) AS made ON made.id = {first}
"""
FIRST = {"sqlite": "json_extract(ids, '$[0]')", "postgresql": "ids->>0"}


def upgrade() -> None:
    kind = op.get_context().dialect.name
    op.execute("CREATE TABLE before_idempotency_key AS SELECT * FROM idempotency_key")
    op.drop_table("idempotency_key")
    op.create_table(
        "idempotency_key",
        sa.Column("organisation", KEY, primary_key=True),
        sa.Column("principal", KEY, primary_key=True),
        sa.Column("key", KEY, primary_key=True),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("ids", sa.JSON, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False, index=True),
    )
    op.execute(FILL.format(first=FIRST[kind]))
    op.drop_table("before_idempotency_key")
    if kind == "postgresql":
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO {SERVING}")
        op.execute("ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY of_organisation ON idempotency_key TO {SERVING} USING ({OURS})")
