"""PostgreSQL keeps an agreement that both sides signed as it was signed."""

import pgtrigger

REFUSE = "RAISE EXCEPTION '{}' USING ERRCODE = 'restrict_violation';"

TEXT = """
IF current_setting('funnel.mending', true) = 'remove_sample' AND OLD.sample THEN
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    ELSIF to_jsonb(OLD) - 'sample' = to_jsonb(NEW) - 'sample' THEN
        RETURN NEW;
    END IF;
END IF;
"""

SIGNATURE = """
IF TG_OP = 'DELETE' AND NOT EXISTS (
    SELECT FROM leads_agreement a WHERE a.id = OLD.agreement_id AND a.holds_from IS NOT NULL
    AND NOT (a.sample AND coalesce(current_setting('funnel.mending', true), '') = 'remove_sample')
) THEN
    RETURN OLD;
END IF;
"""


def text_sealed():
    """Trigger: what both signed is neither changed nor deleted; only the sample's may go."""
    return pgtrigger.Trigger(
        name="sealed",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        condition=pgtrigger.Q(old__holds_from__isnull=False),
        func=TEXT + REFUSE.format("an agreement that both signed never changes"),
    )


def signature_sealed():
    """Trigger: a signature is never changed, and withdrawn only while the other is missing."""
    return pgtrigger.Trigger(
        name="sealed",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=SIGNATURE + REFUSE.format("a signature stands once both have signed"),
    )
