"""Every part of a crispy layout is drawn by our own templates."""

import pytest
from crispy_forms.bootstrap import FormActions, InlineRadios, PrependedText
from crispy_forms.helper import FormHelper
from crispy_forms.layout import (
    HTML,
    ButtonHolder,
    Column,
    Div,
    Field,
    Fieldset,
    Hidden,
    Layout,
    Row,
    Submit,
)
from crispy_forms.utils import render_crispy_form
from django import forms
from django.template import engines


class Trip(forms.Form):
    name = forms.CharField(help_text="As on the door")
    amount = forms.DecimalField(required=False)
    way = forms.ChoiceField(choices=[("a", "Sea"), ("b", "Land")], widget=forms.RadioSelect)
    days = forms.MultipleChoiceField(
        choices=[("1", "Monday")], widget=forms.CheckboxSelectMultiple, required=False
    )
    agreed = forms.BooleanField()
    secret = forms.CharField(widget=forms.HiddenInput, required=False)


LAYOUT = Layout(
    Fieldset("Who", Row(Column("name"), Column(PrependedText("amount", "€"))), "days"),
    Div(InlineRadios("way"), Field("agreed", wrapper_class="wide"), "secret"),
    HTML("<hr>"),
    ButtonHolder(Submit("go", "Go")),
    FormActions(Hidden("step", "2"), Submit("stop", "Stop")),
)


def drawn(data=None, *, layout=LAYOUT):
    helper = FormHelper()
    helper.layout = layout
    return render_crispy_form(Trip(data), helper)


def test_a_whole_layout_is_drawn_without_a_warning(caplog):
    page = drawn()
    assert 'class="form__row' in page and "<legend>Who</legend>" in page
    assert page.count("field__addon") == 1 and "choices--inline" in page
    assert '<button type="submit" name="go"' in page and 'value="2"' in page
    assert caplog.records == []


def test_a_filter_draws_the_fields_of_any_form():
    template = engines["django"].from_string("{% load crispy_forms_tags %}{{ form|crispy }}")
    page = template.render({"form": Trip()})
    assert page.count('class="choice"') == 4
    assert "optional" in page


def test_what_is_wrong_is_said_above_linked_and_beside_its_field():
    page = drawn({"name": "", "way": "a"})
    assert 'role="alert"' in page and 'href="#id_name"' in page
    assert 'id="id_name_error"' in page
    assert 'aria-describedby="id_name_helptext id_name_error"' in page


def test_an_error_that_is_its_question_is_said_once():
    form = Trip({"name": "", "way": "a", "agreed": "on"})
    form.fields["name"].label = "Until when?"
    form.fields["name"].error_messages["required"] = "Until when?"
    page = engines["django"].from_string("{% include 'funnel/errors.html' %}")
    assert page.render({"form": form}).count("Until when?") == 1


def test_a_group_of_choices_has_a_legend():
    assert page_part(drawn(), 'id="div_id_way"').startswith("<fieldset")


def test_nothing_carries_a_style_or_a_script():
    page = drawn({"name": ""})
    assert "style=" not in page and "<script" not in page


def test_what_a_stranger_typed_is_escaped():
    assert "<b>bold" not in drawn({"name": "<b>bold"})


@pytest.mark.parametrize("extra", [0, 2])
def test_a_set_of_forms_is_drawn_with_its_management(extra):
    formset = forms.formset_factory(Trip, extra=extra)()
    template = engines["django"].from_string("{% load crispy_forms_tags %}{{ form|crispy }}")
    page = template.render({"form": formset})
    assert "form-TOTAL_FORMS" in page
    assert page.count('id="div_id_form-') >= extra


def page_part(page, mark):
    return page[page.rindex("<", 0, page.index(mark)) :]
