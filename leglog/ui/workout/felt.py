"""How much the back felt one exercise: a scale that begins with nothing chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.ui import labels
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.rating_scale import RatingScale
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from leglog.services.workout_form import ExerciseBlock
    from leglog.ui.workout.workbench import Workbench


class FeltDialog(Sheet):
    """A digit rates and is saved, Del takes the rating away, Enter closes."""

    def __init__(
        self, bench: Workbench, block: ExerciseBlock, parent: QWidget | None = None
    ) -> None:
        super().__init__(block.name, width=480, parent=parent)
        self.body.addWidget(Text(_("How much did your back feel this exercise?")))
        self.scale = RatingScale(
            _("Back during {exercise}").format(exercise=block.name), words=labels.rating_word
        )
        self.scale.set_rating(block.felt_score)
        self.scale.rated.connect(lambda score: bench.feel_exercise(block, score))
        self.scale.cleared.connect(lambda: bench.feel_exercise(block, None))
        self.scale.accepted.connect(self.accept)
        self.body.addWidget(self.scale)
        self.add_button(_("&Close"), self.accept, kind=Kind.PRIMARY, default=True)
        self.scale.setFocus()
