"""The file agency.yml."""

from datetime import date
from decimal import Decimal

from oit.forms.agency import KINDS, LOCAL, Agency
from oit.forms.reading import read_form
from oit.source import SourceFile, parse

SOURCE = """\
name: เทศบาลตำบลตัวอย่าง
kind: municipality
postcode: 01234
phone: 0452460601
latitude: 15.2287
longitude: ๑๐๔.๘๕๖๔
website: https://www.example.go.th
logo: files/logo.png
numerals: thai
calendar:
  - {year: 2569, opens: 2569-03-01, closes: 30 เม.ย. 2569}
"""


def test_an_agency_is_read() -> None:
    document = parse(SOURCE.encode(), SourceFile("agency.yml"))
    reading = read_form(Agency, document)
    assert document.findings + reading.findings == []
    assert reading.record is not None
    assert reading.record.model_dump(exclude_unset=True) == {
        "name": "เทศบาลตำบลตัวอย่าง",
        "kind": "municipality",
        "postcode": "01234",
        "phone": "0452460601",
        "latitude": Decimal("15.2287"),
        "longitude": Decimal("104.8564"),
        "website": "https://www.example.go.th",
        "logo": "files/logo.png",
        "numerals": "thai",
        "calendar": [{"year": 2569, "opens": date(2026, 3, 1), "closes": date(2026, 4, 30)}],
    }


def test_local_organisations_are_kinds() -> None:
    assert set(LOCAL) < set(KINDS)
