"""Totals computed from a table: purchases by method, people served, complaints."""

from decimal import Decimal
from pathlib import Path

from data.tables.reading import a_table
from oit.data.tables.table import TableRows
from oit.forms.complaint_statistics import ComplaintCount, ComplaintStatistics
from oit.forms.procurement_monthly import ProcurementMonthly
from oit.forms.procurement_report import UNKNOWN_METHOD, ProcurementReport, by_method
from oit.forms.purchase import Purchase
from oit.forms.service_statistics import ServiceMonth, ServiceStatistics
from oit.thai.calendar import Month

PURCHASES = """\
name,method,budget,agreed_price
ก,เฉพาะเจาะจง,100.00,90.10
ข,e-bidding,5000,4999.99
ค,เฉพาะเจาะจง,,0.20
ง,,50,
จ,คัดเลือก,,
"""
SERVICES = """\
name,month,count
ขออนุญาตก่อสร้าง,2568-11,5
ชำระภาษี,2568-11,7
ชำระภาษี,2568-10,3
ขออนุญาตก่อสร้าง,,100
ขอใช้สถานที่,2568-12,
"""
COMPLAINTS = "name,total,done\nทุจริต,3,2\nประพฤติมิชอบ,,1\n"


def purchases(folder: Path, text: str = PURCHASES) -> TableRows:
    return a_table(folder, text, Purchase).rows()


# The report on purchases.


def test_totals_by_method_are_sorted_by_spending(tmp_path: Path) -> None:
    methods = by_method(purchases(tmp_path))
    assert [(m.name, m.count, m.budget, m.spent) for m in methods] == [
        ("e-bidding", 1, Decimal(5000), Decimal("4999.99")),
        ("วิธีเฉพาะเจาะจง", 2, Decimal("100.00"), Decimal("90.30")),
        ("วิธีคัดเลือก", 1, None, None),
        (UNKNOWN_METHOD, 1, Decimal(50), None),
    ]


def test_without_purchases_there_are_no_methods(tmp_path: Path) -> None:
    assert by_method(purchases(tmp_path, "name\n")) == []


def test_a_report_without_totals_uses_those_of_its_table(tmp_path: Path) -> None:
    report = ProcurementReport.model_validate({"problems": "ไม่มี"})
    filled = report.with_entries(purchases(tmp_path), [])
    assert [method.count for method in filled.methods] == [1, 2, 1, 1]
    assert filled.problems == "ไม่มี"


def test_a_report_keeps_its_own_totals(tmp_path: Path) -> None:
    report = ProcurementReport.model_validate({"methods": [{"name": "e-bidding", "count": "9"}]})
    assert report.with_entries(purchases(tmp_path), []) is report


# The months of purchases.


def test_purchases_without_a_month_come_last(tmp_path: Path) -> None:
    rows = purchases(tmp_path, "name,month\nก,\nข,2568-11\nค,2568-10\nง,2568-11\n")
    monthly = ProcurementMonthly().with_entries(rows, [(Month(2026, 1), "ไม่มี")])
    assert [
        (month.month, month.nothing, [entry.name for entry in month.purchases])
        for month in monthly.months
    ] == [
        (Month(2025, 10), None, ["ค"]),
        (Month(2025, 11), None, ["ข", "ง"]),
        (Month(2026, 1), "ไม่มี", []),
        (None, None, ["ก"]),
    ]


# People served.


def test_totals_by_service_and_by_month(tmp_path: Path) -> None:
    rows = a_table(tmp_path, SERVICES, ServiceMonth).rows()
    statistics = ServiceStatistics.model_validate({"year": "2568"}).with_entries(rows, [])
    assert [(entry.name, entry.count) for entry in statistics.services] == [
        ("ขออนุญาตก่อสร้าง", 105),
        ("ชำระภาษี", 10),
        ("ขอใช้สถานที่", None),
    ]
    # A count of the whole year belongs to no month.
    assert [(entry.month, entry.count) for entry in statistics.months] == [
        (Month(2025, 10), 3),
        (Month(2025, 11), 12),
        (Month(2025, 12), None),
    ]
    assert statistics.year == 2568


def test_without_months_there_are_none(tmp_path: Path) -> None:
    rows = a_table(tmp_path, "name,count\nชำระภาษี,7\n", ServiceMonth).rows()
    statistics = ServiceStatistics().with_entries(rows, [])
    assert [(entry.name, entry.count) for entry in statistics.services] == [("ชำระภาษี", 7)]
    assert statistics.months == []


# Complaints.


def test_totals_of_complaints(tmp_path: Path) -> None:
    rows = a_table(tmp_path, COMPLAINTS, ComplaintCount).rows()
    statistics = ComplaintStatistics().with_entries(rows, [])
    assert [entry.name for entry in statistics.counts] == ["ทุจริต", "ประพฤติมิชอบ"]
    assert (statistics.total, statistics.done, statistics.pending) == (3, 3, None)


def test_totals_of_the_file_are_kept(tmp_path: Path) -> None:
    rows = a_table(tmp_path, COMPLAINTS, ComplaintCount).rows()
    statistics = ComplaintStatistics.model_validate({"total": "4", "pending": "0"})
    filled = statistics.with_entries(rows, [])
    assert (filled.total, filled.done, filled.pending) == (4, 3, 0)
