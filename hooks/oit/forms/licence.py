"""The licences under which an agency may publish its data."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Licence:
    """A licence that meets the Open Definition."""

    name: str
    """The short name used in agency.yml and in Data Packages."""
    title: str
    url: str


LICENCES = {
    licence.name: licence
    for licence in (
        Licence(
            "CC-BY-4.0",
            "สัญญาอนุญาตครีเอทีฟคอมมอนส์ แสดงที่มา 4.0",
            "https://creativecommons.org/licenses/by/4.0/",
        ),
        Licence(
            "CC-BY-SA-4.0",
            "สัญญาอนุญาตครีเอทีฟคอมมอนส์ แสดงที่มา-อนุญาตแบบเดียวกัน 4.0",
            "https://creativecommons.org/licenses/by-sa/4.0/",
        ),
        Licence(
            "CC0-1.0",
            "ครีเอทีฟคอมมอนส์ ศูนย์ 1.0 ยกให้เป็นสมบัติสาธารณะ",
            "https://creativecommons.org/publicdomain/zero/1.0/",
        ),
    )
}
"""The licences by their short names."""
