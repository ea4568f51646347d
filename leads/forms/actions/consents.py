"""What strangers may agree to is worded; what they agreed to is written down."""

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.refusal import Refusal
from funnel.steps import recorded
from leads.forms.content import YES, kept
from leads.forms.models import Consent, ConsentText, ConsentWording

LONGEST = 2000


@transaction.atomic
def word(*, by, name, purpose, words, retention_months=None, sample=False, at=None):
    """A new consent text with its first wording. `words`: {language: text}."""
    text = ConsentText.objects.create(
        name=name, purpose=purpose, retention_months=retention_months, sample=sample
    )
    return _worded(text, 1, words, by, at).text


@transaction.atomic
def reword(text, *, by, words, purpose, retention_months=None, at=None):
    """The next wording. Published forms keep theirs until they are published again.

    Nothing is written where nothing is new. Returns the latest wording.
    """
    locked = ConsentText.objects.select_for_update().get(pk=text.pk)
    last = locked.wordings.first()
    told = (kept(words, LONGEST), purpose, retention_months)
    if told == (last.words, last.purpose, last.retention_months):
        return last
    locked.purpose, locked.retention_months = purpose, retention_months
    locked.save(update_fields=["purpose", "retention_months"])
    return _worded(locked, last.number + 1, words, by, at)


def give(asked, *, said, person, lead, form, language, submission=None, confirmed_at=None, at):
    """Write down every consent of the fields `asked` that was given in `said`; twice is once."""
    given = [each for each in asked if each.kind == "consent" and said.get(each.key) == YES]
    known = ConsentWording.objects.in_bulk([each.wording.get("id") for each in given])
    for each in given:
        Consent.objects.get_or_create(
            submission=submission,
            name=each.wording["name"],
            number=each.wording["number"],
            defaults={
                "person": person,
                "lead": lead,
                "form": form,
                "wording": known.get(each.wording.get("id")),
                "language": language,
                "words": each.label,
                "at": at,
                "recorded_at": recorded(at, sample=form.sample),
                "confirmed_at": confirmed_at,
                "sample": form.sample,
            },
        )


def _worded(text, number, words, by, at):
    texts = kept(words, LONGEST)
    if not texts:
        raise Refusal(_("Write what stands beside the box, in at least one language."))
    return ConsentWording.objects.create(
        text=text,
        number=number,
        words=texts,
        purpose=text.purpose,
        retention_months=text.retention_months,
        by=by,
        at=at or now(),
        sample=text.sample,
    )
