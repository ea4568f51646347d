"""Products from a file: one row is one product, named by its article number."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.imports.fields import Field, Kind
from funnel.imports.policies import HERE_NOT, kept
from funnel.imports.registry import Importer
from funnel.imports.rows import Outcome
from funnel.imports.writing import Raced
from funnel.permissions import Can
from leads.products.actions import bring_many
from leads.products.called import CALLED
from leads.products.models import Product


class ProductImporter(Importer):
    kind = "products"
    label = gettext_lazy("Products")
    told = gettext_lazy("A row is one product, named by its article number.")
    may = Can.RUN_CAMPAIGNS
    keeps_notes = False
    same = gettext_lazy("A product is known by its article number.")
    effects = gettext_lazy("No price and no quote changes.")
    fields = (
        Field("sku", gettext_lazy("article number"), Kind.ID, longest=40),
        Field("name", gettext_lazy("name"), longest=120),
        Field("unit", gettext_lazy("unit"), longest=20),
        Field("description", gettext_lazy("what it is"), longest=4000),
        Field("active", gettext_lazy("on sale"), Kind.YES_NO),
    )
    options = {}
    needs = ({"sku"},)
    called = CALLED
    policies = ("name", "unit", "description", "active")
    keyed_by = (("sku",),)

    def write(self, rows, task):
        skus = [row.get("sku") for row in rows]
        here = set(Product.objects.filter(sku__in=skus).values_list("sku", flat=True))
        for row in rows:
            _judge(row, here)
        whole = [row for row in rows if row.outcome is None]
        try:
            with transaction.atomic():
                brought = bring_many(
                    [row.values for row in whole], policies=task.policies, batch=task.batch
                )
        except IntegrityError as error:
            raise Raced from error
        for row, one in zip(whole, brought, strict=True):
            row.settle(_outcome(one), one.product.pk)
            if task.preview:
                self._tell(row, one)

    def _tell(self, row, one):
        labels = {field.name: field.label for field in self.fields}
        if one.added:
            row.change(one.product, _("product"), HERE_NOT, _("new product"))
        for name, was, value in one.changed:
            row.change(one.product, labels[name], was, value)
        for name, was, value in one.kept:
            row.change(one.product, labels[name], was, kept(was, value))


def _judge(row, here):
    if "sku" not in row.values:
        row.refuse("sku", _("This is missing."), _("Fill it in."))
    elif row.get("sku") not in here and "name" not in row.values:
        row.refuse("name", _("A new product has a name."), _("Fill it in."))


def _outcome(one):
    if one.added:
        return Outcome.CREATED
    return Outcome.UPDATED if one.changed else Outcome.UNCHANGED
