"""Troubles that a person can do something about.

Everything else is a mistake of ours and reaches the error dialog with a report.
"""

from __future__ import annotations


class LeglogError(Exception):
    """A trouble with a sentence for the user.

    ``sentence`` says what happened; ``remedy`` says what to do, and may be empty.
    """

    def __init__(self, sentence: str, remedy: str = "") -> None:
        super().__init__(f"{sentence} {remedy}".rstrip())
        self.sentence = sentence
        self.remedy = remedy


class InvalidValue(LeglogError):
    """What was typed cannot be stored; the sentence names the limits."""


class ImportRejected(LeglogError):
    """A file cannot be read as a workout log; nothing was written."""


class UnitNeeded(ImportRejected):
    """The file does not say whether its weights are kilograms or pounds."""


class StorageError(LeglogError):
    """The log file or its folder cannot be used as it is."""


class FullDisk(StorageError):
    """There is no room for what is to be written; nothing of it was."""


class DamagedLog(StorageError):
    """The log file cannot be read as a log of LegLog; it is left as it is."""


class NewerLog(StorageError):
    """The log was written by a newer LegLog; it is left as it is."""


class NotFound(LeglogError):
    """What was asked for is no longer there, for example after an undo."""


class AlreadyOpen(StorageError):
    """Another LegLog has this data folder open."""
