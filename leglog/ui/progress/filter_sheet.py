"""Asks which muscles, routines and exercises a chart shows, several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from leglog.i18n import _
from leglog.training.vocabulary import MuscleGroup
from leglog.ui import labels
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.fields import CheckBox, SearchField
from leglog.ui.widgets.frames import ScrollPage
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from leglog.services.strength_series import TrainedExercise

HEIGHT = 380


class Filterable(NamedTuple):
    """Something that a chart can be limited to; ``key`` as ``Choices.only`` has it."""

    key: str
    name: str


def filterables(
    exercises: Sequence[TrainedExercise], routines: Sequence[tuple[int, str]]
) -> tuple[list[Filterable], list[Filterable], list[Filterable]]:
    """Return the muscles, the routines and the exercises that a chart can be limited to."""
    return (
        [Filterable(f"muscle:{one.value}", labels.muscle_group(one)) for one in MuscleGroup],
        [Filterable(f"routine:{id_}", name) for id_, name in routines],
        [Filterable(f"exercise:{one.id}", one.name) for one in exercises],
    )


class FilterSheet(Sheet):
    """Boxes to tick under three headings; a search hides those that it does not find."""

    def __init__(
        self,
        chosen: str,
        exercises: Sequence[TrainedExercise],
        routines: Sequence[tuple[int, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("What the chart shows"), width=420, parent=parent)
        self.body.addWidget(
            Text(
                _(
                    "A set counts where it fits one of what is ticked under each heading. Nothing "
                    "ticked is everything."
                ),
                tone="muted",
                wrap=True,
            )
        )
        self.search = SearchField(name=_("Search muscles, routines and exercises"))
        self.search.textChanged.connect(self._find)
        self.body.addWidget(self.search)
        self._page = ScrollPage(margin=2)
        self._page.body.setSpacing(current_theme().px(8))
        self._page.setMinimumHeight(current_theme().px(HEIGHT))
        self.body.addWidget(self._page, 1)
        self.boxes: dict[str, CheckBox] = {}
        self._groups: list[tuple[Text, list[CheckBox]]] = []
        ticked = set(chosen.split(","))
        headings = (_("Muscles"), _("Routines"), _("Exercises"))
        for heading, offered in zip(headings, filterables(exercises, routines), strict=True):
            self._add_group(heading, offered, ticked)
        self._page.body.addStretch()
        self.search.went_down.connect(self._to_first)
        self.add_button(_("Show &everything"), self._show_everything, kind=Kind.QUIET)
        self.add_button(_("Cancel"), self.reject)
        self.add_button(_("&Show"), self.accept, kind=Kind.PRIMARY, default=True)

    @property
    def only(self) -> str:
        """What is ticked, as ``Choices.only`` has it."""
        return ",".join(key for key, box in self.boxes.items() if box.isChecked())

    def _add_group(self, heading: str, offered: Sequence[Filterable], ticked: set[str]) -> None:
        if not offered:
            return
        title = Text(heading, Role.STRONG)
        self._page.body.addWidget(title)
        boxes = []
        for one in offered:
            # A sign that Qt would take for a key is doubled.
            box = CheckBox(one.name.replace("&", "&&"))
            box.setAccessibleName(_("{group}: {name}").format(group=heading, name=one.name))
            box.setChecked(one.key in ticked)
            self._page.body.addWidget(box)
            self.boxes[one.key] = box
            boxes.append(box)
        self._groups.append((title, boxes))

    def _find(self, text: str) -> None:
        wanted = text.casefold().split()
        for title, boxes in self._groups:
            for box in boxes:
                name = box.text().casefold()
                box.setVisible(all(word in name for word in wanted))
            title.setVisible(any(not box.isHidden() for box in boxes))

    def _to_first(self) -> None:
        found = next((box for box in self.boxes.values() if not box.isHidden()), None)
        if found is not None:
            found.setFocus()

    def _show_everything(self) -> None:
        for box in self.boxes.values():
            box.setChecked(False)
        self.accept()
