"""The check ``no_month``: does a purchase of the monthly summary lack its month?"""

from pathlib import Path

from given import places
from oit.checks.procurement import no_month
from procurement.reading import asked, in_table, in_yaml

TABLE = "month,name\n2568-10,ก\n,ข\n,ค\n"


def test_all_are_reported_together_at_the_first(tmp_path: Path) -> None:
    found = asked(no_month, in_table(tmp_path, TABLE, "procurement_monthly"))
    assert places(found) == [("OIT617", 3, 1)]
    assert found[0].message() == "มี 2 รายการที่ไม่บอกเดือน รายการแรกคือ “ข”"


def test_purchases_with_a_month_pass(tmp_path: Path) -> None:
    table = "month,name\n2568-10,ก\n"
    assert asked(no_month, in_table(tmp_path, table, "procurement_monthly")) == []


def test_an_annual_list_requires_no_months(tmp_path: Path) -> None:
    assert asked(no_month, in_table(tmp_path, TABLE)) == []
    assert asked(no_month, in_yaml("purchases: [{name: ก}]")) == []
