"""What to say of an id that a checklist does not have: whose item it is, or which is meant."""

from collections.abc import Iterator

from oit.bilingual import Bilingual
from oit.data.checklist import Checklist, program_lists, slug_of
from oit.findings.codes import unknown_item
from oit.findings.codes.unknown_field import did_you_mean
from oit.forms.agency import KINDS


def suggestion(name: str, checklist: Checklist) -> Bilingual:
    """Return a phrase that follows an unknown id; it begins with a space."""
    return elsewhere(name, checklist.checklist, checklist.year) or did_you_mean(
        name, [item.id for item in checklist.items], unknown_item.KNOWN
    )


def elsewhere(name: str, used: str, year: int) -> Bilingual | None:
    """Say which other checklists have an item; ``None`` if none has it.

    If another year of the same checklist has it, other sectors are not mentioned.

    Args:
        name: the id that is unknown.
        used: the name of the checklist that does not have it.
        year: the year of that checklist.
    """
    lists = list(_lists_with(slug_of(name)))
    lists = [other for other in lists if other.checklist == used] or lists
    if not lists:
        return None
    years: dict[str, list[Checklist]] = {}
    for other in lists:
        years.setdefault(other.checklist, []).append(other)
    titles = [_title(others) for others in years.values()]
    item = next(item.id for item in lists[0].items if item.slug == slug_of(name))
    th = " และ".join(title.th for title in titles)
    en = " and ".join(title.en for title in titles)
    return Bilingual(
        f" {item} เป็นข้อของ{th} หน่วยงานนี้ใช้ {used} ปี {year}",
        f" ({item} is an item of the checklist {en}; this agency uses {used} of {year})",
    )


def _lists_with(slug: str) -> Iterator[Checklist]:
    for checklist in program_lists():
        if any(item.slug == slug for item in checklist.items):
            yield checklist


def _title(lists: list[Checklist]) -> Bilingual:
    """Name a checklist with its years and the kinds of agency that use it."""
    name, kinds = lists[0].checklist, lists[0].kinds
    years = sorted(checklist.year for checklist in lists)
    listed = _listed(years)
    of_kinds = ", ".join(KINDS[kind] for kind in kinds)
    return Bilingual(
        f"แบบวัด{of_kinds} ({name} ปี {listed})" if kinds else f"แบบวัด {name} ปี {listed}",
        f"{name} of {listed}",
    )


def _listed(years: list[int]) -> str:
    """List years in order; consecutive ones as a range."""
    first, last = years[0], years[-1]
    if len(years) > 1 and last - first == len(years) - 1:
        return f"{first}–{last}"
    return ", ".join(map(str, years))
