"""What a PDF contains beside its pages."""

import zlib

from oit.checks.personal import pdf_objects
from oit.checks.personal.pdf_objects import read_objects


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"1 0 obj <<" + entries + b">> stream\r\n" + content + b" endstream endobj "


def packed(content: bytes, entries: bytes = b"") -> bytes:
    return stream(zlib.compress(content), b"/Filter /FlateDecode" + entries)


def test_strings_in_every_notation() -> None:
    wide = "ก1".encode("utf-16-be")
    data = rb"<< /A (a\(b\)) /B (x (y) z) /C (\061\n2\ 3) /D (1\\" + b"\n2) /E <FEFF"
    data += (
        wide.hex().encode() + b"> /F <41 42 43> /G <ff00ff00> /H (\xe9t\xe9) /I (\xfe\xff" + wide
    )
    assert read_objects(data + b") >> )").strings == [
        *("a(b)", "x (y) z", "1\n2 3", "1\\\n2", "été", "ก1"),
        *("ก1", "ABC"),
    ]


def test_strings_xml_and_photos_in_streams() -> None:
    objects = read_objects(
        packed(b"1 0 2 9 (hidden)", b"/Type /ObjStm")
        + packed(b"<?xml version='1.0'?><a>1</a>")
        + stream("<b>2</b>".encode("utf-16") + b"\n")
        + stream(b"\xff\xd8\xff photo", b"/Filter /DCTDecode")
        + packed(b"BT (shown on a page) Tj ET")
        + stream(b"<c>not packed", b"/FlateDecode")
        + b"(the word stream inside a string)"
    )
    assert objects.strings == ["hidden", "the word stream inside a string"]
    assert [xml[:8] for xml in objects.xml] == ["<?xml ve", "<b>2</b>"]
    assert [photo.rstrip() for photo in objects.photos] == [b"\xff\xd8\xff photo"]
    assert not objects.are_encrypted


def test_a_stream_without_end() -> None:
    assert read_objects(b"<< >> stream\n<a>1</a>").xml == ["<a>1</a>"]


def test_encrypted_objects_are_not_read() -> None:
    objects = read_objects(b"trailer << /Encrypt 5 0 R >> (1)")
    assert objects == pdf_objects.Objects([], [], [], are_encrypted=True)


def test_scripts_are_counted_wherever_they_are() -> None:
    plain = b"1 0 obj << /OpenAction << /S /JavaScript /JS (x) >> >> endobj"
    assert read_objects(plain).scripts == 1
    assert read_objects(packed(b"5 0 << /S /JavaScript >>", b"/Type /ObjStm")).scripts == 1
    assert read_objects(b"1 0 obj << /JSON (x) >> endobj").scripts == 0
