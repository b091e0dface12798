"""OIT426 · พิกัดไม่อยู่ในประเทศไทย · Coordinates outside Thailand

ไทย
    ประเทศไทยอยู่ที่ละติจูด 5.6–20.5 และลองจิจูด 97.3–105.7 พิกัดนอกช่วงนี้ทำให้แผนที่พาไปผิดที่
    ส่วนใหญ่เกิดจากสลับสองช่อง หรือพิมพ์จุดทศนิยมผิด ให้คัดลอกพิกัดจากแผนที่ใหม่
    ละติจูดคือเลขแรก ลองจิจูดคือเลขหลัง องค์ประกอบที่ใช้พิกัดยังไม่นับจนกว่าจะแก้

English
    Thailand lies between the latitudes 5.6 and 20.5 and the longitudes 97.3 and 105.7. Other
    coordinates lead to a wrong place; usually the two are swapped, or a decimal point is
    misplaced. Copy them from the map again: the latitude comes first. An element that needs
    them does not count until they are right.

fails data/2569/o03.yml
    latitude: 104.85
    longitude: 15.22

passes data/2569/o03.yml
    latitude: 15.22
    longitude: 104.85
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from oit.bilingual import Bilingual
from oit.checks.possible.columns import Group, has_fields
from oit.checks.possible.doubt import Doubt
from oit.data.form_file import FormFile
from oit.data.record import Record
from oit.findings.finding import Code, Finding, Place, Severity
from oit.forms.agency import Agency

SWAPPED = Code(
    "OIT426",
    Severity.WARNING,
    Bilingual(
        "ละติจูดและลองจิจูดสลับกัน ({latitude}, {longitude})",
        "latitude and longitude are swapped ({latitude}, {longitude})",
    ),
    Bilingual(
        "เขียน latitude: {longitude} และ longitude: {latitude}",
        "write latitude: {longitude} and longitude: {latitude}",
    ),
    __doc__,
)
OUTSIDE = Code(
    "OIT426",
    Severity.WARNING,
    Bilingual(
        "{what} {value} อยู่นอกประเทศไทย (ต้องอยู่ระหว่าง {low} ถึง {high})",
        "the {what} {value} is outside Thailand (it must be between {low} and {high})",
    ),
    Bilingual(
        "คัดลอกพิกัดจากแผนที่ใหม่ ละติจูดคือเลขแรก เช่น 15.2287, 104.8564",
        "copy the coordinates from the map again; the latitude comes first: 15.2287, 104.8564",
    ),
    __doc__,
)
_FIELDS = ("latitude", "longitude")
_RANGES = {
    "latitude": (Decimal("5.6"), Decimal("20.5")),
    "longitude": (Decimal("97.3"), Decimal("105.7")),
}


def check(record: Record, entries: Sequence[Group]) -> Iterator[Doubt]:
    """Look at every pair of coordinates of an item."""
    for group in entries:
        if not has_fields(group.form, *_FIELDS):
            continue
        for index, pair in enumerate(zip(*map(group.cells, _FIELDS), strict=True)):
            values = dict(zip(_FIELDS, pair, strict=True))
            for field, code, words in _faults(values):
                place = record.place((*group.path(index), field))
                fields = frozenset(map(group.dotted, _FIELDS))
                yield Doubt(code.at(place, **words), fields, [group.path(index)])


def of_agency(file: FormFile[Agency]) -> Iterator[Finding]:
    """Look at the coordinates in agency.yml."""
    if file.form:
        values = {field: getattr(file.form, field) for field in _FIELDS}
        for field, code, words in _faults(values):
            place: Place = file.place((field,))
            yield code.at(place, **words)


def _faults(values: dict[str, Decimal | None]) -> Iterator[tuple[str, Code, dict[str, Any]]]:
    latitude, longitude = values["latitude"], values["longitude"]
    is_swapped = _is_in("longitude", latitude) and _is_in("latitude", longitude)
    if is_swapped:
        yield "latitude", SWAPPED, {name: str(value) for name, value in values.items()}
        return
    titles = {"latitude": "ละติจูด", "longitude": "ลองจิจูด"}
    for field, value in values.items():
        if value is not None and not _is_in(field, value):
            low, high = map(str, _RANGES[field])
            words = {"what": Bilingual(titles[field], field), "value": str(value)}
            yield field, OUTSIDE, {**words, "low": low, "high": high}


def _is_in(field: str, value: Decimal | None) -> bool:
    low, high = _RANGES[field]
    return value is not None and low <= value <= high
