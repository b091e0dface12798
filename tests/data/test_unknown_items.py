"""An id that a checklist does not have: whose item it is, or which is meant."""

import pytest

from oit.data.checklist import Checklist, available, load, slug_of
from oit.data.unknown_items import elsewhere, suggestion


def a_list(name: str, year: int) -> Checklist:
    path = available()[name, year]
    checklist = load(path, path.name)[0]
    assert checklist
    return checklist


@pytest.mark.parametrize("name", ["MOIT12", "moit12", "moit๑๒", "MOIT012"])
def test_an_item_of_another_sector_names_the_sector(name: str) -> None:
    found = suggestion(name, a_list("general", 2569))
    assert found.th == (" MOIT12 เป็นข้อของแบบวัดโรงพยาบาล (health ปี 2569) หน่วยงานนี้ใช้ general ปี 2569")
    assert found.en == (
        " (MOIT12 is an item of the checklist health of 2569; this agency uses general of 2569)"
    )


def test_an_item_of_several_sectors_names_them_all() -> None:
    found = suggestion("O7", a_list("health", 2569))
    assert "แบบวัด general ปี 2565–2569 และแบบวัดวิทยาลัยอาชีวศึกษา (vocational ปี 2569)" in found.th
    assert "health" in found.en


def test_an_item_of_another_year_names_the_years() -> None:
    # Colleges have no such item.
    assert "O30 เป็นข้อของแบบวัด general ปี 2565–2567" in suggestion("O30", a_list("general", 2569)).th
    # The other years of a checklist come before other sectors.
    assert "vocational" not in suggestion("O23", a_list("general", 2565)).th


@pytest.mark.parametrize("name", ["MOIT99", "O99", "O7a", "", "ข้อ 7", "../O7"])
def test_an_id_that_no_list_has_belongs_nowhere(name: str) -> None:
    assert elsewhere(name, "general", 2569) is None


def test_a_near_id_is_suggested() -> None:
    assert "MOIT9" in suggestion("MOIT99", a_list("health", 2569)).th


@pytest.mark.parametrize(("name", "slug"), [("O๐๗", "o7"), ("moit02", "moit2"), ("x", "x")])
def test_an_id_is_read_however_it_is_written(name: str, slug: str) -> None:
    assert slug_of(name) == slug
