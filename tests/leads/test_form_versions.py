"""A form is drafted, published and never changed in what it was."""

import pytest
from django.db import IntegrityError, transaction

from funnel.refusal import Refusal
from leads.forms.actions.drafting import (
    add_field,
    change_field,
    draft_of,
    drop_draft,
    move_field,
    remove_field,
    write_texts,
)
from leads.forms.actions.publishing import publish
from leads.forms.difference import difference, names_of
from leads.forms.models import FormVersion
from tests.forms import a_long_form, options
from tests.story import a_campaign, a_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def form(mara):
    return a_form(a_campaign(mara))


def keys(form):
    return [each["key"] for each in draft_of(form)[0]["fields"]]


def test_what_is_drafted_is_seen_by_nobody_until_it_is_published(client, form, mara):
    write_texts(form, by=mara, title={"en": "A price"})
    assert "A price" not in client.get(form.address).text
    publish(form, by=mara)
    form.refresh_from_db()
    assert (form.published, form.title) == (2, "A price")
    assert "A price" in client.get(form.address).text


def test_what_is_asked_is_named_in_the_forms_first_language(client, mara):
    form, named = a_long_form(mara)  # in English, then in German
    names = names_of(draft_of(form)[0])
    assert (names["email"], names[named["choice"]]) == ("E-mail", "Which room?")
    client.force_login(mara)
    rows = client.get(f"/forms/{form.pk}/fields/").context["rows"]
    assert [row["name"] for row in rows] == list(names.values())


def test_what_a_condition_was_and_became_is_read_in_one_order(mara):
    form, named = a_long_form(mara)
    when = {"field": named["choice"], "is": "Kita"}
    change_field(form, named["number"], by=mara, when=when)
    (line,) = difference(form.versions.exclude(number=None).first().content, draft_of(form)[0])
    assert (line.was, line.became) == ("choice1 = Office", "choice1 = Kita")


def test_publishing_twice_publishes_once(form, mara):
    add_field(form, "text", by=mara)
    change_field(form, "text1", by=mara, label={"en": "Room"})
    assert [publish(form, by=mara).number for _time in range(2)] == [2, 2]


def test_a_published_version_cannot_be_changed_or_deleted(form):
    version = form.versions.get()
    for act in (lambda rows: rows.update(content={}), lambda rows: rows.delete()):
        with pytest.raises(IntegrityError), transaction.atomic():
            act(FormVersion.objects.filter(pk=version.pk))


def test_a_draft_that_changes_nothing_is_not_published(form, mara):
    write_texts(form, by=mara, title={"en": form.title})
    with pytest.raises(Refusal, match="Nothing in it differs"):
        publish(form, by=mara)


def test_the_draft_can_be_thrown_away(form, mara):
    add_field(form, "date", by=mara)
    drop_draft(form)
    assert draft_of(form)[1] is False and "date1" not in keys(form)


def test_fields_are_moved_and_removed(form, mara):
    assert keys(form) == ["words", "name", "company", "email", "phone"]
    move_field(form, "email", -1, by=mara)
    move_field(form, "words", -1, by=mara)  # it is the first already
    remove_field(form, "name", by=mara)
    assert keys(form) == ["words", "email", "company", "phone"]


def test_a_person_s_own_facts_are_asked_once(form, mara):
    with pytest.raises(Refusal, match="asked already"):
        add_field(form, "email", by=mara)


@pytest.mark.parametrize(
    "kind, values, why",
    [
        ("text", {}, "it has no label"),
        ("choice", {"label": {"en": "Room"}, "options": options("One")}, "two answers"),
        ("consent", {}, "choose the consent"),
        ("hidden", {"label": {"en": "Fair"}}, "it has no value"),
    ],
)
def test_an_unfinished_field_keeps_the_draft_from_being_published(form, mara, kind, values, why):
    key = add_field(form, kind, by=mara)
    change_field(form, key, by=mara, **values)
    with pytest.raises(Refusal, match=why):
        publish(form, by=mara)


def test_a_form_by_which_nobody_could_be_answered_is_not_published(form, mara):
    for key in ("email", "phone"):
        remove_field(form, key, by=mara)
    with pytest.raises(Refusal, match="Nobody could be answered"):
        publish(form, by=mara)


def test_a_condition_goes_one_level_deep(mara):
    form, named = a_long_form(mara)
    deeper, when = add_field(form, "choice", by=mara), {"field": named["choice"], "is": "Kita"}
    floor = {"label": {"en": "Floor"}, "options": options("1", "2"), "when": when}
    change_field(form, deeper, by=mara, **floor)
    last = add_field(form, "text", by=mara)
    when = {"field": deeper, "is": "1"}
    change_field(form, last, by=mara, label={"en": "Door"}, when=when)
    with pytest.raises(Refusal, match="itself depends"):
        publish(form, by=mara)


def test_a_condition_has_to_stand_behind_what_it_depends_on(mara):
    form, named = a_long_form(mara)
    move_field(form, named["number"], -1, by=mara)
    with pytest.raises(Refusal, match="no longer stands before it"):
        publish(form, by=mara)


def test_removing_a_field_frees_those_that_depended_on_it(mara):
    form, named = a_long_form(mara)
    remove_field(form, named["choice"], by=mara)
    (number,) = [each for each in draft_of(form)[0]["fields"] if each["key"] == named["number"]]
    assert number["when"] == {}


def test_the_difference_is_told_line_by_line(mara):
    form = a_form(a_campaign(mara))
    before = form.versions.get().content
    write_texts(form, by=mara, title={"en": "A price"})
    remove_field(form, "company", by=mara)
    change_field(form, "name", by=mara, required=True)
    lines = [(line.what, line.was, line.became) for line in difference(before, draft_of(form)[0])]
    assert lines == [
        ("Title (en)", "What would it cost?", "A price"),
        ("Field removed", "Company, if any", ""),
        ("Your name: required", "no", "yes"),
    ]
