"""Touches from a file: one row is one touch of one person, and maybe what it ended in."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Sum

from funnel.mending import mending
from leads.merging.actions import merge
from leads.models import Channel, Conversion, Lead, Person, Touchpoint
from leads.touches.actions import convert
from tests.files import a_file, counts, imported, refused, table
from tests.plugins.database import CHECKOUT
from tests.story import a_campaign, a_channel, a_lead, a_person, ago

pytestmark = pytest.mark.django_db
HEAD = "person_id,at,kind,channel,converted,value,currency,rate\n"
SEEN = "A1,2026-03-02T10:00:00Z,impression,radio,0,,,\n"
BOUGHT = "A1,2026-03-03T10:00:00Z,click,radio,yes,12.50,,\n"
ADS = ["--source", "ads"]


def ads(tmp_path, *rows):
    return a_file(tmp_path, HEAD + "".join(rows))


def test_a_row_is_a_touch_of_somebody_known_by_an_own_id(tmp_path):
    assert imported("touches", ads(tmp_path, SEEN), *ADS) == counts(created=1)
    touch = Touchpoint.objects.get()
    assert (str(touch.person), touch.kind, touch.channel.key) == ("A1", "seen", "radio")
    assert (touch.at, touch.batch.kind) == (datetime(2026, 3, 2, 10, tzinfo=UTC), "touches")
    assert not Lead.objects.exists() and not Conversion.objects.exists()


def test_a_row_that_says_so_is_a_conversion_too(tmp_path):
    imported("touches", ads(tmp_path, SEEN, BOUGHT), *ADS)
    found = Conversion.objects.get()
    assert Touchpoint.objects.filter(person=found.person).count() == 2
    assert (found.amount, found.currency, found.base_amount) == (12.5, "EUR", 12.5)
    assert (found.channel.key, found.at.day, found.batch.kind) == ("radio", 3, "touches")


def test_what_a_conversion_was_worth_is_unknown_where_nobody_says(tmp_path):
    imported("touches", ads(tmp_path, BOUGHT.replace("12.50", "")), *ADS)
    assert Conversion.objects.get().amount is None


def test_money_of_another_currency_is_frozen_at_its_rate(tmp_path):
    imported("touches", ads(tmp_path, BOUGHT.replace("12.50,,", "12.50,usd,0.5")), *ADS)
    found = Conversion.objects.get()
    assert (found.currency, found.base_amount) == ("USD", Decimal("6.25"))


def test_a_value_alone_says_that_it_is_a_conversion(tmp_path):
    path = a_file(tmp_path, "email,at,value\na@x.example,2026-03-02,5\nb@x.example,2026-03-02,0\n")
    imported("touches", path)
    assert (Conversion.objects.count(), Touchpoint.objects.count()) == (1, 2)


def test_the_same_row_again_is_nothing_and_the_same_id_of_another_source_is_another(tmp_path):
    imported("touches", ads(tmp_path, SEEN, BOUGHT), *ADS)
    again = a_file(tmp_path, (HEAD + BOUGHT + SEEN).replace(",", ";"))
    assert imported("touches", again, *ADS) == counts(unchanged=2)
    assert imported("touches", again, "--source", "shop") == counts(created=2)
    assert Person.objects.count() == 2


def test_a_conversion_told_of_a_touch_that_is_here_is_added_to_it(tmp_path):
    text = "source_id,email,at,converted,value\n7,a@x.example,2026-03-02,{}\n"
    imported("touches", a_file(tmp_path, text.format("no,")), *ADS)
    later = a_file(tmp_path, text.format("yes,9"))
    assert imported("touches", later, *ADS) == counts(updated=1)
    assert imported("touches", a_file(tmp_path, text.format("yes,8")), *ADS)["unchanged"] == 1
    assert (Touchpoint.objects.count(), Conversion.objects.get().amount) == (1, 9)


def test_a_campaign_brings_its_channel_and_the_person_of_a_mail_is_who_is_here(tmp_path, mara):
    spring, ada = a_campaign(mara), a_person(email="ada@example.com")
    text = "email,at,campaign,page,words\nADA@example.com,2026-03-02,spring,/x,Hello\n"
    imported("touches", a_file(tmp_path, text))
    touch = Touchpoint.objects.get()
    assert (touch.person, touch.campaign, touch.channel) == (ada, spring, spring.channel)
    assert (touch.kind, touch.page, touch.words) == ("import", "/x", "Hello")


WRONG = {
    ",2026-03-02,,radio,,,,": ("", "Nothing tells who this is."),
    "A1,,,radio,,,,": ("at", "The date is missing."),
    "A1,2026-03-02,hand,,,,,": ("kind", "hand is none of the choices."),
    "A1,2026-03-02,,,perhaps,,,": ("converted", "perhaps is neither yes nor no."),
    "A1,2026-03-02,,,1,-5,,": ("value", "A conversion is worth nothing or more."),
    "A1,2026-03-02,,,1,5,USD,": ("rate", "Give the rate: what one USD is worth in EUR."),
    "A1,2026-03-02,,,1,5,XXQ,1": ("currency", "XXQ is not a currency."),
}


def test_bad_rows_are_told_and_the_rest_comes_in(tmp_path):
    path, errors = ads(tmp_path, SEEN, *(f"{row}\n" for row in WRONG)), tmp_path / "errors.csv"
    found = imported("touches", path, *ADS, "--errors", errors)
    assert found == counts(created=1, errors=len(WRONG))
    assert [(row["column"], row["reason"]) for row in table(errors)] == [*WRONG.values()]
    assert Touchpoint.objects.count() == 1


def test_a_file_that_says_too_little_is_refused_whole(tmp_path):
    assert "one of email, person_id" in refused("touches", a_file(tmp_path, "at\n2026-03-02\n"))
    assert "these: at" in refused("touches", a_file(tmp_path, "email\na@x.example\n"))
    assert "Name the source" in refused("touches", ads(tmp_path, SEEN))


def test_a_conversion_is_never_edited_and_goes_with_the_person_who_it_was(mara):
    ada, other = a_person(email="a@x.example"), a_person(email="b@x.example")
    convert(other, at=ago(days=1), amount=Decimal(5))
    with pytest.raises(IntegrityError), transaction.atomic():
        Conversion.objects.update(amount=7)
    merge(ada, other, by=mara)
    assert Conversion.objects.get().person == ada


def test_an_import_s_conversions_can_be_undone_and_no_others(tmp_path, mara):
    convert(a_person(email="b@x.example"), at=ago(days=1))
    imported("touches", ads(tmp_path, BOUGHT), *ADS)
    batch = Touchpoint.objects.get().batch
    with mending("undo_import", by=mara, batch=batch) as journal:
        assert journal.delete(Conversion) == 1
    assert Conversion.objects.get().batch is None


def test_touches_and_conversions_are_told_on_the_page_of_the_person(client, mara):
    ada = a_person(email="ada@example.com")
    convert(ada, at=ago(days=1), amount=Decimal(5), goal="Order")
    convert(ada, at=ago(days=2), channel=a_channel("radio"))
    client.force_login(mara)
    text = client.get(f"/people/{ada.pk}/").text
    for told in ("2 conversions", "worth €5.00", "Order", "worth not known"):
        assert told in text


def test_the_way_to_a_lead_and_its_end_are_told_on_its_page(client, tmp_path, mara):
    lead = a_lead(mara, person=a_person(email="ada@example.com"), at=ago(days=2))
    text = "email,at,kind,converted,value,goal\n"
    text += f"ada@example.com,{ago(days=4):%Y-%m-%d %H:%M},seen,0,,\n" * 2
    text += f"ada@example.com,{ago(days=1):%Y-%m-%d %H:%M},,1,7,Order\n"
    imported("touches", a_file(tmp_path, text))
    client.force_login(mara)
    page = client.get(lead.get_absolute_url()).text
    for told in ("Ad seen", "Converted: Order", "€7.00"):
        assert told in page


@pytest.mark.slow
@pytest.mark.realdata
def test_the_real_touches_arrive_by_channel_with_their_conversions(real_data):
    path, mapping = real_data / "ad_touches.csv", CHECKOUT / "docs" / "ad_touches.json"
    assert imported("touches", path, "--mapping", mapping) == counts(created=62_483)
    told = "facebook 18676 paid-search 16388 online-video 11694 instagram 8037 online-display 7688"
    assert by_channel("touchpoints") == told
    told = "facebook 561 paid-search 457 online-video 350 instagram 237 online-display 233"
    assert by_channel("conversions") == told
    ends = Conversion.objects.aggregate(value=Sum("amount"))
    assert (Conversion.objects.count(), ends["value"]) == (1838, Decimal("11423.5"))
    assert Conversion.objects.values("person").distinct().count() == 1642
    assert Person.objects.count() == 7896
    assert imported("touches", path, "--mapping", mapping) == counts(unchanged=62_483)


def by_channel(facts):
    found = {each.key: getattr(each, facts).count() for each in Channel.objects.all()}
    some = sorted(((n, key) for key, n in found.items() if n), reverse=True)
    return " ".join(f"{key} {number}" for number, key in some)
