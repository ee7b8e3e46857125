"""
PostgreSQL's row security as a second net: what answers requests is a role that sees the rows of one organisation at a time.

The role owns no table and cannot pass row security by. Migrations, the writer of the record and what decides again go on as the owner,
whom policies do not hold. Which organisation it is, each session says in ``attendu.organisation``; where it says none there is no row.
"""

from alembic import op

revision = "0009"
down_revision = "0008"

SERVING = "attendu_serving"
OURS = "organisation = current_setting('attendu.organisation', true)"
OF_SUBJECT = "EXISTS (SELECT 1 FROM subject WHERE subject.id = subject_id)"
KEPT_FOR_EVER = ("subject", "revision", "decision", "event", "rule_set", "release", "decision_counter", "applied_rules")
ROLE = f"""
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{SERVING}') THEN
    CREATE ROLE {SERVING} NOLOGIN;
  END IF;
  IF NOT pg_has_role(current_user, '{SERVING}', 'MEMBER') THEN
    EXECUTE format('GRANT {SERVING} TO %I', current_user);
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
  WHEN insufficient_privilege THEN
    RAISE EXCEPTION 'Have an administrator run: CREATE ROLE {SERVING} NOLOGIN; GRANT {SERVING} TO %;', current_user;
END $$
"""  # noqa: S608 (names of our own)


def upgrade() -> None:
    if op.get_context().dialect.name != "postgresql":
        return
    op.execute(ROLE)
    op.execute(f"GRANT USAGE ON SCHEMA public TO {SERVING}")
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {SERVING}")
    op.execute(f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {SERVING}")
    op.execute(f"REVOKE UPDATE, DELETE ON {', '.join(KEPT_FOR_EVER)} FROM {SERVING}")
    named = op.get_bind().exec_driver_sql(
        "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'organisation'"
    )
    for table in sorted(named.scalars()):
        _protect(table, OURS)
    _protect("revision", OF_SUBJECT)


def _protect(table: str, rows: str) -> None:
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY of_organisation ON {table} TO {SERVING} USING ({rows})")
