"""F1 and Ctrl+/: the help of one page, and the list of all keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from leglog.i18n import _
from leglog.ui.actions import menu_actions
from leglog.ui.help.guide import page_help, scale_keys
from leglog.ui.pages import standard_pages
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.fields import SearchField
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from leglog.ui.desk import Place
    from leglog.ui.help.guide import Keys


LIST_PX = 340
"""Height from which the keys of a page scroll, in pixels of the design."""


class PageHelpSheet(Sheet):
    """What a page is for, how it goes, and its keys."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        label = next(spec.label for spec in standard_pages() if spec.place is place)
        super().__init__(label, width=620, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_ = page_help()[place]
        self.body.addWidget(Text(help_.purpose, Role.STRONG, wrap=True))
        for sentence in help_.how:
            self.body.addWidget(Text(sentence, wrap=True))
        groups = [(_("Keys on this page"), help_.keys), (_("Quick entry"), help_.forms)]
        if help_.keys:
            self.list = KeyList()
            self.list.show_groups([group for group in groups if group[1]])
            self.list.setMinimumHeight(min(self.list.full_height(), current_theme().px(LIST_PX)))
            self.body.addWidget(self.list, 1)
        self.add_to_foot(Text(_("Ctrl+/ lists all keys."), tone="muted"))
        self.add_button(_("&Close"), self.accept, kind=Kind.PRIMARY, default=True)


class KeySheet(Sheet):
    """All keys of the program, with a field to search them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Keys"), width=620, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search = SearchField(_("Search keys"))
        self.list = KeyList()
        self.list.show_groups(all_keys())
        self.search.textChanged.connect(self.list.filter)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        self.resize(self.width(), current_theme().px(620))
        self.add_button(_("&Close"), self.accept, kind=Kind.PRIMARY, default=True)
        self.search.setFocus()


class KeyList(QTreeWidget):
    """Keys in groups, two columns: the key and what it does."""

    def __init__(self) -> None:
        super().__init__()
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.setAccessibleName(_("Keys"))
        self.setColumnCount(2)
        self.setHeaderLabels([_("Key"), _("What it does")])
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(True)

    def show_groups(self, groups: Iterable[tuple[str, Keys]]) -> None:
        """List the groups one after the other."""
        strong = current_theme().font(Role.STRONG)
        for title, keys in groups:
            heading = QTreeWidgetItem([title])
            heading.setFont(0, strong)
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.addTopLevelItem(heading)
            heading.setFirstColumnSpanned(True)
            rows = [QTreeWidgetItem([native(key), what]) for key, what in keys]
            heading.addChildren(rows)
            heading.setExpanded(True)
            self._groups.append((heading, rows))

    def full_height(self) -> int:
        """Return the height in pixels in which all rows are seen at once."""
        rows = sum(1 + len(rows) for _heading, rows in self._groups)
        return self.header().sizeHint().height() + rows * self.sizeHintForRow(0) + 2

    def filter(self, text: str) -> None:
        """Leave only the keys whose writing or words contain ``text``."""
        wanted = text.strip().casefold()
        for heading, rows in self._groups:
            for row in rows:
                row.setHidden(wanted not in f"{row.text(0)} {row.text(1)}".casefold())
            heading.setHidden(all(row.isHidden() for row in rows))

    def listed(self) -> list[str]:
        """Return what the keys now listed do."""
        rows = [row for _heading, rows in self._groups for row in rows]
        return [row.text(1) for row in rows if not row.isHidden()]


def all_keys() -> list[tuple[str, Keys]]:
    """Return every key of the program: everywhere, page by page, on a scale."""
    specs = standard_pages()
    pages = [(spec.shortcut, spec.label) for spec in specs if spec.shortcut]
    actions = [
        (action.shortcut, action.text.replace("&", "").rstrip("…"))
        for action in menu_actions()
        if action.shortcut
    ]
    helps = page_help()
    groups = [(_("Everywhere"), (*pages, *actions))]
    groups += [(spec.label, helps[spec.place].keys) for spec in specs if helps[spec.place].keys]
    return [*groups, (_("On a scale for the back"), scale_keys())]


def native(keys: str) -> str:
    """Write keys as this system does: Cmd for Ctrl on macOS, the names of its language."""
    portable = QKeySequence.SequenceFormat.PortableText
    written = QKeySequence.SequenceFormat.NativeText
    # What is no single key, as '0 … 9', has no writing of its own there.
    return ", ".join(
        QKeySequence.fromString(part, portable).toString(written) or part
        for part in keys.split(" / ")
    )
