"""A reportlab canvas that keeps the logical structure of what it draws.

reportlab's free edition draws and nothing more: a screen reader finds loose words, no headings and no
tables. This canvas adds what ISO 32000-1 (PDF 1.7) sections 14.7 and 14.8 ask of a tagged PDF: a tree of
elements (H1, P, Table, TR, TH, TD, Figure) and, in the page, the mark that says which element a piece of
drawing belongs to. About the document it says only what we choose: no author, no host, no time of the day.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, Literal

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

Scope = Literal["", "Row", "Column"]

_PDF_VERSION: Final = (1, 7)


@dataclass(frozen=True, slots=True)
class About:
    """What a document says about itself; nothing else goes into its metadata."""

    title: str
    language: str
    subject: str = ""
    made_on: date | None = None


@dataclass(slots=True)
class _Element:
    kind: str
    parent: str
    name: str
    alt: str = ""
    scope: Scope = ""
    language: str = ""
    kids: list[pdfdoc.PDFObject] = field(default_factory=list)

    def as_object(self) -> pdfdoc.PDFDictionary:
        entries: dict[str, object] = {
            "Type": pdfdoc.PDFName("StructElem"),
            "S": pdfdoc.PDFName(self.kind),
            "P": pdfdoc.PDFObjectReference(self.parent),
            "K": pdfdoc.PDFArray(self.kids),
        }
        if self.alt:
            entries["Alt"] = pdfdoc.PDFString(self.alt)
        if self.language:
            entries["Lang"] = pdfdoc.PDFString(self.language)
        if self.scope:
            owner, scope = pdfdoc.PDFName("Table"), pdfdoc.PDFName(self.scope)
            entries["A"] = pdfdoc.PDFDictionary({"O": owner, "Scope": scope})
        return pdfdoc.PDFDictionary(entries)


@dataclass(frozen=True, slots=True)
class _Link:
    """A place on a page that leads to a bookmark, and the structure element that it belongs to."""

    name: str
    owner: str
    area: tuple[float, float, float, float]
    title: str
    bookmark: str


class _Information(pdfdoc.PDFInfo):
    """The information dictionary: title, subject and day; reportlab's own has author and time zone."""

    def __init__(self, about: About) -> None:
        super().__init__()
        self.title, self.subject = about.title, about.subject
        self._day = f"D:{about.made_on:%Y%m%d}" if about.made_on else ""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        said = {"Title": self.title, "Subject": self.subject, "CreationDate": self._day}
        entries = {name: pdfdoc.PDFString(text) for name, text in said.items() if text}
        return pdfdoc.PDFDictionary(entries).format(document)


