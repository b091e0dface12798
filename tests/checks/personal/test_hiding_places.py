"""Wherever in a published file a number of a person is, it is found; or the file is reported."""

import io
from contextlib import suppress
from pathlib import Path

import pytest
from fpdf import FPDF
from PIL import ExifTags, Image
from pypdf import PdfReader, PdfWriter

from checks.personal.hiding_places import DIGITS, ID, hiding_places, zipped
from oit.checks.personal import text
from oit.checks.personal.passage import InFile, UnreadError
from oit.checks.personal.scan import scan_file
from oit.spreadsheets import limits
from oit.thai.identity_search import Kind

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def found(path: Path, name: str, content: bytes) -> list[InFile]:
    """Scan a file as far as it can be read."""
    file = path / name
    file.write_bytes(content)
    hits: list[InFile] = []
    with suppress(UnreadError):
        hits.extend(scan_file(file))
    return hits


def reason(path: Path, name: str, content: bytes) -> str:
    file = path / name
    file.write_bytes(content)
    with pytest.raises(UnreadError) as raised:
        list(scan_file(file))
    return raised.value.reason.en


def test_an_id_is_found_in_every_hiding_place(tmp_path: Path) -> None:
    places = list(hiding_places())
    assert len(places) > 83
    unseen = [
        name
        for name, content in places
        if (Kind.NATIONAL_ID, DIGITS)
        not in {(hit.match.kind, hit.match.digits) for hit in found(tmp_path, name, content)}
    ]
    assert unseen == []


def test_a_number_that_is_seen_and_hidden_is_reported_once(tmp_path: Path) -> None:
    for name, content in hiding_places():
        hits = found(tmp_path, name, content)
        assert len({(hit.match.kind, hit.match.digits) for hit in hits}) == len(hits), name


def _with_password() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(10, 10)
    writer.encrypt("secret", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    assert PdfReader(stream).is_encrypted
    return stream.getvalue()


def _locked_zip() -> bytes:
    content = bytearray(zipped({"a.txt": "x"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + offset] |= 1
    return bytes(content)


def test_what_cannot_be_searched_is_reported_with_its_reason(tmp_path: Path) -> None:
    document = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:p>ก</w:p>"}
    deep = zipped({"a.txt": "x"})
    for _ in range(4):
        deep = zipped({"a.zip": deep})
    for name, content, expected in [
        ("a.7z", b"7z\xbc\xaf\x27\x1c", text.PACKED),
        ("a.rar", b"Rar!\x1a\x07\x01", text.PACKED),
        ("a.gz", b"\x1f\x8b\x08", text.PACKED),
        ("a.txt", b"7z\xbc\xaf\x27\x1c", text.PACKED),
        ("a.zip", _locked_zip(), text.PASSWORD),
        ("a.zip", deep, text.TOO_DEEP),
        ("a.pdf", _with_password(), text.PASSWORD),
        ("a.doc", OLE + b"\0" * 100, text.OLD),
        ("a.ppt", OLE + "PowerPoint Document".encode("utf-16-le"), text.OLD),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), text.PASSWORD),
        ("a.xlsb", zipped({"xl/workbook.bin": b"\0"}), text.BINARY),
        ("a.docm", zipped({**document, "word/vbaProject.bin": OLE}), text.MACROS),
        ("a.dat", b"\x01\0\x02\0\x03" * 100, text.UNKNOWN),
    ]:
        assert reason(tmp_path, name, content) == expected.en, name


def test_a_file_inside_is_named_if_it_cannot_be_searched(tmp_path: Path) -> None:
    content = zipped({"x/old.doc": OLE + b"\0" * 100, "x/a.txt": ID})
    assert reason(tmp_path, "a.zip", content) == (
        'it was made by an old version of Office ("old.doc" inside it)'
    )
    [hit] = found(tmp_path, "a.zip", content)
    assert (hit.unit, hit.at) == ("line", '1 ("a.txt")')


def test_all_files_inside_count_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_INFLATED", 2000)
    inner = zipped({"a.txt": "x" * 1500})
    assert reason(tmp_path, "a.zip", zipped({"1.zip": inner, "2.zip": inner})).startswith(
        text.TOO_LARGE.en
    )


def test_sounds_films_and_fonts_have_no_text(tmp_path: Path) -> None:
    for start in (b"\0\0\0\x18ftypmp42", b"ID3\3\0", b"wOF2\0", b"OggS\0", b"RIFF\0\0\0\0WAVE"):
        assert found(tmp_path, "a", start + b"\0" * 100) == []


def _photo(kind: str, **tags: object) -> bytes:
    known = Image.Exif()
    known[ExifTags.Base.Make] = "Camera"
    if "position" in tags:
        known.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = tags["position"]
    if "author" in tags:
        known[ExifTags.Base.Artist] = tags["author"]
    if "comment" in tags:
        known.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.UserComment] = tags["comment"]
    stream = io.BytesIO()
    Image.new("RGB", (4, 4)).save(stream, kind, exif=known)
    return stream.getvalue()


def test_a_picture_says_where_and_by_whom_it_was_taken(tmp_path: Path) -> None:
    cases: list[tuple[dict[str, object], list[Kind]]] = [
        ({"position": (15.0, 14.0, 10.5)}, [Kind.POSITION]),
        ({"author": "Somchai"}, [Kind.AUTHOR]),
        ({"author": "Somchai", "position": (15.0, 14.0, 1.0)}, [Kind.POSITION, Kind.AUTHOR]),
        ({"position": (0.0, 0.0, 0.0)}, []),
        ({"author": "   "}, []),
        ({"comment": b"ASCII\0\0\0" + ID.encode()}, [Kind.NATIONAL_ID]),
        ({}, []),
    ]
    for kind in ("JPEG", "PNG", "WEBP"):
        for tags, kinds in cases:
            hits = found(tmp_path, "a", _photo(kind, **tags))
            assert [hit.match.kind for hit in hits] == kinds, (kind, tags)


def test_a_photo_in_a_document_says_so_too(tmp_path: Path) -> None:
    photo = _photo("JPEG", position=(15.0, 14.0, 1.0))
    made = FPDF()
    made.add_page()
    made.image(io.BytesIO(photo))
    for name, content in [
        ("a.docx", zipped({"word/document.xml": "<w:p/>", "word/media/image1.jpeg": photo})),
        ("a.zip", zipped({"photos/a.jpg": photo})),
        ("a.pdf", bytes(made.output())),
    ]:
        assert [hit.match.kind for hit in found(tmp_path, name, content)] == [Kind.POSITION], name


def test_innocent_files_have_nothing(tmp_path: Path) -> None:
    app = "<P><TotalTime>5</TotalTime><Pages>12</Pages><Words>2293</Words><Chars>13093</Chars></P>"
    drawing = "<d><xdr:col>5</xdr:col><xdr:colOff>1234567</xdr:colOff><xdr:row>89012</xdr:row></d>"
    for name, content in [
        ("a.docx", zipped({"word/document.xml": "<w:p>ก</w:p>", "docProps/app.xml": app})),
        ("a.docx", zipped({"word/document.xml": "<w:p>1</w:p><w:p>2345678901213</w:p>"})),
        ("b.docx", zipped({"word/drawings/drawing1.xml": drawing})),
        ("a.html", b"<td>12345</td><td>67890121</td><p id='1234567890121'>"),
    ]:
        assert found(tmp_path, name, content) == [], name
