"""What pictures say beside their image, and that broken ones end quietly."""

import pytest

from checks.personal.hiding_places import exif
from oit.checks.personal import pictures
from oit.checks.personal.pictures import read_picture
from oit.spreadsheets.limits import TooLargeError

PNG = b"\x89PNG\r\n\x1a\n"


def segment(marker: int, content: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(content) + 2).to_bytes(2) + content


def chunk(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4) + kind + content + b"\0" * 4


def test_what_is_no_picture() -> None:
    assert read_picture(b"%PDF-") is None
    assert read_picture(b"") is None


def test_the_author_in_each_notation() -> None:
    xmp = b"http://ns.adobe.com/xap/1.0/\0"
    for data in (
        b"\xff\xd8" + segment(0xE1, xmp + b"<dc:creator><rdf:Seq><rdf:li>A</rdf:li>"),
        b"\xff\xd8" + segment(0xE1, xmp + b"<rdf:Description aux:OwnerName='A'/>"),
        b"\xff\xd8" + segment(0xED, b"Photoshop 3.0\0\x1c\x02\x50\0\1A"),
        PNG + chunk(b"tEXt", b"Author\0A"),
        exif((0x9C9D, 1, "A".encode("utf-16-le") + b"\0\0")),
        exif((0xA430, 2, b"Somchai\0")),
    ):
        picture = read_picture(data)
        assert picture
        assert picture.has_author


def test_the_position_in_xmp() -> None:
    xmp = b"<x:xmpmeta><a exif:GPSLatitude='15,14N'/></x:xmpmeta>"
    picture = read_picture(b"\0\0\0\x18ftypheic" + xmp)
    assert picture
    assert picture.has_position


def test_comments_of_cameras() -> None:
    for value in (b"ASCII\0\0\0abc", b"UNICODE\0" + "abc".encode("utf-16")):
        picture = read_picture(exif((0x9286, 7, value)))
        assert picture
        assert picture.texts == ["abc"]


def test_markers_without_contents_and_padding_are_passed_over() -> None:
    data = b"\xff\xd8\xff\xff\xff\x01" + segment(0xFE, "ก".encode("cp874")) + b"\xff\xda"
    picture = read_picture(data)
    assert picture
    assert picture.texts == ["ก"]


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8\xff",
        b"\xff\xd8" + segment(0xE1, b"Exif\0\0"),
        b"\xff\xd8" + segment(0xE1, b"Exif\0\0II*\0\xff\xff\xff\xff"),
        b"\xff\xd8" + segment(0xE1, b"Exif\0\0II*\0\x08\0\0\0\x09\0"),
        b"II*\0\x08\0\0\0\2\0" + b"\x69\x87\4\0\1\0\0\0\x08\0\0\0" * 2,
        PNG + chunk(b"zTXt", b"a\0\0not packed"),
        PNG + b"\xff\xff\xff\xfftEXt",
        b"GIF89a<x:xmpmeta>",
        b"RIFF\0\0\0\0WEBPEXIF\xff\xff\xff\xff",
    ],
)
def test_a_broken_picture_says_nothing(data: bytes) -> None:
    picture = read_picture(data)
    assert picture
    assert not any(picture.texts)


def test_the_text_of_a_picture_is_limited() -> None:
    picture = pictures.Picture()
    picture.add("x" * 1000)
    with pytest.raises(TooLargeError):
        picture.add("x" * 4_000_000)