class TaggedCanvas(Canvas):
    """Draw as on any reportlab canvas, but inside content() or artifact(), and end pages with turn_page()."""

    _doc: Any  # the half of PDFDocument that is needed here has no types
    _annotationrefs: list[pdfdoc.PDFObjectReference]
    _bookmarkReference: Callable[[str], pdfdoc.PDFObject]  # noqa: N815 - its name in reportlab
    _ROOT: Final = "structure"

    def __init__(self, about: About, font: str) -> None:
        self._target = io.BytesIO()
        super().__init__(
            self._target,
            pagesize=A4,
            pageCompression=1,
            invariant=1,
            pdfVersion=_PDF_VERSION,
            initialFontName=font,  # type: ignore[arg-type]  # the stub asks for a float
            lang=about.language,
        )
        self._doc.info = _Information(about)
        self.setViewerPreference("DisplayDocTitle", "true")
        self._elements: list[_Element] = []
        self._open: list[_Element] = []
        self._marked: list[list[_Element]] = [[]]  # the owner of each marked piece, page by page
        self._links: list[_Link] = []

    @contextmanager
    def element(self, kind: str, alt: str = "", scope: Scope = "", language: str = "") -> Iterator[None]:
        """Open a structure element; what is opened or drawn inside belongs to it. It may run over pages.

        ``language`` is of what is inside, where that is not the language of the document.
        """
        parent = self._open[-1] if self._open else None
        name = f"element{len(self._elements)}"
        made = _Element(kind, parent.name if parent else self._ROOT, name, alt, scope, language)
        self._elements.append(made)
        if parent:
            parent.kids.append(pdfdoc.PDFObjectReference(made.name))
        self._open.append(made)
        yield
        self._open.pop()

    @contextmanager
    def content(self) -> Iterator[None]:
        """Mark what is drawn inside as content of the element that is open."""
        owner, marked = self._open[-1], self._marked[-1]
        mark = {"Type": pdfdoc.PDFName("MCR"), "Pg": self._doc.thisPageRef(), "MCID": len(marked)}
        owner.kids.append(pdfdoc.PDFDictionary(mark))
        self.addLiteral(f"/{owner.kind} <</MCID {len(marked)}>> BDC")
        marked.append(owner)
        yield
        self.addLiteral("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Mark what is drawn inside as no content: lines, tints, page feet."""
        self.addLiteral("/Artifact BMC")
        yield
        self.addLiteral("EMC")

    def link(self, bookmark: str, area: tuple[float, float, float, float], title: str) -> None:
        """Let an area of this page (left, bottom, right, top) lead to a bookmark, as part of the open element."""
        owner = self._open[-1]
        made = _Link(f"link{len(self._links)}", owner.name, area, title, bookmark)
        self._links.append(made)
        reference = pdfdoc.PDFObjectReference(made.name)
        self._annotationrefs.append(reference)
        kid = {"Type": pdfdoc.PDFName("OBJR"), "Pg": self._doc.thisPageRef(), "Obj": reference}
        owner.kids.append(pdfdoc.PDFDictionary(kid))

    def turn_page(self) -> None:
        """Close the page and say which entry of the parent tree is its own."""
        self.showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._marked) - 1
        page.Tabs = pdfdoc.PDFName("S")
        self._marked.append([])

    def finish(self) -> bytes:
        """Write the structure and return the whole document; the last page has been turned."""
        document = self._doc
        for element in self._elements:
            document.Reference(element.as_object(), element.name)
        for number, link in enumerate(self._links, start=self._pages):
            document.Reference(self._annotation(link, number), link.name)
        document.Reference(pdfdoc.PDFDictionary(self._tree()), self._ROOT)
        catalog = document.Catalog
        catalog.StructTreeRoot = pdfdoc.PDFObjectReference(self._ROOT)
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        self.save()
        return self._target.getvalue()

    @property
    def _pages(self) -> int:
        """Return how many pages were turned; the entries of the parent tree behind theirs are of links."""
        return len(self._marked) - 1

    def _annotation(self, link: _Link, number: int) -> pdfdoc.PDFDictionary:
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("Link"),
                "Rect": pdfdoc.PDFArray(list(link.area)),
                "Border": pdfdoc.PDFArray([0, 0, 0]),
                "Contents": pdfdoc.PDFString(link.title),
                "Dest": self._bookmarkReference(link.bookmark),
                "StructParent": number,
            }
        )

    def _tree(self) -> dict[str, object]:
        numbers: list[object] = []
        for page, owners in enumerate(self._marked[:-1]):
            references = [pdfdoc.PDFObjectReference(owner.name) for owner in owners]
            numbers += [page, pdfdoc.PDFArray(references)]
        for number, link in enumerate(self._links, start=self._pages):
            numbers += [number, pdfdoc.PDFObjectReference(link.owner)]
        top = [
            pdfdoc.PDFObjectReference(element.name)
            for element in self._elements
            if element.parent == self._ROOT
        ]
        return {
            "Type": pdfdoc.PDFName("StructTreeRoot"),
            "K": pdfdoc.PDFArray(top),
            "ParentTree": pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(numbers)}),
            "ParentTreeNextKey": self._pages + len(self._links),
        }
