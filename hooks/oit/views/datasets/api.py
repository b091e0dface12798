"""``/api/index.json``: what machines can read from the site, and what will not change."""

from collections.abc import Iterable, Sequence
from typing import Any

from oit.forms.agency import Agency
from oit.forms.licence import Licence
from oit.views.datasets import dcat, package
from oit.views.datasets.address import address
from oit.views.datasets.dataset import Dataset
from oit.views.datasets.files import FORMATS, schema_path

PATH = "api/index.json"
"""The path from the site's root."""

STATUS, MANIFEST = "oit/{year}/status.json", "oit/manifest.json"

VERSION = 2
"""Incremented when something promised here is removed or changes its meaning."""

PROMISE = {
    "th": (
        "ที่อยู่ ชื่อช่อง ชนิดข้อมูล และรูปแบบไฟล์ที่ระบุในหน้านี้จะไม่ถูกเปลี่ยนหรือนำออกภายใต้ version เดิม "
        "อาจเพิ่มที่อยู่ ช่อง หรือชุดข้อมูลใหม่ได้ จึงควรอ่านช่องตามชื่อ ไม่ใช่ตามลำดับ และข้ามช่องที่ไม่รู้จัก "
        "ข้อมูลของปีก่อนยังอยู่ที่เดิมเมื่อขึ้นปีใหม่ หากต้องเปลี่ยนสิ่งที่สัญญาไว้ version จะเพิ่มขึ้น"
    ),
    "en": (
        "The addresses, field names, data types and file formats given here are not changed or "
        "taken away while version stays the same. Addresses, fields and datasets may be added: "
        "read fields by their names, not by their order, and pass over those you do not know. "
        "The data of past years stays where it is when a new year begins. If something that is "
        "promised has to change, version rises."
    ),
}


def api_index(
    datasets: Iterable[Dataset],
    years: Sequence[int],
    agency: Agency,
    licence: Licence | None = None,
) -> dict[str, Any]:
    """List every machine-readable address; ``{year}`` in an address is a fiscal year.

    Args:
        datasets: the tables of all years.
        years: the fiscal years (Buddhist era) that have a status.
        agency: the agency of the site.
        licence: the licence of the data, if the agency names one.
    """
    index = {
        "version": VERSION,
        "agency": agency.name,
        "promise": PROMISE,
        "licence": {"name": licence.name, "url": licence.url} if licence else None,
        "endpoints": [
            _endpoint(agency, "status", STATUS, "สถานะของทุกข้อในปีงบประมาณ") | {"years": list(years)},
            _endpoint(agency, "datapackage", package.PATH, "ทุกตาราง แบบ Data Package"),
            _endpoint(agency, "catalogue", dcat.PATH, "ทุกตาราง แบบ DCAT (JSON-LD)"),
            _endpoint(agency, "manifest", MANIFEST, "หน้าทั้งหมดและข้อมูลที่ใช้สร้าง"),
        ],
        "datasets": [_dataset(dataset, agency) for dataset in datasets],
    }
    return {name: value for name, value in index.items() if value is not None}


def _endpoint(agency: Agency, name: str, path: str, title: str) -> dict[str, Any]:
    return {"name": name, "title": title, "url": address(agency, path)}


def _dataset(dataset: Dataset, agency: Agency) -> dict[str, Any]:
    return {
        "name": dataset.name,
        "year": dataset.year,
        "title": dataset.title,
        "rows": dataset.count,
        "page": address(agency, dataset.url),
        "schema": address(agency, schema_path(dataset)),
        "formats": {
            format_.name: address(agency, f"{dataset.path}.{format_.name}") for format_ in FORMATS
        },
    }
