"""What was judged is never changed or deleted, whoever tries; paper, return and release are noted beside it, once."""

from django.db import migrations

KEEP = """
CREATE FUNCTION assessment_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was judged is never changed or deleted' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER assessment_form_stays BEFORE DELETE ON assessment_communeassessment
    FOR EACH ROW EXECUTE FUNCTION assessment_keep();
CREATE TRIGGER assessment_form_keeps BEFORE UPDATE ON assessment_communeassessment
    FOR EACH ROW WHEN (
        to_jsonb(OLD.*) - '{paper_number,paper_dated_on,paper_received_on,returned_at,return_reason,released_at,answer,answered_at}'::text[]
            IS DISTINCT FROM
        to_jsonb(NEW.*) - '{paper_number,paper_dated_on,paper_received_on,returned_at,return_reason,released_at,answer,answered_at}'::text[]
        OR (OLD.released_at IS NOT NULL AND NEW.released_at IS DISTINCT FROM OLD.released_at)
        OR (OLD.returned_at IS NOT NULL
            AND (NEW.returned_at, NEW.return_reason) IS DISTINCT FROM (OLD.returned_at, OLD.return_reason))
        OR (OLD.answered_at IS NOT NULL
            AND (NEW.answer, NEW.answered_at) IS DISTINCT FROM (OLD.answer, OLD.answered_at))
    ) EXECUTE FUNCTION assessment_keep();

CREATE TRIGGER assessment_mark_stays BEFORE UPDATE OR DELETE ON assessment_assessmentmark
    FOR EACH ROW EXECUTE FUNCTION assessment_keep();

CREATE TRIGGER assessment_conclusion_stays BEFORE UPDATE OR DELETE ON assessment_yearconclusion
    FOR EACH ROW EXECUTE FUNCTION assessment_keep();

CREATE TRIGGER assessment_review_stays BEFORE DELETE ON assessment_agencyassessment
    FOR EACH ROW EXECUTE FUNCTION assessment_keep();
CREATE TRIGGER assessment_review_keeps BEFORE UPDATE ON assessment_agencyassessment
    FOR EACH ROW WHEN (
        to_jsonb(OLD.*) - '{board_level,board_comment,shortcomings,commented_at}'::text[]
            IS DISTINCT FROM to_jsonb(NEW.*) - '{board_level,board_comment,shortcomings,commented_at}'::text[]
        OR (OLD.board_level <> ''
            AND (NEW.board_level, NEW.board_comment, NEW.shortcomings, NEW.commented_at) IS DISTINCT FROM
                (OLD.board_level, OLD.board_comment, OLD.shortcomings, OLD.commented_at))
    ) EXECUTE FUNCTION assessment_keep();
"""
LET_GO = """
DROP TRIGGER assessment_review_keeps ON assessment_agencyassessment;
DROP TRIGGER assessment_review_stays ON assessment_agencyassessment;
DROP TRIGGER assessment_conclusion_stays ON assessment_yearconclusion;
DROP TRIGGER assessment_mark_stays ON assessment_assessmentmark;
DROP TRIGGER assessment_form_keeps ON assessment_communeassessment;
DROP TRIGGER assessment_form_stays ON assessment_communeassessment;
DROP FUNCTION assessment_keep();
"""


class Migration(migrations.Migration):
    dependencies = [("assessment", "0001_initial")]

    operations = [migrations.RunSQL(KEEP, LET_GO)]
