"""Small files that make libraries ask for all memory, loop or crash."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

_SHEET = "urn:oasis:names:tc:opendocument:xmlns:"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_FAR = (
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
)


def _zip(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _xlsx(rows: str, mark: str = "", **more: str) -> bytes:
    sheet = f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    names = {"sharedStrings": "sharedStrings.xml", "worksheet": "worksheets/sheet1.xml"}
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in names.items()
    )
    relationships = f'<Relationships xmlns="{_PACKAGE}/relationships">'
    return _zip(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
            "_rels/.rels": f'{relationships}<Relationship Id="a" Type="{_OFFICE}/officeDocument"'
            ' Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            '<sheet name="S" sheetId="1" r:id="worksheet"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f"{relationships}{relations}</Relationships>",
            "xl/worksheets/sheet1.xml": mark + sheet,
            "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}"><si><t>x</t></si></sst>',
            **more,
        }
    )


def _shared_text() -> bytes:
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 20_000))
    text = f'<sst xmlns="{_MAIN}"><si><t>{"x" * 32_000}</t></si></sst>'
    return _xlsx(cells, **{"xl/sharedStrings.xml": text})


def _ods(cell: str, cut: int | None = None) -> bytes:
    spaces = " ".join(f'xmlns:{name}="{_SHEET}{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="S"><table:table-row><table:table-cell {cell}><text:p>x</text:p>'
        "</table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return _zip({"mimetype": kind, "content.xml": content[:cut]})


def _damaged(whole: bytes) -> bytes:
    """Change a byte of the last member's content, as a bad download does."""
    at = whole.index(b"PK\1\2") - 20
    return whole[:at] + bytes([whole[at] ^ 255]) + whole[at + 1 :]


def _with_password(whole: bytes) -> bytes:
    at = whole.index(b"PK\1\2") + 8
    return whole[:at] + b"\1" + whole[at + 1 :]


def _overlapping() -> bytes:
    """An archive whose entries all mean the same bytes."""
    raw = b"x" * 20_000_000
    data = zlib.compress(raw, 9, wbits=-15)
    sizes = struct.pack("<3I", zlib.crc32(raw), len(data), len(raw))
    name = b"word/document.xml"
    local = struct.pack("<4s5H", b"PK\3\4", 20, 0, 8, 0, 33) + sizes
    local += struct.pack("<2H", len(name), 0) + name + data
    entry = struct.pack("<4s6H", b"PK\1\2", 20, 20, 0, 8, 0, 33) + sizes
    entry += struct.pack("<5H2I", len(name), 0, 0, 0, 0, 0, 0) + name
    count = 40
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, count * len(entry), len(local), 0)
    return local + entry * count + end


def _old_excel() -> bytes:
    """A file whose list of sectors leads to itself."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9I", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0, 0xFFFFFFFF)
    return head + struct.pack("<109I", 0, *[0xFFFFFFFF] * 108) + bytes(512)


def _pdf(content: bytes, *more: bytes) -> bytes:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        *more,
    ]
    out = b"%PDF-1.7\n"
    for number, text in enumerate(objects, start=1):
        out += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    return out + b"trailer<</Root 1 0 R/Size %d>>\n%%%%EOF" % (len(objects) + 1)


def _forms() -> bytes:
    """A page with a form that has ten forms, each of which has ten forms, and so on."""
    draw = b"/A Do " * 10
    forms = [
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A %d 0 R>>>>"
        b"/Length %d>>stream\n%s\nendstream" % (number + 1, len(draw), draw)
        for number in range(5, 25)
    ]
    return _pdf(b"/A Do", *forms)


_MAKERS: dict[str, Callable[[], bytes]] = {
    "far.xlsx": lambda: _xlsx(_FAR),
    "far-behind-a-mark.xlsx": lambda: _xlsx(_FAR, "\ufeff"),
    "far-in-small-letters.xlsx": lambda: _xlsx(_FAR.replace("XFD", "xfd")),
    "shared-text.xlsx": _shared_text,
    "entities.xlsx": lambda: _xlsx(_FAR, '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'),
    "password.xlsx": lambda: _with_password(_xlsx("")),
    "half.xlsx": lambda: _xlsx(_FAR)[:700],
    "repeated.ods": lambda: _ods('table:number-columns-repeated="999999999"'),
    "cut.ods": lambda: _ods("", 400),
    "damaged.ods": lambda: _damaged(_ods("")),
    "sectors.xls": _old_excel,
    "overlapping.docx": _overlapping,
    "forms.pdf": _forms,
}
NAMES = frozenset(_MAKERS)
SPREADSHEETS = [name for name in _MAKERS if name.endswith((".xlsx", ".ods", ".xls"))]


def write(folder: Path) -> None:
    """Write all the files into a folder."""
    for name, make in _MAKERS.items():
        (folder / name).write_bytes(make())
