"""Tests that need what may not be here: they are skipped, counted and told in one last line."""

import os
import shutil
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
REMEDIES = {
    "browser": (
        "browser tests (no Chromium: install one with `apt-get install chromium` or "
        "`.venv/bin/playwright install chromium`, or set FUNNEL_CHROMIUM)"
    ),
    "realdata": "tests on the real files (not found: set FUNNEL_DATA to their folder)",
}
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def real_data_folder():
    """Where the real files lie, or None."""
    folder = Path(os.environ.get("FUNNEL_DATA") or CHECKOUT.parent / "shared" / "data")
    return folder if (folder / "olist_mql.csv").is_file() else None


def chromium_program():
    """The path of a Chromium, or None."""
    if named := os.environ.get("FUNNEL_CHROMIUM"):
        return named if Path(named).is_file() else None
    found = [shutil.which(name, path=f"/usr/bin{os.pathsep}{os.environ['PATH']}") for name in NAMES]
    return next(filter(None, found), None) or playwrights_own()


def playwrights_own():
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache/ms-playwright")
    return next(map(str, sorted(cache.glob("chromium-*/chrome-linux*/chrome"), reverse=True)), None)


def pytest_collection_modifyitems(items):
    here = {"browser": chromium_program(), "realdata": real_data_folder()}
    for item in items:
        for kind, found in here.items():
            if not found and item.get_closest_marker(kind):
                item.add_marker(pytest.mark.skip(reason=f"absent: {kind}"))


def not_run(config):
    """How many tests of each kind were skipped because of what is not here."""
    reporter = config.pluginmanager.getplugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    reasons = [str(report.longrepr[2]) for report in skipped]
    counts = {kind: sum(f"absent: {kind}" in r for r in reasons) for kind in REMEDIES}
    return {kind: count for kind, count in counts.items() if count}


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    if os.environ.get("FUNNEL_REQUIRE_ALL") and not_run(session.config) and not session.exitstatus:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_unconfigure(config):
    if counts := not_run(config):
        told = "; ".join(f"{count} {REMEDIES[kind]}" for kind, count in counts.items())
        config.pluginmanager.getplugin("terminalreporter").write_line(f"Not run: {told}.")


@pytest.fixture(scope="session")
def real_data():
    """The folder of the real files."""
    return real_data_folder()


if __name__ == "__main__":
    raise SystemExit(0 if chromium_program() else "no Chromium")
