"""A form is tried by one of ours."""

import uuid

from leads.capture.actions.deciding import decide
from leads.capture.actions.keeping import keep
from leads.forms.sent import Sent


def send_test(form, typed, *, by):
    """Take what was typed the whole way; it ends at the line. Returns the submission.

    `typed` is a valid HostedForm of the draft, or of what is published.
    """
    submission, _new = keep(
        form,
        submission_id=uuid.uuid4(),
        payload=Sent(typed.content, typed.data).payload,
        version=None,
        language=typed.content.language,
        test=True,
    )
    return decide(submission, by=by)
