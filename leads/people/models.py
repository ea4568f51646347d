from django.db import models
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered
from funnel.models import Batch


@remembered()
class Company(models.Model):
    name = models.CharField(_("name"), max_length=200)
    domain = models.CharField(_("web domain"), max_length=253, blank=True)
    city = models.CharField(_("place"), max_length=120, blank=True)
    sample = models.BooleanField(default=False, editable=False)

    class Meta:
        app_label = "leads"
        verbose_name_plural = _("companies")
        ordering = ["name", "pk"]
        indexes = [models.Index(models.functions.Lower("name"), name="company_name_lower")]

    def __str__(self):
        return self.name


@remembered()
class Person(models.Model):
    """Who somebody is. They may have no name, mail or phone at all; then an own id names them."""

    name = models.CharField(_("name"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail"), max_length=254, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    company = models.ForeignKey(
        Company, models.PROTECT, null=True, blank=True, related_name="people"
    )
    customer_since = models.DateTimeField(null=True, editable=False)  # sales' answer to marketing
    sample = models.BooleanField(default=False, editable=False)
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, editable=False, related_name="+")

    class Meta:
        app_label = "leads"
        verbose_name_plural = _("people")

    def __str__(self):
        return self.name or self.email or self.phone or self.own_id

    @property
    def own_id(self):
        return next((key.value for key in self.keys.all() if key.is_own), _("Unknown person"))


class MatchKey(models.Model):
    """One thing that tells a person from all others: an e-mail, a phone, a source's own id."""

    EMAIL, PHONE = "email", "phone"

    person = models.ForeignKey(Person, models.CASCADE, related_name="keys")
    kind = models.CharField(max_length=60)  # email, phone, or "id:" and the name of its source
    value = models.CharField(max_length=254)  # normalised: see leads.people.keys

    class Meta:
        app_label = "leads"
        constraints = [models.UniqueConstraint("kind", "value", name="one_person_per_key")]

    def __str__(self):
        return f"{self.kind} {self.value}"

    @property
    def is_own(self):
        return self.kind not in (self.EMAIL, self.PHONE)
