"""Files that officers send to the desk, and a small agency at the desk that has a report."""

import io
import shutil
from pathlib import Path
from typing import Any

from fpdf import FPDF
from PIL import Image
from starlette.datastructures import UploadFile

from oit.data.folder import DataFolder
from oit.desk.desk import Desk
from small_agency import TODAY, SmallAgency

ROOT = Path(__file__).parent.parent
REPORT = ROOT / "docs/files/2569/o07-annual-report.pdf"
"""Eight pages; its words for results are on page 4."""


def a_pdf(*pages: str) -> bytes:
    made = FPDF()
    made.set_font("Helvetica")
    for text in pages:
        made.add_page()
        made.text(10, 10, text)
    return bytes(made.output())


def many_pages(count: int) -> bytes:
    """A small PDF that says that it has many pages."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, b"3 0 R " * count),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]>>",
    ]
    out = b"%PDF-1.7\n"
    for number, text in enumerate(objects, start=1):
        out += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    return out + b"trailer<</Root 1 0 R/Size %d>>\n%%%%EOF" % (len(objects) + 1)


def a_picture(kind: str = "PNG", size: tuple[int, int] = (20, 10), **more: Any) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, "red").save(stream, kind, **more)
    return stream.getvalue()


def a_photo() -> bytes:
    """A photograph that says where it was taken and by whom."""
    exif = Image.Exif()
    exif[0x013B] = "Somchai"
    exif.get_ifd(0x8825).update({1: "N", 2: (15.0, 13.0, 42.0), 3: "E", 4: (104.0, 51.0, 1.0)})
    return a_picture("JPEG", exif=exif)


def sent(name: str, content: bytes) -> UploadFile:
    return UploadFile(io.BytesIO(content), filename=name)


def desk_with_report(folder: Path) -> Desk:
    """Serve a small agency whose item O7 has a document."""
    agency = SmallAgency.make(folder)
    files = agency.folder / "docs/files/2569"
    files.mkdir(parents=True)
    shutil.copy(REPORT, files / "o07-report.pdf")
    agency.add(
        "data/2569/o07.yml",
        "documents:\n"
        "  - {title: รายงานประจำปี, file: files/2569/o07-report.pdf, shows: {results: 4}}\n",
    )
    return Desk(DataFolder(agency.data, agency.folder), TODAY)
