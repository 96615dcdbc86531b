"""Files stay small and say why they exist."""

import ast

from tests.house_rules.source import modules, modules_of_tests


def test_no_file_is_longer_than_350_lines() -> None:
    long = {m.name: m.text.count("\n") for m in (*modules(), *modules_of_tests()) if m.text.count("\n") > 350}
    assert not long


def test_every_module_says_why_it_exists() -> None:
    silent = [m.name for m in modules() if not (ast.get_docstring(m.tree) or "").strip()]
    assert not silent


def test_every_public_class_says_why_it_exists() -> None:
    silent = [
        f"{m.name}: {node.name}"
        for m in modules()
        for node in ast.walk(m.tree)
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert not silent


def test_no_file_has_a_name_that_says_nothing() -> None:
    empty_words = {"utils", "util", "helpers", "helper", "manager", "core", "common", "misc"}
    assert not [m.name for m in modules() if set(m.path.with_suffix("").parts) & empty_words]


def test_functions_are_short() -> None:
    lengths = sorted(
        (node.end_lineno or node.lineno) - node.lineno + 1
        for m in modules()
        for node in ast.walk(m.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    assert lengths[len(lengths) // 2] <= 10
    assert lengths[int(len(lengths) * 0.9)] <= 25
