"""An issued document is never changed or deleted, whoever tries."""

from django.db import migrations

KEEP = """
CREATE FUNCTION documents_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an issued document is never changed or deleted' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER documents_keep BEFORE UPDATE OR DELETE ON documents_issueddocument
    FOR EACH ROW EXECUTE FUNCTION documents_keep();
"""
LET_GO = "DROP TRIGGER documents_keep ON documents_issueddocument; DROP FUNCTION documents_keep();"


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]

    operations = [migrations.RunSQL(KEEP, LET_GO)]
