"""The registry goes, or its stick is pulled out, while somebody types: it is said at once, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mhdesk.desk.desk import Desk
from mhdesk.domain.signals import Kind
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.form_page import SignalFormPage
from mhdesk.gui.widgets.fields import LongTextEditor
from mhdesk.gui.widgets.messages import Kind as Loudness
from mhdesk.wording import say
from tests.gui.widgets.screen import Screen, click, type_in

STORY = "Zij belt vanavond nog eens."


def removed(folder: Path) -> None:
    (folder / "registry.db").unlink()


def moved(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))


@pytest.mark.parametrize("loss", [removed, moved])
def test_a_registry_that_vanishes_is_said_at_recording_and_what_was_typed_stays(
    loss: Callable[[Path], None], context: PageContext, desk: Desk, screen: Screen
) -> None:
    page = SignalFormPage(context)
    screen.show(page, width=1158, height=668)
    page.entered()
    page.kind.show_kind(Kind.SIGNAL)
    story = page.content.fields["narrative"].editor
    assert isinstance(story, LongTextEditor)
    type_in(story, STORY)
    loss(desk.folder)
    click(page.submit)
    assert page.messages.kind is Loudness.ERROR
    assert page.messages.sentence() == say("desk.read_only")
    assert story.toPlainText() == STORY
    assert page.submit.isEnabled()
    assert page.has_unkept()
