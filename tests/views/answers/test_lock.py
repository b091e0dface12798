"""The lock: addresses of the answers are kept in submitted.yml."""

from datetime import date

import pytest

from oit.assess.submitted import addresses
from oit.views.answers.answer import answers_of
from oit.views.answers.lock import as_yaml, to_lock
from small_agency import AGENCY, SmallAgency

SITE = "https://www.lek.example/"
FILE = "data/2569/submitted.yml"


@pytest.fixture
def agency(small_agency: SmallAgency) -> SmallAgency:
    """An agency with the address of its site."""
    small_agency.write("data/agency.yml", f"{AGENCY}site_url: {SITE}\n")
    return small_agency


def locked(agency: SmallAgency, dropped: set[str]) -> dict[str, list[str]]:
    assessment = agency.assess()
    return to_lock(answers_of(assessment, SITE), assessment, dropped)


def test_the_answers_are_locked_with_the_addresses_locked_before(agency: SmallAgency) -> None:
    agency.write(
        FILE,
        "submitted: 2569-04-20\nitems:\n"
        f"  - item: O1\n    addresses: [{SITE}about/, {SITE}old/]\n"
        f"  - item: O8\n    addresses: [{SITE}oit/2569/o8/]\n",
    )
    items = locked(agency, {f"{SITE}old/"})
    assert items["O1"] == [f"{SITE}oit/2569/o1/", f"{SITE}about/"]
    assert items["O7"] == [f"{SITE}oit/2569/o7/"]
    assert items["O8"] == [f"{SITE}oit/2569/o8/"]  # not answered now, but submitted
    assert "O21" not in items


def test_an_item_without_addresses_is_not_listed(agency: SmallAgency) -> None:
    agency.write(FILE, f"items:\n  - item: O8\n    addresses: [{SITE}old/]\n")
    assert "O8" not in locked(agency, {f"{SITE}old/"})


def test_the_file_reads_back(agency: SmallAgency) -> None:
    odd = {"O1": [f"{SITE}a/", f"{SITE}b?c: d", "- x"], 'ก: "#': ["'"]}
    agency.write(FILE, as_yaml(odd, date(2026, 4, 20)))
    file = agency.assess().submitted
    assert file
    assert file.form
    assert not file.findings
    assert file.form.submitted == date(2026, 4, 20)
    assert {entry.item: entry.addresses for entry in file.form.items} == odd


def test_each_address_has_its_place(agency: SmallAgency) -> None:
    agency.write(
        FILE, f"items:\n  - item: O8\n    addresses:\n      - {SITE}a/\n      - {SITE}b/\n"
    )
    assert [(item, address, str(place)) for item, address, place in addresses(agency.assess())] == [
        ("O8", f"{SITE}a/", f"{FILE}:4:9"),
        ("O8", f"{SITE}b/", f"{FILE}:5:9"),
    ]


def test_a_file_that_cannot_be_read_has_no_addresses(agency: SmallAgency) -> None:
    agency.write(FILE, "items: [")
    assert list(addresses(agency.assess())) == []
