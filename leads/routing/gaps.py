"""What a lead lacks, as fields that are filled in where it is missed."""

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.plain import plain
from funnel.refusal import Refusal
from leads.lead.doors import may_edit as may_edit_leads
from leads.people.doors import may_edit as may_edit_people
from leads.people.keys import phone_key
from leads.people.models import Person
from leads.products.models import Product
from leads.routing.actions.completing import OF_LEADS, OF_PEOPLE, Found, Taken, complete_many


class GapForm(forms.Form):
    """One field for each of `gaps`, and for what was sent of a lead that lacks it no more; only
    those that are `open` to the reader. `products` are the choices of a product.

    Nothing has to be filled in.
    """

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    email = forms.EmailField(label=gettext_lazy("E-mail"), max_length=254)
    phone = forms.CharField(
        label=gettext_lazy("Phone"),
        max_length=40,
        widget=forms.TextInput(attrs={"type": "tel", "placeholder": "+49 40 123456"}),
    )
    company = forms.CharField(label=gettext_lazy("Company"), max_length=200)
    product = forms.ChoiceField(label=gettext_lazy("Interest in"))
    words = forms.CharField(
        label=gettext_lazy("In their words"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 1}),
    )

    def __init__(self, *args, lead, gaps, open, products, **kwargs):
        super().__init__(*args, prefix=f"lead-{lead.pk}", **kwargs)
        self.lead, self.products = lead, {str(each.pk): each for each in products}
        for name in list(self.fields):
            wanted = name in gaps or self.add_prefix(name) in self.data
            if name not in open or not wanted:
                del self.fields[name]
        for field in self.fields.values():
            field.required = False
            field.widget.attrs |= {"autocomplete": "off", "class": "input--small"}
        if "product" in self.fields:
            self.fields["product"].choices = [("", "—"), *self.products.items()]

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if phone and phone_key(phone) is None:
            raise forms.ValidationError(_("Begin with + and the country’s code."))
        return phone

    def clean_product(self):
        return self.products.get(self.cleaned_data["product"])

    @property
    def found(self):
        """What was typed, of a form that is valid."""
        typed = {name: value for name, value in self.cleaned_data.items() if value}
        lines = {"name", "phone", "company"} & typed.keys()
        return Found(self.lead, typed | {name: plain(typed[name]) for name in lines})


def open_to(user):
    """The fields that `user` may fill in."""
    people, leads = may_edit_people(user), may_edit_leads(user)
    return {*(OF_PEOPLE if people else ()), *(OF_LEADS if leads else ())}


def products():
    return list(Product.objects.filter(active=True))


def write_down(gaps, user):
    """Keep what was typed into GapForms. Returns (of how many leads, sentences about what somebody
    else filled in meanwhile).

    Refusal where a form is not right, told at its fields; nothing is written then.
    """
    if [form for form in gaps if not form.is_valid()]:
        raise Refusal(_("Something that you wrote down is not right yet."))
    found = [form.found for form in gaps if form.found.values]
    try:
        stood = complete_many(found)
    except Taken as taken:
        _tell(gaps, taken.holders, user)
        raise Refusal(_("Something that you wrote down is somebody else’s.")) from taken
    by_lead = {form.lead.pk: form for form in gaps}
    told = [_stays(by_lead[pk], field, there) for (pk, field), there in stood.items()]
    kept = {(each.lead.pk, field) for each in found for field in each.values} - stood.keys()
    return len({pk for pk, _field in kept}), told


def _stays(form, field, there):
    words = {"who": form.lead, "field": form.fields[field].label.lower(), "there": there}
    return _("%(who)s: somebody filled in the %(field)s meanwhile; %(there)s stays.") % words


def _tell(gaps, holders, user):
    keys = {person.pk for person in holders.values()}
    seen = set(Person.objects.visible_to(user).filter(pk__in=keys).values_list("pk", flat=True))
    by_lead = {form.lead.pk: form for form in gaps}
    for (pk, field), person in holders.items():
        by_lead[pk].add_error(field, _whose(person, person.pk in seen))


def _whose(person, seen):
    if not seen:
        return _("Somebody whom you may not see already has this.")
    link = format_html('<a href="{}">{}</a>', person.get_absolute_url(), person)
    return format_html(_("{} already has this."), link)
