"""The open log: one door for reading, one for writing, undo and redo under everything."""

from __future__ import annotations

import sqlite3
import threading
from collections import deque
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from leglog.errors import NotFound
from leglog.i18n import _
from leglog.models import journal
from leglog.models.database import Database, open_database
from leglog.models.tables import Base
from leglog.models.trouble import storage_trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from leglog.models.journal import Reversal

UNDO_STEPS = 100


class Action(StrEnum):
    """What a person can do; ui.labels puts each into words for the Edit menu."""

    # workouts
    START_WORKOUT = "start_workout"
    CORRECT_WORKOUT = "correct_workout"
    MOVE_WORKOUT = "move_workout"
    FINISH_WORKOUT = "finish_workout"
    DISCARD_WORKOUT = "discard_workout"
    REMOVE_WORKOUT = "remove_workout"
    LOG_SET = "log_set"
    LOG_SETS = "log_sets"
    LOG_QUICK_LINE = "log_quick_line"
    UNTICK_SET = "untick_set"
    CORRECT_SET = "correct_set"
    ADD_SET = "add_set"
    REMOVE_SET = "remove_set"
    SPLIT_SIDES = "split_sides"
    JOIN_SIDES = "join_sides"
    ADD_WORKOUT_EXERCISE = "add_workout_exercise"
    CORRECT_WORKOUT_EXERCISE = "correct_workout_exercise"
    SWAP_WORKOUT_EXERCISE = "swap_workout_exercise"
    MOVE_WORKOUT_EXERCISE = "move_workout_exercise"
    REMOVE_WORKOUT_EXERCISE = "remove_workout_exercise"
    SKIP_WORKOUT_EXERCISE = "skip_workout_exercise"
    KEEP_CHANGES = "keep_changes"
    DUPLICATE_WORKOUT = "duplicate_workout"
    MERGE_WORKOUTS = "merge_workouts"
    SPLIT_WORKOUT = "split_workout"
    # routines
    ADD_ROUTINE = "add_routine"
    CORRECT_ROUTINE = "correct_routine"
    DUPLICATE_ROUTINE = "duplicate_routine"
    ARCHIVE_ROUTINE = "archive_routine"
    RESTORE_ROUTINE = "restore_routine"
    REMOVE_ROUTINE = "remove_routine"
    ADD_ROUTINE_EXERCISE = "add_routine_exercise"
    CORRECT_ROUTINE_EXERCISE = "correct_routine_exercise"
    MOVE_ROUTINE_EXERCISE = "move_routine_exercise"
    DUPLICATE_ROUTINE_EXERCISE = "duplicate_routine_exercise"
    REMOVE_ROUTINE_EXERCISE = "remove_routine_exercise"
    SWAP_ROUTINE_EXERCISE = "swap_routine_exercise"
    CORRECT_PLANNED_SETS = "correct_planned_sets"
    MAKE_SUPERSET = "make_superset"
    DISSOLVE_SUPERSET = "dissolve_superset"
    # programmes
    ADD_PROGRAMME = "add_programme"
    CORRECT_PROGRAMME = "correct_programme"
    START_PROGRAMME = "start_programme"
    STOP_PROGRAMME = "stop_programme"
    ARCHIVE_PROGRAMME = "archive_programme"
    RESTORE_PROGRAMME = "restore_programme"
    REMOVE_PROGRAMME = "remove_programme"
    # the week
    MOVE_PLANNED_WORKOUT = "move_planned_workout"
    # exercises
    CORRECT_EXERCISE_NOTE = "correct_exercise_note"
    ADD_EXERCISE = "add_exercise"
    CORRECT_EXERCISE = "correct_exercise"
    RESET_EXERCISE = "reset_exercise"
    ARCHIVE_EXERCISE = "archive_exercise"
    RESTORE_EXERCISE = "restore_exercise"
    MERGE_EXERCISES = "merge_exercises"
    # the back
    RATE_PAIN = "rate_pain"
    REMOVE_PAIN_RATING = "remove_pain_rating"
    SKIP_MORNING = "skip_morning"
    ADD_PERIOD = "add_period"
    CORRECT_PERIOD = "correct_period"
    REMOVE_PERIOD = "remove_period"
    CORRECT_PAIN_RATING = "correct_pain_rating"
    ADD_TASK = "add_task"
    CORRECT_TASK = "correct_task"
    REMOVE_TASK = "remove_task"
    RATE_TASK = "rate_task"
    ANSWER_QUESTIONS = "answer_questions"
    CHECK_IN = "check_in"
    # the log as a whole
    IMPORT_WORKOUTS = "import_workouts"
    UNDO_IMPORT = "undo_import"
    MERGE_LOG = "merge_log"
    CHANGE_PREFERENCE = "change_preference"
    WRITE_PHYSIO_NOTE = "write_physio_note"


class Turn(StrEnum):
    """Whether an action was done, taken back, or done again."""

    DONE = "done"
    UNDONE = "undone"
    REDONE = "redone"


@dataclass(frozen=True, slots=True)
class Change:
    """What a finished action touched; ``action`` is None for the program's own upkeep."""

    action: Action | None
    tables: frozenset[str]
    turn: Turn = Turn.DONE


