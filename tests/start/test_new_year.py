"""``oit new-year``: what carries over, and what begins anew."""

import shutil
from pathlib import Path

import pytest

from commands import ROOT
from oit.checks.rules.lint import lint
from oit.data.checklist import load
from oit.data.folder import DataFolder
from oit.findings.finding import Severity
from start.newcomer import Newcomer


@pytest.fixture
def sample(newcomer: Newcomer) -> Newcomer:
    """The sample municipality, which has years of data."""
    shutil.copytree(ROOT / "data", newcomer.data)
    shutil.copytree(ROOT / "docs", newcomer.site / "docs")
    return newcomer


def test_the_year_has_a_file_an_item_and_no_fault(sample: Newcomer) -> None:
    before = {path: path.read_bytes() for path in sample.data.rglob("*") if path.is_file()}
    printed = sample.on_data("new-year", "2570")
    assert (printed.status, printed.err) == (0, "")
    assert all(path.read_bytes() == raw for path, raw in before.items())
    assessment = sample.check(2570)
    assert not [finding for finding in assessment.findings if finding.severity is Severity.ERROR]
    assert all(result.record for result in assessment.items)
    assert not list((sample.data / "2570").glob("*.csv"))


def test_what_carried_over_and_what_begins_empty_is_listed(sample: Newcomer) -> None:
    out = sample.on_data("new-year", "2570").out
    carried, _, rest = out.partition("เริ่มใหม่ ยังว่าง")
    empty, _, kept = rest.partition("ใช้ไฟล์ของปีก่อน")
    assert "  O3 ข้อมูลการติดต่อ" in carried
    assert "  O7 รายงานผล" in empty
    assert "  O11 สรุปผลการจัดซื้อจัดจ้าง" in empty
    assert "  O18 ข้อมูลสถิติ" in empty
    assert "  O25 การนำผล" in empty
    assert "O26" in kept
    assert "2569/ita.yml" in kept


def test_every_command_takes_the_new_year_and_that_is_reported(newcomer: Newcomer) -> None:
    newcomer.init()
    assert "ของปี 2569 ให้ใส่ --year 2569" in newcomer.on_data("new-year", "2570").out
    assert "to finish 2570, add --year 2570" in newcomer.on_data("new-year", "2571", lang="en").out
    assert newcomer.check().year == 2571


def test_what_is_to_be_renewed_is_marked_and_nothing_else_changed(sample: Newcomer) -> None:
    sample.on_data("new-year", "2570")
    lines = sample.read("2570/o20.yml").partition("\n\n")[2].splitlines()
    assert "  year: 2568  # ปรับเป็นปี 2569" in lines
    assert "updated: 2569-03-31  # ปรับเป็นปี 2570" in lines
    bare = [line.partition("  # ปรับเป็นปี")[0] for line in lines]
    assert bare == sample.read("2569/o20.yml").splitlines()


def test_marks_and_heads_do_not_pile_up(sample: Newcomer) -> None:
    sample.on_data("new-year", "2570")
    sample.on_data("new-year", "2571")
    text = sample.read("2571/o20.yml")
    assert text.count("# yaml-language-server") == 1
    assert "## คัดลอกจากไฟล์ 2570/o20.yml\n" in text
    assert "ปี 2569)" not in text
    assert "# ปรับเป็นปี 2571" in text
    assert "  year: 2568  # ปรับเป็นปี 2570\n" in text
    assert "# ปรับเป็นปี 2569" not in text


def test_marks_above_a_line_do_not_pile_up(newcomer: Newcomer) -> None:
    newcomer.init()
    newcomer.write("2569/o19.yml", "activities:\n  - {name: ประชุม, date: 2569-02-01}\n")
    for year in ("2570", "2571"):
        newcomer.on_data("new-year", year)
    assert newcomer.read("2571/o19.yml").partition("\n\n")[2] == (
        "activities:\n  # ปรับเป็นปี 2571\n  - {name: ประชุม, date: 2569-02-01}\n"
    )


def test_the_head_says_what_the_new_list_asks_for(newcomer: Newcomer) -> None:
    newcomer.init()
    whole = newcomer.read("2569/o03.yml")
    newcomer.write("2569/o03.yml", whole + "phone: 0 4500 0000\n")
    newcomer.on_data("new-year", "2570")
    head, _, body = newcomer.read("2570/o03.yml").partition("\n\n")
    assert "\n## O3 ข้อมูลการติดต่อและช่องทางการสอบถาม (แบบวัดปี 2570)\n" in head
    assert body == whole.partition("\n\n")[2] + "phone: 0 4500 0000\n"


