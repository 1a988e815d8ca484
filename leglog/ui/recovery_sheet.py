"""What the person is offered when the log file is damaged."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from leglog.errors import LeglogError
from leglog.i18n import _, ngettext
from leglog.ui import localized, tasks
from leglog.ui.errors import show_error
from leglog.ui.theme import current_theme
from leglog.ui.widgets.banner import Banner
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.frames import Card
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from leglog.paths import Folders
    from leglog.services.backup_file import LogFigures
    from leglog.services.recovery import Ready, Recovery

WIDTH = 620


class RecoverySheet(Sheet):
    """Shows what could be read and what the newest whole backup holds; goes on with either."""

    recovered = Signal()
    """The log can be opened again."""

    def __init__(
        self, folders: Folders, trouble: LeglogError, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("The log is damaged"), width=WIDTH, parent=parent)
        self._folders = folders
        self._recovery: Recovery | None = None
        self._sentence = trouble.sentence
        self.body.addWidget(Banner("", trouble.sentence, kind="warning"))
        self._card = Card(_("What there is"))
        self._found = Text("", wrap=True)
        self._found.setMinimumWidth(current_theme().px(WIDTH - 80))
        self._card.body.addWidget(self._found)
        self.body.addWidget(self._card)
        promise = _("The damaged file is kept in a folder of its own, whatever you choose.")
        self.body.addWidget(Text(promise, tone="muted", wrap=True))
        self.stop = self.add_button(_("&Quit"), self.reject)
        self.backup_alone = self.add_button(_("Use the &backup alone"), self._use_backup)
        self.repair = self.add_button(_("&Repair"), self._go_on, kind=Kind.PRIMARY, default=True)
        self.backup_alone.hide()
        self.setWindowModality(Qt.WindowModality.WindowModal)

    def text(self) -> str:
        """Return the sentence that says what happened."""
        return self._sentence

    @property
    def words(self) -> str:
        """What is said about the damaged file and the backup."""
        return self._found.text()

    def prepare(self) -> None:
        """Read the damaged file and the backups in the background."""
        from leglog.services.backups import second_folder
        from leglog.services.recovery import prepare_recovery

        self._found.setText(_("Reading what can be read…"))
        self.repair.setText(_("&Repair"))
        self.repair.setEnabled(False)
        database, second = self._folders.database, second_folder(self._folders.config)
        places = [self._folders.backups, *([second] if second else [])]
        tasks.run(
            lambda _progress: prepare_recovery(database, *places),
            self._on_ready,
            self._on_failed,
            parent=self.parentWidget(),
        )

    def _on_ready(self, recovery: Recovery) -> None:
        self._recovery = recovery
        self._found.setText("\n".join(recovery_words(recovery)))
        self.backup_alone.setVisible(recovery.from_backup is not None)
        figures = recovery.together.figures
        if not (figures.workouts or figures.ratings or figures.routines):
            self.repair.setText(_("&Start a new log"))
        self.repair.setEnabled(True)
        self.repair.setFocus()
        # The lines are more than the one that stood there while reading.
        self._found.setMinimumHeight(self._found.heightForWidth(self._found.minimumWidth()))
        self.adjustSize()

    def _go_on(self) -> None:
        """Repair, or look again where that was not possible before."""
        if self._recovery is not None:
            self._recover(self._recovery, self._recovery.together)
        else:
            self.prepare()

    def _use_backup(self) -> None:
        if self._recovery is not None and self._recovery.from_backup is not None:
            self._recover(self._recovery, self._recovery.from_backup)

    def _recover(self, recovery: Recovery, choice: Ready) -> None:
        from leglog.services.recovery import recover

        now = dt.datetime.now().astimezone()
        self.setEnabled(False)
        tasks.run(
            lambda _progress: recover(recovery, choice, now),
            self._on_recovered,
            self._on_failed,
            parent=self.parentWidget(),
        )

    def _on_recovered(self, _aside: Path) -> None:
        self.recovered.emit()
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.setEnabled(True)
        if self._recovery is None:
            self._found.setText(_("The damaged file could not be looked at."))
            self.repair.setText(_("&Try again"))
            self.repair.setEnabled(True)
        show_error(self, _as_trouble(error, self._folders.data))


def recovery_words(recovery: Recovery) -> list[str]:
    """Return what could be read, what the backup holds, and what repairing gives."""
    lines = [
        _("Of the damaged file {what} could be read.").format(
            what=_counts(recovery.salvaged.figures)
        )
    ]
    if recovery.backup is None or recovery.from_backup is None:
        lines.append(_("There is no backup that is whole."))
        return lines
    lines.append(
        _("The newest whole backup, of {when}, holds {what}.").format(
            when=localized.local_moment(recovery.backup.made_at),
            what=_counts(recovery.from_backup.figures),
        )
    )
    workouts, ratings = recovery.only_in_damaged
    if workouts or ratings:
        lines.append(
            _("Only in the damaged file: {what}. Repair adds this to the backup.").format(
                what=_named(workouts, ratings, also_none=False)
            )
        )
    else:
        lines.append(_("The backup holds all workouts and ratings that could be read."))
    return lines


def _counts(figures: LogFigures) -> str:
    return _named(figures.workouts, figures.ratings)


def _named(workouts: int, ratings: int, *, also_none: bool = True) -> str:
    first = ngettext("{count} workout", "{count} workouts", workouts)
    second = ngettext("{count} back rating", "{count} back ratings", ratings)
    first = first.format(count=localized.number(workouts))
    second = second.format(count=localized.number(ratings))
    if also_none or (workouts and ratings):
        return _("{first} and {last}").format(first=first, last=second)
    return first if workouts else second


def _as_trouble(error: Exception, folder: Path) -> Exception:
    """Turn a complaint of the system into a sentence."""
    if not isinstance(error, OSError):
        return error
    return LeglogError(
        _("The folder {folder} cannot be written: {reason}.").format(
            folder=folder, reason=(error.strerror or str(error)).lower()
        ),
        _("Free some space or mend its rights, then try again."),
    )
