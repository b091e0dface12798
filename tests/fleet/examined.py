"""A small fleet with records, as its overview site needs them."""

import json
from pathlib import Path

from oit.fleet.folder import FleetFolder
from oit.fleet.list import COLUMNS
from oit.fleet.record import key_of

HOSTILE = "<script>alert(1)</script>\u0e01" + "ก" * 10_000


def _status(*items: str) -> dict[str, object]:
    summary = {name: items.count(name) for name in ("complete", "partial", "missing")}
    elements = {"missing": items.count("missing"), "shown": items.count("complete")}
    return {
        "year": 2569,
        "checklist": "small",
        "today": "2026-11-30",
        "summary": {"items": len(items), **summary, "not_applicable": 0, "elements": elements},
        "items": [_item(f"O{n}", status) for n, status in enumerate(items, 1)],
        "findings": [],
    }


def _item(name: str, status: str) -> dict[str, object]:
    element = {
        "id": "e",
        "text": f"ต้องมี <b>{name}</b>",
        "status": "shown" if status == "complete" else "missing",
        "basis": "confirmed",
        "amount": None,
        "lacking": None,
    }
    return {
        "id": name,
        "title": f"ข้อ {name}",
        "indicator": "9",
        "status": status,
        "url": f"oit/2569/{name.lower()}/",
        "elements": [element],
    }


_FAILURE = {
    "code": "moved",
    "th": "เหตุลับ",
    "en": "secret reason",
    "mend_th": "วิธีลับ",
    "mend_en": "secret way",
    "since": "2026-11-28",
    "tries": 3,
}


def examined_fleet(path: Path) -> FleetFolder:
    """Make five agencies: ready, under way and fallen back, mostly missing, failed, not run."""
    folder = FleetFolder(path)
    names = {"a1": HOSTILE, "a2": "=1+1", "a3": "สาม", "a4": "สี่", "a5": "ห้า"}
    rows = [
        f"{i},{name},municipality,จ,อ{i > 'a3'},https://{i}.example.go.th/,ผู้ติดต่อลับ"
        for i, name in names.items()
    ]
    folder.list.write_text("\n".join([",".join(COLUMNS), *rows]), encoding="utf-8")
    before = {"day": "2026-11-01", "how": "examined", "complete": 2, "items": [["O2", "complete"]]}
    made: dict[str, dict[str, object]] = {
        "a1": {"how": "examined", "status": _status("complete", "complete")},
        "a2": {"how": "reported", "status": _status("complete", "missing"), "before": before},
        "a3": {"how": "verified", "status": _status("missing", "missing")},
        "a4": {"failure": _FAILURE},
    }
    folder.state.mkdir()
    for name, own in made.items():
        of = {"source": f"https://{name}.example.go.th/", "program": "1", "day": "2026-12-01"}
        key = key_of("x", {**of, "year": 2569})
        empty = dict.fromkeys(("site", "how", "status", "failure", "good", "before"))
        record = {"fleet": 1, "id": name, "key": key, **empty, **own}
        (folder.state / f"{name}.json").write_text(json.dumps(record), encoding="utf-8")
    return folder
