"""A built site as one ZIP, for the hosting that vendors offer."""

from datetime import date
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from oit.atomic import folder_beside
from oit.publish.verify.copy import FolderCopy

_UNIX, _FOR_ALL_TO_READ = 3, 0o644 << 16
_FIRST, _LAST = date(1980, 1, 1), date(2107, 12, 31)
_SLOTS = 24 * 60 * 60 // 2
"""The days that a ZIP can hold, and how many times of a day."""


def odd_name(site: Path) -> str | None:
    """Return the name of a file that is not UTF-8, which no ZIP can hold."""
    return next((name for name in FolderCopy(site).names() if not _is_utf8(name)), None)


def _is_utf8(name: str) -> bool:
    # Python keeps a byte of another encoding as a lone surrogate.
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def write_pack(site: Path, out: Path, day: date) -> int:
    """Write the ZIP, the same bytes for the same site; return how many files it contains."""
    names = sorted(FolderCopy(site).names())
    day = min(max(day, _FIRST), _LAST)
    with folder_beside(out) as work:
        new = work / out.name
        with ZipFile(new, "w") as archive:
            for name in names:
                content = (site / name).read_bytes()
                archive.writestr(_entry(name, content, day), content, ZIP_DEFLATED, 9)
        new.replace(out)
    return len(names)


def _entry(name: str, content: bytes, day: date) -> ZipInfo:
    # Servers recognise a changed file by its time and size: other content gets another time.
    minutes, slot = divmod(int(sha256(content).hexdigest(), 16) % _SLOTS, 30)
    hour, minute = divmod(minutes, 60)
    entry = ZipInfo(name, (day.year, day.month, day.day, hour, minute, slot * 2))
    entry.create_system, entry.external_attr = _UNIX, _FOR_ALL_TO_READ
    return entry
