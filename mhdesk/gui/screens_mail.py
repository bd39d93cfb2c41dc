"""The pictures of mail and of the files of a signal; see `screens`."""

from __future__ import annotations

from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk import files
from mhdesk.gui.mail.waiting_part import WaitingFilesPart
from mhdesk.gui.shell.main_window import MainWindow
from mhdesk.gui.signals.files_view import FilesBlock
from mhdesk.gui.signals.form_page import SignalFormPage
from mhdesk.gui.signals.loading import load
from mhdesk.gui.signals.signal_page import SignalPage
from mhdesk.gui.widgets.summary import bring_to

if TYPE_CHECKING:
    from mhdesk.gui.screens import Studio

_TEXT: Final = (
    "Goedemiddag,\n\nIn de opvang merken wij dat een jonge vrouw elke avond wordt opgehaald door dezelfde man. Zij "
    "heeft geen eigen telefoon meer en zegt niet waar ze heen gaat. In de bijlage een verslag van onze nachtdienst.\n\n"
    "Met vriendelijke groet,\nIlse Verzonnen"
)


def _mail(folder: Path) -> Path:
    mail = EmailMessage()
    mail["From"] = "Ilse Verzonnen <ilse@voorbeeld.invalid>"
    mail["Subject"] = "Zorgen om een bewoonster"
    mail["Date"] = "Fri, 20 Nov 2026 16:12:00 +0100"
    mail.set_content(_TEXT)
    report = b"%PDF-1.7 " + bytes(184_000)
    mail.add_attachment(report, maintype="application", subtype="pdf", filename="verslag nachtdienst.pdf")
    photo = b"\xff\xd8" + bytes(2_310_000)
    mail.add_attachment(photo, maintype="image", subtype="jpeg", filename="foto auto.jpg")
    path = folder / "Zorgen om een bewoonster.eml"
    files.write_bytes(path, bytes(mail))
    return path


def _draft(studio: Studio) -> MainWindow:
    """Drop a mail on the window."""
    window = studio.main()
    with files.temporary_folder() as folder:
        window.mail.take([_mail(folder)])
        studio.settle()
    return window


def _dropped(studio: Studio) -> QWidget:
    return _draft(studio)


def _along(studio: Studio) -> QWidget:
    window = _draft(studio)
    page = window.pages.page
    if isinstance(page, SignalFormPage):
        box = next(iter(page.findChild(WaitingFilesPart).boxes.values()))
        box.setFocus()
        bring_to(box)
    return window


def _offered(studio: Studio) -> QWidget:
    window = studio.main()
    with files.temporary_folder() as folder:
        window.drops.look_at([_mail(folder)])
    return window


def _newest(studio: Studio) -> int:
    from mhdesk.desk import signals
    from mhdesk.domain.views import Order, SignalFilter

    return signals.ids(studio.desk, SignalFilter(order=Order.RECORDED))[0]


def _kept(studio: Studio) -> QWidget:
    from mhdesk.desk import attachments, mail_in, signals
    from mhdesk.domain.signals import SignalDraft

    with files.temporary_folder() as folder:
        taken = mail_in.take_in(studio.desk, _mail(folder)).change.created
        draft = SignalDraft(
            received_on="20-11-2026", channel="mail", narrative=_TEXT, source_confidential=True
        )
        number = signals.register(studio.desk, draft, from_draft=taken).created
    if number is None:
        raise TypeError("a signal without a number")
    details = load(number, studio.desk).details
    attachments.remove(studio.desk, details.attachments[-1].id)
    window = studio.main()
    window.pages.show_signals()
    window.pages.open_signal(number)
    studio.settle()
    page = window.pages.page
    if isinstance(page, SignalPage):
        bring_to(page.findChild(FilesBlock))
    return window


def _saving(studio: Studio) -> QWidget:
    window = _kept(studio)
    page = window.pages.page if isinstance(window, MainWindow) else None
    if isinstance(page, SignalPage):
        loaded = load(_newest(studio), studio.desk)
        page.acts.files.save(loaded, loaded.details.attachments[-1].id)
    return window


MAIL_SCENES: Final[dict[str, Callable[[Studio], QWidget]]] = {
    "mail-loslaten": _offered,
    "mail-concept": _dropped,
    "mail-bestanden": _along,
    "signaal-bestanden": _kept,
    "bestand-bewaren": _saving,
}
