"""Write a workbook for each owner of items."""

import re
from pathlib import Path
from typing import NamedTuple

from oit.assess.assessment import NO_OWNER, errors_in
from oit.assess.examine import examine
from oit.bilingual import Bilingual, Language
from oit.clock import today
from oit.data.folder import DataFolder
from oit.findings.refusal import NothingWrittenError
from oit.intake.workbook.files import ItemFile, files_of
from oit.intake.workbook.write import write_workbook
from oit.thai.identity_search import mask_for_message

_NOTHING = Bilingual("ปีนี้ไม่มีข้อใดให้กรอก", "the year has no items")
_UNSAFE = re.compile(r'[\x00-\x1f\x7f\\/:*?"<>|\u200b-\u202e\u2066-\u2069]')
_MAX_NAME = 60


class Workbook(NamedTuple):
    """The workbook of an owner."""

    name: str
    """A file name that every system allows."""
    items: str
    """The ids of its items."""
    content: bytes


def export_workbooks(
    data: Path, *, year: int | None, owner: str | None, language: Language
) -> list[Workbook]:
    """Make the workbook of each owner.

    Args:
        data: the data folder.
        year: the year; ``None`` for the current one.
        owner: whose items alone to write; ``None`` for everybody's.
        language: the language of the workbooks.

    Raises:
        NothingWrittenError: the year has no items, or none of this owner.
    """
    folder = DataFolder(data)
    assessment = examine(folder, today(), year)
    files = files_of(folder, assessment)
    if not files:
        errors = errors_in([assessment])
        raise NothingWrittenError(*errors) if errors else NothingWrittenError(_NOTHING)
    owners: dict[str, list[ItemFile]] = {}
    for file in files:
        owners.setdefault(file.owner, []).append(file)
    owner = owner and mask_for_message(owner)
    if owner is not None and owner not in owners:
        known = ", ".join(sorted(filter(None, owners)))
        raise NothingWrittenError(
            Bilingual(
                f"ไม่มีข้อที่ {owner} รับผิดชอบ ให้เลือกจาก: {known}",
                f"{owner} owns no item; choose one of: {known}",
            )
        )
    taken: set[str] = set()
    workbooks = []
    for name, own in sorted(owners.items()):
        named = name or NO_OWNER.text(language)
        file_name = _file_name(assessment.year, named, taken)
        if owner in (None, name):
            title = f"{assessment.agency.name} · {assessment.year} · {named}"
            content = write_workbook(title, assessment.year, own, language)
            items = ", ".join(file.ids for file in own)
            workbooks.append(Workbook(file_name, items, content))
    return workbooks


def _file_name(year: int, owner: str, taken: set[str]) -> str:
    """Return a file name that is allowed on every system and differs from those taken."""
    base = f"{year} {_UNSAFE.sub('_', owner)[:_MAX_NAME]}".strip(". ")
    candidates = (base if n == 1 else f"{base} {n}" for n in range(1, len(taken) + 2))
    name = next(name for name in candidates if name.casefold() not in taken)
    taken.add(name.casefold())
    return f"{name}.xlsx"
