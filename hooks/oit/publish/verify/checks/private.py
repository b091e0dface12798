"""Is nothing there that is for the staff alone? ``private.yml`` lists what that is."""

from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import yaml

from oit.bilingual import Bilingual
from oit.publish.verify.copy import canonical
from oit.publish.verify.fault import Fault, Kind
from oit.publish.verify.visit import Visit

LIST = Path(__file__).parent.parent / "private.yml"
NO_SUCH_PAGE = "oit/no-such-page/"
"""What no site has: a server that gives something there gives it everywhere."""

PUBLISHED = Kind(
    "private-published",
    Bilingual("เผยแพร่สิ่งที่ไม่ควรเผยแพร่: {what}", "this is not to be published: {what}"),
    Bilingual(
        "ลบออกจากเว็บไซต์ทันที แล้วเผยแพร่เฉพาะโฟลเดอร์ที่ oit build สร้าง",
        "remove it from the site at once, and publish only the folder that `oit build` makes",
    ),
)
NO_404 = Kind(
    "no-404",
    Bilingual(
        "เครื่องบริการตอบว่ามีหน้า ทั้งที่ไม่มี", "the server says that there is a page where there is none"
    ),
    Bilingual(
        "ตั้งเครื่องบริการให้ตอบสถานะ 404 พร้อมหน้า 404.html",
        "let the server answer with status 404 and the page 404.html",
    ),
)


class Private(NamedTuple):
    """Something that is not to be published."""

    what: Bilingual
    names: tuple[str, ...]
    """Patterns of a file's or folder's name; with a slash before it, at the site's root only."""
    ask: tuple[str, ...]
    """Where a server is asked for it."""


@cache
def private() -> tuple[Private, ...]:
    """Read the list."""
    entries = yaml.safe_load(LIST.read_text(encoding="utf-8"))
    return tuple(
        Private(
            Bilingual(entry["th"], entry["en"]),
            tuple(entry.get("names", ())),
            tuple(entry.get("ask", ())),
        )
        for entry in entries
    )


def check(visit: Visit) -> Iterator[Fault]:
    """Yield what is there and should not be: listed in a folder, asked of a server.

    What the data makes may be there: the editor, where agency.yml says where it saves.
    """
    published = {name for name, _ in visit.documents} | visit.wanted.site.files.keys()
    for name in visit.copy.names():
        kind = next((one for one in private() if _is_one(name, one)), None)
        if kind and name not in published:
            yield PUBLISHED.at(canonical(name), what=kind.what)
    if visit.copy.names():
        return
    if visit.copy.get(NO_SUCH_PAGE):
        yield NO_404.at(NO_SUCH_PAGE)
        return
    visit.copy.fetch([address for one in private() for address in one.ask])
    for one in private():
        for address in one.ask:
            if address not in visit.expected and visit.copy.get(address):
                yield PUBLISHED.at(address, what=one.what)


def _is_one(name: str, one: Private) -> bool:
    parts = PurePosixPath(name.lower()).parts
    named = (f"/{parts[0]}", *parts)
    return any(fnmatchcase(part, pattern) for part in named for pattern in one.names)
