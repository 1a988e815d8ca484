"""A disk that takes nothing while someone logs: what was typed stays, and the same key works later.

The system refuses every byte, as a full disk does.
"""

from __future__ import annotations

from leglog.services.workout_reading import workout_form
from leglog.ui.workout.unsaved_banner import UnsavedBanner
from tests.services.test_full_disk import POSIX, no_more_bytes
from tests.ui.workout.person import KEY, Person

pytestmark = POSIX
REFUSED = "reported an error. Check the disk, the space on it"


def test_weight_that_could_not_be_saved_stays_typed(person: Person) -> None:
    person.go_to("deadlift")
    place = person.here.id
    person.press(KEY.Key_Left)
    person.type("42.5")
    with no_more_bytes(person.log):
        person.press(KEY.Key_Return)
    assert REFUSED in person.said[-1]
    assert not any(row.done for row in person.block("deadlift").sets)
    assert person.here.id == place
    assert person.page._view.sheet.currentIndex().data() == "42.5"
    person.press(KEY.Key_Return)
    form = workout_form(person.log, person.form.id)
    row = next(row for block in form.blocks for row in block.sets if row.id == place)
    assert (row.done, row.values.load_g) == (True, 42_500)


def test_quick_line_that_could_not_be_saved_stays_typed(person: Person) -> None:
    person.type("/")
    person.type("deadlift 20x12")
    with no_more_bytes(person.log):
        person.press(KEY.Key_Return)
    assert REFUSED in person.said[-1]
    field = person.page._view.quick.field
    assert field.text == "deadlift 20x12"
    person.press(KEY.Key_Return)
    assert [row.values.load_g for row in person.block("deadlift").sets if row.done] == [20_000]


def test_try_again_confirms_the_row_with_what_was_typed(person: Person) -> None:
    person.go_to("deadlift")
    place = person.here.id
    banner = person.page.findChild(UnsavedBanner)
    assert banner is not None
    person.press(KEY.Key_Left)
    person.type("42.5")
    with no_more_bytes(person.log):
        person.press(KEY.Key_Return)
        banner.again.click()
        assert banner.isVisible()
    banner.again.click()
    assert not banner.isVisible()
    row = next(row for row in person.block("deadlift").sets if row.id == place)
    assert (row.done, row.values.load_g) == (True, 42_500)
    assert person.here.id != place
    assert person.page._view.sheet.hasFocus()


def test_try_again_writes_the_quick_line(person: Person) -> None:
    person.type("/")
    person.type("deadlift 20x12")
    banner = person.page.findChild(UnsavedBanner)
    assert banner is not None
    with no_more_bytes(person.log):
        person.press(KEY.Key_Return)
    banner.again.click()
    assert [row.values.load_g for row in person.block("deadlift").sets if row.done] == [20_000]
    assert not person.page._view.quick.field.text
    assert person.page._view.quick.field.hasFocus()


def test_what_works_otherwise_takes_the_banner_away(person: Person) -> None:
    banner = person.page.findChild(UnsavedBanner)
    assert banner is not None
    with no_more_bytes(person.log):
        person.press(KEY.Key_Insert)
    assert banner.isVisible()
    person.press(KEY.Key_Insert)
    assert not banner.isVisible()
