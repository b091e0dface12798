"""Files with a national id in every place where a reader could find it. The id is invented."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping

import xlsxwriter
from docx import Document
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Text
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

ID = "1-2345-67890-12-1"
DIGITS = "1234567890121"
LABELLED = f"เลขบัตรประชาชน {ID}"
_TYPES = '<?xml version="1.0"?><Types/>'


def hiding_places() -> Iterator[tuple[str, bytes]]:
    """Yield the name of a file that says where the id is, and the file's contents."""
    for places in (
        _pdfs,
        _workbooks,
        _word,
        _open_documents,
        _slides,
        _texts,
        _archives,
        _pictures,
    ):
        yield from places()
    yield f"{ID}.txt", b"no number inside"
    yield f"สมชาย_{DIGITS}.txt", b"no number inside"


def zipped(parts: Mapping[str, str | bytes], base: bytes = b"") -> bytes:
    """Add parts to an archive, or make one."""
    stream = io.BytesIO(base)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return stream.getvalue()


# PDF


def _page() -> bytes:
    made = FPDF()
    made.set_font("Helvetica")
    made.add_page()
    made.cell(text="nothing here")
    return bytes(made.output())


def _changed(change: Callable[[PdfWriter], object], password: str = "") -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(_page())))
    change(writer)
    if password:
        writer.encrypt("", password, algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _widget(**values: str) -> Callable[[PdfWriter], object]:
    def add(writer: PdfWriter) -> None:
        field = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Widget"),
                NameObject("/FT"): NameObject("/Tx"),
                NameObject("/T"): TextStringObject("field"),
                NameObject("/Rect"): ArrayObject([]),
                **{NameObject(f"/{key}"): TextStringObject(text) for key, text in values.items()},
            }
        )
        writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(field)])
        writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
            {NameObject("/Fields"): ArrayObject([field])}
        )

    return add


def _catalog(key: str, value: object) -> Callable[[PdfWriter], object]:
    def put(writer: PdfWriter) -> None:
        writer.root_object[NameObject(key)] = value

    return put


def _script() -> DictionaryObject:
    text = TextStringObject(f"app.alert('{ID}')")
    return DictionaryObject({NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): text})


def _stream(content: str) -> DecodedStreamObject:
    stream = DecodedStreamObject()
    stream.set_data(content.encode())
    return stream


def _metadata(writer: PdfWriter) -> None:
    reference = writer._add_object(
        _stream(f"<x:xmpmeta><dc:title>{ID}</dc:title></x:xmpmeta>").flate_encode()
    )
    writer.root_object[NameObject("/Metadata")] = reference


def _pdfs() -> Iterator[tuple[str, bytes]]:
    note = Text(rect=(50, 50, 60, 60), text=LABELLED)
    words = FreeText(rect=(50, 50, 90, 60), text=ID)
    changes: dict[str, Callable[[PdfWriter], object]] = {
        "form-value": _widget(V=ID),
        "form-boxes": _widget(TU="เลขบัตรประชาชน", V=DIGITS),
        "form-default": _widget(DV=ID),
        "form-tooltip": _widget(TU=ID),
        "form-rich-value": _widget(RV=ID),
        "note": lambda writer: writer.add_annotation(page_number=0, annotation=note),
        "free-text": lambda writer: writer.add_annotation(page_number=0, annotation=words),
        "title": lambda writer: writer.add_metadata({"/Title": ID}),
        "author": lambda writer: writer.add_metadata({"/Author": LABELLED}),
        "keywords": lambda writer: writer.add_metadata({"/Keywords": ID}),
        "own-property": lambda writer: writer.add_metadata({"/Citizen": ID}),
        "xmp": _metadata,
        "script": _catalog("/OpenAction", _script()),
        "bookmark": lambda writer: writer.add_outline_item(title=ID, page_number=0),
        "named": lambda writer: writer.add_named_destination(title=ID, page_number=0),
        "alternative": _catalog("/Alt", TextStringObject(ID)),
        "attached-text": lambda writer: writer.add_attachment("a.txt", ID.encode()),
        "attached-name": lambda writer: writer.add_attachment(f"{ID}.txt", b"x"),
        "attached-workbook": lambda writer: writer.add_attachment("a.xlsx", _workbook(ID)),
        "attached-pdf": lambda writer: writer.add_attachment("b.pdf", _changed(_widget(V=ID))),
    }
    for name, change in changes.items():
        yield f"pdf-{name}.pdf", _changed(change)
    yield "pdf-encrypted-form.pdf", _changed(changes["form-value"], "owner")
    yield "pdf-encrypted-note.pdf", _changed(changes["note"], "owner")
    yield "pdf-encrypted-title.pdf", _changed(changes["title"], "owner")
    yield "pdf-named-as-picture.jpg", _changed(changes["note"])


