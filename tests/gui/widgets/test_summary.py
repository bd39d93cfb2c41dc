"""What is still needed is one key away."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mhdesk.gui.widgets.bars import ActionBar
from mhdesk.gui.widgets.buttons import PrimaryButton, QuietButton
from mhdesk.gui.widgets.column import Column, ScrollColumn
from mhdesk.gui.widgets.fields import Field, TextEditor
from mhdesk.gui.widgets.summary import EmptyState, SummaryList
from tests.gui.widgets.screen import Screen, click, description_of, name_of


def test_it_takes_the_focus_and_reads_what_is_needed(screen: Screen) -> None:
    field = Field("Gemeente", TextEditor())
    needed = SummaryList("Nog nodig om vast te leggen")
    screen.show(needed, field)
    assert not needed.isVisible()
    needed.set_problems([("Kies een gemeente.", field), ("Schrijf wat er is gezien.", field)])
    needed.take_focus()
    assert needed._heading.hasFocus()
    assert name_of(needed._heading) == "Nog nodig om vast te leggen"
    assert description_of(needed._heading) == "Kies een gemeente. Schrijf wat er is gezien."


def test_a_line_jumps_to_its_field(screen: Screen) -> None:
    first, second = Field("Gemeente", TextEditor()), Field("Naam", TextEditor())
    needed = SummaryList("Nog nodig")
    screen.show(needed, first, second)
    needed.set_problems([("Kies een gemeente.", first), ("Geef een naam.", second)])
    click(needed._jumps[1])
    assert second.editor.hasFocus()


def test_the_next_mistake_comes_after_this_one_and_the_first_after_the_last(screen: Screen) -> None:
    fields = [Field(name, TextEditor()) for name in ("een", "twee", "drie")]
    needed = SummaryList("Nog nodig")
    screen.show(needed, *fields)
    needed.bring_to_next()
    needed.set_problems([(f"Veld {place}.", field) for place, field in enumerate(fields)])
    needed.take_focus()
    for expected in (fields[0], fields[1], fields[2], fields[0]):
        needed.bring_to_next()
        assert expected.editor.hasFocus()
    needed.bring_to_first()
    assert fields[0].editor.hasFocus()


def test_nothing_needed_is_nothing_shown(screen: Screen) -> None:
    field = Field("Naam", TextEditor())
    needed = SummaryList("Nog nodig")
    screen.show(needed, field)
    needed.set_problems([("Geef een naam.", field)])
    assert (needed.count(), needed.isVisible()) == (1, True)
    needed.set_problems([])
    needed.take_focus()
    assert (needed.count(), needed.isVisible()) == (0, False)


def test_a_field_out_of_sight_is_scrolled_into_sight(screen: Screen) -> None:
    column = Column()
    fields = [Field(f"vraag {number}", TextEditor()) for number in range(20)]
    for field in fields:
        column.add(field, before=12)
    content = QWidget()
    content.setLayout(column)
    area = ScrollColumn(content, "vragen")
    needed = SummaryList("Nog nodig")
    screen.show(needed, area, height=300)
    needed.set_problems([("Antwoord op de laatste vraag.", fields[-1])])
    needed.bring_to_first()
    assert fields[-1].visibleRegion().boundingRect().height() == fields[-1].height()


def test_the_action_bar_counts_what_is_wrong(screen: Screen) -> None:
    bar = ActionBar(PrimaryButton("Vastleggen"), QuietButton("Later afmaken"))
    screen.show(bar)
    assert not bar._wrong.isVisible()
    bar.set_wrong(1)
    assert bar._wrong.text() == "1 field is not right yet"
    bar.set_wrong(3)
    assert (bar._wrong.text(), bar._wrong.isVisible()) == ("3 fields are not right yet", True)


def test_an_empty_page_says_so_in_one_sentence(screen: Screen) -> None:
    empty = EmptyState("Niets dat nu op je wacht.", "Eerstvolgende termijn: do 26-11, Roman Fictief.")
    screen.show(empty)
    assert name_of(empty) == "Niets dat nu op je wacht. Eerstvolgende termijn: do 26-11, Roman Fictief."
    empty.set_words("Niemand gevonden.")
    assert (name_of(empty), empty._more.isVisible()) == ("Niemand gevonden.", False)
