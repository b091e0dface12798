"""What catalogues say about a table: DCAT and schema.org say the same."""

from datetime import date

from oit.forms.agency import Agency
from oit.thai import calendar
from oit.views.datasets.dataset import Dataset


def description(dataset: Dataset, agency: Agency) -> str:
    """Describe a table to readers who see nothing else of the site."""
    columns = ", ".join(field.title for field in dataset.fields)
    return (
        f"{dataset.description or dataset.title} เผยแพร่โดย{agency.name} "
        f"จำนวน {dataset.count} แถว แต่ละแถวมี {columns}"
    )


def keywords(dataset: Dataset, agency: Agency) -> list[str]:
    """Return what people search for to find a table."""
    named = [
        dataset.title.partition(" ปีงบประมาณ")[0],
        f"ปีงบประมาณ {dataset.covers or dataset.year}",
        agency.name,
        agency.province,
        "ข้อมูลเปิดภาครัฐ",
        "OIT",
    ]
    return [*dict.fromkeys(word for word in named if word)]


def period(dataset: Dataset) -> tuple[date, date]:
    """Return the first and the last day of the fiscal year that a table covers."""
    year = dataset.covers or dataset.year
    return calendar.first_day(year), calendar.last_day(year)


def place(agency: Agency) -> str:
    """Name the area that an agency serves; empty if agency.yml does not."""
    return " ".join(name for name in (agency.district, agency.province) if name)
