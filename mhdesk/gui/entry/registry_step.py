"""Step 1 of a new registry: whose it is, which municipalities it counts, where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mhdesk.domain.registries import RegistryDraft, region_municipalities
from mhdesk.domain.vocabulary import Term, vocabulary
from mhdesk.gui import file_dialogs
from mhdesk.gui.entry import opening
from mhdesk.gui.entry.mending import clear_when_edited
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.widgets.bars import ActionBar
from mhdesk.gui.widgets.buttons import PlainButton, PrimaryButton, QuietButton
from mhdesk.gui.widgets.choices import CheckGroup, Choice
from mhdesk.gui.widgets.editors import TextEditor
from mhdesk.gui.widgets.fields import Field
from mhdesk.gui.widgets.labels import Paragraph, Section
from mhdesk.gui.widgets.page import FORM, Page
from mhdesk.wording import say

_IN_NO_FILE_NAME: Final = re.compile(r'[\\/:*?"<>|\s\x00-\x1f]+')
_FOLDER_WIDTH: Final = 476
_MUNICIPALITY_WIDTH: Final = 190


class RegistryStep(Page):
    """Ask for the registry itself; ``finished`` follows when what is asked here stands."""

    finished = QtSignal()
    cancelled = QtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("New registry"), parent, shape=FORM)
        self._name = TextEditor()
        self._organisation = TextEditor()
        self._type = Choice()
        self._municipalities = CheckGroup(column_width=_MUNICIPALITY_WIDTH)
        self._folder = TextEditor(width=_FOLDER_WIDTH)
        self._second = TextEditor(width=_FOLDER_WIDTH)
        self._folder_is_own = False
        self._consequence = Paragraph("", Type.CAPTION, Role.SECOND)
        self.fields = {
            "name": Field(self.tr("Name of the registry"), self._name),
            "organisation": Field(self.tr("Organisation"), self._organisation, optional=True),
            "organisation_type": Field(self.tr("Kind of organisation"), self._type),
            "municipalities": Field(self.tr("Municipalities"), self._municipalities),
            "folder": Field(self.tr("Folder"), self._folder),
            "second": Field(self.tr("Second place for backups"), self._second, optional=True),
        }
        self._bar = self._action_bar()
        self._fill_choices()
        self._build()
        self._on_name_edited()
        self._on_type_edited()

    def _action_bar(self) -> ActionBar:
        go_on = PrimaryButton(self.tr("Next"))
        cancel = QuietButton(self.tr("Cancel"))
        go_on.clicked.connect(self._on_next_clicked)
        cancel.clicked.connect(self.cancelled)
        return ActionBar(go_on, cancel)

    def _fill_choices(self) -> None:
        draft = RegistryDraft()
        self._type.set_options((term.code, term.label()) for term in vocabulary("organisation_types"))
        self._type.set_code(draft.organisation_type)
        terms = [vocabulary("municipalities")[code] for code in region_municipalities()]
        self._municipalities.set_options((term.code, self._municipality(term)) for term in terms)
        self._municipalities.set_codes(draft.municipalities)
        for editor in (self._name, self._organisation, self._folder, self._second):
            editor.returnPressed.connect(self._on_next_clicked)
        self._name.edited.connect(self._on_name_edited)
        self._type.edited.connect(self._on_type_edited)
        self._folder.edited.connect(self._on_folder_edited)
        clear_when_edited(self.fields, self._bar)

    def _municipality(self, term: Term) -> str:
        if term.valid_to is None:
            return term.label()
        return self.tr("{name} (until {year})").format(name=term.label(), year=term.valid_to.year)

    def _build(self) -> None:
        self.set_summary(self.tr("Whose it is, and where it stands."))
        self.main.add_equal(self.fields["name"], self.fields["organisation"])
        self.main.add(self.fields["organisation_type"], before=sizes.S16)
        self.main.add(self._consequence, before=sizes.S4)
        self.main.add(self.fields["municipalities"], before=sizes.S24)
        folder, second = self.tr("Choose the folder"), self.tr("Choose the second place")
        self.main.add_layout(self._chosen("folder", folder, self._on_choose_clicked), before=sizes.S24)
        self.main.add_layout(self._chosen("second", second, self._on_choose_second_clicked), before=sizes.S16)
        self.main.fill()
        self._explain(self.tr("Name"), self.tr("Stands on the unlock page and on what you print."))
        self._explain(
            self.tr("Kind of organisation"),
            self.tr("Decides how long signals are kept and which term for informing people holds."),
        )
        self._explain(
            self.tr("Municipalities"),
            self.tr("Signals from elsewhere can be recorded too; figures count them as outside the region."),
        )
        self._explain(
            self.tr("Folder"),
            self.tr(
                "On this computer or on an encrypted stick, not in a folder that a cloud service copies."
            ),
        )
        self._explain(
            self.tr("Second place for backups"),
            self.tr("A stick or another disk. Without it a lost computer takes the backups along."),
        )
        self.side.fill()
        self.set_action_bar(self._bar)

    def _chosen(self, name: str, spoken: str, slot: Callable[[], None]) -> QHBoxLayout:
        """Return a field for a folder with the button that chooses one."""
        choose = PlainButton(self.tr("Choose…"))
        choose.setAccessibleName(spoken)
        choose.clicked.connect(slot)
        row = QHBoxLayout()
        row.setSpacing(sizes.S12)
        row.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(choose, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _explain(self, heading: str, sentence: str) -> None:
        self.side.add(Section(heading, small=True), before=sizes.S4)
        self.side.add(Paragraph(sentence, Type.CAPTION, Role.SECOND), before=sizes.S4)
        self.side.add_hairline(before=sizes.S12)

    def entered(self) -> None:
        """Put the focus where the step begins."""
        self.fields["name"].take_focus()

    def fill(self, draft: RegistryDraft) -> None:
        """Put what was chosen here into the draft."""
        draft.name = self._name.text()
        draft.organisation = self._organisation.text()
        draft.organisation_type = self._type.code()
        draft.municipalities = list(self._municipalities.codes())

    def folder(self) -> Path:
        """Return the folder that was chosen."""
        return Path(self._folder.text().strip()).expanduser()

    def second_place(self) -> Path | None:
        """Return where backups go as well, None for nowhere."""
        typed = self._second.text().strip()
        return Path(typed).expanduser() if typed else None

    def show_problems(self, sentences: dict[str, str]) -> int:
        """Say what is wrong at the fields of this step; return how many of these problems stand here."""
        found = {name: sentence for name, sentence in sentences.items() if name in self.fields}
        for name, field in self.fields.items():
            field.set_error(found.get(name))
        self._bar.set_wrong(len(found))
        if found:
            next(field for name, field in self.fields.items() if name in found).take_focus()
        return len(found)

    @Slot()
    def _on_next_clicked(self) -> None:
        draft = RegistryDraft()
        self.fill(draft)
        sentences = {problem.field: problem.sentence() for problem in draft.validate()}
        if wrong := self._folder_problem():
            sentences["folder"] = wrong
        second = self.second_place()
        if second and (wrong := opening.second_place_problem(second, self.folder())):
            sentences["second"] = wrong
        if not self.show_problems(sentences):
            self.finished.emit()

    def _folder_problem(self) -> str:
        """Return why no registry can stand in the folder, as far as can be seen from here; else nothing."""
        typed = self._folder.text().strip()
        if not typed:
            return self.tr("Choose a folder for the registry.")
        if doubt := opening.folder_problem(self.folder()):
            return doubt
        return say("vault.folder_not_empty", folder=typed) if _holds_something(self.folder()) else ""

    @Slot()
    def _on_name_edited(self) -> None:
        """Let the folder follow the name until somebody chooses another."""
        if not self._folder_is_own:
            name = _IN_NO_FILE_NAME.sub(" ", self._name.text()).strip(" .") or self.tr("registry")
            self._folder.setText(str(Path.home() / "mhdesk" / name))

    @Slot()
    def _on_folder_edited(self) -> None:
        self._folder_is_own = True

    @Slot()
    def _on_type_edited(self) -> None:
        term = vocabulary("organisation_types")[self._type.code()]
        words = self.tr("Signals are kept for {years} years. Source: {source}.")
        self._consequence.set_plain(
            words.format(years=term.get("retention_years"), source=term.get("retention_source"))
        )

    @Slot()
    def _on_choose_clicked(self) -> None:
        file_dialogs.choose_folder(self, self.tr("In which folder?"), self._on_folder_chosen)

    @Slot()
    def _on_choose_second_clicked(self) -> None:
        file_dialogs.choose_folder(self, self.tr("Where should backups go too?"), self._on_second_chosen)

    def _on_second_chosen(self, place: Path) -> None:
        self._second.setText(str(place))

    def _on_folder_chosen(self, parent: Path) -> None:
        """Propose a folder of its own in the chosen one, unless that is empty."""
        empty = not any(parent.iterdir())
        self._folder.setText(str(parent if empty else parent / Path(self._folder.text()).name))
        self._folder_is_own = True


def _holds_something(folder: Path) -> bool:
    """Return whether anything stands there; a folder that cannot be read is refused when it is written."""
    try:
        return any(folder.iterdir())
    except OSError:
        return False
