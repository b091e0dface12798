"""Does ``status.json`` say what ``oit check`` says for its day?"""

from collections.abc import Iterator
from typing import Any

from oit.bilingual import Bilingual
from oit.publish.verify.fault import Fault, Kind
from oit.publish.verify.visit import Visit, read_json
from oit.views.pages.site import STATUS_FILE
from oit.views.report.json import as_data

DIFFERS = Kind(
    "status-differs",
    Bilingual(
        "สถานะไม่ตรงกับที่ oit check บอก ณ วันที่ {day}: {where}",
        "the statuses are not what `oit check` says for {day}: {where}",
    ),
    Bilingual(
        "สถานะมาจากข้อมูลเท่านั้น อย่าแก้ไฟล์นี้ ให้สร้างเว็บไซต์ใหม่",
        "statuses come from the data alone; do not edit the file, build the site again",
    ),
)


def check(visit: Visit) -> Iterator[Fault]:
    """Yield the years whose statuses differ or are missing."""
    for assessment in visit.wanted.site.assessments:
        address = f"oit/{assessment.year}/{STATUS_FILE}"
        if address not in visit.wanted.site.files:
            continue
        wanted, found = as_data(assessment), read_json(visit.copy, address) or {}
        if found != wanted:
            yield DIFFERS.at(address, day=wanted["today"], where=_where(found, wanted))


def _where(found: dict[str, Any], wanted: dict[str, Any]) -> str:
    """Return the items whose status differs, or else the parts of the file that do."""
    kept, made = _statuses(found), _statuses(wanted)
    items = [id_ for id_ in made if kept.get(id_) != made[id_]]
    return ", ".join(items or [name for name in wanted if found.get(name) != wanted[name]])


def _statuses(said: dict[str, Any]) -> dict[str, str]:
    items = said.get("items")
    known = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return {str(item.get("id")): str(item.get("status")) for item in known}
