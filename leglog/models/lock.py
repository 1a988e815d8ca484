"""One LegLog to a data folder: undo steps of one must not meet changes of another.

The standard library's file locks are used because the command line must not load Qt's, and the
usual package for it loads asyncio, which the first paint would wait for.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, BinaryIO

from leglog.errors import AlreadyOpen, StorageError
from leglog.i18n import _
from leglog.models.trouble import storage_trouble
from leglog.paths import MOVED_NAME, make_private

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from leglog.paths import Folders

LOCK_NAME = "leglog.lock"


def lock_data(folders: Folders) -> FolderLock:
    """Take the folder of the data; raises as FolderLock does, and where moved data is gone.

    A folder that was moved to and holds no log is most likely on a drive that is not there: a new
    log in its place would look as if all were lost.
    """
    if folders.is_moved and not folders.database.exists():
        raise StorageError(
            _("Your data was moved to {folder}, and is not there now.").format(folder=folders.data),
            _(
                "Connect the drive it is on and start LegLog again. Or remove the file {note}: "
                "LegLog then uses the copy that stayed behind."
            ).format(note=folders.config / MOVED_NAME),
        )
    return FolderLock(folders.data)


class FolderLock:
    """Holds a data folder for this process; the system lets go of it when the process ends."""

    def __init__(self, folder: Path) -> None:
        """Take the folder, creating it if need be.

        Raises AlreadyOpen where another LegLog has it, StorageError where it cannot be used.
        """
        try:
            make_private(folder)
            self._file: BinaryIO = (folder / LOCK_NAME).open("ab")
        except OSError as error:
            trouble = storage_trouble(error, folder)
            assert trouble is not None  # noqa: S101  every OSError has a sentence
            raise trouble from error
        try:
            _lock(self._file)
        except OSError as error:
            self._file.close()
            raise AlreadyOpen(
                _("LegLog is already open with the data in {folder}.").format(folder=folder),
                _("Use its window, or close it and try again."),
            ) from error

    def release(self) -> None:
        """Let go of the folder."""
        self._file.close()

    def __enter__(self) -> FolderLock:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.set_inheritable(file.fileno(), False)
