"""What was computed stays once it is proposed; overrides, steps and opinions are never changed or deleted."""

from django.db import migrations

KEEP = """
CREATE FUNCTION ranking_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was rated is never changed or deleted' USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION ranking_keep_proposed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT state FROM ranking_ratinground WHERE id = OLD.round_id) <> 'draft' THEN
        RAISE EXCEPTION 'what was computed stays once it is proposed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN COALESCE(NEW, OLD);
END $$;

CREATE TRIGGER ranking_override_stays BEFORE UPDATE OR DELETE ON ranking_ratingoverride
    FOR EACH ROW EXECUTE FUNCTION ranking_keep();
CREATE TRIGGER ranking_step_stays BEFORE UPDATE OR DELETE ON ranking_ratingstep
    FOR EACH ROW EXECUTE FUNCTION ranking_keep();
CREATE TRIGGER ranking_opinion_stays BEFORE UPDATE OR DELETE ON ranking_ratingopinion
    FOR EACH ROW EXECUTE FUNCTION ranking_keep();
CREATE TRIGGER ranking_appeal_stays BEFORE DELETE ON ranking_ratingappeal
    FOR EACH ROW EXECUTE FUNCTION ranking_keep();
CREATE TRIGGER ranking_appeal_keeps BEFORE UPDATE ON ranking_ratingappeal
    FOR EACH ROW WHEN (
        to_jsonb(OLD.*) - '{answer,answered_at,answered_by}'::text[]
            IS DISTINCT FROM to_jsonb(NEW.*) - '{answer,answered_at,answered_by}'::text[]
        OR OLD.answered_at IS NOT NULL
    ) EXECUTE FUNCTION ranking_keep();
CREATE TRIGGER ranking_round_stays BEFORE DELETE ON ranking_ratinground
    FOR EACH ROW EXECUTE FUNCTION ranking_keep();
CREATE TRIGGER ranking_round_keeps BEFORE UPDATE ON ranking_ratinground
    FOR EACH ROW WHEN (
        OLD.state <> 'draft' AND to_jsonb(OLD.*) - 'state' IS DISTINCT FROM to_jsonb(NEW.*) - 'state'
    ) EXECUTE FUNCTION ranking_keep();
CREATE TRIGGER ranking_line_stays BEFORE DELETE ON ranking_ratingline
    FOR EACH ROW EXECUTE FUNCTION ranking_keep_proposed();
CREATE TRIGGER ranking_line_keeps BEFORE UPDATE ON ranking_ratingline
    FOR EACH ROW WHEN (to_jsonb(OLD.*) - 'level' IS DISTINCT FROM to_jsonb(NEW.*) - 'level')
    EXECUTE FUNCTION ranking_keep_proposed();
"""
LET_GO = """
DROP TRIGGER ranking_line_keeps ON ranking_ratingline;
DROP TRIGGER ranking_line_stays ON ranking_ratingline;
DROP TRIGGER ranking_round_keeps ON ranking_ratinground;
DROP TRIGGER ranking_round_stays ON ranking_ratinground;
DROP TRIGGER ranking_appeal_keeps ON ranking_ratingappeal;
DROP TRIGGER ranking_appeal_stays ON ranking_ratingappeal;
DROP TRIGGER ranking_opinion_stays ON ranking_ratingopinion;
DROP TRIGGER ranking_step_stays ON ranking_ratingstep;
DROP TRIGGER ranking_override_stays ON ranking_ratingoverride;
DROP FUNCTION ranking_keep_proposed();
DROP FUNCTION ranking_keep();
"""


class Migration(migrations.Migration):
    dependencies = [("ranking", "0001_initial")]

    operations = [migrations.RunSQL(KEEP, LET_GO)]
