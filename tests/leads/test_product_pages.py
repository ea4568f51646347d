import pytest

from leads.models import Product

pytestmark = pytest.mark.django_db
BASALT = {"name": "Basalt", "sku": "B-1", "unit": "metre", "active": "on"}


def test_marketing_shapes_a_product_once(client, mara):
    client.force_login(mara)
    once = client.get("/products/new/").context["form"]["once"].value()
    for _time in range(2):
        assert client.post("/products/new/", BASALT | {"once": once}).url == "/products/"
    assert str(Product.objects.get()) == "Basalt"


def test_two_products_cannot_share_a_number(client, mara):
    Product.objects.create(name="Old", sku="B-1")
    client.force_login(mara)
    page = client.post("/products/new/", BASALT)
    assert page.status_code == 422 and "sku" in page.context["form"].errors


def test_what_is_no_longer_sold_has_its_own_view(client, mara):
    product = Product.objects.create(name="Basalt", sku="B-1")
    client.force_login(mara)
    client.post(f"/products/{product.pk}/edit/", BASALT | {"active": ""})
    views = {view: len(client.get(f"/products/?view={view}").context["page"])
             for view in ("sold", "past", "all")}  # fmt: skip
    assert views == {"sold": 0, "past": 1, "all": 1}


@pytest.mark.parametrize("who", ["sam", "ana"])
def test_sales_reads_products_and_changes_none(client, request, who):
    product = Product.objects.create(name="Basalt", sku="B-1")
    client.force_login(request.getfixturevalue(who))
    assert "Basalt" in client.get("/products/").text
    assert client.post("/products/new/", BASALT).status_code == 403
    assert client.post(f"/products/{product.pk}/edit/", BASALT).status_code == 403


def test_without_a_role_there_is_no_list(client, zoe):
    client.force_login(zoe)
    assert client.get("/products/").status_code == 403
