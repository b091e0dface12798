"""Addresses in the index files."""

import pytest

from oit.forms.agency import Agency
from oit.views.datasets.address import address


@pytest.mark.parametrize(
    ("site", "expected"),
    [
        (None, "../data/2569/procurement.csv"),
        ("https://www.tuayang.example", "https://www.tuayang.example/data/2569/procurement.csv"),
        ("https://x.example/oit/", "https://x.example/oit/data/2569/procurement.csv"),
    ],
)
def test_address_is_absolute_if_the_site_url_is_known(site: str | None, expected: str) -> None:
    agency = Agency(name="เทศบาล", kind="municipality", site_url=site)
    assert address(agency, "data/2569/procurement.csv") == expected
