"""A PDF that says what its parts are: headings, paragraphs, tables, figures with words for them.

matplotlib writes the pages; this adds the structure that screen readers follow (ISO 32000-1,
14.7 and 14.8), the language and the title, for which it has no option of its own.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.backends.backend_mixed import MixedModeRenderer
from matplotlib.backends.backend_pdf import Name, PdfFile, RendererPdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from matplotlib.backend_bases import RendererBase
    from matplotlib.backends.backend_pdf import Reference
    from matplotlib.figure import Figure

DOTS_PER_INCH = 72
"""One point is one dot."""
IMAGE_DOTS_PER_INCH = 150


@dataclass(slots=True)
class Element:
    """A part of the document: 'H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD' or 'Figure'."""

    tag: str
    alt: str = ""
    """What a figure shows, in words."""
    kids: list[Element] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    """Page and number of each marked stretch of content."""

    def add(self, tag: str, alt: str = "") -> Element:
        """Return a new part inside of this one."""
        kid = Element(tag, alt)
        self.kids.append(kid)
        return kid


class Mark(Artist):
    """Begins or ends the content of an element where it is drawn; None is decoration."""

    def __init__(self, element: Element | None, *, begins: bool) -> None:
        super().__init__()
        self._element, self._begins = element, begins

    def draw(self, renderer: RendererBase) -> None:
        """Write the mark into a PDF; other formats have none."""
        file = getattr(renderer, "file", None)
        if not isinstance(file, TaggedPdf):
            return
        if self._begins:
            file.begin(self._element)
        else:
            file.end()


class TaggedPdf(PdfFile):
    """matplotlib's PDF file with a structure tree; see ``write_pages``."""

    def __init__(self, path: Path, title: str, language: str, root: Element, creator: str) -> None:
        self._language, self._root = language, root
        self._page_marks: list[list[Element]] = []
        self._catalogue: dict[str, object] = {}
        metadata = {"Title": title, "Creator": creator, "Producer": None}
        super().__init__(str(path), metadata=metadata)

    def begin(self, element: Element | None) -> None:
        """Begin the content of ``element``, or decoration for None."""
        if element is None:
            self.write(b"/Artifact BMC\n")
            return
        marks = self._page_marks[-1]
        element.marks.append((len(self._page_marks) - 1, len(marks)))
        self.write(f"/{element.tag} <</MCID {len(marks)}>> BDC\n".encode())
        marks.append(element)

    def end(self) -> None:
        """End what ``begin`` began."""
        self.write(b"EMC\n")

    # Names as matplotlib has them.
    def writeObject(self, object: Reference, contents: object) -> None:  # noqa: A002, N802
        """Write an object; the catalogue waits for the structure, pages get their number in it."""
        if isinstance(contents, dict) and contents.get("Type") == Name("Catalog"):
            self._catalogue = contents
            return
        if isinstance(contents, dict) and contents.get("Type") == Name("Page"):
            contents["StructParents"] = len(self._page_marks)
            contents["Tabs"] = Name("S")
            self._page_marks.append([])
        super().writeObject(object, contents)

    def finalize(self) -> None:
        """Write the structure and the catalogue, then what matplotlib writes last."""
        self.endStream()
        tree = self.reserveObject("structure tree")
        refs: dict[int, Reference] = {}
        top = self._write_element(self._root, tree, refs)
        numbers: list[object] = []
        for page, marks in enumerate(self._page_marks):
            numbers += [page, [refs[id(element)] for element in marks]]
        super().writeObject(
            tree,
            {
                "Type": Name("StructTreeRoot"),
                "K": top,
                "ParentTree": {"Nums": numbers},
                "ParentTreeNextKey": len(self._page_marks),
            },
        )
        super().writeObject(
            self.rootObject,
            self._catalogue
            | {
                "Lang": self._language.encode("ascii"),
                "MarkInfo": {"Marked": True},
                "StructTreeRoot": tree,
                "ViewerPreferences": {"DisplayDocTitle": True},
            },
        )
        super().finalize()

    def _write_element(
        self, element: Element, parent: Reference, refs: dict[int, Reference]
    ) -> Reference:
        reference: Reference = self.reserveObject("structure element")
        refs[id(element)] = reference
        kids: list[object] = [
            {"Type": Name("MCR"), "Pg": self.pageList[page], "MCID": number}
            for page, number in element.marks
        ]
        kids += [self._write_element(kid, reference, refs) for kid in element.kids]
        contents: dict[str, object] = {
            "Type": Name("StructElem"),
            "S": Name(element.tag),
            "P": parent,
            "K": kids,
        }
        if element.alt:
            contents["Alt"] = element.alt
        if element.tag == "TH":
            contents["A"] = {"O": Name("Table"), "Scope": Name("Column")}
        super().writeObject(reference, contents)
        return reference


@contextmanager
def _embedded_fonts() -> Iterator[None]:
    # TrueType is embedded as it is, so that text can be selected and searched.
    with mpl.rc_context({"pdf.fonttype": 42, "pdf.compression": 6}):
        yield


def write_pages(
    path: Path, pages: Sequence[Figure], *, title: str, language: str, root: Element, creator: str
) -> None:
    """Write the figures as the pages of one PDF at ``path``; raises OSError."""
    with _embedded_fonts():
        file = TaggedPdf(path, title, language, root, creator)
        try:
            for page in pages:
                width, height = page.get_size_inches()
                file.newPage(width, height)
                renderer = MixedModeRenderer(
                    page,
                    width,
                    height,
                    IMAGE_DOTS_PER_INCH,
                    RendererPdf(file, IMAGE_DOTS_PER_INCH, height, width),
                )
                page.draw(renderer)  # type: ignore[arg-type]  # it passes everything on to one
                renderer.finalize()
            file.finalize()
        finally:
            file.close()