# Workbooks


def _workbook(*rows: str, hide: str = "", **properties: str) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("1")
        sheet.write_column("A1", rows or ["ไม่มีอะไร"])
        if hide == "row":
            sheet.set_row(0, None, None, {"hidden": True})
        elif hide == "column":
            sheet.set_column(0, 0, None, None, {"hidden": True})
        elif hide == "sheet":
            book.add_worksheet("2").activate()
            sheet.hide()
        elif hide == "very":
            book.add_worksheet("2").activate()
            sheet.very_hidden()
        book.set_properties(properties)
    return stream.getvalue()


def _made(make: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], object]) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        make(book, book.add_worksheet("1"))
    return stream.getvalue()


def _workbooks() -> Iterator[tuple[str, bytes]]:
    for hide in ("row", "column", "sheet", "very"):
        yield f"xlsx-hidden-{hide}.xlsx", _workbook(ID, hide=hide)
    makers: dict[str, Callable[..., object]] = {
        "comment": lambda _, sheet: sheet.write_comment("A1", LABELLED),
        "header": lambda _, sheet: sheet.set_header(f"&C{ID}"),
        "footer": lambda _, sheet: sheet.set_footer(f"&L{LABELLED}"),
        "validation-list": lambda _, sheet: sheet.data_validation(
            "A1", {"validate": "list", "source": [ID, "ข"]}
        ),
        "validation-message": lambda _, sheet: sheet.data_validation(
            "A1", {"validate": "any", "input_title": "ก", "input_message": ID}
        ),
        "text-box": lambda _, sheet: sheet.insert_textbox("A1", LABELLED),
        "text-box-description": lambda _, sheet: sheet.insert_textbox(
            "A1", "ก", {"description": ID}
        ),
        "link": lambda _, sheet: sheet.write_url("A1", f"https://example.go.th/{ID}", None, "ก"),
        "link-tip": lambda _, sheet: sheet.write_url(
            "A1", "https://example.go.th/", None, "ก", tip=ID
        ),
        "name": lambda book, _: book.define_name("ก", f'="{ID}"'),
        "formula": lambda _, sheet: sheet.write_formula("A1", f'=IF(B1="{ID}",1,0)', None, 0),
        "property": lambda book, _: book.set_custom_property("ผู้ทำ", ID),
        "chart": _chart,
        "rich-text": lambda book, sheet: sheet.write_rich_string(
            "A1", "1-2345-", book.add_format({"bold": True}), "67890", "-12-1"
        ),
        "boxes": lambda _, sheet: sheet.write_row("A1", ["เลขบัตรประชาชน", *map(int, DIGITS)]),
        "boxes-below": lambda _, sheet: (
            sheet.write_row("A1", ["ชื่อ", "เลขประจำตัวประชาชน"]),
            sheet.write_row("A2", ["นาย ก", *DIGITS]),
        ),
        "groups": lambda _, sheet: sheet.write_row(
            "A1", ["เลขบัตรประชาชน", "1", "2345", "67890", "12", "1"]
        ),
        "number": lambda _, sheet: sheet.write_row("A1", ["เลขบัตรประชาชน", int(DIGITS)]),
    }
    for name, make in makers.items():
        yield f"xlsx-{name}.xlsx", _made(make)
    for key in ("title", "author", "comments", "keywords", "manager"):
        yield f"xlsx-{key}.xlsx", _workbook(**{key: ID})
    parts: dict[str, str | bytes] = {
        "xl/pivotCache/pivotCacheDefinition1.xml": f'<d><s v="{ID}"/></d>',
        "xl/pivotCache/pivotCacheRecords1.xml": f'<r><s v="{ID}"/></r>',
        "xl/threadedComments/threadedComment1.xml": f"<c><text>{ID}</text></c>",
        "xl/persons/person.xml": f'<p displayName="{ID}"/>',
        "xl/externalLinks/externalLink1.xml": f"<l><cell><v>{ID}</v></cell></l>",
        "xl/connections.xml": f'<c description="{ID}"/>',
        "xl/drawings/drawing9.xml": f"<xdr:sp><a:p><a:r><a:t>{ID}</a:t></a:r></a:p></xdr:sp>",
        "xl/drawings/vmlDrawing9.vml": f'<xml><v:shape alt="{ID}"/></xml>',
        "xl/diagrams/data1.xml": f"<dgm><a:t>{ID}</a:t></dgm>",
        "customXml/item1.xml": f"<x><id>{ID}</id>next</x>",
        "xl/embeddings/Document.docx": _document(ID),
        "xl/media/note.txt": ID,
    }
    for part, content in parts.items():
        yield f"xlsx-{part.replace('/', '-')}.xlsx", zipped({part: content}, _workbook())
    wide = f'<?xml version="1.0" encoding="UTF-16"?><d><s v="{ID}"/></d>'.encode("utf-16")
    yield "xlsx-utf-16-part.xlsx", zipped({"xl/pivotCache/a.xml": wide}, _workbook())
    for ending in ("xltx", "xlsm", "xltm"):
        yield f"template.{ending}", _workbook(ID)


