"""In the window: a second person looks along, relations guard, roles and kinds are corrected."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mhdesk.desk import informing, relating, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.informing import InformDraft, State
from mhdesk.domain.people import Role, User
from mhdesk.domain.referrals import ReferralDraft
from mhdesk.domain.relations import RelationDraft
from mhdesk.domain.signals import AGGRESSOR, PersonDraft
from mhdesk.domain.views import SignalDetails
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.agree_dialog import AgreeDialog
from mhdesk.gui.signals.convert_dialog import ConvertDialog
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.loading import load
from mhdesk.gui.signals.person_dialog import PersonDialog
from mhdesk.gui.signals.relation_dialog import RelationDialog
from mhdesk.gui.signals.role_dialog import RoleDialog
from mhdesk.gui.signals.signal_page import SignalPage
from mhdesk.gui.widgets.fields import Choice, LongTextEditor, RadioCards, TextEditor
from mhdesk.gui.widgets.messages import Kind, MessageBar
from mhdesk.store import users
from tests.gui.reach import nameless
from tests.gui.signals.conftest import Register
from tests.gui.signals.test_signal_page import button, shown_on, texts
from tests.gui.widgets.screen import Screen, click, press
from tests.registry_fixtures import USER

# The list under a field is a popup; the offscreen platform says what it cannot do with one.
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard)", extend=True
)
GUARD = "Laat niets over Lina Voorbeeld via Bas Verzonnen lopen"
QUESTION = "Is Bas Verzonnen ouder of vertegenwoordiger van Lina Voorbeeld?"


def girl_and_father(register: Register) -> int:
    """Record a notification of a girl of fifteen with an aggressor, and return its id."""
    girl = PersonDraft(first_names="Lina", last_name="Voorbeeld", birth="12-05-2011")
    father = PersonDraft(role=AGGRESSOR, first_names="Bas", last_name="Verzonnen")
    return register(persons=[girl, father], form="forced_marriage")


def opened(page: SignalPage, kind: type[FormDialog]) -> FormDialog:
    dialog = page.acts.dialog()
    assert isinstance(dialog, kind)
    assert nameless(dialog) == []
    return dialog


def fill(dialog: FormDialog, **told: str) -> None:
    for name, value in told.items():
        editor = dialog.part.fields[name].editor
        if isinstance(editor, Choice | RadioCards):
            editor.set_code(value)
            editor.edited.emit()
        elif isinstance(editor, LongTextEditor):
            editor.setText(value)
            dialog.part.edited.emit(dialog.part.fields[name])


def errors(dialog: FormDialog) -> set[str]:
    return {name for name, field in dialog.part.fields.items() if field.error()}


def bars(dialog: QWidget) -> list[tuple[Kind, str]]:
    return [(bar.kind, bar.sentence()) for bar in dialog.findChildren(MessageBar) if not bar.isHidden()]


def details(desk: Desk, number: int) -> SignalDetails:
    return signals.details(desk, number)


@pytest.fixture
def colleague(desk: Desk) -> User:
    """Return a colleague who may decide as well."""
    with desk.database.writing() as connection:
        number = users.add(connection, key_id="b", name="Bram Bedacht", role=Role.VT_WORKER, created_at="")
    return User(number, "Bram Bedacht", Role.VT_WORKER)


def decided_by(desk: Desk, user: User, involvement_id: int) -> None:
    """Let somebody decide not to inform."""
    me, desk.user = desk.user, user
    never = InformDraft(involvement_id, "not", "safety_victim", "avg_14_5_b", "Gevaar.")
    never.decided_by, never.decided_on = user.name, "23-11-2026"
    informing.decide(desk, never)
    desk.user = me


def test_a_second_person_agrees_by_key(
    screen: Screen, context: PageContext, register: Register, desk: Desk, colleague: User, qtbot: QtBot
) -> None:
    number = register()
    decided_by(desk, colleague, details(desk, number).involvements[1].id)
    page = shown_on(screen, context, number)
    assert "een collega kijkt mee: nog 7 dagen" in texts(page)
    press(page, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: page.acts.dialog() is not None)
    dialog = opened(page, AgreeDialog)
    fill(dialog, answer="disagreed")
    click(dialog.primary)
    assert errors(dialog) == {"reason"}
    fill(dialog, reason="Zij vraagt het zelf.")
    click(dialog.primary)
    one = details(desk, number).involvements[1]
    assert one.inform_state == State.UNDECIDED
    assert any("Noor Denkbeeld stemt niet in" in text for text in texts(page))


def test_whoever_decided_is_not_asked(
    screen: Screen, context: PageContext, register: Register, desk: Desk, colleague: User
) -> None:
    number = register()
    assert colleague.name
    decided_by(desk, User(1, USER, Role.CARE_COORDINATOR), details(desk, number).involvements[1].id)
    page = shown_on(screen, context, number)
    assert "Meekijken" not in texts(page)
    assert any(text.endswith("Wacht op een collega.") for text in texts(page))


def test_of_a_girl_it_is_asked_whether_the_aggressor_is_her_parent_and_a_yes_guards_her(
    screen: Screen, context: PageContext, register: Register, desk: Desk
) -> None:
    number = girl_and_father(register)
    page = shown_on(screen, context, number)
    assert QUESTION in texts(page)
    click(button(page, "Ja"))
    dialog = opened(page, RelationDialog)
    kind = dialog.part.fields["kind"].editor
    assert isinstance(kind, Choice)
    offered = [kind.itemText(place) for place in range(kind.count())]
    assert offered == ["Ouder van", "Voogd van", "Vertegenwoordiger van"]
    fill(dialog, kind="parent_of")
    click(dialog.primary)
    assert "Bas Verzonnen is ouder van Lina Voorbeeld" in texts(page)
    assert any(GUARD in text for text in texts(page))
    assert QUESTION not in texts(page)
    click(button(page, "Ongedaan maken"))
    assert details(desk, number).relations == ()
    click(button(page, "Nee"))
    assert details(desk, number).relations[0].kind == "no_representative_of"
    assert QUESTION not in texts(page)
    click(button(page, "Weghalen"))
    assert QUESTION in texts(page)
    assert any(text.startswith("Weggehaald: Bas Verzonnen is geen ouder") for text in texts(page))


def test_somebody_is_added_with_what_he_is_of_her(
    screen: Screen, context: PageContext, register: Register, desk: Desk
) -> None:
    number = register()
    page = shown_on(screen, context, number)
    page.acts.correct.amend_person(load(number, desk), 0)
    dialog = opened(page, PersonDialog)
    name = dialog.part.fields["first_names"].editor
    assert isinstance(name, TextEditor)
    name.setText("Ab")
    fill(dialog, role=AGGRESSOR, relation="parent_of")
    click(dialog.primary)
    assert errors(dialog) == {"related_to"}
    fill(dialog, related_to=str(details(desk, number).involvements[0].id))
    click(dialog.primary)
    assert any(text.startswith("Laat niets over Lina Voorbeeld via Ab lopen") for text in texts(page))


def test_what_guards_somebody_stands_above_a_decision_and_a_referral(
    screen: Screen, context: PageContext, register: Register, desk: Desk
) -> None:
    number = girl_and_father(register)
    girl, father = details(desk, number).involvements
    relating.relate(desk, number, RelationDraft(father.id, "guardian_of", girl.id))
    page = shown_on(screen, context, number)
    page.acts.decide(load(number, desk), girl.id)
    dialog = page.acts.dialog()
    assert dialog is not None
    assert any(kind == Kind.WARNING and GUARD in sentence for kind, sentence in bars(dialog))
    dialog.close()
    page.acts.refer(load(number, desk))
    refer = page.acts.dialog()
    assert refer is not None
    basis = refer.part.fields["basis"].editor
    assert isinstance(basis, Choice)
    assert basis.findData("consent_guardian") < 0
    assert any(GUARD in sentence for _, sentence in bars(refer))
    fill(refer, involvement_id=str(father.id))
    assert basis.findData("consent_guardian") >= 0
    assert not any(GUARD in sentence for _, sentence in bars(refer))


def test_the_desk_takes_no_consent_of_a_parent_who_is_the_aggressor(register: Register, desk: Desk) -> None:
    from mhdesk.desk import referring
    from mhdesk.domain.problems import ProblemsError

    number = girl_and_father(register)
    girl, father = details(desk, number).involvements
    refer = ReferralDraft(
        number, girl.id, organisation_id=1, purpose="care", basis="consent_guardian", referred_on="23-11-2026"
    )
    relating.relate(desk, number, RelationDraft(father.id, "parent_of", girl.id))
    with pytest.raises(ProblemsError) as refused:
        referring.refer(desk, refer)
    assert [problem.code for problem in refused.value.problems] == ["referral.guardian_unsafe"]


def test_a_role_is_corrected_with_what_that_ends(
    screen: Screen, context: PageContext, register: Register, desk: Desk
) -> None:
    number = register()
    page = shown_on(screen, context, number)
    page.acts.persons.role(load(number, desk), details(desk, number).involvements[0].id)
    dialog = opened(page, RoleDialog)
    fill(dialog, role="witness")
    click(dialog.primary)
    assert errors(dialog) == {"reason"}
    fill(dialog, reason="Zij zag het alleen.")
    click(dialog.primary)
    assert details(desk, number).involvements[0].inform_state == State.NONE_NEEDED
    assert "Lina Voorbeeld: de rol was vermoedelijk slachtoffer." in texts(page)
    click(button(page, "Ongedaan maken"))
    assert details(desk, number).involvements[0].inform_state == State.UNDECIDED


def test_a_signal_becomes_a_notification_on_its_page(
    screen: Screen, context: PageContext, register: Register, desk: Desk
) -> None:
    number = register(kind="signal")
    page = shown_on(screen, context, number)
    click(button(page, "Maak er een melding van…"))
    dialog = opened(page, ConvertDialog)
    click(dialog.primary)
    assert details(desk, number).kind == "notification"
    assert all(one.duty_on for one in details(desk, number).involvements)
    click(button(page, "Toch geen melding…"))
    again = opened(page, ConvertDialog)
    fill(again, kind="advice", reason="Alleen een vraag.")
    click(again.primary)
    assert errors(again) == {"kind"}


def test_victim_and_aggressor_at_once_is_said_of_both_roles(
    screen: Screen, context: PageContext, register: Register, desk: Desk
) -> None:
    number = register()
    lina = details(desk, number).involvements[0].person_id
    other = register(persons=[PersonDraft(role=AGGRESSOR, person_id=lina)])
    for one in (number, other):
        page = shown_on(screen, context, one)
        assert any("is slachtoffer en pleger tegelijk" in text for text in texts(page))
