from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.editing import edit_page
from funnel.http import form_page, may
from funnel.listing import chosen, paged, pills
from funnel.permissions import Can
from leads.products.forms import ProductForm
from leads.products.models import Product

VIEWS = {
    "sold": gettext_lazy("On sale"),
    "past": gettext_lazy("No longer sold"),
    "all": gettext_lazy("All"),
}


@may(Can.SEE_LEADS)
def index(request):
    view, words = chosen(request, VIEWS, "sold"), request.GET.get("q", "").strip()
    products = Product.objects.filter(Q(name__icontains=words) | Q(sku__icontains=words))
    if view != "all":
        products = products.filter(active=view == "sold")
    context = {
        "page": paged(request, products),
        "pills": pills(request, VIEWS, view),
        "words": words,
        "view": view,
        "none": not Product.objects.exists(),
    }
    return render(request, "leads/product_list.html", context)


@may(Can.RUN_CAMPAIGNS)
def create(request):
    form = ProductForm(request.POST or None, instance=Product())

    def act(_values):
        product = form.save()
        messages.success(request, _("%s can be put into a price book now.") % product)
        return "leads:products"

    return form_page(request, form, act, title=_("New product"), **_back())


@may(Can.RUN_CAMPAIGNS)
def edit(request, pk):
    product = get_object_or_404(Product, pk=pk)
    name, form = str(product), ProductForm(request.POST or None, instance=product)
    return edit_page(request, form, title=_("Edit %s") % name, **_back())


def _back():
    return {"back": reverse("leads:products"), "back_label": _("Products")}