@dataclass(frozen=True, slots=True)
class _Step:
    action: Action
    reversal: Reversal


class TrainingLog:
    """The open log file.

    ``announce`` hears of every finished change, in the thread that made it.
    """

    def __init__(
        self, database: Database, announce: Callable[[Change], object] = lambda _change: None
    ) -> None:
        self._database = database
        self._announce = announce
        self._undo: deque[_Step] = deque(maxlen=UNDO_STEPS)
        self._redo: deque[_Step] = deque(maxlen=UNDO_STEPS)
        self._writing = threading.Lock()

    @property
    def path(self) -> Path:
        """The file that holds the log."""
        return self._database.path

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Yield a session for queries; SQLite refuses any write through it."""
        with self._troubles_in_words(), Session(self._database.reader) as session:
            yield session

    @contextmanager
    def action(self, action: Action) -> Iterator[Session]:
        """Yield a session whose changes commit together, undo together and are announced once.

        Leaving with an error rolls everything back and announces nothing. Raises StorageError
        where the disk refuses.
        """
        with self._transaction() as (session, reversals):
            yield session
        reversal = reversals[0]
        if reversal.statements:
            self._undo.append(_Step(action, reversal))
            self._redo.clear()
            self._announce(Change(action, reversal.tables))

    @contextmanager
    def upkeep(self) -> Iterator[Session]:
        """Yield a session for what the program does by itself, which is not undone.

        Earlier steps could no longer be replayed over it, so they are forgotten.
        """
        with self._transaction() as (session, reversals):
            yield session
        if reversals[0].statements:
            self.forget_steps()
            self._announce(Change(None, reversals[0].tables))

    @property
    def undo_action(self) -> Action | None:
        """The action that undo would take back."""
        return self._undo[-1].action if self._undo else None

    @property
    def redo_action(self) -> Action | None:
        """The action that redo would do again."""
        return self._redo[-1].action if self._redo else None

    def undo(self) -> None:
        """Take back the newest action; nothing happens where there is none."""
        self._replay(self._undo, self._redo, Turn.UNDONE)

    def redo(self) -> None:
        """Do the newest undone action again; nothing happens where there is none."""
        self._replay(self._redo, self._undo, Turn.REDONE)

    def forget_steps(self) -> None:
        """Forget all steps of undo and redo, as after a restore."""
        self._undo.clear()
        self._redo.clear()

    def replace_contents(self, source: Path) -> None:
        """Put another log's contents in the place of this one's, in one transaction.

        ``source`` is whole and of this schema. Steps of undo are forgotten. Raises StorageError;
        the log is then as it was.
        """
        with self._troubles_in_words(), self._only_writer():
            # Open connections would hold prepared statements and the journal of the old contents.
            self._database.close()
            with (
                closing(sqlite3.connect(source)) as new,
                closing(sqlite3.connect(self.path)) as here,
            ):
                here.execute("PRAGMA synchronous = FULL")
                new.backup(here)
                here.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self.forget_steps()
        self._announce(Change(None, frozenset(Base.metadata.tables)))

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _replay(self, source: deque[_Step], target: deque[_Step], turn: Turn) -> None:
        if not source:
            return
        step = source[-1]
        try:
            with self._transaction() as (session, reversals):
                journal.replay(session.connection(), step.reversal)
        except sqlite3.IntegrityError as error:
            self.forget_steps()
            raise NotFound(
                _("This can no longer be undone: the log has changed since."),
                _("Nothing was changed."),
            ) from error
        source.pop()
        target.append(_Step(step.action, reversals[0]))
        self._announce(Change(step.action, reversals[0].tables, turn))

    @contextmanager
    def _transaction(self) -> Iterator[tuple[Session, list[Reversal]]]:
        """Yield a writing session and a list that receives the reversal on the way out."""
        reversals: list[Reversal] = []
        with (
            self._troubles_in_words(),
            self._only_writer(),
            Session(self._database.writer) as session,
            session.begin(),
        ):
            yield session, reversals
            session.flush()
            reversals.append(journal.drain(session.connection()))

    @contextmanager
    def _only_writer(self) -> Iterator[None]:
        if not self._writing.acquire(timeout=60):
            msg = "an action may not begin inside another one"
            raise RuntimeError(msg)
        try:
            yield
        finally:
            self._writing.release()

    @contextmanager
    def _troubles_in_words(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            trouble = storage_trouble(error, self._database.path)
            if trouble is None:
                raise
            raise trouble from error


def open_log(
    path: Path,
    announce: Callable[[Change], object] = lambda _change: None,
    *,
    is_checked: bool = False,
    language: str | None = None,
) -> TrainingLog:
    """Open the log at ``path``, creating it or bringing it up to date; raises StorageError.

    ``is_checked`` says that ``services.first_check`` has just read the file. ``language`` is that
    of the built-in exercises from now on; without it they stay in the one that they are in.
    """
    from leglog.services.catalogue import bring_catalogue_up_to_date
    from leglog.services.health import damage_told

    log = TrainingLog(open_database(path, is_checked=is_checked), announce)
    try:
        with damage_told(path):
            bring_catalogue_up_to_date(log, language)
    except BaseException:
        log.close()
        raise
    return log
