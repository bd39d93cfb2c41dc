"""What a file is and how large, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from mhdesk.domain.attachments import AttachmentView, ParkedFile
from mhdesk.gui import words

_MAILS: Final = frozenset({"message/rfc822", "application/vnd.ms-outlook"})
_DOCUMENT: Final = ("word", "opendocument.text", "rtf")
_SPREADSHEET: Final = ("excel", "spreadsheet")


def kind(media_type: str) -> str:
    """Return what kind of file it says that it is; nobody looked inside."""
    main = media_type.partition("/")[0]
    if media_type == "application/pdf":
        return QCoreApplication.translate("files", "PDF")
    if media_type in _MAILS:
        return QCoreApplication.translate("files", "mail")
    if any(part in media_type for part in _DOCUMENT):
        return QCoreApplication.translate("files", "document")
    if any(part in media_type for part in _SPREADSHEET):
        return QCoreApplication.translate("files", "spreadsheet")
    kinds = {
        "image": QCoreApplication.translate("files", "picture"),
        "audio": QCoreApplication.translate("files", "sound"),
        "video": QCoreApplication.translate("files", "film"),
        "text": QCoreApplication.translate("files", "text"),
    }
    return kinds.get(main, QCoreApplication.translate("files", "file"))


def size(count: int) -> str:
    """Return a number of bytes as people say it."""
    return words.locale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def kind_and_size(file: AttachmentView | ParkedFile) -> str:
    """Return what a file is and how large."""
    return f"{words.sentence_case(kind(file.media_type))}, {size(file.size)}"


def together(files: Iterable[AttachmentView]) -> str:
    """Return how large some files are together."""
    return size(sum(file.size for file in files))
