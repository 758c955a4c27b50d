"""What a file holds is never changed or deleted, whoever tries; that it was withdrawn is noted beside it, once."""

from django.db import migrations

KEEP = """
CREATE FUNCTION attachments_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a file that was handed in is never changed or deleted' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER attachments_content_stays BEFORE UPDATE OR DELETE ON attachments_storedfile
    FOR EACH ROW EXECUTE FUNCTION attachments_keep();

CREATE TRIGGER attachments_attachment_stays BEFORE DELETE ON attachments_attachment
    FOR EACH ROW EXECUTE FUNCTION attachments_keep();
CREATE TRIGGER attachments_attachment_keeps BEFORE UPDATE ON attachments_attachment
    FOR EACH ROW WHEN (
        OLD.withdrawn_at IS NOT NULL
        OR to_jsonb(OLD.*) - '{withdrawn_at,withdrawn_by,withdraw_reason}'::text[]
            IS DISTINCT FROM to_jsonb(NEW.*) - '{withdrawn_at,withdrawn_by,withdraw_reason}'::text[]
    ) EXECUTE FUNCTION attachments_keep();
"""
LET_GO = """
DROP TRIGGER attachments_attachment_keeps ON attachments_attachment;
DROP TRIGGER attachments_attachment_stays ON attachments_attachment;
DROP TRIGGER attachments_content_stays ON attachments_storedfile;
DROP FUNCTION attachments_keep();
"""


class Migration(migrations.Migration):
    dependencies = [("attachments", "0001_initial")]

    operations = [migrations.RunSQL(KEEP, LET_GO)]
