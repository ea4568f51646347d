"""The rules of the house, kept by a machine. Each test names every offender at once."""

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ["funnel", "leads", "deals", "reports"]
WINGS = {
    "leads": [
        "people",
        "products",
        "campaigns",
        "spending",
        "channels",
        "touches",
        "links",
        "lead",
        "responses",
        "sources",
        "forms",
        "capture",
        "mailboxes",
        "unmatched",
        "scoring",
        "agreement",
        "qualification",
        "handoff",
        "routing",
        "clocks",
        "disputes",
        "merging",
    ],
    "deals": [
        "activities",
        "answers",
        "pricing",
        "pipeline",
        "quotes",
        "closing",
        "after",
        "line",
        "day",
    ],
}
FILE_WALL, FUNCTION_WALL, TEST_WALL, TEMPLATE_WALL = 200, 40, 15, 120
NOTHING = {"utils", "helpers", "services", "common", "signals", "managers"}
SOURCES = sorted(
    path
    for floor in FLOORS
    for path in (ROOT / floor).rglob("*.py")
    if "migrations" not in path.parts
)
TESTS = sorted((ROOT / "tests").rglob("*.py"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
PAGES = re.compile(r"(^|\.)(views|forms|tasks)(\.|$)|^django\.http")
STAGE_WRITTEN = re.compile(
    r"\.stage(_since)?\s*=[^=]|update\([^)]*\bstage(_since)?=|\bStep\.objects\.(bulk_)?create"
    r"|steps\.(bulk_)?create"
)
RUNS_IN_THE_PAGE = re.compile(r"<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=\"")


def name(path):
    return str(path.relative_to(ROOT))


@cache
def tree(path):
    return ast.parse(path.read_text())


def functions(path):
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef)]


@cache
def imports(path):
    found = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module)
    return found


def offenders(paths, wrong):
    """{file: what is wrong in it} for the files where `wrong(path)` finds something."""
    return {name(path): found for path in paths if (found := wrong(path))}


def floor_of(module):
    return module.split(".")[0]


def wing_of(module, floor):
    home, _, inside = module.partition(".")
    wing = inside.partition(".")[0]
    return wing if home == floor and wing in WINGS[floor] else None


def test_nobody_imports_upstairs():
    def upstairs(path):
        above = FLOORS[FLOORS.index(path.relative_to(ROOT).parts[0]) + 1 :]
        return [module for module in imports(path) if floor_of(module) in above]

    assert offenders(SOURCES, upstairs) == {}


def test_a_wing_imports_only_those_before_it_in_the_row():
    def later(path):
        floor, wing = path.relative_to(ROOT).parts[:2]
        row = WINGS.get(floor, [])
        if wing not in row:
            return []
        behind = row[row.index(wing) + 1 :]
        return [module for module in imports(path) if wing_of(module, floor) in behind]

    assert offenders([p for p in SOURCES if len(p.relative_to(ROOT).parts) > 2], later) == {}


def test_actions_know_nothing_of_pages():
    def pages(path):
        return [module for module in imports(path) if PAGES.search(module)]

    assert offenders([path for path in SOURCES if path.name == "actions.py"], pages) == {}


def test_only_the_door_writes_a_stage():
    door = ROOT / "funnel" / "ledger.py"
    others = [path for path in SOURCES if path != door]
    assert offenders(others, lambda path: STAGE_WRITTEN.search(path.read_text())) == {}


def test_no_signals_and_no_overridden_saves():
    def overridden(path):
        models = path.name == "models.py" or path.parent.name == "models"
        saves = [f.name for f in functions(path) if models and f.name in ("save", "delete")]
        return saves + [m for m in imports(path) if m.startswith("django.db.models.signals")]

    assert offenders(SOURCES, overridden) == {}


def test_no_file_grows_over_the_wall():
    def length(path):
        return max(0, len(path.read_text().splitlines()) - FILE_WALL)

    assert offenders(SOURCES + TESTS, length) == {}


def test_no_function_grows_over_the_wall():
    def long(path):
        wall = TEST_WALL if path in TESTS else FUNCTION_WALL
        return [f.name for f in functions(path) if f.end_lineno - f.lineno >= wall]

    assert offenders(SOURCES + [p for p in TESTS if p.name.startswith("test_")], long) == {}


def test_no_room_is_called_after_nothing():
    assert [name(path) for path in SOURCES if path.stem in NOTHING] == []


def test_a_template_stays_short():
    def length(path):
        return max(0, len(path.read_text().splitlines()) - TEMPLATE_WALL)

    assert offenders(TEMPLATES, length) == {}


def test_a_template_keeps_strangers_text_text_and_runs_nothing_in_the_page():
    def dangerous(path):
        text = path.read_text()
        ours = path.is_relative_to(ROOT / "templates" / "funnel")  # markup of our own forms
        marked = [] if ours else re.findall(r"\|safe\b|autoescape off", text)
        return marked + RUNS_IN_THE_PAGE.findall(text)

    assert offenders(TEMPLATES, dangerous) == {}
