"""Products from a file: one row is one product, named by its article number."""

import pytest

from leads.models import Product
from tests.files import a_file, counts, imported, refused, table

pytestmark = pytest.mark.django_db
HEAD = "sku,name,unit,description,active\n"
DOME = "D-1,Dome,piece,Rubber,yes\n"


def products(tmp_path, *rows):
    return a_file(tmp_path, HEAD + "".join(rows))


def test_a_row_is_a_product(tmp_path):
    rows = products(tmp_path, DOME, "D-2,Mat,,,nein\n")
    assert imported("products", rows) == counts(created=2)
    dome, mat = Product.objects.order_by("sku")
    assert (dome.name, dome.unit, dome.description, dome.active) == (
        "Dome",
        "piece",
        "Rubber",
        True,
    )
    assert (mat.unit, mat.description, mat.active) == ("piece", "", False)
    assert imported("products", rows) == counts(unchanged=2)


def test_unless_said_what_is_there_stands_and_blanks_are_filled(tmp_path):
    Product.objects.create(sku="D-1", name="Old dome")
    assert imported("products", products(tmp_path, DOME)) == counts(updated=1)
    dome = Product.objects.get()
    assert (dome.name, dome.description) == ("Old dome", "Rubber")


def test_the_file_wins_in_the_fields_it_may_overwrite(tmp_path):
    Product.objects.create(sku="D-1", name="Old dome", description="Stone")
    rows = products(tmp_path, DOME.replace("yes", "no"))
    policies = ["--policy", "name=overwrite", "active=overwrite"]
    assert imported("products", rows, *policies) == counts(updated=1)
    dome = Product.objects.get()
    assert (dome.name, dome.description, dome.active) == ("Dome", "Stone", False)


def test_a_product_that_is_here_needs_no_name_and_a_new_one_does(tmp_path):
    Product.objects.create(sku="D-1", name="Dome")
    path, errors = a_file(tmp_path, "sku,active\nD-1,1\nD-9,1\n"), tmp_path / "errors.csv"
    found = imported("products", path, "--errors", errors)
    assert found == counts(unchanged=1, errors=1)
    assert [row["reason"] for row in table(errors)] == ["A new product has a name."]


def test_the_last_row_about_an_article_number_has_the_last_word(tmp_path):
    rows = products(tmp_path, DOME, DOME.replace("Dome", "Big dome"))
    imported("products", rows, "--policy", "name=overwrite")
    assert Product.objects.get().name == "Big dome"


def test_a_file_without_article_numbers_is_refused_whole(tmp_path):
    assert "these: sku" in refused("products", a_file(tmp_path, "name\nDome\n"))