def _chart(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "='1'!$A$1:$A$2"})
    chart.set_title({"name": LABELLED})
    sheet.insert_chart("B2", chart)


# Documents


def _document(words: str = "") -> bytes:
    document = Document()
    document.add_paragraph(words)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _word() -> Iterator[tuple[str, bytes]]:
    runs = Document()
    paragraph = runs.add_paragraph("เลข 1-23")
    paragraph.add_run("45-67").bold = True
    paragraph.add_run("890-12-1")
    runs.core_properties.title = "ก"
    stream = io.BytesIO()
    runs.save(stream)
    yield "docx-runs.docx", stream.getvalue()
    boxes = Document()
    table = boxes.add_table(1, 14)
    for cell, words in zip(table.rows[0].cells, ["เลขบัตรประชาชน", *DIGITS], strict=True):
        cell.text = words
    stream = io.BytesIO()
    boxes.save(stream)
    yield "docx-boxes.docx", stream.getvalue()
    text = f"<w:p><w:r><w:t>{ID}</w:t></w:r></w:p>"
    parts: dict[str, str | bytes] = {
        "word/header1.xml": f"<w:hdr>{text}</w:hdr>",
        "word/footer1.xml": f"<w:ftr>{text}</w:ftr>",
        "word/footnotes.xml": f"<w:footnotes>{text}</w:footnotes>",
        "word/endnotes.xml": f"<w:endnotes>{text}</w:endnotes>",
        "word/comments.xml": f"<w:comments>{text}</w:comments>",
        "word/glossary/document.xml": f"<w:doc>{text}</w:doc>",
        "word/charts/chart1.xml": f"<c:chart><c:pt><c:v>{ID}</c:v></c:pt>5</c:chart>",
        "word/embeddings/Sheet.xlsx": _workbook(ID),
        "word/embeddings/Old.docx": _document(ID),
        "customXml/item9.xml": f"<x>{ID}</x>",
        "docProps/custom.xml": f"<p><vt:lpwstr>{ID}</vt:lpwstr></p>",
        "word/media/photo.jpg": _jpeg(_xmp(f"<dc:title>{ID}</dc:title>")),
    }
    for part, content in parts.items():
        yield f"docx-{part.replace('/', '-')}.docx", zipped({part: content}, _document())
    bodies = {
        "deleted": f"<w:del><w:r><w:delText>{ID}</w:delText></w:r></w:del>",
        "field": f"<w:r><w:instrText>{ID}</w:instrText></w:r>",
        "hidden": f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{ID}</w:t></w:r>",
        "text-box": f"<w:txbxContent>{text}</w:txbxContent>",
        "description": f'<wp:docPr id="1" descr="{ID}"/>',
        "tag": f'<w:sdt><w:sdtPr><w:tag w:val="{ID}"/></w:sdtPr></w:sdt>',
    }
    for name, body in bodies.items():
        content = f"<w:document><w:body><w:p>{body}</w:p></w:body></w:document>"
        parts = {"[Content_Types].xml": _TYPES, "word/document.xml": content}
        yield f"docx-{name}.docx", zipped(parts)
        yield f"docx-{name}.dotx", zipped(parts)
    yield "macros.docm", _document(ID)


