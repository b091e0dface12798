"""What a picture says beside its image: where it was taken, by whom, and in which words.

Cameras and phones write it as EXIF, editors as XMP and IPTC. Only these are read, never the
image; whatever is not as the formats demand ends the reading.
"""

import html
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from oit.spreadsheets import limits

_MOST_CHARACTERS = 4_000_000
_MOST_ENTRIES = 500
_GPS, _EXIF = 0x8825, 0x8769
_AUTHORS = {0x013B: "Artist", 0x9C9D: "XPAuthor", 0xA430: "CameraOwnerName"}
_WIDE = range(0x9C9B, 0x9CA0)  # Windows writes these in UTF-16
_COMMENT = 0x9286
_POSITION = {2, 4}  # GPSLatitude, GPSLongitude
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_XMP_AUTHORS = re.compile(
    r"<(?:dc:creator|\w+:(?:PersonInImage|AuthorsPosition|OwnerName))\b[^<>]*>(?:\s*<[^<>]*>){0,5}"
    r"\s*[^\s<>]|\b(?:photoshop:Author|aux:OwnerName|exifEX:CameraOwnerName|tiff:Artist)="
    r'["\'][^"\'<>]*[^\s"\'<>]'
)
_XMP_POSITION = re.compile(r"\bexif:GPS(?:Latitude|Longitude)\b\s*[=>]")
_GIF_COMMENT = re.compile(rb"!\xfe([\x01-\xff])")
_IPTC = re.compile(rb"\x1c\x02(.)(..)", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE = re.compile(r'="([^"<>]*)"')


@dataclass
class Picture:
    """What a picture says beside its image."""

    texts: list[str] = field(default_factory=list)
    has_position: bool = False
    has_author: bool = False
    _left: int = _MOST_CHARACTERS

    def add(self, text: str) -> None:
        """Add a text.

        Raises:
            TooLargeError: there is more text than in any picture of a camera.
        """
        self._left -= len(text) + 1
        if self._left < 0:
            raise limits.too_large("ข้อความในภาพยาวเกินไป", "its texts are too long")
        self.texts.append(text)


def read_picture(data: bytes) -> Picture | None:
    """Read what a picture says beside its image, or nothing if it is no picture.

    Raises:
        TooLargeError: there is more text than in any picture of a camera.
    """
    read = next((read for start, read in _READERS if re.match(start, data, re.DOTALL)), None)
    if read is None:
        return None
    picture = Picture()
    for kind, content in read(data):
        if kind == "exif":
            _read_exif(content, picture)
        elif kind == "xmp":
            _read_xmp(content, picture)
        elif kind == "iptc":
            _read_iptc(content, picture)
        else:
            picture.add(_text(content))
            picture.has_author |= kind == "author" and bool(content.strip())
    return picture


Blocks = Iterator[tuple[str, bytes]]


def _jpeg(data: bytes) -> Blocks:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in {0xFF, 0x01, *range(0xD0, 0xD9)}:
            at += 1 if marker == 0xFF else 2
            continue
        if marker in {0xD9, 0xDA}:  # the image begins
            return
        length = int.from_bytes(data[at + 2 : at + 4])
        content = data[at + 4 : at + 2 + length]
        if marker == 0xE1 and content.startswith(b"Exif\0"):
            yield "exif", content[6:]
        elif marker == 0xE1 and content.startswith(b"http://ns.adobe.com/"):
            yield "xmp", content.partition(b"\0")[2]
        elif marker == 0xED:
            yield "iptc", content
        elif marker == 0xFE:
            yield "text", content
        at += 2 + max(length, 2)


def _png(data: bytes) -> Blocks:
    at = 8
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        content = data[at + 8 : at + 8 + length]
        if kind == b"eXIf":
            yield "exif", content
        elif kind in {b"tEXt", b"zTXt", b"iTXt"}:
            yield from _png_text(kind, content)
        at += 12 + length


def _png_text(kind: bytes, content: bytes) -> Blocks:
    key, _, text = content.partition(b"\0")
    if kind == b"zTXt":
        text = _unpacked(text[1:])
    elif kind == b"iTXt":
        is_packed, text = text[:1] == b"\1", text[2:].split(b"\0", 2)[-1]
        text = _unpacked(text) if is_packed else text
    if key == b"XML:com.adobe.xmp":
        yield "xmp", text
    else:
        yield ("author" if key == b"Author" else "text"), text


def _webp(data: bytes) -> Blocks:
    at = 12
    while at + 8 <= len(data):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        content = data[at + 8 : at + 8 + length]
        if data[at : at + 4] == b"EXIF":
            yield "exif", content.removeprefix(b"Exif\0\0")
        elif data[at : at + 4] == b"XMP ":
            yield "xmp", content
        at += 8 + length + length % 2


def _tiff(data: bytes) -> Blocks:
    yield "exif", data


def _boxes(data: bytes) -> Blocks:
    """Find the blocks of HEIC and AVIF by how they begin: they may be anywhere in the file."""
    for start in re.finditer(rb"Exif\0\0(?=II\*\0|MM\0\*)", data):
        yield "exif", data[start.end() :]
    yield from _packets(data)


def _gif(data: bytes) -> Blocks:
    at = 0
    while comment := _GIF_COMMENT.search(data, at):
        at = comment.end() + comment[1][0]
        yield "text", data[comment.end() : at]
    yield from _packets(data)


def _packets(data: bytes) -> Blocks:
    end = 0
    while (start := data.find(b"<x:xmpmeta", end)) >= 0:
        end = data.find(b"</x:xmpmeta>", start)
        if end < 0:
            return
        yield "xmp", data[start:end]


_READERS = [
    (rb"\xff\xd8\xff", _jpeg),
    (rb"\x89PNG\r\n\x1a\n", _png),
    (rb"RIFF....WEBP", _webp),
    (rb"II\*\0|MM\0\*", _tiff),
    (rb"....ftyp(?:heic|heix|hevc|mif1|msf1|avif|avis)", _boxes),
    (rb"GIF8", _gif),
]


def _read_exif(data: bytes, picture: Picture) -> None:
    order = {b"II": "<", b"MM": ">"}.get(data[:2], "")
    if not order or len(data) < 8:
        return
    waiting, seen = [(int(struct.unpack_from(f"{order}I", data, 4)[0]), 0)], set[int]()
    while waiting:
        at, directory = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        for tag, kind, value in _entries(data, at, order):
            if tag in {_GPS, _EXIF} and len(value) >= 4:
                waiting.append((struct.unpack_from(f"{order}I", value)[0], tag))
            elif directory == _GPS:
                picture.has_position |= tag in _POSITION and _is_somewhere(value)
            else:
                _read_entry(tag, kind, value, picture)


def _is_somewhere(value: bytes) -> bool:
    """Tell whether one of three fractions is not 0: some cameras write 0 if they do not know."""
    return any(any(value[at : at + 4]) for at in range(0, len(value), 8))


def _entries(data: bytes, at: int, order: str) -> Iterator[tuple[int, int, bytes]]:
    """Yield the tag, type and bytes of each entry of a directory, and of the one after it."""
    if at + 2 > len(data):
        return
    (count,) = struct.unpack_from(f"{order}H", data, at)
    for number in range(min(count, _MOST_ENTRIES)):
        start = at + 2 + 12 * number
        if start + 12 > len(data):
            return
        tag, kind, length = struct.unpack_from(f"{order}HHI", data, start)
        size = _SIZES.get(kind, 0) * length
        where = start + 8 if size <= 4 else struct.unpack_from(f"{order}I", data, start + 8)[0]
        yield tag, kind, data[where : where + min(size, 65_536)]


def _read_entry(tag: int, kind: int, value: bytes, picture: Picture) -> None:
    if tag in _WIDE:
        text = value.decode("utf-16-le", "replace").strip("\0 ")
    elif tag == _COMMENT:
        encoding = "utf-16" if value.startswith(b"UNICODE") else "utf-8"
        text = value[8:].decode(encoding, "replace").strip("\0 ")
    elif kind == 2:
        text = _text(value)
    else:
        return
    if text:
        picture.add(text)
        picture.has_author |= tag in _AUTHORS


def _read_xmp(data: bytes, picture: Picture) -> None:
    xml = data.decode("utf-8", "replace")
    picture.has_position |= _XMP_POSITION.search(xml) is not None
    picture.has_author |= _XMP_AUTHORS.search(xml) is not None
    for value in _ATTRIBUTE.findall(xml):
        picture.add(html.unescape(value))
    picture.add(html.unescape(_TAG.sub("\n", xml)))


def _read_iptc(data: bytes, picture: Picture) -> None:
    at = 0
    while dataset := _IPTC.search(data, at):
        at = dataset.end() + int.from_bytes(dataset[2])
        text = _text(data[dataset.end() : at])
        picture.has_author |= dataset[1] == b"\x50" and bool(text)  # by-line
        picture.add(text)


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _MOST_CHARACTERS)
    except zlib.error:
        return b""


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8").strip("\0 ")
    except UnicodeDecodeError:
        return data.decode("cp874", "replace").strip("\0 ")
