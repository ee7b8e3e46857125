"""PostgreSQL's row security for what hangs on items: versions go with their comment, and what was done is never changed."""

from alembic import op

revision = "0010"
down_revision = "0009"

SERVING = "attendu_serving"
OF_COMMENT = "EXISTS (SELECT 1 FROM item_comment WHERE item_comment.id = comment_id)"


def upgrade() -> None:
    if op.get_context().dialect.name != "postgresql":
        return
    op.execute("ALTER TABLE item_comment_version ENABLE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY of_organisation ON item_comment_version TO {SERVING} USING ({OF_COMMENT})")
    op.execute(f"REVOKE UPDATE, DELETE ON item_action FROM {SERVING}")
