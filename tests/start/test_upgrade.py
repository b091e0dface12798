"""``oit upgrade``: older data and files brought to the present version."""

import pytest

from oit import __version__
from oit.findings.finding import Severity
from start.newcomer import Newcomer

O25 = """\
# O25 การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร
owner: กองยุทธศาสตร์   # ตามคำสั่งใหม่
year: 2569

results:
  year: 2568
  total: 88.42
  instruments:
    - name: IIT
      score: 92.30
    - name: "EIT ส่วนที่ 1"
      score: 88.96
    - name: OIT
      score: 86.25
  indicators:
    - name: ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่
      score: 94.60
    - {name: ตัวชี้วัดที่ 2, score: 91.70}
    - {name: 'ตัวชี้วัดที่ 3 การใช้: อำนาจ', score: 91.70}
    - {name: ไม่มีเลข, score: 9}
  questions:
    # แบบวัดการรับรู้
    - id: i1
      score: 92.40
      group: raise
    - {id: i2, group: raise, score: 93.15}
    - {id: i3, score: 93.15, group: raise}
measures:
  - name: ป้ายขั้นตอน
    analysis: [เลือกเรื่องที่มีผู้ยื่นมากที่สุด]
    steps: [ทบทวนขั้นตอน]
    owner: สำนักปลัด
"""

ITA_2569 = """\
# O25 การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร
owner: กองยุทธศาสตร์   # ตามคำสั่งใหม่
year: 2569

results:
  year: 2568
  total: 88.42
  instruments:
    - id: IIT
      score: 92.30
    - id: EIT1
      score: 88.96
    - id: OIT
      score: 86.25
  indicators:
    - id: 1
      name: การปฏิบัติหน้าที่
      score: 94.60
    - {id: 2, score: 91.70}
    - {id: 3, name: "การใช้: อำนาจ", score: 91.70}
    - {name: ไม่มีเลข, score: 9}
  questions:
    # แบบวัดการรับรู้
    - id: i1
      score: 92.40
      # group: raise
    - {id: i2, score: 93.15}
    - {id: i3, score: 93.15, }
measures:
  - name: ป้ายขั้นตอน
    finding: [เลือกเรื่องที่มีผู้ยื่นมากที่สุด]
    steps: [ทบทวนขั้นตอน]
    owner: สำนักปลัด
"""

O26 = """\
year: 2568
measures:
  - name: กระบวนการที่โปร่งใส
    methods:
      - จัดทำคู่มือ 5 งาน
    result: คู่มือครบ 5 งาน, ป้าย 6 จุด   # นับเมื่อ ก.ย.
    outcome: >-
      คะแนนเพิ่ม
      จาก 91
    owner: กองการเจ้าหน้าที่
  - name: ยังไม่มีผล
    result:
    outcome: [มีแล้ว]
"""

ITA_2568 = """\
year: 2568
measures:
  - name: กระบวนการที่โปร่งใส
    steps:
      - จัดทำคู่มือ 5 งาน
    progress: [{round: 12, done: ["คู่มือครบ 5 งาน, ป้าย 6 จุด"]}]   # นับเมื่อ ก.ย.
    outcome: ["คะแนนเพิ่ม จาก 91"]
    owner: กองการเจ้าหน้าที่
  - name: ยังไม่มีผล
    # result:
    outcome: [มีแล้ว]
"""


@pytest.fixture
def older(newcomer: Newcomer) -> Newcomer:
    """Data as the first version had it: a file an item, with other fields."""
    newcomer.write("agency.yml", "name: เทศบาลตำบลเก่า\nkind: municipality\n")
    newcomer.write("2569/o25.yml", O25)
    newcomer.write("2569/o26.yml", O26)
    return newcomer


def test_the_turns_of_the_cycle_go_where_they_are_read_now(older: Newcomer) -> None:
    said = older.on_data("upgrade")
    assert (said.status, said.err) == (0, "")
    assert "2569/o25.yml → 2569/ita.yml (O25)" in said.out
    assert __version__ in said.out
    assert older.read("2569/ita.yml") == ITA_2569
    assert older.read("2568/ita.yml") == ITA_2568
    assert sorted(path.name for path in (older.data / "2569").iterdir()) == ["ita.yml"]


def test_a_second_time_there_is_nothing_to_do(older: Newcomer) -> None:
    older.on_data("upgrade")
    said = older.on_data("upgrade", lang="en")
    assert (said.status, said.out) == (0, f"nothing to change for {__version__}\n")


def test_a_dry_run_tells_and_writes_nothing(older: Newcomer) -> None:
    said = older.on_data("upgrade", "--dry-run")
    assert said.status == 0
    assert "2568/ita.yml" in said.out
    assert "--dry-run" in said.out
    assert older.read("2569/o25.yml") == O25
    assert not (older.data / "2568").exists()


def test_ends_of_lines_stay(older: Newcomer) -> None:
    older.write("2569/o26.yml", O26.replace("\n", "\r\n"))
    older.on_data("upgrade")
    assert older.read("2568/ita.yml").replace("\r\n", "\n") == ITA_2568


