"""What a PDF contains beside its pages: strings, XML and photos, wherever in the file they are.

A reader of PDFs shows the pages, some notes and some properties. Anybody can copy the rest out
of the file: values of forms, scripts, descriptions, properties that a program has added.
"""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_MOST_BYTES = 50_000_000
"""Of unpacked objects."""
_ENCRYPT = re.compile(rb"/Encrypt\s*[\d<]")
_SCRIPT = re.compile(rb"/(?:JavaScript|JS)\b")
_HEAD = 64
_MARK = re.compile(rb"\\.|[()]", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{4,})>")
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_CONTINUED = {b"\n", b"\r", b"\r\n"}


class Objects(NamedTuple):
    """What a PDF contains beside its pages."""

    strings: list[str]
    xml: list[str]
    photos: list[bytes]
    are_encrypted: bool = False
    """Whether there is more, which is encrypted."""
    scripts: int = 0
    """How many objects have a script."""


def has_script(file: Path) -> bool:
    """Tell whether a PDF has scripts, as far as it is not encrypted; only the worker calls it."""
    return read_objects(file.read_bytes()).scripts > 0


def read_objects(data: bytes) -> Objects:
    """Read the objects of a PDF, unless they are encrypted."""
    if _ENCRYPT.search(data):
        return Objects([], [], [], are_encrypted=True)
    objects = Objects([], [], [])
    left, scripts = _MOST_BYTES, 0
    for head, stream in _parts(data):
        objects.strings.extend(_strings(head))
        scripts += _SCRIPT.search(head) is not None
        if stream.startswith(b"\xff\xd8\xff"):
            objects.photos.append(stream)
            continue
        is_packed = b"/FlateDecode" in head[head.rfind(b"obj") :]
        start = _unpacked(stream, _HEAD) if is_packed else stream[:_HEAD]
        is_xml = start.lstrip(b"\xef\xbb\xbf\xfe\xff\0 \r\n\t").startswith(b"<")
        if not is_xml and b"/ObjStm" not in head:
            continue
        content = _unpacked(stream, left) if is_packed else stream
        left -= len(content)
        if is_xml:
            encoding = "utf-16" if content.startswith((b"\xfe\xff", b"\xff\xfe")) else "utf-8"
            objects.xml.append(content.decode(encoding, "replace"))
        else:
            objects.strings.extend(_strings(content))
            scripts += _SCRIPT.search(content) is not None
        if left <= 0:
            break
    return objects._replace(scripts=scripts)


def _parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the objects before each stream, and the stream."""
    end = at = 0
    while (at := data.find(b"stream", at)) >= 0:
        after = at + len(b"stream")
        if not data[max(end, at - 8) : at].rstrip().endswith(b">>"):
            at = after
            continue
        start = after + (2 if data[after : after + 2] == b"\r\n" else 1)
        close = data.find(b"endstream", start)
        close = len(data) if close < 0 else close
        yield data[end:at], data[start:close]
        end = at = close
    yield data[end:], b""


def _unpacked(stream: bytes, limit: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream, max(limit, 1))
    except zlib.error:
        return b""


def _strings(objects: bytes) -> Iterator[str]:
    depth = start = 0
    for mark in _MARK.finditer(objects):
        if mark[0] == b"(":
            depth += 1
            start = mark.end() if depth == 1 else start
        elif mark[0] == b")" and depth:
            depth -= 1
            if not depth:
                yield _decoded(_ESCAPE.sub(_unescaped, objects[start : mark.start()]))
    for digits in _HEX.findall(objects):
        plain = b"".join(digits.split())
        raw = bytes.fromhex(plain.decode()[: len(plain) // 2 * 2])
        if raw.startswith(b"\xfe\xff") or raw.isascii():
            yield _decoded(raw)


def _unescaped(escape: re.Match[bytes]) -> bytes:
    if escape[1]:
        return bytes([int(escape[1], 8) % 256])
    return b"" if escape[2] in _CONTINUED else _ESCAPED.get(escape[2], escape[2])


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xfe\xff", b"\xff\xfe")):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
