import gzip
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from funnel.statics import SHEET, one_sheet

STATIC = Path(settings.BASE_DIR) / "static"
STYLES = sorted((STATIC / "css").rglob("*.css"))
SCRIPTS = sorted((STATIC / "js").rglob("*.js"))


def name(path):
    return str(path.relative_to(STATIC))


def whole():
    return one_sheet(lambda name: (STATIC / name).read_text())


def test_every_style_sheet_is_imported_once():
    imported = (STATIC / SHEET).read_text()
    for path in STYLES:
        if name(path) not in (SHEET, "css/strangers.css"):
            assert imported.count(f'"{path.relative_to(STATIC / "css")}"') == 1, path


def test_the_one_sheet_has_no_import_left_and_keeps_the_layers():
    sheet = whole()
    assert "@import" not in sheet
    assert sheet.startswith("@layer reset, tokens, base, layout, components, pages;")
    assert sheet.count("{") == sheet.count("}")


def test_the_styles_weigh_no_more_than_25_kilobytes():
    assert len(gzip.compress(whole().encode())) <= 25_000


@pytest.mark.parametrize("path", STYLES, ids=name)
def test_no_style_sheet_grows_over_the_wall(path):
    assert len(path.read_text().splitlines()) <= 150


@pytest.mark.parametrize("path", SCRIPTS, ids=name)
def test_no_script_grows_over_the_wall(path):
    assert len(path.read_text().splitlines()) <= 80


def test_collected_files_hold_one_sheet_under_a_hashed_name(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "funnel.statics.OneSheet"},
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    (hashed,) = tmp_path.glob("css/app.????????????.css")
    assert hashed.read_text() == whole()
    assert hashed.with_name(f"{hashed.name}.gz").exists()
