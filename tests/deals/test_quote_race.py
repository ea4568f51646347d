"""The customer accepts a quote at the moment sales sends a newer one."""

import pytest

from deals.models import Quote
from deals.quotes.actions import accept, send
from funnel.refusal import LostRace
from tests.cast import a_user
from tests.deals.test_races import together
from tests.story import a_deal, a_quote, trail

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("trial", range(5))
def test_a_quote_is_accepted_or_superseded_and_never_both(trial):
    mara, sam = a_user("Mara", "marketer"), a_user("Sam", "salesperson")
    deal = a_deal(mara, sam)
    old, new = a_quote(deal, sam), a_quote(deal, sam)
    send(old, by=sam)
    mine, theirs = Quote.objects.get(pk=old.pk), Quote.objects.get(pk=new.pk)
    accepted, _sent = together(
        [lambda: accept(mine, by=None, name="Ada"), lambda: send(theirs, by=sam)]
    )
    lost = isinstance(accepted, LostRace)
    assert trail(old) == ["draft", "sent", "superseded" if lost else "accepted"]
    assert not lost or "Superseded by Sam" in accepted.message
