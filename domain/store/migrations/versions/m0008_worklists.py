"""Lists of tasks by who is to see to them, and by commune; what a commune is, the next decision on each file says."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.drop_index("ix_task_organisation_rule_due_on_subject_id", "task")
    op.create_index(None, "task", ["organisation", "rule", "state", "due_on", "subject_id"])
    for name in ("assignee", "commune"):
        op.add_column("task", sa.Column(name, KEY))
        known = sa.text(f"{name} IS NOT NULL")
        op.create_index(None, "task", ["organisation", name, "state", "due_on", "subject_id"], sqlite_where=known, postgresql_where=known)
