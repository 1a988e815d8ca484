"""What a person without a mouse or a screen needs of every window, asked of real widgets.

Each question returns the offenders in words, so that a failing test says which widget it means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QMenu,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

from leglog.ui.widgets.button import Button

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtCore import QAbstractItemModel

LONGEST_ROUND = 400
"""Presses of Tab after which a page is taken for a trap."""
DATE_SECTIONS = 4
"""Tab goes through weekday, day, month and year before it leaves a field of a date."""
ROWS_ASKED = 40
"""Rows of a table that are looked at; those below are made by the same code."""
SHOWN_ROLES = (Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.CheckStateRole)


def described(widget: QWidget) -> str:
    """Return a widget in words: its class, name and text, and the widgets it lies in."""
    words = [type(widget).__name__]
    for part in (widget.objectName(), spoken_name(widget)):
        if part:
            words.append(repr(part))
    parents: list[str] = []
    parent = widget.parentWidget()
    while parent is not None and len(parents) < 4:
        if type(parent) is not QWidget:
            parents.append(type(parent).__name__)
        parent = parent.parentWidget()
    return " ".join(words) + " in " + " < ".join(parents)


def spoken_name(widget: QWidget) -> str:
    """Return the name that a screen reader says."""
    if isinstance(widget, QComboBox):
        # On Linux Qt gives the chosen option for a name; ours is said as the description.
        return widget.accessibleName()
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def visible_widgets(root: QWidget) -> Iterator[QWidget]:
    """Return the widgets that show in ``root``, without those of windows above it."""
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root) and widget.window() is root.window():
            yield widget


def tab_stops(root: QWidget) -> list[QWidget]:
    """Return the widgets that Tab has to reach."""
    return [
        widget
        for widget in visible_widgets(root)
        if widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not _is_inside_of_a_field(widget)
    ]


def without_name(root: QWidget) -> list[str]:
    """Return the widgets that take the focus and of which a screen reader says nothing."""
    return [
        described(widget)
        for widget in visible_widgets(root)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and not _is_inside_of_a_field(widget)
        and not isinstance(widget, QMenu)
        and not spoken_name(widget).strip()
    ]


def icons_without_words(root: QWidget) -> list[str]:
    """Return the buttons with nothing but an icon that have no name or no tip."""
    return [
        described(button)
        for button in visible_widgets(root)
        if isinstance(button, QAbstractButton)
        and not button.text()
        and (isinstance(button, Button) or not button.icon().isNull())
        and not (spoken_name(button).strip() and button.toolTip().strip())
    ]


def shared_mnemonics(root: QWidget) -> list[str]:
    """Return the letters that two widgets in sight answer with Alt."""
    owners: dict[str, list[str]] = {}
    for widget in visible_widgets(root):
        for letter in _mnemonics(widget):
            owners.setdefault(letter, []).append(described(widget))
    return [f"{letter}: {', '.join(who)}" for letter, who in owners.items() if len(who) > 1]


def shared_letters(texts: Iterable[str]) -> list[str]:
    """Return the texts of which another one has the same mnemonic."""
    owners: dict[str, list[str]] = {}
    for text in texts:
        if key := QKeySequence.mnemonic(text).toString():
            owners.setdefault(key, []).append(text)
    return [f"{key}: {who}" for key, who in owners.items() if len(who) > 1]


def silent_cells(root: QWidget) -> list[str]:
    """Return the cells that show something and give a screen reader no words."""
    return [
        f"{described(view)}: row {index.row()}, column {index.column()}"
        for view in visible_widgets(root)
        if isinstance(view, QAbstractItemView) and view.model() is not None
        for index in _indexes(view.model())
        if _is_silent(index)
    ]


def not_reached_by_tab(
    root: QWidget, first: QWidget, *, left_by_f6: type[QWidget] | None = None
) -> list[str]:
    """Press Tab from ``first`` until it comes back; return what was never reached.

    ``left_by_f6`` is a table in which Tab goes from cell to cell.
    """
    first.setFocus(Qt.FocusReason.TabFocusReason)
    seen = [first]
    for _press in range(LONGEST_ROUND):
        focus = QApplication.focusWidget()
        if focus is None:
            return [f"after {described(seen[-1])} nothing has the focus"]
        leaves = left_by_f6 is not None and isinstance(focus, left_by_f6)
        for _section in range(DATE_SECTIONS):
            QTest.keyClick(focus, Qt.Key.Key_F6 if leaves else Qt.Key.Key_Tab)
            if (now := QApplication.focusWidget()) is not focus:
                break
        if now is first:
            break
        if now is focus:
            return [f"{described(focus)} keeps the focus"]
        if now is not None:
            seen.append(now)
    else:
        return [f"Tab does not come back to {described(first)}"]
    return [described(widget) for widget in tab_stops(root) if widget not in seen]


def out_of_reach_of_scrolling(root: QWidget) -> list[str]:
    """Return the areas that scroll and neither take the focus nor hold anything that does."""
    stops = tab_stops(root)
    return [
        described(area)
        for area in visible_widgets(root)
        if isinstance(area, QAbstractScrollArea)
        and area.verticalScrollBar().maximum() > 0
        and not any(stop is area or area.isAncestorOf(stop) for stop in stops)
    ]


def text_cut_off(root: QWidget) -> list[str]:
    """Return labels and buttons that are narrower or lower than their words."""
    return [
        f"{described(widget)}: {widget.size().toTuple()} for {widget.minimumSizeHint().toTuple()}"
        for widget in visible_widgets(root)
        if isinstance(widget, QPushButton | QRadioButton | QCheckBox | QLabel)
        and widget.text()
        and (
            widget.width() < widget.minimumSizeHint().width() - 1
            or widget.height() < widget.minimumSizeHint().height() - 1
        )
    ]


def overlapping(root: QWidget) -> list[str]:
    """Return pairs of neighbours that lie over each other."""
    found = []
    for parent in [root, *visible_widgets(root)]:
        shown = [
            child
            for child in parent.findChildren(
                QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
            )
            if child.isVisibleTo(root) and not child.isWindow() and not _floats(child)
        ]
        for number, one in enumerate(shown):
            for other in shown[number + 1 :]:
                both = one.geometry().intersected(other.geometry())
                if both.width() > 1 and both.height() > 1:
                    found.append(f"{described(one)} over {described(other)}")
    return found


def _floats(widget: QWidget) -> bool:
    return widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def _is_inside_of_a_field(widget: QWidget) -> bool:
    """Say whether a widget is a part of one: a viewport, a spin box's line, a scroll bar."""
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractScrollArea) and not isinstance(parent, QScrollArea):
        return True
    return widget.objectName().startswith("qt_")


def _mnemonics(widget: QWidget) -> list[str]:
    texts: list[str] = []
    if isinstance(widget, QAbstractButton) or (
        isinstance(widget, QLabel) and widget.buddy() is not None
    ):
        texts = [widget.text()]
    elif isinstance(widget, QTabBar):
        texts = [widget.tabText(tab) for tab in range(widget.count())]
    keys = (QKeySequence.mnemonic(text).toString() for text in texts)
    return [key for key in keys if key]


def _indexes(model: QAbstractItemModel) -> Iterator[QModelIndex]:
    for index in _children(model, QModelIndex()):
        yield index
        if index.column() == 0:
            yield from _children(model, index)


def _children(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[QModelIndex]:
    # A list hides its number of columns: there is one.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(min(model.rowCount(parent), ROWS_ASKED)):
        for column in range(columns):
            yield model.index(row, column, parent)


def _is_silent(index: QModelIndex) -> bool:
    words = (
        str(index.data(role) or "").strip()
        for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
    )
    return not any(words) and any(index.data(role) is not None for role in SHOWN_ROLES)