def test_a_list_is_taken_over_that_lints_clean(sample: Newcomer) -> None:
    printed = sample.on_data("new-year", "2570", lang="en")
    assert "the checklist of 2570 is provisional" in printed.out
    path = sample.data / "checklists/general-2570.yml"
    checklist, document, findings = load(path, path.name)
    assert checklist
    assert not findings
    assert not list(lint(checklist, document))
    assert {item.basis for item in checklist.items} == {"adapted"}
    assert [item.continues for item in checklist.items] == [[item.id] for item in checklist.items]
    report = checklist.items[6]
    assert report.period == "ปีงบประมาณ 2569"
    assert report.elements[0].text == "เป็นรายงานผลของปีงบประมาณ 2569"
    assert {element.basis for item in checklist.items for element in item.elements} == {
        "adapted",
        "inferred",
    }


def test_a_year_that_has_a_list_uses_it(newcomer: Newcomer) -> None:
    newcomer.init(year="2568")
    newcomer.write("2568/o19.yml", "total: 3\n")
    newcomer.write("2568/o20.yml", "activities:\n  - {name: ประชุม, date: 2568-02-01}\n")
    printed = newcomer.on_data("new-year", "2569")
    assert printed.status == 0
    assert not (newcomer.data / "checklists").exists()
    # O19 of 2569 was O20 the year before; statistics begin anew.
    head, _, body = newcomer.read("2569/o19.yml").partition("\n\n")
    assert "## O19 ผลการเปิดโอกาสให้มีส่วนร่วมในการดำเนินงาน ปีงบประมาณ พ.ศ. 2569 (แบบวัดปี 2569)" in head
    assert head.endswith("## คัดลอกจากไฟล์ 2568/o20.yml")
    assert body == ("activities:\n  # ปรับเป็นปี 2569\n  - {name: ประชุม, date: 2568-02-01}\n")
    assert newcomer.read("2569/o18.yml").startswith("# yaml-language-server")


def test_the_file_that_is_read_back_is_made_where_there_is_none(newcomer: Newcomer) -> None:
    newcomer.init()
    (newcomer.data / "2569/ita.yml").unlink()
    newcomer.on_data("new-year", "2570")
    assert "(แบบวัดปี 2570)" in newcomer.read("2569/ita.yml")


def test_values_of_several_lines_keep_their_meaning(newcomer: Newcomer) -> None:
    newcomer.init()
    text = (
        "updated: '2569-01-02'\r\n"
        "activities:\r\n"
        "- name: >-\r\n    ประชุม\r\n    ใหญ่\r\n"
        "  date: 2 มกราคม\r\n   2569\r\n"
        "  unknown: 1\r\n"
        "documents:\r\n"
        "  - title: ภาพ\r\n"
        "    file: files/2569/a.jpg  # ถ่ายเอง\r\n"
        "  - title: แผน\r\n"
        "    file: files/plan.pdf\r\n"
    )
    newcomer.write("2569/o19.yml", text)
    printed = newcomer.on_data("new-year", "2570")
    # Errors of the old file are copied to the new one and reported.
    assert printed.status == 1
    assert "OIT205" in printed.out
    new = newcomer.read("2570/o19.yml").partition("\n\n")[2]
    mark = "# ปรับเป็นปี 2570\r\n"
    assert new == (
        text.replace("updated", f"{mark}updated")
        .replace("  date", f"  {mark}  date")
        .replace("    file: files/2569", f"    {mark}    file: files/2569")
    )


@pytest.mark.parametrize(
    ("year", "words"),
    [
        ("2569", "มีอยู่แล้ว"),
        ("2575", "ไม่มีข้อมูลของปีก่อน"),
        ("2569x", "ต้องเป็นตัวเลข"),
        ("2027", "หมายถึง 2570"),
        ("9", "เช่น 2569"),
    ],
)
def test_years_that_cannot_be_begun(newcomer: Newcomer, year: str, words: str) -> None:
    newcomer.init()
    printed = newcomer.on_data("new-year", year)
    assert printed.status == 2
    assert words in printed.err


def test_without_a_data_folder(newcomer: Newcomer) -> None:
    assert newcomer.on_data("new-year", "2570").status == 2


def test_without_the_old_years_list(newcomer: Newcomer) -> None:
    newcomer.write("agency.yml", "name: ก\nkind: other\nchecklist: ours\n")
    newcomer.write("2569/o01.yml", "owner: ก\n")
    assert "OIT401" in newcomer.on_data("new-year", "2570").err


def test_a_list_of_the_new_year_that_cannot_be_read_is_reported(sample: Newcomer) -> None:
    sample.write("checklists/general-2570.yml", "- ไม่ใช่แบบวัด\n")
    printed = sample.on_data("new-year", "2570")
    assert printed.status == 2
    assert not (sample.data / "2570").exists()


def test_nothing_is_left_where_the_folder_cannot_be_written(
    sample: Newcomer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device", "o01.yml")

    monkeypatch.setattr(Path, "rename", fail)
    printed = sample.on_data("new-year", "2570", lang="en")
    assert printed.status == 2
    assert "No space left on device" in printed.err
    assert sorted(path.name for path in sample.data.iterdir() if path.name.startswith(".")) == []
    assert 2570 not in DataFolder(sample.data).years()
