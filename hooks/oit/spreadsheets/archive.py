"""ZIP archives of office files: unpacked under limits, and examined before they are trusted.

A few kilobytes of a ZIP archive may unpack to gigabytes, the sizes that it declares may be
wrong, one cell at the far end of a sheet makes a program that loads whole sheets ask for more
memory than any computer has, and millions of cells may share one long text.
"""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO

from oit.spreadsheets import limits, markup

SIGNATURE = b"PK\x03\x04"


@dataclass
class Archive:
    """What is known about a spreadsheet's archive."""

    names: frozenset[str] = frozenset()
    lost: list[tuple[str, str, str]] = field(default_factory=list)
    """Cells without a usable value: part, reference, and the text in the cell."""
    titles: dict[str, str] = field(default_factory=dict)
    """The names of the sheets by the parts that contain them."""


def examine_archive(data: bytes) -> Archive:
    """Examine a spreadsheet's archive.

    Raises:
        RefusedError: it is damaged, protected with a password or exceeds a limit.
    """
    parts = dict(members(data))
    archive = Archive(frozenset(parts))
    xml = {name: part for name, part in parts.items() if part.lstrip()[:1] in (b"<", b"\xff")}
    roots = {name: markup.root(part) for name, part in xml.items()}
    lengths: list[int] = []
    for name, root in roots.items():
        if root == "sst":
            lengths += markup.shared_text_lengths(xml[name])
    characters = 0
    for name, root in roots.items():
        if root == "worksheet":
            sheet = markup.scan_excel_sheet(xml[name], lengths)
            archive.lost += [(name, reference, text) for reference, text in sheet.lost]
            characters += sheet.characters
        elif root == "document-content":
            characters += markup.scan_open_document(xml[name])
        if characters > limits.MAX_TEXT:
            raise limits.too_large("ข้อความรวมมีมากเกินไป", "its cells contain too much text")
    archive.titles = _titles(xml)
    return archive


def members(
    data: bytes, is_wanted: Callable[[str], bool] = lambda _: True
) -> Iterator[tuple[str, bytes]]:
    """Yield the names and contents of an archive's members.

    Nothing is unpacked beyond the limit, whatever sizes the archive declares.

    Raises:
        RefusedError: it is damaged, protected with a password or exceeds a limit.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise limits.broken() from None
    left = limits.MAX_INFLATED
    if len(entries) > limits.MAX_MEMBERS or sum(entry.file_size for entry in entries) > left:
        raise _bomb()
    for entry in entries:
        if not is_wanted(entry.filename):
            continue
        if entry.flag_bits & 1:
            raise limits.has_password()
        start = entry.header_offset
        local = data[start : start + 30]
        start += 30 + int.from_bytes(local[26:28], "little") + int.from_bytes(local[28:], "little")
        content = _inflate(data[start : start + entry.compress_size], entry, left)
        left -= len(content)
        yield entry.filename, content


def _inflate(raw: bytes, entry: zipfile.ZipInfo, left: int) -> bytes:
    if entry.compress_type == zipfile.ZIP_STORED:
        content = raw
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = inflate.decompress(raw, left + 1)
        except zlib.error:
            raise limits.broken() from None
    else:
        raise limits.broken()
    if len(content) > left:
        raise _bomb()
    if len(content) != entry.file_size:
        raise limits.unsafe("ขนาดที่แจ้งไว้ในไฟล์ไม่ตรงกับขนาดจริง", "the sizes it declares are wrong")
    if zlib.crc32(content) != entry.CRC:
        raise limits.broken()
    return content


def _bomb() -> limits.TooLargeError:
    return limits.too_large("คลายแล้วใหญ่ผิดปกติ", "it unpacks to more than any real file")


def _titles(parts: dict[str, bytes]) -> dict[str, str]:
    """Return the names of a workbook's sheets by the parts that contain them."""
    sheets = markup.attributes_of("sheet", parts.get("xl/workbook.xml", b""))
    targets = markup.attributes_of("Relationship", parts.get("xl/_rels/workbook.xml.rels", b""))
    paths = {target.get("Id"): target.get("Target", "") for target in targets}
    return {
        f"xl/{paths[sheet['r:id']].removeprefix('/xl/')}": sheet.get("name", "")
        for sheet in sheets
        if sheet.get("r:id") in paths
    }
