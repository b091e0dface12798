"""What became of a form that was sent."""

from oit.desk.checked import Checked
from oit.desk.pages.reports import NO_REPORT, Report, Reports
from oit.findings.codes import link
from oit.findings.finding import Place

FAULT = link.EMAIL.at(Place("x"), field="ก", name="email", text="x")


def test_a_report_is_known_by_its_key_until_others_have_come() -> None:
    reports = Reports()
    first = reports.add(Report(saved=()))
    second = reports.add(Report(is_save=True))
    assert first != second
    assert reports.get(second).is_save
    for _ in range(300):
        reports.add(NO_REPORT)
    assert reports.get(second) is NO_REPORT
    assert reports.get("") is NO_REPORT


def test_what_was_refused_is_said_at_its_field_once() -> None:
    checked = Checked((), {("email",): (FAULT,)})
    report = Report(refused=((("email",), FAULT), (("line",), FAULT)))
    assert report.added_to(checked).findings == {("email",): (FAULT,), ("line",): (FAULT,)}
    assert NO_REPORT.added_to(checked) is checked
