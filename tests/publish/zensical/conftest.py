"""An agency for generators to build the site of."""

import pytest

from small_agency import SmallAgency


@pytest.fixture
def agency(small_agency: SmallAgency) -> SmallAgency:
    """An agency that has written pages of its own."""
    small_agency.write("docs/about.md", "# เกี่ยวกับเรา\n\n[ผลงาน](oit/2569/o7.md)\n")
    small_agency.write("docs/files/a.txt", "ก")
    return small_agency
