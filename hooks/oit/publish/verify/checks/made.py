"""Was the site made by this program, of the data as it is now? Its manifest tells."""

from collections.abc import Iterator
from typing import Any

from oit.bilingual import Bilingual
from oit.publish.verify.fault import Fault, Kind
from oit.publish.verify.visit import Visit
from oit.views.pages import manifest

HOOK_SKIPPED = Kind(
    "hook-skipped",
    Bilingual(
        "เว็บไซต์นี้ไม่มีข้อมูลสาธารณะที่โปรแกรมสร้าง: {why}",
        "the site lacks the pages that this program makes: {why}",
    ),
    Bilingual(
        "ตัวสร้างเว็บไซต์ไม่ได้เรียก hooks/oit_site.py ให้สร้างด้วย oit build อย่าเผยแพร่ชุดนี้",
        "the generator did not run hooks/oit_site.py; do not publish this, but build it with "
        "`oit build`",
    ),
)
NO_MANIFEST = Bilingual(f"ไม่มี {manifest.PATH}", f"there is no {manifest.PATH}")
NO_ITEMS = Bilingual("ไม่มีหน้าของข้อใดเลย", "there is no page of any item")

UNREADABLE = Kind(
    "manifest-unreadable",
    Bilingual("อ่านบัญชีหน้าเว็บไม่ได้", "the list of pages cannot be read"),
    Bilingual("สร้างเว็บไซต์ใหม่ด้วย oit build", "build the site again with `oit build`"),
)
OTHER_VERSION = Kind(
    "other-version",
    Bilingual(
        "เว็บไซต์สร้างด้วย {found} แต่โปรแกรมนี้คือ {here}",
        "the site was made by {found}, and this is {here}",
    ),
    Bilingual(
        "สร้างเว็บไซต์ใหม่ด้วยโปรแกรมรุ่นนี้ หรือตรวจด้วยรุ่นเดียวกับที่สร้าง",
        "build the site again with this version, or verify with the one that built it",
    ),
)
DATA_CHANGED = Kind(
    "data-changed",
    Bilingual(
        "เว็บไซต์ไม่ได้สร้างจาก {data} ที่มีอยู่ตอนนี้",
        "the site was not made of {data} as it is now",
    ),
    Bilingual("สร้างเว็บไซต์ใหม่ด้วย oit build แล้วเผยแพร่", "build the site again and publish it"),
)
PAGES_CHANGED = Kind(
    "pages-changed",
    Bilingual("บัญชีหน้าเว็บไม่ตรงกับข้อมูล: {page}", "the list of pages differs from the data: {page}"),
    Bilingual("สร้างเว็บไซต์ใหม่ด้วย oit build แล้วเผยแพร่", "build the site again and publish it"),
)


def skipped(visit: Visit) -> Iterator[Fault]:
    """Tell where the site has nothing of this program's, once and not page by page."""
    items = [item.url for year in visit.wanted.site.assessments for item in year.items]
    if visit.copy.get(manifest.PATH) is None:
        yield HOOK_SKIPPED.at("", why=NO_MANIFEST)
    elif items and not any(address in visit.pages for address in items):
        yield HOOK_SKIPPED.at("", why=NO_ITEMS)


def outdated(visit: Visit) -> Iterator[Fault]:
    """Tell where the manifest is not that of the data."""
    found, wanted = visit.listed, manifest.manifest(visit.made)
    if found is None or not _is_list(found.get("pages")):
        yield UNREADABLE.at(manifest.PATH)
        return
    if found.get("generator") != wanted["generator"]:
        here = wanted["generator"]
        yield OTHER_VERSION.at(manifest.PATH, found=str(found.get("generator")), here=here)
    known, made = _by_url(found["pages"]), _by_url(wanted["pages"])
    for url in sorted(known.keys() | made.keys()):
        old, new = known.get(url), made.get(url)
        if old and new and old != new and new["data"]:
            yield DATA_CHANGED.at(manifest.PATH, data=new["data"])
        elif old != new:
            yield PAGES_CHANGED.at(manifest.PATH, page=f"/{url}")


def _is_list(pages: object) -> bool:
    return isinstance(pages, list) and all(
        isinstance(page, dict) and isinstance(page.get("url"), str) for page in pages
    )


def _by_url(pages: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {page["url"]: page for page in pages}
