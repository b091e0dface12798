"""ZIP archives of office files, unpacked under limits.

A few kilobytes of a ZIP archive may unpack to gigabytes, and the sizes that it declares may be
wrong.
"""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO

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
