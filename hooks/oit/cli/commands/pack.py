"""The command ``oit pack``: a site as one ZIP, for the hosting that vendors give.

What is packed has just been verified: nothing of the staff's goes out, and nothing is left behind.
"""

import argparse
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from oit.assess.examine import today
from oit.bilingual import Bilingual
from oit.cli.commands import verify
from oit.cli.usage import refuse
from oit.data.folder import DataFolder
from oit.publish.verify.copy import FolderCopy
from oit.publish.verify.crawl import day_of

_UNIX, _FOR_ALL_TO_READ = 3, 0o644 << 16
_FIRST, _LAST = date(1980, 1, 1), date(2107, 12, 31)
_SLOTS = 24 * 60 * 60 // 2
"""The days that a ZIP knows, and the times of one that it can tell apart."""


def run(options: argparse.Namespace) -> int:
    """Verify a site and pack it; return the exit status."""
    site, out = Path(options.site), Path(options.out)
    fault = _fault(site, out)
    if fault:
        return refuse([fault.text(options.lang)])
    status = verify.run(options)
    if status != verify.GOOD:
        refusal = Bilingual(f"จึงไม่ได้เขียน {out}", f"so {out} was not written")
        sys.stderr.write(refusal.text(options.lang) + "\n")
        return status
    day = day_of(FolderCopy(site), DataFolder(options.data).years()) or today()
    count = write_pack(site, out, day)
    done = Bilingual(
        f"รวม {count} ไฟล์ไว้ใน {out} แล้ว นำขึ้นโฮสต์และคลายในโฟลเดอร์ของเว็บไซต์ (ลบของเดิมในโฟลเดอร์นั้นก่อน)",
        f"{count} files are in {out}; upload it and unpack it in the site's folder, once what "
        "stands there is removed",
    )
    sys.stdout.write(done.text(options.lang) + "\n")
    return verify.GOOD


def _fault(site: Path, out: Path) -> Bilingual | None:
    if not site.is_dir():
        return Bilingual(
            f"ไม่มีโฟลเดอร์ {site} ให้สั่ง oit build ก่อน",
            f"there is no folder {site}; call `oit build` first",
        )
    odd = next((name for name in FolderCopy(site).names() if not _is_utf8(name)), None)
    if odd is not None:
        return Bilingual(
            f"ชื่อไฟล์ {odd} ใน {site} ไม่ใช่ UTF-8 ให้เปลี่ยนชื่อ แล้วสั่ง oit build ใหม่",
            f"the name {odd} in {site} is not UTF-8; rename it and call `oit build` again",
        )
    if out.suffix.lower() != ".zip":
        return Bilingual(f"ชื่อไฟล์ต้องลงท้ายด้วย .zip: {out}", f"the name must end in .zip: {out}")
    if out.resolve().is_relative_to(site.resolve()):
        return Bilingual(
            f"ไฟล์ {out} จะอยู่ในเว็บไซต์เอง ให้ระบุที่อื่น",
            f"{out} would be a part of the site itself; name another place",
        )
    return None


def _is_utf8(name: str) -> bool:
    # What another encoding has left in a name stands there as a half of a character.
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def write_pack(site: Path, out: Path, day: date) -> int:
    """Write the ZIP, the same bytes for the same site; return how many files it holds."""
    names = sorted(FolderCopy(site).names())
    day = min(max(day, _FIRST), _LAST)
    with TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as work:
        new = Path(work, out.name)
        with ZipFile(new, "w") as archive:
            for name in names:
                content = (site / name).read_bytes()
                archive.writestr(_entry(name, content, day), content, ZIP_DEFLATED, 9)
        new.replace(out)
    return len(names)


def _entry(name: str, content: bytes, day: date) -> ZipInfo:
    # Servers tell a file from the one before by its time and size: another content, another time.
    minutes, slot = divmod(int(sha256(content).hexdigest(), 16) % _SLOTS, 30)
    hour, minute = divmod(minutes, 60)
    entry = ZipInfo(name, (day.year, day.month, day.day, hour, minute, slot * 2))
    entry.create_system, entry.external_attr = _UNIX, _FOR_ALL_TO_READ
    return entry
