"""The worked examples of the officer's manual are complete, and so are its generated pages."""

import re
from datetime import timedelta

import pytest

from commands import ROOT
from manual.generated import GENERATED
from oit.assess.assessment import ItemStatus
from oit.assess.examine import examine
from oit.cli.commands.explain import as_page, catalogue
from oit.data.folder import DataFolder
from oit.data.manuals import MANUALS, manual_pages
from oit.findings.documentation import title
from oit.thai.calendar import last_day

YEARS = [
    ("manual/examples/general-2569/data", 2569, 26),
    ("manual/examples/vocational-2569/data", 2569, 23),
    ("data", 2568, 28),
]


@pytest.mark.parametrize(("data", "year", "count"), YEARS)
def test_an_example_agency_is_complete_and_gets_no_warning(
    data: str, year: int, count: int
) -> None:
    # Reports of the last months are written after the year.
    day = last_day(year) + timedelta(days=60)
    assessment = examine(DataFolder(ROOT / data, ROOT), day, year)
    assert assessment.findings == ()
    assert assessment.item_counts[ItemStatus.COMPLETE] == count


def test_every_list_of_the_manual_has_an_agency_as_its_example() -> None:
    assert [(manual.data, manual.year) for manual in MANUALS] == [
        (data, year) for data, year, _ in YEARS
    ]


def test_every_item_of_the_lists_has_a_page_that_its_list_links_to() -> None:
    for manual, (_, _, count) in zip(MANUALS, YEARS, strict=True):
        folder = f"officer/items/{manual.name}"
        of_items = [page for page in GENERATED if re.fullmatch(rf"{folder}/o\d\d\.md", page)]
        assert len(of_items) == count
        linked = re.findall(r"\]\((o\d\d\.md)\)", GENERATED[f"{folder}/index.md"])
        assert [f"{folder}/{page}" for page in linked] == of_items
        addresses = manual_pages(manual.checklist, manual.year).values()
        assert [f"{address.rstrip('/')}.md" for address in addresses] == of_items
        assert f"({manual.name}/index.md)" in GENERATED["officer/items/index.md"]


def test_a_page_shows_the_table_that_its_example_names() -> None:
    page = GENERATED["officer/items/vocational-2569/o11.md"]
    assert "`data/2569/o11.yml`\n\n```yaml\n" in page
    assert "`data/2568/procurement.csv`\n\n```csv\nmonth," in page


def test_a_page_links_to_the_items_that_it_continues() -> None:
    assert "[O7 ปี 2568](../general-2568/o07.md)" in GENERATED["officer/items/general-2569/o07.md"]


def test_every_code_has_a_page_and_is_listed_by_its_titles() -> None:
    listed = GENERATED["codes/index.md"].splitlines()
    for code in catalogue().values():
        assert GENERATED[f"codes/{code.id}.md"] == as_page(code)
        row = f"| [{code.id}]({code.id}.md) | {title(code, 'th')} | {title(code, 'en')} |"
        assert row in listed
    assert len([page for page in GENERATED if page.startswith("codes/")]) == len(catalogue()) + 1