def test_what_is_there_already_is_not_written_over(older: Newcomer) -> None:
    older.write("2569/ita.yml", "owner: ก\n")
    said = older.on_data("upgrade")
    assert said.status == 1
    assert "ให้ย้ายเนื้อหาไปรวมเอง" in said.out
    assert older.read("2569/ita.yml") == "owner: ก\n"
    assert older.read("2569/o25.yml") == O25
    assert older.read("2568/ita.yml") == ITA_2568


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"a: [", b"- 1\n", b""])
def test_what_cannot_be_read_is_left_alone(older: Newcomer, raw: bytes) -> None:
    path = older.data / "2567" / "ita.yml"
    path.parent.mkdir()
    path.write_bytes(raw)
    assert older.on_data("upgrade").status == 0
    assert path.read_bytes() == raw


def test_what_is_no_file_of_the_folder_is_left_alone(older: Newcomer) -> None:
    (older.data / "2569/o25.yml").rename(older.folder / "elsewhere.yml")
    (older.data / "2569/o25.yml").symlink_to(older.folder / "elsewhere.yml")
    (older.data / "2569/o24.yml").mkdir()
    assert older.on_data("upgrade").status == 0
    assert (older.data / "2569/o25.yml").is_symlink()
    assert not (older.data / "2569/ita.yml").exists()


def test_years_without_a_list_are_passed_over(older: Newcomer) -> None:
    older.write("2550/o25.yml", O25)
    older.on_data("upgrade")
    assert older.read("2550/o25.yml") == O25


def test_without_a_data_folder(newcomer: Newcomer) -> None:
    assert newcomer.on_data("upgrade").status == 2


def test_a_new_repository_needs_nothing(newcomer: Newcomer) -> None:
    newcomer.init()
    said = newcomer.on_data("upgrade")
    assert (said.status, said.out.count("\n")) == (0, 1)


def test_files_of_the_program_that_nobody_changed_are_renewed(
    newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch
) -> None:
    newcomer.init()
    path = newcomer.site / ".gitlab-ci.yml"
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8", newline="\r\n")
    kept = {".gitlab-ci.yml": "# newer\n", "new.txt": "new\n"}
    monkeypatch.setattr("oit.start.upgrade.kept_files", lambda: kept)
    said = newcomer.on_data("upgrade")
    assert said.status == 0
    assert f".gitlab-ci.yml: ปรับเป็นของรุ่น {__version__}" in said.out
    assert path.read_text(encoding="utf-8") == "# newer\n"
    assert (newcomer.site / "new.txt").read_text(encoding="utf-8") == "new\n"
    assert "nothing to change" in newcomer.on_data("upgrade", lang="en").out


def test_files_that_their_user_changed_are_left_alone(
    newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch
) -> None:
    newcomer.init()
    path = newcomer.site / "mkdocs.yml"
    path.write_text("# ours\n", encoding="utf-8")
    assert newcomer.on_data("upgrade").status == 0
    monkeypatch.setattr("oit.start.upgrade.kept_files", lambda: {"mkdocs.yml": "# newer\n"})
    said = newcomer.on_data("upgrade")
    assert said.status == 1
    assert "mkdocs.yml: มีผู้แก้ไว้" in said.out
    assert path.read_text(encoding="utf-8") == "# ours\n"


def test_a_file_that_its_user_removed_stays_away(
    newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch
) -> None:
    newcomer.init()
    path = newcomer.site / ".gitlab-ci.yml"
    path.unlink()
    monkeypatch.setattr("oit.start.upgrade.kept_files", lambda: {".gitlab-ci.yml": "# newer\n"})
    assert newcomer.on_data("upgrade").status == 0
    assert not path.exists()


def test_schemas_are_written_anew(newcomer: Newcomer) -> None:
    newcomer.init()
    path = newcomer.site / ".oit/schemas/agency.schema.json"
    text = path.read_text(encoding="utf-8")
    path.write_text("{}", encoding="utf-8")
    said = newcomer.on_data("upgrade")
    assert ".oit/schemas (1)" in said.out
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("record", ["", "[]", "{"])
def test_a_record_that_cannot_be_read_tells_nothing_of_any_file(
    newcomer: Newcomer, record: str
) -> None:
    newcomer.init()
    (newcomer.site / "mkdocs.yml").write_text("# ours\n", encoding="utf-8")
    (newcomer.site / ".oit/files.json").write_text(record, encoding="utf-8")
    assert newcomer.on_data("upgrade").status == 1
    assert (newcomer.site / "mkdocs.yml").read_text(encoding="utf-8") == "# ours\n"


def test_what_was_upgraded_is_read_without_a_fault(older: Newcomer) -> None:
    older.write("2569/o25.yml", O25.replace("    - {name: ไม่มีเลข, score: 9}\n", ""))
    older.on_data("upgrade")
    wrong = [one for one in older.check(2569).findings if one.severity is Severity.ERROR]
    # That the scores do not agree was so before.
    assert not [one.told() for one in wrong if one.code.id != "OIT513"]
