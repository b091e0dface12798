"""A data folder on this machine, or on a drive of the office."""

import os
from hashlib import sha256
from pathlib import Path

from oit.bilingual import Bilingual
from oit.data.file_cache import FileCache
from oit.data.folder import DataFolder
from oit.data.listing import Entry, below
from oit.fleet.sources.address import data_in
from oit.fleet.unread import UnreadError, no_data
from oit.publish.build import SETTINGS

_CACHE = "fingerprint.json"


def data_folder(where: str, named: str, base: Path) -> DataFolder:
    """Return the data folder of a source.

    Args:
        where: the data folder, or the agency's folder.
        named: how the list names it.
        base: where caches are kept: nothing is written into the folders of agencies.

    Raises:
        UnreadError: there is no such folder, or it is of something else.
    """
    path = data_in(Path(where))
    if not path.is_dir():
        raise UnreadError(
            "no-folder",
            Bilingual(f"ไม่พบโฟลเดอร์ {named}", f"there is no folder {named}"),
            Bilingual(
                "ตรวจที่มาในรายชื่อ และว่าเครื่องนี้เปิดโฟลเดอร์นั้นได้ ถ้าเป็นเว็บไซต์ต้องขึ้นต้นด้วย https://",
                "check the source in the list, and that this machine can open the folder;"
                " a site must begin with https://",
            ),
        )
    folder = DataFolder(path, base)
    if not (path / "agency.yml").exists() and not folder.years():
        # Reading everything in it, such as a whole disk, could take hours.
        raise no_data()
    return folder


def fingerprint(folder: DataFolder) -> str:
    """Return a digest of everything that a check reads: names and contents.

    A file is read again only if its size or times differ from those of the last run.
    """
    cache = FileCache(folder.base, _CACHE, [])
    whole = sha256()
    for top in (folder.path, folder.docs):
        for name, entry in below(top):
            whole.update(os.fsencode(f"{name}\0{_of(entry, cache)}\0"))
        whole.update(b"\0")
    settings = folder.docs.parent / SETTINGS
    whole.update(cache.digest(settings).encode())
    cache.save()
    return whole.hexdigest()


def _of(entry: Entry, cache: FileCache) -> str:
    if entry.is_symlink():
        return f"link {Path(entry.path).readlink()}"
    if entry.is_file():
        return cache.digest(Path(entry.path)) or "unreadable"
    return "folder" if entry.is_dir() else "special"
