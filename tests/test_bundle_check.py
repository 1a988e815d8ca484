"""The check that keeps the installers small, given what it has to refuse."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

PACKAGING = Path(__file__).parents[1] / "packaging"


@pytest.fixture(scope="module")
def check() -> ModuleType:
    """The script; its folder is no package and bears the name of somebody else's."""
    spec = importlib.util.spec_from_file_location("check_bundle", PACKAGING / "check_bundle.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "file",
    [
        "_internal/PySide6/Qt/lib/libQt6Quick.so.6",
        "_internal/PySide6/QtQml.abi3.so",
        "_internal/PySide6/Qt6WebEngineCore.dll",
        "_internal/_tkinter.cpython-312-x86_64-linux-gnu.so",
        "_internal/numpy/tests/data.npy",
        "_internal/libssl.so.3",
        "_internal/icuuc.dll",
        "_internal/mscms.dll",
        "_internal/ucrtbase.dll",
    ],
)
def test_file_that_has_no_place_is_named(check: ModuleType, file: str) -> None:
    assert check.misplaced([file, "leglog"], []) == [f"{file} has no place in the bundle"]


@pytest.mark.parametrize(
    "name",
    [
        "tkinter",
        "tkinter.font",
        "PySide6.QtQuick",
        "pytest",
        "numpy.testing",
        "sqlalchemy.testing.suite",
        "matplotlib.tests.test_axes",
        "contourpy.test",
    ],
)
def test_module_that_has_no_place_is_named(check: ModuleType, name: str) -> None:
    assert check.misplaced([], ["leglog.app", name]) == [f"{name} has no place in the bundle"]


def test_modules_that_packages_need_have_their_place(check: ModuleType) -> None:
    needed = ["unittest.case", "pyparsing.testing", "leglog.ui.self_test", "PySide6.QtWidgets"]
    assert check.misplaced(["_internal/PySide6/Qt/lib/libicuuc.so.73"], needed) == []


def test_growth_of_a_twentieth_is_let_through_and_more_is_not(check: ModuleType) -> None:
    budget = {"bundle": 100.0, "installer": 40.0}
    assert check.too_large({"bundle": 105.0, "installer": 42.0}, budget) == []
    assert check.too_large({"bundle": 105.1, "installer": 42.0}, budget) == [
        "the bundle has 105.1 MB; its budget is 100.0 MB"
    ]


def test_every_system_has_a_budget() -> None:
    budgets = json.loads((PACKAGING / "bundle.json").read_text("utf-8"))
    assert set(budgets) == {"linux", "windows", "macos"}
    assert all(set(each) == {"bundle", "installer"} for each in budgets.values())
