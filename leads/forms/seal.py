"""PostgreSQL keeps a published version as it was published."""

import pgtrigger

SEALED = """
IF current_setting('funnel.mending', true) = 'remove_sample' AND OLD.sample THEN
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    ELSIF to_jsonb(OLD) - 'sample' = to_jsonb(NEW) - 'sample' THEN
        RETURN NEW;
    END IF;
END IF;
RAISE EXCEPTION 'what was published never changes' USING ERRCODE = 'restrict_violation';
"""


def sealed(condition=None):
    """Trigger: the row is neither changed nor deleted; only the sample's may go."""
    return pgtrigger.Trigger(
        name="sealed",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        condition=condition,
        func=SEALED,
    )
