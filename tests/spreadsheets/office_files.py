"""Spreadsheets as office programs write them, made of their parts, also of odd ones."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from struct import pack

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'


def archive(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack the parts of a file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return out.getvalue()


def relations(*targets: tuple[str, str], base: str = _OFFICE) -> str:
    """List the relations of a part: their kinds and targets."""
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{base}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f"{_RELATIONS}{items}</Relationships>"


def excel_parts(
    cells: str,
    *,
    before: str = "",
    codes: Sequence[str] = (),
    strings: Sequence[str] = (),
    book: str = "",
    sheet: str = "เดือน",
) -> dict[str, str | bytes]:
    """Return the parts of a workbook with one sheet; ``s="1"`` is the first of the formats."""
    formats = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        for number, code in enumerate(codes, start=200)
    )
    styles = "".join(f'<xf numFmtId="{number}"/>' for number in range(200, 200 + len(codes)))
    texts = "".join(f"<si>{text}</si>" for text in strings)
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}">{book}<sheets>'
        f'<sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "worksheets/sheet1.xml"),
            ("sharedStrings", "sharedStrings.xml"),
            ("styles", "styles.xml"),
        ),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{texts}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts>'
        f'<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
        f'<cellXfs><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{before}<sheetData>{cells}'
        "</sheetData></worksheet>",
    }


def open_document(
    rows: str, *, styles: str = "", columns: str = "", manifest: str = "<manifest/>"
) -> bytes:
    """Make an OpenDocument spreadsheet with one sheet of rows."""
    names = {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
    }
    spaces = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in names.items())
    content = (
        f"<office:document-content{spaces}><office:automatic-styles>{styles}"
        "</office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="เดือน">{columns}{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": manifest,
            "content.xml": content,
        }
    )


def open_row(*cells: str, about: str = "") -> str:
    """Make a row of cells."""
    return f"<table:table-row {about}>{''.join(cells)}</table:table-row>"


def open_cell(kind: str, text: str, about: str = "") -> str:
    """Make a cell that shows a text."""
    value_type = f'office:value-type="{kind}"' if kind else ""
    shown = f"<text:p>{text}</text:p>" if text else ""
    return f"<table:table-cell {value_type} {about}>{shown}</table:table-cell>"


@dataclass(frozen=True)
class Error:
    """A cell with the code of an error."""

    code: int


@dataclass(frozen=True)
class Formula:
    """A cell with a formula and the eight bytes of its result."""

    result: bytes


Value = str | bytes | float | Error | Formula
"""A value of an old workbook; bytes are a text in its code page."""


@dataclass(frozen=True)
class OldSheet:
    """A sheet of an old workbook."""

    rows: Sequence[Sequence[Value | tuple[Value, int] | None]]
    """Values, some with the number of their format's place."""
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[int] = ()
    extra: bytes = b""
    name: str = "Sheet"


def record(kind: int, data: bytes = b"") -> bytes:
    """Make a record."""
    return pack("<HH", kind, len(data)) + data


def old_stream(
    sheets: Iterable[OldSheet],
    *,
    codes: Sequence[str] = (),
    version: int = 0x600,
    page: int = 1200,
    extra: bytes = b"",
) -> bytes:
    """Make the records of an old workbook; format place 1 is the first of the codes."""
    is_new = version == 0x600
    start = record(
        0x809, pack("<HHHHII", version, 5, 0, 1997, 0, 6) if is_new else _old_bof(version, 5)
    )
    start += extra + record(0x42, pack("<H", page))
    for number, code in enumerate(codes, start=200):
        text = code.encode("utf-16-le") if is_new else code.encode("cp874")
        length = pack("<HB", len(code), 1) if is_new else pack("<B", len(text))
        start += record(0x41E, pack("<H", number) + length + text)
    for number in (0, *range(200, 200 + len(codes))):
        start += record(0xE0, pack("<HH", 0, number) + b"\0" * (16 if is_new else 12))
    bodies = [_old_sheet(sheet, version) for sheet in sheets]
    names = [
        (pack("<BB", len(sheet.name), 0) if is_new else pack("<B", len(sheet.name)))
        + sheet.name.encode("ascii")
        for sheet in sheets
    ]
    at = len(start) + sum(4 + 6 + len(name) for name in names) + 4
    for name, body in zip(names, bodies, strict=True):
        start += record(0x85, pack("<IBB", at, 0, 0) + name)
        at += len(body)
    return start + record(0x0A) + b"".join(bodies)


