"""What the tests of purchases are given: the same purchases in an item's file and in a table."""

from pathlib import Path
from types import ModuleType

from data.tables.reading import an_item
from given import a_record
from oit.findings.finding import Finding
from oit.procurement.purchases import Purchases, purchases_of


def in_yaml(text: str, form: str = "procurement_list", year: int = 2569) -> Purchases:
    """Read purchases that an item's file lists."""
    purchases = purchases_of(a_record(form, text), year)
    assert purchases
    return purchases


def in_table(folder: Path, table: str, form: str = "procurement_list", text: str = "") -> Purchases:
    """Read purchases from a table."""
    record = an_item(folder, form, table, f"{text}rows: procurement.csv\n")
    assert record.findings == ()
    purchases = purchases_of(record, 2569)
    assert purchases
    return purchases


def asked(check: ModuleType, purchases: Purchases) -> list[Finding]:
    """Run one of the checks on purchases."""
    return list(check.check(purchases))
