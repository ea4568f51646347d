"""No import goes round in a circle, anywhere in the house."""

import ast

from tests.test_house import ROOT, SOURCES, tree


def _at_top(path, modules):
    for node in tree(path).body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
        elif isinstance(node, ast.ImportFrom) and node.module:
            named = {f"{node.module}.{alias.name}" for alias in node.names}
            yield from named & set(modules)
            if node.module in modules and not named <= set(modules):
                yield node.module


def _graph():
    modules = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in SOURCES
    }
    return {
        module: {other for other in _at_top(path, modules) if other != module}
        for module, path in modules.items()
    }


def test_no_import_goes_round_in_a_circle():
    graph, done, way = _graph(), set(), []

    def visit(module):
        assert module not in way, " -> ".join([*way, module])
        if module in done:
            return
        way.append(module)
        for each in graph[module]:
            visit(each)
        done.add(way.pop())

    for module in graph:
        visit(module)
