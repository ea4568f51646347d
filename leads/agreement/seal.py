"""PostgreSQL keeps the signatures of an agreement that both sides signed."""

import pgtrigger

REFUSE = "RAISE EXCEPTION '{}' USING ERRCODE = 'restrict_violation';"

SIGNATURE = """
IF TG_OP = 'DELETE' AND NOT EXISTS (
    SELECT FROM leads_agreement a WHERE a.id = OLD.agreement_id AND a.holds_from IS NOT NULL
    AND NOT (a.sample AND coalesce(current_setting('funnel.mending', true), '') = 'remove_sample')
) THEN
    RETURN OLD;
END IF;
"""


def signature_sealed():
    """Trigger: a signature is never changed, and withdrawn only while the other is missing."""
    return pgtrigger.Trigger(
        name="sealed",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=SIGNATURE + REFUSE.format("a signature stands once both have signed"),
    )
