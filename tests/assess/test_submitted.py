"""Submitted addresses must not break."""

from collections.abc import Collection

import pytest

from oit.assess.submitted import broken_addresses
from oit.data.folder import DataFolder
from oit.publish.site import UnusableDataError, prepare
from small_agency import AGENCY, TODAY, SmallAgency

SITE = "https://www.lek.example/"
FILE = "data/2569/submitted.yml"


@pytest.fixture
def agency(small_agency: SmallAgency) -> SmallAgency:
    """An agency with the address of its site."""
    small_agency.write("data/agency.yml", f"{AGENCY}site_url: {SITE}\n")
    small_agency.write("docs/files/a.csv", "ก,ข\n")
    return small_agency


def submit(agency: SmallAgency, *addresses: str, item: str = "O1") -> None:
    listed = "".join(f"      - {address}\n" for address in addresses)
    agency.write(FILE, f"submitted: 2569-04-20\nitems:\n  - item: {item}\n    addresses:\n{listed}")


def folder(agency: SmallAgency) -> DataFolder:
    return DataFolder(agency.data, agency.folder)


def lost(agency: SmallAgency, published: Collection[str] | None = None) -> list[str]:
    found = broken_addresses(folder(agency), agency.assess(), published)
    return [f"{finding.place} {finding.values.get('reason')}" for finding in found]


def test_without_the_file_nothing_is_locked(agency: SmallAgency) -> None:
    assert broken_addresses(folder(agency), agency.assess()) == []


@pytest.mark.parametrize(
    "path",
    [
        "oit/2569/o1/",
        "oit/2569/o1",
        "oit/2569/o1/index.html",
        "oit/2569/o8/",  # without a file it has its page all the same
        "oit/2569/o1/#documents",
        "files/a.csv",
        "files/a.csv?v=2",
        "data/",  # not checked without the site's pages
    ],
)
def test_addresses_that_work_are_not_reported(agency: SmallAgency, path: str) -> None:
    submit(agency, SITE + path)
    assert lost(agency) == []


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        (f"{SITE}oit/2569/o9/", "the site has no such page"),
        (f"{SITE}oit/2569/o1/more/", None),
        (f"{SITE}files/b.csv", "there is no file docs/files/b.csv"),
        (f"{SITE}files/A.csv", "there is no file docs/files/A.csv"),
        (f"{SITE}files/%E0%B8%81.csv", "there is no file docs/files/ก.csv"),
        (f"{SITE}files/../a.csv", "there is no file docs/files/../a.csv"),
        ("http://www.lek.example/oit/2569/o1/", f"site_url in agency.yml is {SITE}"),
        ("ดูที่เว็บไซต์", f"site_url in agency.yml is {SITE}"),
    ],
)
def test_an_address_that_would_break_is_reported_at_its_place(
    agency: SmallAgency, address: str, reason: str | None
) -> None:
    submit(agency, f"{SITE}oit/2569/o1/", address)
    found = broken_addresses(folder(agency), agency.assess())
    reported = [(str(f.place), f.code.id, f.values["id"], f.message("en")) for f in found]
    message = f"the submitted address {address} of item O1 would break: {reason}"
    assert reported == ([(f"{FILE}:6:9", "OIT405", "O1", message)] if reason else [])
    assert all(address in finding.message("th") for finding in found)


def test_the_address_of_the_site_may_not_change(agency: SmallAgency) -> None:
    submit(agency, f"{SITE}oit/2569/o1/")
    agency.write("data/agency.yml", f"{AGENCY}site_url: https://new.example/\n")
    assert "OIT405" in [finding.code.id for finding in agency.assess().findings]
    agency.write("data/agency.yml", AGENCY)
    (finding,) = broken_addresses(folder(agency), agency.assess())
    assert "ไม่มี site_url" in finding.message()


@pytest.mark.parametrize(
    ("path", "works"),
    [
        ("data/", True),
        ("oit/2569/status.json", True),
        ("about/", True),
        ("help/", True),
        ("oit/2569/o1/more/", False),
        ("../agency/data/", False),
        ("ita/2569/", False),
    ],
)
def test_with_the_whole_site_every_address_is_checked(
    agency: SmallAgency, path: str, works: bool
) -> None:
    agency.write("docs/about.md", "# เกี่ยวกับ")
    agency.write("docs/help/index.md", "# ช่วยเหลือ")
    submit(agency, SITE + path)
    assert (lost(agency, {"data/", "oit/2569/status.json"}) == []) is works


def test_a_build_that_would_break_an_address_fails_and_names_it(agency: SmallAgency) -> None:
    submit(agency, f"{SITE}ita/2569/", item="O7")
    with pytest.raises(
        UnusableDataError, match=r"OIT405 ที่อยู่ https://www.lek.example/ita/2569/ ของข้อ O7"
    ):
        prepare(folder(agency), TODAY)
    submit(agency, f"{SITE}data/", f"{SITE}oit/2569/status.json", f"{SITE}files/a.csv")
    prepare(folder(agency), TODAY)


def test_an_item_that_leaves_the_checklist_is_reported(agency: SmallAgency) -> None:
    submit(agency, f"{SITE}oit/2569/o8/", item="O8")
    checklist = "data/checklists/small-2569.yml"
    text = (agency.folder / checklist).read_text(encoding="utf-8")
    agency.write(checklist, text.replace("id: O8", "id: O9"))
    (agency.folder / "docs/files/a.csv").unlink()
    errors = [f"{f.place} {f.code.id}" for f in agency.assess().general_findings]
    assert errors == [f"{FILE}:5:9 OIT405"]


def test_faults_of_the_file_itself_are_reported(agency: SmallAgency) -> None:
    (agency.folder / "docs/files/a.csv").unlink()
    agency.write(FILE, "submited: 2569-04-20\n")
    assert [f.code.id for f in agency.assess().general_findings] == ["OIT205"]