def _old_bof(version: int, kind: int) -> bytes:
    return pack("<HHHH", version, kind, 0, 1995)


def _old_sheet(sheet: OldSheet, version: int) -> bytes:
    bof = pack("<HHHHII", version, 16, 0, 1997, 0, 6) if version == 0x600 else _old_bof(version, 16)
    out = [record(0x809, bof)]
    out += [
        record(0x7D, pack("<HHHHHH", column, column, 2000, 0, 1, 0))
        for column in sheet.hidden_columns
    ]
    width = max(map(len, sheet.rows), default=0)
    for row in range(len(sheet.rows)):
        flags = 0x120 if row in sheet.hidden_rows else 0x100
        out.append(record(0x208, pack("<HHHHHHI", row, 0, width, 255, 0, 0, flags)))
    for row, cells in enumerate(sheet.rows):
        for column, cell in enumerate(cells):
            value, style = cell if isinstance(cell, tuple) else (cell, 0)
            if value is not None:
                out.append(_old_cell(value, pack("<HHH", row, column, style)))
    return b"".join([*out, sheet.extra, record(0x0A)])


def _old_cell(value: Value, place: bytes) -> bytes:
    match value:
        case str():
            text = value.encode("utf-16-le")
            return record(0x204, place + pack("<HB", len(value), 1) + text)
        case bytes():
            return record(0x204, place + pack("<H", len(value)) + value)
        case Error(code):
            return record(0x205, place + pack("<BB", code, 1))
        case Formula(result):
            return record(0x06, place + result + pack("<HIH", 0, 0, 3) + b"\x1e\x01\x00")
    return record(0x203, place + pack("<d", value))


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Pack streams as old Office files do; short ones go into small sectors of 64 bytes."""
    mini, mini_fat = b"", list[int]()
    sectors, fat = [b"", b""], [0xFFFFFFFD, 0xFFFFFFFE]

    def add(content: bytes) -> int:
        first = len(sectors)
        parts = [content[at : at + 512].ljust(512, b"\0") for at in range(0, len(content), 512)]
        sectors.extend(parts)
        fat.extend([*range(first + 1, first + len(parts)), 0xFFFFFFFE] if parts else [])
        return first if parts else 0xFFFFFFFE

    entries = []
    for name, content in streams.items():
        if len(content) < 4096:
            start, count = len(mini_fat), -(-len(content) // 64)
            mini += content.ljust(64 * count, b"\0")
            mini_fat += [*range(start + 1, start + count), 0xFFFFFFFE] if count else []
        else:
            start = add(content)
        entries.append(_entry(name, 2, start, len(content)))
    root = _entry("Root Entry", 5, add(mini), len(mini), child=1)
    table = b"".join(pack("<I", number) for number in mini_fat)
    mini_start = add(table.ljust(-(-len(table) // 512) * 512, b"\xff"))
    sectors[1] = (root + b"".join(entries)).ljust(512, b"\0")
    sectors[0] = b"".join(pack("<I", number) for number in fat).ljust(512, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 10
    header += pack("<IIIIIIIII", 1, 1, 0, 4096, mini_start, bool(table), 0xFFFFFFFE, 0, 0)
    return header.ljust(512, b"\xff") + b"".join(sectors)


def _entry(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    head = text.ljust(64, b"\0") + pack("<HBB", len(text), kind, 1)
    right = 2 if kind == 2 and name == "Workbook" else 0xFFFFFFFF
    return head + pack("<III", 0xFFFFFFFF, right, child) + b"\0" * 36 + pack("<IQ", start, size)


def old_workbook(*sheets: OldSheet, made_by_excel: bool = True, **options: object) -> bytes:
    """Make an old workbook; programs that do not compute leave out who made it."""
    stream = old_stream(sheets, **options)  # type: ignore[arg-type]
    name = "Workbook" if options.get("version", 0x600) == 0x600 else "Book"
    streams = {name: stream}
    if made_by_excel:
        streams["\x05SummaryInformation"] = b"\0" * 64
    return compound(streams)
