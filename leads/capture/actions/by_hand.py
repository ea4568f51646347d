from django.db import transaction
from django.utils.translation import gettext as _

from funnel.plain import plain
from funnel.refusal import Refusal
from leads.lead.actions import capture
from leads.people.actions import find_or_add
from leads.people.keys import phone_key
from leads.touches.models import TouchKind


@transaction.atomic
def type_in(*, by, name="", email="", phone="", company="", at=None, **interest):
    """Somebody of ours writes down a person's interest. Returns (lead, person added, lead born).

    `interest`: words, campaign, channel, product. Refusal without a name, mail or phone, and where
    all there is of them is a phone number that is none.
    """
    if not (plain(name) or email.strip() or phone.strip()):
        raise Refusal(_("Give a name, a mail address or a phone number."), field="name")
    if not (plain(name) or email.strip() or phone_key(phone)):
        raise Refusal(
            _("The phone number alone has to be one, with its country code."), field="phone"
        )
    person, added = find_or_add(name=name, email=email, phone=phone, company=company)
    lead, born = capture(person, by=by, owner=by, touched=TouchKind.HAND, at=at, **interest)
    return lead, added, born
