"""ZIP archives of office files, unpacked under limits.

A few kilobytes of a ZIP archive may unpack to gigabytes, and the sizes that it declares may be
wrong.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from oit.spreadsheets import limits

SIGNATURE = b"PK\x03\x04"


def members(
    data: bytes, is_wanted: Callable[[str], bool] = lambda _: True
) -> Iterator[tuple[str, bytes]]:
    """Yield the names and contents of an archive's members.

    Nothing is unpacked beyond the limit, whatever sizes the archive declares.

    Raises:
        RefusedError: it is damaged, protected with a password or exceeds a limit.
    """
    with opened(io.BytesIO(data)) as archive:
        entries = archive.infolist()
    left = limits.MAX_INFLATED
    if sum(entry.file_size for entry in entries) > left:
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


@contextmanager
def opened(raw: io.FileIO | io.BytesIO) -> Iterator[zipfile.ZipFile]:
    """Open an archive whose list of members is not too long; it is closed at the end.

    Raises:
        RefusedError: it is damaged or exceeds a limit.
    """
    with _ShortReads(raw) as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error):
            raise limits.broken() from None
        if len(archive.filelist) > limits.MAX_MEMBERS:
            raise _bomb()
        yield archive


class _ShortReads(io.BufferedReader):
    """Refuses to read more at once than the list of an archive's members may have.

    The list is read in one step, before anybody knows how many members it has.
    """

    def read(self, size: int | None = -1, /) -> bytes:
        if size and size > limits.MAX_DIRECTORY:
            raise _bomb()
        return super().read(size)


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
