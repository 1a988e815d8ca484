"""Takes what is shown out of the window: picture to the clipboard, files to a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.ui import tasks
from leglog.ui.chart_look import chart_look
from leglog.ui.errors import show_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.charts.look import ChartLook
    from leglog.charts.values import Figured
    from leglog.ui.desk import Desk
    from leglog.ui.progress.content import Content


def build_menu(parent: QWidget, do: Callable[[str], object]) -> QMenu:
    """Return the menu of what can be taken out; ``do`` is told 'copy', 'png', … 'csv'."""
    menu = QMenu(parent)
    for kind, words in (
        ("copy", _("&Copy picture")),
        ("png", _("Save as &PNG…")),
        ("svg", _("Save as &SVG…")),
        ("pdf", _("Save as P&DF…")),
        ("csv", _("Save figures as CS&V…")),
    ):
        menu.addAction(words).triggered.connect(lambda _checked=False, kind=kind: do(kind))
    return menu


def ask_path(parent: QWidget, name: str, kind: str) -> Path | None:
    """Ask where to save; None where the person thought better of it."""
    text, _filter = QFileDialog.getSaveFileName(
        parent, _("Save"), f"{name}.{kind}", f"{kind.upper()} (*.{kind})"
    )
    if not text:
        return None
    path = Path(text)
    return path if path.suffix else path.with_suffix(f".{kind}")


def save(
    parent: QWidget, desk: Desk, content: Content, kind: str, path: Path, size: tuple[float, float]
) -> None:
    """Write what is shown to ``path``; pictures are drawn while the window stays free."""
    if kind == "csv":
        from leglog.services.table_file import write_table

        rows = [[cell.plain or cell.words for cell in row] for row in content.table.rows]
        try:
            write_table(path, content.table.headers, rows)
        except LeglogError as error:
            show_error(parent, error)
        else:
            _say(desk, path)
        return
    if content.data is None:
        return
    data, look = content.data, chart_look()
    tasks.run(
        lambda _progress: _draw(path, kind, data, look, size),
        lambda _nothing: _say(desk, path),
        lambda error: show_error(parent, error),
        parent=parent,
        queue=tasks.DRAWING,
    )


def copy_picture(widget: QWidget, desk: Desk) -> None:
    """Put what the widget shows on the clipboard, at the screen's own sharpness."""
    QGuiApplication.clipboard().setPixmap(widget.grab())
    desk.say(_("Picture copied."))


def _draw(path: Path, kind: str, data: Figured, look: ChartLook, size: tuple[float, float]) -> None:
    from leglog.charts.figures import save_figure

    try:
        save_figure(path, kind, data, look, size)
    except OSError as error:
        raise LeglogError(
            _("The picture could not be written to this folder."), _("Choose another one.")
        ) from error


def _say(desk: Desk, path: Path) -> None:
    desk.say(_("Saved {name}.").format(name=path.name))
