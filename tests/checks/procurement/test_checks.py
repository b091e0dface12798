"""All checks together."""

import pkgutil
from pathlib import Path

import oit.checks.procurement
from given import TODAY, a_folder, places
from oit.assess.examine import examine
from oit.checks.procurement import CHECKS, check_purchases
from procurement.reading import in_table, in_yaml

WRONG = """\
month,project_number,name,budget,agreed_price,contract_date,announced,status
2569-10,67119000001,ก,5,6,2568-10-01,2568-10-02,ลงนามในสัญญา
2568-10,67119000001,ข,5,5,,,
"""


def test_every_check_of_the_package_is_run() -> None:
    package = oit.checks.procurement
    assert {module.__name__ for module in CHECKS} == {
        module.name for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
    }


def test_every_check_reports_its_finding(tmp_path: Path) -> None:
    assert places(list(check_purchases(in_table(tmp_path, WRONG)))) == [
        ("OIT611", 2, 5),
        ("OIT612", 2, 6),
        ("OIT613", 3, 2),
        ("OIT614", 2, 8),
        ("OIT615", 2, 1),
    ]


def test_without_data_nothing_is_found(tmp_path: Path) -> None:
    assert list(check_purchases(in_yaml("owner: กองคลัง"))) == []
    assert list(check_purchases(in_yaml("purchases: [{name: ก}, {name: ก}]"))) == []
    assert list(check_purchases(in_table(tmp_path, "name\nก\nก\n"))) == []


def test_a_table_that_several_items_read_is_reported_once(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path,
        {
            "data/agency.yml": "name: เทศบาลเล็ก\nkind: municipality\n",
            "data/2569/o11.yml": "rows: procurement.csv\n",
            "data/2569/o12.yml": "rows: procurement.csv\n",
            "data/2569/procurement.csv": WRONG,
        },
    )
    found = [f.code.id for f in examine(folder, TODAY).findings if f.code.id.startswith("OIT61")]
    assert sorted(found) == ["OIT611", "OIT612", "OIT613", "OIT614", "OIT615"]
