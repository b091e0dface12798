"""Nothing that leaves the program has the number of a person in full, wherever it was typed."""

import re
from decimal import Decimal

import pytest

from commands import oit
from oit.assess.score.estimate import estimate
from oit.views.answers.calendar import write_calendar
from oit.views.answers.tasks import tasks_of
from oit.views.datasets.csv import write_csv
from oit.views.datasets.of_items import published
from oit.views.report import FORMATS, report_in
from oit.views.report.json import as_data
from oit.views.report.score_json import score_json
from oit.views.report.score_text import score_text
from oit.views.report.view import View
from small_agency import SmallAgency

ID, MOBILE = "1-2345-67890-12-1", "081-234-5678"
OWNER = f"กองช่าง {ID} โทร. {MOBILE}"
_IN_FULL = re.compile("67890|5678(?!9)|234.?5")

DATA = f"""\
owner: {OWNER}
updated: 2569-02-28
year: 2568
tittle: {ID}
projects:
  - {{name: ถนน {ID}, result: โทร. {MOBILE}, budget: {ID}, spent: "1"}}
documents:
  - {{title: บัตร {ID}, file: files/2569/{ID}.pdf}}
  - {{title: ประกาศ, file: "files/2569/{ID} {MOBILE}.txt"}}
"""
CYCLE = f"""\
measures:
  - indicator: "9"
    name: อบรม {ID}
    lead: {OWNER}
    steps: [โทร. {MOBILE}]
    due: 2569-06-30
"""


def make(agency: SmallAgency) -> None:
    agency.write("data/2569/o07.yml", DATA)
    agency.write("data/2569/ita.yml", CYCLE)
    agency.write(f"docs/files/2569/{ID} {MOBILE}.txt", f"เลขบัตรประชาชน {ID}")


def test_no_report_has_a_number_in_full(small_agency: SmallAgency) -> None:
    make(small_agency)
    assessment = small_agency.assess()
    made = estimate(assessment, {"IIT": Decimal(90), "EIT": Decimal(85)}, {})
    tasks = tasks_of(assessment)
    reports = {"calendar": write_calendar(assessment, tasks).decode(), "tasks": str(tasks)}
    reports["status.json"] = str(as_data(assessment))
    for language in ("th", "en"):
        for colour in (True, False):
            view = View(assessment, language, colour)
            reports |= {f"{name} {language} {colour}": report_in(name)(view) for name in FORMATS}
            reports[f"score {language} {colour}"] = score_text(view, made)
            reports[f"score json {language} {colour}"] = score_json(view, made)
    shown = {
        name: text[max(0, found.start() - 40) : found.end() + 20]
        for name, text in reports.items()
        if (found := _IN_FULL.search(text))
    }
    assert shown == {}
    assert "1xxxxxxxxxx21" in reports["text th True"]
    assert "0xxxxxxx78" in reports["text th True"]


@pytest.mark.untraced
def test_no_command_prints_a_number_in_full(small_agency: SmallAgency) -> None:
    make(small_agency)
    table = small_agency.folder / "plan.csv"
    table.write_text(f"โครงการ,{ID}\nถนน {ID},{MOBILE}\n", encoding="utf-8")
    out = small_agency.folder / "out"
    for arguments in (
        ("check", "--owner", f"{OWNER}x"),
        ("check", "--item", ID),
        ("score",),
        ("import", "plan", table, "--year", "2569"),
        ("workbook", "export", "--out", out),
        ("workbook", "export", "--out", out, "--owner", f"{OWNER}x"),
        ("workbook", "import", small_agency.folder / f"{ID}.xlsx"),
        ("new", f"O{ID}"),
    ):
        ended = oit(*arguments, "--data", small_agency.data)
        assert not _IN_FULL.search(ended.stdout + ended.stderr), arguments
        assert ended.stdout + ended.stderr


def test_an_owner_is_found_by_the_text_in_its_file(small_agency: SmallAgency) -> None:
    make(small_agency)
    ended = oit("check", "--owner", OWNER, "--format", "json", "--data", small_agency.data)
    assert '"id": "O7"' in ended.stdout


def test_no_open_data_has_a_national_id(small_agency: SmallAgency) -> None:
    text = DATA.replace(f"tittle: {ID}\n", "").replace(f"budget: {ID}", "budget: 1")
    small_agency.write("data/2569/o07.yml", text)
    tables = published([small_agency.assess()])
    assert tables
    for table in tables:
        assert "67890" not in write_csv(table.dataset).decode()
        assert "xxxxxxxxxxxxx" in write_csv(table.dataset).decode()
