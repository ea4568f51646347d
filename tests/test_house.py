"""The rules of the house, kept by a machine."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ["funnel", "leads", "deals", "reports"]
WINGS = {
    "leads": "people products campaigns channels touches lead capture qualification handoff merging".split(),
    "deals": "activities answers pricing pipeline quotes closing after day".split(),
}
FILE_WALL, FUNCTION_WALL, TEST_WALL = 200, 40, 15
SOURCES = sorted(
    path
    for floor in FLOORS
    for path in (ROOT / floor).rglob("*.py")
    if "migrations" not in path.parts
)
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))


def name(path):
    return str(path.relative_to(ROOT))


def tree(path):
    return ast.parse(path.read_text())


def imports(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def wing_of(module, floor):
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[0] == floor and parts[1] in WINGS[floor] else None


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_nobody_imports_upstairs(path):
    home = path.relative_to(ROOT).parts[0]
    upstairs = FLOORS[FLOORS.index(home) + 1 :]
    assert [m for m in imports(path) if m.split(".")[0] in upstairs] == []


@pytest.mark.parametrize("path", [p for p in SOURCES if p.parts[-2] != p.parts[-3]], ids=name)
def test_a_wing_imports_only_those_before_it_in_the_row(path):
    floor, *rest = path.relative_to(ROOT).parts
    if floor not in WINGS or rest[0] not in WINGS[floor]:
        return
    row = WINGS[floor]
    later = row[row.index(rest[0]) + 1 :]
    assert [m for m in imports(path) if wing_of(m, floor) in later] == []


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_actions_know_nothing_of_pages(path):
    if path.name != "actions.py":
        return
    pages = re.compile(r"(^|\.)(views|forms|tasks)$|^django\.http")
    assert [m for m in imports(path) if pages.search(m)] == []


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_only_the_door_writes_a_stage(path):
    if path.name == "ledger.py":
        return
    text = path.read_text()
    written = re.compile(
        r"\.stage(_since)?\s*=[^=]|update\([^)]*\bstage(_since)?=|\bStep\.objects\.(bulk_)?create|steps\.(bulk_)?create"
    )
    assert written.findall(text) == []


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_signals_and_no_overridden_saves(path):
    names = {n.name for n in ast.walk(tree(path)) if isinstance(n, ast.FunctionDef)}
    assert not names & {"save", "delete"} or path.name in ("mending.py", "forms.py")
    assert not [m for m in imports(path) if m.startswith("django.db.models.signals")]


@pytest.mark.parametrize("path", SOURCES + TESTS, ids=name)
def test_no_file_grows_over_the_wall(path):
    assert len(path.read_text().splitlines()) <= FILE_WALL


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_function_grows_over_the_wall(path):
    long = {
        node.name: node.end_lineno - node.lineno + 1
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef)
        if node.end_lineno - node.lineno + 1 > FUNCTION_WALL
    }
    assert long == {}


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_room_is_called_after_nothing(path):
    assert path.stem not in ("utils", "helpers", "services", "common", "signals", "managers")


def _imports_of_modules():
    modules = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in SOURCES
    }
    return {
        module: {m for m in _at_top(path, modules) if m != module}
        for module, path in modules.items()
    }


def _at_top(path, modules):
    for node in tree(path).body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
        elif isinstance(node, ast.ImportFrom) and node.module:
            named = {f"{node.module}.{alias.name}" for alias in node.names}
            yield from named & set(modules)
            if node.module in modules and not named <= set(modules):
                yield node.module


def test_no_import_goes_round_in_a_circle():
    graph, done, path = _imports_of_modules(), set(), []

    def visit(module):
        assert module not in path, " -> ".join([*path, module])
        if module in done:
            return
        path.append(module)
        for each in graph[module]:
            visit(each)
        done.add(path.pop())

    for module in graph:
        visit(module)


@pytest.mark.parametrize("path", sorted((ROOT / "templates").rglob("*.html")), ids=name)
def test_a_template_stays_short_and_keeps_strangers_text_text(path):
    text = path.read_text()
    assert len(text.splitlines()) <= 120
    library_markup = path.is_relative_to(ROOT / "templates" / "funnel")  # from our own forms
    assert library_markup or ("|safe" not in text and "autoescape off" not in text)
    assert not re.search(r"<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=\"", text)