def _open_documents() -> Iterator[tuple[str, bytes]]:
    places = {
        "content.xml": "<text:p>1-2345-<text:span>67890</text:span>-12-1</text:p>",
        "styles.xml": f"<style:header><text:p>{ID}</text:p></style:header>",
        "meta.xml": f"<meta:user-defined>{ID}</meta:user-defined>",
        "settings.xml": f"<config:item>{ID}</config:item>",
        "Object 1/content.xml": f"<office:chart><text:p>{ID}</text:p></office:chart>",
    }
    for part, content in places.items():
        for ending, kind in (("odt", "text"), ("odp", "presentation")):
            parts = {"mimetype": f"application/vnd.oasis.opendocument.{kind}", part: content}
            yield f"{part.replace('/', '-')}.{ending}", zipped(parts)
    note = f"<office:annotation><dc:creator>ก</dc:creator><text:p>{ID}</text:p></office:annotation>"
    deleted = f"<text:tracked-changes><text:p>{ID}</text:p></text:tracked-changes>"
    for name, content in (("note", note), ("deleted", deleted)):
        parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
        yield f"odt-{name}.odt", zipped(parts)


def _slides() -> Iterator[tuple[str, bytes]]:
    text = "<a:p><a:r><a:t>1-2345-</a:t></a:r><a:r><a:t>67890-12-1</a:t></a:r></a:p>"
    for part in (
        "ppt/slides/slide1.xml",
        "ppt/notesSlides/notesSlide1.xml",
        "ppt/slideMasters/slideMaster1.xml",
    ):
        for ending in ("pptx", "potx"):
            yield (
                f"{part.replace('/', '-')}.{ending}",
                zipped({"[Content_Types].xml": _TYPES, part: text}),
            )
    comment = f"<p:cm><p:text>{ID}</p:text></p:cm>"
    yield "pptx-comment.pptx", zipped({"ppt/comments/comment1.xml": comment})


# Texts, archives and pictures


