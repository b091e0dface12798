"""The worked examples of the officer's manual are whole, and so is each item's page."""

from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from commands import ROOT
from oit.assess.assessment import ItemStatus
from oit.assess.examine import examine
from oit.data.folder import DataFolder
from oit.thai.calendar import last_day

YEARS = [
    ("manual/examples/general-2569/data", 2569, 26),
    ("manual/examples/vocational-2569/data", 2569, 23),
    ("data", 2568, 28),
]


@pytest.fixture
def items(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The tool that writes the pages of items; tools are no installed package."""
    monkeypatch.syspath_prepend(ROOT)
    return import_module("tools.manual.items")


@pytest.mark.parametrize(("data", "year", "count"), YEARS)
def test_an_agency_that_shows_how_is_complete_and_warned_of_nothing(
    data: str, year: int, count: int
) -> None:
    assessment = examine(DataFolder(ROOT / data, ROOT), last_day(year), year)
    assert assessment.findings == ()
    assert assessment.item_counts[ItemStatus.COMPLETE] == count


def test_every_list_of_the_manual_has_an_agency_that_shows_how(items: ModuleType) -> None:
    assert [(manual.data, manual.year) for manual in items.MANUALS] == [
        (data, year) for data, year, _ in YEARS
    ]


def test_the_pages_of_items_say_what_the_lists_and_forms_say(items: ModuleType) -> None:
    # Where this fails: python -m tools.manual
    written = {
        page.relative_to(items.FOLDER).as_posix(): page.read_text(encoding="utf-8")
        for page in items.FOLDER.rglob("*.md")
    }
    assert written == items.pages()


def test_a_page_shows_the_table_that_its_example_names(items: ModuleType) -> None:
    page = (items.FOLDER / "vocational-2569/o11.md").read_text(encoding="utf-8")
    assert "`data/2569/o11.yml`\n\n```yaml\n" in page
    assert "`data/2568/procurement.csv`\n\n```csv\nmonth," in page


@pytest.mark.usefixtures("items")
def test_the_page_of_what_is_no_more_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = import_module("tools.manual.__main__")
    monkeypatch.setattr(tool, "CODES", tmp_path / "codes")
    monkeypatch.setattr(tool, "ITEMS", tmp_path / "items")
    old = tmp_path / "codes/OIT000.md"
    old.parent.mkdir()
    old.touch()
    tool.main()
    assert not old.exists()
    assert (tmp_path / "codes/OIT201.md").exists()
    assert (tmp_path / "items/general-2569/o07.md").exists()
