"""The command line: opens the window, or does what needs none without loading Qt."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from leglog.errors import LeglogError
from leglog.i18n import _, language_of_environment, use_language
from leglog.paths import folders, resources_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.services.training_log import TrainingLog

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
STOPPED = 130
"""What a shell expects of a program that Ctrl+C ended."""
BACKUP = ".leglog"
"""How the name of a backup ends; a double-click on one gives nothing else."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the arguments ask for and return the exit code.

    0 done, 1 refused with a sentence, 2 wrong usage, 130 stopped by Ctrl+C.
    """
    code = REFUSED
    try:
        code = _run(sys.argv[1:] if arguments is None else list(arguments))
    except LeglogError as error:
        sys.stderr.write(f"leglog: {error}\n")
    except KeyboardInterrupt:
        sys.stderr.write("\n")  # what the shell says next stands on a line of its own
        code = STOPPED
    except BrokenPipeError:
        pass  # whoever read the output has seen enough; _finish_output lets go of it
    except OSError as error:
        if error.filename is not None:  # the output is the one file that has no name here
            raise
        _tell_unwritten(error)
    finally:
        is_out = _finish_output()
    return code if is_out or code != DONE else REFUSED


def _finish_output() -> bool:
    """Write out what is still held back; say whether all of it arrived.

    Left to the interpreter's end, a closed pipe would print a traceback of its own.
    """
    if sys.stdout is None:  # Windows gives none to a program with windows
        return True
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        return False
    except OSError as error:
        _drop_output()
        _tell_unwritten(error)
        return False
    return True


def _tell_unwritten(error: OSError) -> None:
    reason = (error.strerror or str(error)).lower()
    sentence = _("The output could not be written: {reason}.").format(reason=reason)
    sys.stderr.write(f"leglog: {sentence}\n")


def _drop_output() -> None:
    """Send what is still held back nowhere, or the interpreter tries once more when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _run(arguments: list[str]) -> int:
    rest, data = arguments, None
    match arguments:
        case ["--data-dir", folder, *rest] if not folder.startswith("-"):
            data = Path(folder)
    # A double-click waits for the window, not for a parser that it has no use for.
    match rest:
        case []:
            return _open_window(data)
        case ["--minimised"]:  # so does the start with the computer
            return _open_window(data, minimised=True)
        case [file] if file.lower().endswith(BACKUP) and not file.startswith("-"):
            return _open_window(data, Path(file).absolute())
    from leglog.commands.arguments import make_parser

    use_language(language_of_environment(os.environ), resources_folder() / "translations")
    options = make_parser().parse_args(arguments)
    if options.self_test:
        from leglog.commands.self_test import self_test

        return self_test({"window": _draw_window})
    if options.command is None:
        return _open_window(options.data_dir, minimised=options.minimised)
    from leglog.commands.run import run_command

    return run_command(options, folders(options.data_dir))


def _draw_window(log: TrainingLog, folder: Path) -> str:
    from leglog.ui.self_test import draw_window

    return draw_window(log, folder)


def _open_window(data: Path | None, backup: Path | None = None, *, minimised: bool = False) -> int:
    """Load Qt with as little beside it as can be, then open the window and offer the backup.

    The collector would walk the growing heap for nothing until the window is painted; ui.opening
    lets it work again.
    """
    gc.disable()
    plain_import = builtins.__import__
    import PySide6.QtWidgets  # noqa: F401

    # PySide6 has replaced it with one that reads the source of every module imported later, to
    # look for a feature that we do not use; that costs a third of the start.
    builtins.__import__ = plain_import
    from leglog.app import run_window

    return run_window(folders(data), backup, minimised=minimised)


if __name__ == "__main__":
    sys.exit(main())