def _texts() -> Iterator[tuple[str, bytes]]:
    line = f"ชื่อ,เลขประจำตัวประชาชน\nนาย ก,{ID}\n"
    for encoding in ("utf-8", "utf-8-sig", "cp874", "utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        yield f"text-{encoding}.csv", line.encode(encoding)
    yield "text-short-utf-16-le.txt", ID.encode("utf-16-le")
    yield "boxes.csv", f"เลขบัตรประชาชน,{','.join(DIGITS)}\n".encode()
    quoted = '","'.join(["เลขบัตรประชาชน", *DIGITS])
    yield "quoted-boxes.csv", f'"{quoted}"\n'.encode()
    yield "a.json", f'{{"citizenId": {DIGITS}}}'.encode()
    yield "escaped.json", b'{"a": "\\u0031-2345-67890-12-1"}'
    yield "list.json", f'{{"citizen_id": [{",".join(DIGITS)}]}}'.encode()
    yield "a.html", f"<p>{ID}<b>next</b></p>".encode()
    yield "boundary.html", f"<td>{ID}</td><td>5</td>".encode()
    yield "runs.html", b"<p>1-2345-<b>67890</b>-12-1</p>"
    yield "entities.html", b"<p>1-2345&#45;67890&#x2d;12-1</p>"
    yield "comment.html", f"<!-- {ID} --><p>ก</p>".encode()
    yield "title.html", f'<img src="a.png" alt="{ID}">'.encode()
    yield "value.html", f'<input value="{ID}">'.encode()
    boxes = "".join(f"<td>{digit}</td>" for digit in DIGITS)
    yield "boxes.html", f"<tr><td>เลขบัตรประชาชน</td>{boxes}</tr>".encode()
    yield "a.xml", f"<a><b>{ID}</b>next<c>5</c></a>".encode()
    yield "a.svg", f"<svg><text>{ID}</text></svg>".encode()
    yield "a.md", f"| ชื่อ | {ID} |".encode()
    yield "a.rtf", rb"{\rtf1\ansi\b 1-2345\b0 -67890-12-1\par}"
    yield "thai.rtf", rb"{\rtf1 \'e0\'c5\'a2\'ba\'d1\'b5\'c3 \u3585? 1\'2d2345-67890-12-1\par}"
    yield "a.vcf", f"BEGIN:VCARD\nNOTE:{ID}\nEND:VCARD".encode()
    yield "no-ending", ID.encode()


def _archives() -> Iterator[tuple[str, bytes]]:
    yield "zip-text.zip", zipped({"a/b.txt": ID})
    yield "zip-name.zip", zipped({f"{ID}.txt": "x"})
    yield "zip-pdf.zip", zipped({"a.pdf": _changed(_widget(V=ID))})
    yield "zip-workbook.zip", zipped({"a.xlsx": _workbook(ID)})
    yield "zip-zip.zip", zipped({"a.zip": zipped({"b.csv": ID})})


def _xmp(content: str) -> bytes:
    return b"http://ns.adobe.com/xap/1.0/\0" + f"<x:xmpmeta>{content}</x:xmpmeta>".encode()


def _segment(marker: int, content: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(content) + 2).to_bytes(2) + content


def _jpeg(app1: bytes = b"", marker: int = 0xE1) -> bytes:
    return (
        b"\xff\xd8" + _segment(0xE0, b"JFIF\0" + b"\0" * 9) + _segment(marker, app1) + b"\xff\xd9"
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4)


def exif(*entries: tuple[int, int, bytes], order: str = "<") -> bytes:
    """Make a block of EXIF with one directory."""
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8)
    end = 8 + 2 + 12 * len(entries) + 4
    directory, values = struct.pack(f"{order}H", len(entries)), b""
    for tag, kind, value in entries:
        directory += struct.pack(f"{order}HHI", tag, kind, len(value))
        if len(value) <= 4:
            directory += value.ljust(4, b"\0")
        else:
            directory += struct.pack(f"{order}I", end + len(values))
            values += value
    return head + directory + b"\0" * 4 + values


def _pictures() -> Iterator[tuple[str, bytes]]:
    text = ID.encode() + b"\0"
    for order in "<>":
        block = exif((0x010E, 2, text), order=order)
        yield f"exif-{'little' if order == '<' else 'big'}.jpg", _jpeg(b"Exif\0\0" + block)
    wide = exif((0x9C9C, 1, ID.encode("utf-16-le") + b"\0\0"))
    yield "exif-windows.jpg", _jpeg(b"Exif\0\0" + wide)
    yield "exif.tif", exif((0x010E, 2, text))
    yield "xmp.jpg", _jpeg(_xmp(f"<dc:description>{ID}</dc:description>"))
    yield (
        "iptc.jpg",
        _jpeg(b"Photoshop 3.0\0\x1c\x02\x78" + len(ID).to_bytes(2) + ID.encode(), 0xED),
    )
    yield "comment.jpg", _jpeg(text, 0xFE)
    png = b"\x89PNG\r\n\x1a\n"
    yield "text.png", png + _chunk(b"tEXt", b"Comment\0" + ID.encode())
    yield "packed.png", png + _chunk(b"zTXt", b"Comment\0\0" + zlib.compress(ID.encode()))
    yield "international.png", png + _chunk(b"iTXt", b"Title\0\0\0th\0\0" + LABELLED.encode())
    yield "exif.png", png + _chunk(b"eXIf", exif((0x010E, 2, text)))
    block = exif((0x010E, 2, text))
    yield "exif.webp", _riff(b"EXIF", block)
    yield "xmp.webp", _riff(b"XMP ", f"<x:xmpmeta>{ID}</x:xmpmeta>".encode())
    yield "exif.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"Exif\0\0" + block
    yield "comment.gif", b"GIF89a" + b"\0" * 7 + b"!\xfe" + bytes([len(ID)]) + ID.encode() + b"\0;"


def _riff(kind: bytes, content: bytes) -> bytes:
    body = b"WEBP" + kind + struct.pack("<I", len(content)) + content
    return b"RIFF" + struct.pack("<I", len(body)) + body
