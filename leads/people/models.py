from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered
from funnel.models import Batch
from funnel.permissions import Can, Scope


class CompanyQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A company is seen by whoever sees somebody in it."""
        if user.scope == Scope.ALL and user.has_perm(Can.SEE_LEADS):
            return self
        return self.filter(people__in=Person.objects.visible_to(user)).distinct()


@remembered()
class Company(models.Model):
    name = models.CharField(_("name"), max_length=200)
    domain = models.CharField(_("web domain"), max_length=253, blank=True)
    city = models.CharField(_("place"), max_length=120, blank=True)
    sample = models.BooleanField(default=False, editable=False)

    objects = CompanyQuerySet.as_manager()

    class Meta:
        app_label = "leads"
        verbose_name_plural = _("companies")
        ordering = ["name", "pk"]
        indexes = [models.Index(models.functions.Lower("name"), name="company_name_lower")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("leads:company", args=[self.pk])


class PersonQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Somebody is seen by whoever sees something of theirs: a lead, a deal."""
        if not user.has_perm(Can.SEE_LEADS):
            return self.none()
        if user.scope == Scope.ALL:
            return self
        seen = models.Q(pk__in=[])
        for relation in self.model._meta.related_objects:
            rows = relation.related_model._default_manager
            if hasattr(rows, "visible_to"):
                theirs = rows.visible_to(user).values(relation.field.attname)
                seen |= models.Q(pk__in=theirs)
        return self.filter(seen)

    def standing(self):
        """Those who are themselves: without whoever was merged into another."""
        return self.filter(merged_into=None)

    def matching(self, words):
        """Whose name, mail, phone or company holds each of the words."""
        found = self
        for word in words.split():
            found = found.filter(
                models.Q(name__icontains=word)
                | models.Q(email__icontains=word)
                | models.Q(phone__icontains=word)
                | models.Q(company__name__icontains=word)
            )
        return found


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
    merged_into = models.ForeignKey(  # who they are, where two records were one person
        "self", models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        app_label = "leads"
        verbose_name_plural = _("people")

    def __str__(self):
        return self.name or self.email or self.phone or self.own_id

    def get_absolute_url(self):
        return reverse("leads:person", args=[self.pk])

    @property
    def standing(self):
        """Who they are now, however often they were merged."""
        person = self
        while person.merged_into_id:
            person = person.merged_into
        return person

    @property
    def own_id(self):
        return next((key.value for key in self.keys.all() if key.is_own), _("Unknown person"))


class MatchKey(models.Model):
    """One thing that tells a person from all others: an e-mail, a phone, a source's own id."""

    EMAIL, PHONE = "email", "phone"

    person = models.ForeignKey(Person, models.CASCADE, related_name="keys")
    kind = models.CharField(max_length=60)  # email, phone, or "id:" and the name of its source
    value = models.CharField(max_length=254)  # normalised: see leads.people.keys
    batch = models.ForeignKey(  # the import that told it; looked for only when that is undone
        Batch, models.PROTECT, null=True, editable=False, related_name="+", db_index=False
    )

    class Meta:
        app_label = "leads"
        constraints = [models.UniqueConstraint("kind", "value", name="one_person_per_key")]

    def __str__(self):
        return f"{self.kind} {self.value}"

    @property
    def is_own(self):
        return self.kind not in (self.EMAIL, self.PHONE)
