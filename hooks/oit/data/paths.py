"""The files of a year's checklist, and what each must contain."""

from collections.abc import Iterator
from pathlib import Path

from oit.bilingual import Bilingual
from oit.data.checklist import Checklist, Item
from oit.data.template import RequiredItem, item_file
from oit.thai.calendar import ERA, YEARS


def files_of(checklist: Checklist, kind: str) -> dict[str, list[RequiredItem]]:
    """Return what each file of a checklist must contain, by its path from the data folder."""
    files: dict[str, list[RequiredItem]] = {}
    for item in checklist.items:
        files.setdefault(path_of(item, checklist.year), []).append(
            RequiredItem(item, checklist.year, kind)
        )
    return files


def path_of(item: Item, year: int) -> str:
    """Return the path of an item's file from the data folder; ``year`` is the checklist's."""
    return f"{item.folder_year(year)}/{item.file_name}"


def new_file(path: str, asked: list[RequiredItem]) -> str:
    """Return the contents of a new file, with every field as a comment."""
    return item_file(asked, int(Path(path).parent.name))


def year_faults(year: int) -> Iterator[Bilingual]:
    """Report a year that is not of the Buddhist era, as the years of data folders are."""
    if year not in YEARS:
        meant = year + ERA
        yield (
            Bilingual(
                f"ปี {year} ต้องเป็นปีพุทธศักราช หมายถึง {meant} ใช่หรือไม่",
                f"the year {year} must be of the Buddhist era (did you mean {meant}?)",
            )
            if 1900 <= year <= 2157
            else Bilingual(
                f"ปี {year} ต้องเป็นปีพุทธศักราช เช่น 2569",
                f"the year {year} must be of the Buddhist era, such as 2569",
            )
        )
