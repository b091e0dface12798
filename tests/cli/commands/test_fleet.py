"""The commands of a fleet, as a provincial officer calls them."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cli.conftest import Call
from fleet.agencies import DAY, ThisProcess, a_fleet
from oit.bilingual import Bilingual
from oit.fleet.engine import ClusterError, Engine
from oit.fleet.folder import FleetFolder
from oit.fleet.run import only_run
from small_agency import SmallAgency


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start no processes: tests/fleet does."""

    @contextmanager
    def pool(_: int | None) -> Iterator[Engine]:
        yield Engine(ThisProcess(), 1)

    monkeypatch.setattr("oit.cli.commands.fleet_run.pool", pool)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A fleet of an agency that can be read and one that cannot."""
    agency = SmallAgency.make(tmp_path / "a1")
    return a_fleet(tmp_path / "fleet", [("a1", str(agency.data)), ("a2", "nowhere")]).path


def test_a_new_fleet_has_a_list_that_is_accepted(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "จังหวัด"
    done = call("fleet", "init", folder)
    assert (done.status, done.err) == (0, "")
    assert {path.name for path in folder.iterdir()} == {"agencies.csv", "README.md", ".gitignore"}
    raw = (folder / "agencies.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == raw.count(b"\n")
    # As its README says: only the sources are invented.
    done = call("fleet", "run", "--fleet", folder, "--only", "a001")
    assert done.status == 1
    assert "อ่านได้ 0 จาก 1 แห่ง" in done.out


def test_nothing_is_overwritten(call: Call, tmp_path: Path) -> None:
    (tmp_path / "agencies.csv").write_text("ของเดิม", encoding="utf-8")
    done = call("fleet", "init", tmp_path, "--lang", "en")
    assert (done.status, done.out) == (2, "")
    assert "already contains agencies.csv; not overwritten\nnothing was written" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["agencies.csv"]
    done = call("fleet", "init", tmp_path / "agencies.csv")
    assert done.status == 2


def test_a_run_says_what_was_read_and_how_to_mend_the_rest(call: Call, folder: Path) -> None:
    done = call("fleet", "run", "--fleet", folder, "--today", DAY, "--workers", "1")
    assert (done.status, done.err) == (1, "")
    tries = "ตั้งแต่ 1 เมษายน 2569 ลองแล้ว 1 ครั้ง"
    assert done.out.splitlines() == [
        "อ่านได้ 1 จาก 2 แห่ง",
        "อ่านไม่ได้ 1 แห่ง:",
        f"  a2 หน่วยงาน a2: ไม่พบโฟลเดอร์ nowhere ({tries} ยังไม่เคยอ่านได้)",
        "    → ตรวจที่มาในรายชื่อ และว่าเครื่องนี้เปิดโฟลเดอร์นั้นได้ ถ้าเป็นเว็บไซต์ต้องขึ้นต้นด้วย https://",
        "แก้แล้วลองเฉพาะแห่งเหล่านี้ด้วย oit fleet run --only FAILED",
    ]
    done = call("fleet", "run", "--fleet", folder, "--today", DAY, "--only", "a1", "--lang", "en")
    assert (done.status, done.out) == (0, "1 of 1 agencies were read\n")


def test_a_second_run_says_that_it_did_nothing(call: Call, folder: Path) -> None:
    (folder.parent / "a1").rename(folder / "nowhere")
    a_fleet(folder, [("a1", "nowhere")])
    call("fleet", "run", "--fleet", folder, "--today", DAY)
    done = call("fleet", "run", "--fleet", folder, "--today", DAY)
    assert done.status == 0
    assert done.out == "อ่านได้ 1 จาก 1 แห่ง\nไม่มีอะไรเปลี่ยนจากครั้งก่อน จึงไม่ได้ตรวจใหม่\n"


def test_the_last_day_on_which_an_agency_was_read(call: Call, folder: Path) -> None:
    call("fleet", "run", "--fleet", folder, "--today", DAY)
    (folder.parent / "a1").rename(folder.parent / "gone")
    done = call("fleet", "run", "--fleet", folder, "--today", "2569-04-03")
    assert "a1" in done.out
    assert "อ่านได้ล่าสุด 1 เมษายน 2569" in done.out
    assert "ตั้งแต่ 1 เมษายน 2569 ลองแล้ว 2 ครั้ง" in done.out
    done = call("fleet", "run", "--fleet", folder, "--today", "2569-04-03", "--lang", "en")
    assert "(since 2026-04-03, tries: 1; last read on 2026-04-01)" in done.out


def test_text_of_a_list_cannot_command_a_terminal(call: Call, tmp_path: Path) -> None:
    a_fleet(tmp_path, [("a1", "x\x1b[31mdata")])
    done = call("fleet", "run", "--fleet", tmp_path)
    assert done.status == 2
    assert "\x1b" not in done.out + done.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--only", "a9"], "--only: ไม่มีหน่วยงานรหัส a9"),
        (["--only", " ,"], "--only ไม่ได้ระบุหน่วยงานใด"),
        (["--only", "a1,,failde"], "--only: ไม่มีหน่วยงานรหัส failde"),
        (["--workers", "0"], "--workers ต้องเป็น 1 ถึง 256"),
        (["--workers", "257"], "--workers ต้องเป็น 1 ถึง 256"),
        *(
            (["--scheduler", text], f"tcp://10.0.0.5:8786 ไม่ใช่ {text}\n")
            for text in ("x", "http://a:1", "tcp://", "tcp://a", "tcp://a:b", "tcp://a:1/x", "")
        ),
        (["--scheduler", "tcp://a:1", "--workers", "2"], "--workers ใช้กับเครื่องนี้เท่านั้น"),
        (["--scheduler", "local", "--workers", "0"], "--workers ต้องเป็น 1 ถึง 256"),
    ],
)
def test_a_wrong_call(call: Call, folder: Path, words: list[str], says: str) -> None:
    done = call("fleet", "run", "--fleet", folder, *words)
    assert (done.status, done.out) == (2, "")
    assert says in done.err
    assert not (folder / "state").exists()


def test_a_faulty_list_is_refused_with_every_place(call: Call, folder: Path) -> None:
    rows = list(csv.reader((folder / "agencies.csv").read_text(encoding="utf-8").splitlines()))
    text = "\n".join(",".join(row) for row in [*rows, rows[1], ["a/b", *rows[2][1:]]])
    (folder / "agencies.csv").write_text(text, encoding="utf-8")
    done = call("fleet", "run", "--fleet", folder)
    assert (done.status, done.out) == (2, "")
    places = [line.partition("agencies.csv:")[2][:10] for line in done.err.splitlines()[::2]]
    assert places == ["4:1: OIT82", "4:6: OIT82", "5:1: OIT82", "5:6: OIT82"]
    assert not (folder / "work").exists()


@pytest.mark.parametrize("command", ["run", "tables", "site"])
def test_a_record_of_a_newer_program_is_not_replaced(
    call: Call, folder: Path, command: str
) -> None:
    record = folder / "state/a1.json"
    record.parent.mkdir()
    record.write_text('{"fleet": 2}', encoding="utf-8")
    done = call("fleet", command, "--fleet", folder)
    assert (done.status, done.out) == (2, "")
    assert done.err.count("a1.json: เขียนโดยโปรแกรมรุ่นใหม่กว่านี้") == 1
    assert record.read_text(encoding="utf-8") == '{"fleet": 2}'


def test_a_second_run_at_the_same_time_is_refused(call: Call, folder: Path) -> None:
    with only_run(FleetFolder(folder)):
        done = call("fleet", "run", "--fleet", folder)
    assert done.status == 2
    assert "กำลังทำงานอยู่" in done.err


def test_a_run_that_is_interrupted_keeps_what_it_has(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def interrupted(*_: object, **__: object) -> Iterator[None]:
        yield
        raise KeyboardInterrupt

    monkeypatch.setattr("oit.cli.output.Output.progress", interrupted)
    monkeypatch.setattr("oit.cli.commands.fleet_run.run_fleet", lambda *_: None)
    done = call("fleet", "run", "--fleet", folder)
    assert done.status == 130
    assert "หยุดแล้ว" in done.err


def test_a_scheduler_is_at_an_address_or_on_this_machine(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    @contextmanager
    def cluster(address: str | None, workers: int | None) -> Iterator[Engine]:
        asked.append((address, workers))
        yield Engine(ThisProcess(), 1)

    monkeypatch.setattr("oit.fleet.cluster.cluster", cluster)
    for words in (["tls://[::1]:8786"], ["local", "--workers", "2"], ["local"]):
        assert call("fleet", "run", "--fleet", folder, "--scheduler", *words).status == 1
    assert asked == [("tls://[::1]:8786", None), (None, 2), (None, None)]


def test_a_cluster_needs_the_extra(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("oit.cli.extra._FLEET", ("no_such_module",))
    done = call("fleet", "run", "--fleet", folder, "--scheduler", "tcp://127.0.0.1:1")
    assert done.status == 2
    assert "[fleet]" in done.err


def test_a_cluster_that_is_lost_leaves_the_rest_unread(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: object) -> None:
        raise ClusterError(Bilingual("หาย", "lost"))

    monkeypatch.setattr("oit.cli.commands.fleet_run.run_fleet", lost)
    done = call("fleet", "run", "--fleet", folder)
    assert (done.status, done.out, done.err) == (1, "", "หาย\n")


def test_sites_are_built_if_that_is_asked(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[str] = []

    def build(order: dict[str, str]) -> str:
        built.append(order["out"])
        return "" if len(built) == 1 else "OIT205 ผิด"

    monkeypatch.setattr("oit.fleet.site_task.build_agency", build)
    done = call("fleet", "run", "--fleet", folder, "--today", DAY, "--only", "a1", "--build")
    assert done.status == 0
    assert done.out.endswith(f"สร้างเว็บไซต์ 1 แห่งใน {folder}/sites\n")
    (folder / "work/agencies/a1/built").unlink()
    done = call("fleet", "run", "--fleet", folder, "--today", DAY, "--only", "a1", "--build")
    assert done.status == 1
    assert "a1 หน่วยงาน a1: สร้างเว็บไซต์ไม่ได้: OIT205 ผิด" in done.out
    assert built == [str(folder / "sites/a1")] * 2


def test_few_of_many_failures_are_listed(call: Call, tmp_path: Path) -> None:
    folder = a_fleet(tmp_path, [(f"a{number}", f"nowhere{number}") for number in range(53)]).path
    done = call("fleet", "run", "--fleet", folder)
    assert "  a49 " in done.out
    assert "  a50 " not in done.out
    assert "และอีก 3 แห่ง" in done.out


def test_tables_say_what_they_are_made_of(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("fleet", "run", "--fleet", folder, "--today", DAY)
    done = call("fleet", "tables", "--fleet", folder)
    assert (done.status, done.err) == (1, "")
    assert done.out.splitlines() == [
        f"เขียนตารางของ 2 แห่งใน {folder}/tables",
        "  1 แห่ง: ผลล่าสุด (ตรวจข้อมูลเอง)",
        "  1 แห่ง: ยังไม่เคยอ่านได้",
    ]
    a_fleet(folder, [("a1", str(folder.parent / "a1/data"))])
    assert call("fleet", "tables", "--fleet", folder).status == 0
    monkeypatch.setattr("oit.cli.commands.fleet_tables.MOST_ROWS", 6)
    done = call("fleet", "tables", "--fleet", folder)
    assert "item.csv มี 6 แถว Excel เปิดได้ไม่ครบ ให้ใช้ item.parquet" in done.out
    assert "agency.csv" not in done.out
    (folder / "state/a1.json").write_text(
        (folder / "state/a1.json").read_text(encoding="utf-8").replace(DAY[4:], "-99-99"),
        encoding="utf-8",
    )
    done = call("fleet", "tables", "--fleet", folder, "--lang", "en")
    assert done.status == 1
    assert "1 files of state/ are broken and count as not examined: a1" in done.out


def test_tables_need_a_list_the_extra_and_the_end_of_a_run(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with only_run(FleetFolder(folder)):
        assert "กำลังทำงานอยู่" in call("fleet", "tables", "--fleet", folder).err
    monkeypatch.setattr("oit.cli.extra._FLEET", ("no_such_module",))
    done = call("fleet", "tables", "--fleet", folder)
    assert (done.status, "[fleet]" in done.err) == (2, True)
    (folder / "agencies.csv").unlink()
    assert call("fleet", "tables", "--fleet", folder).status == 2
    assert not (folder / "tables").exists()


def test_an_overview_before_the_first_run(call: Call, folder: Path) -> None:
    (folder / "tables").mkdir()
    manual = ("--manual", "https://manual.example.go.th")
    done = call("fleet", "site", "--fleet", folder, "--lang", "en", "--today", DAY, *manual)
    assert (done.status, done.err) == (0, "")
    assert "the tables in tables/ are older than the records or incomplete" in done.out
    assert f"the overview is in {folder}/site" in done.out
    home = (folder / "site/index.html").read_text(encoding="utf-8")
    assert "ยังไม่ได้ตรวจ" in home
    assert "= ทั้งหมด 2 แห่ง" in home


def test_an_overview_needs_a_day_an_address_a_list_and_a_folder_of_its_own(
    call: Call, folder: Path
) -> None:
    for day in ("2569-02-30", "soon"):
        done = call("fleet", "site", "--fleet", folder, "--closes", day)
        assert (done.status, done.out) == (2, "")
        assert f"อ่านวันที่ไม่ได้: {day}" in done.err
    for address in (
        "manual/",
        "ftp://a.go.th/",
        "https://me@a.go.th/",
        "https://a.go.th/?q=1",
        "https://a.go.th/#top",
        "javascript:alert(1)",
        "https://a.go.th/\u202e",
        "https://[x",
    ):
        done = call("fleet", "site", "--fleet", folder, "--manual", address)
        assert (done.status, done.out) == (2, ""), address
        assert "--manual ต้องเป็นที่อยู่ที่ขึ้นต้นด้วย https://" in done.err
        assert "\u202e" not in done.err
    done = call("fleet", "site", "--fleet", folder, "--out", folder.parent / "a1")
    assert (done.status, done.out) == (2, "")
    (folder / "agencies.csv").unlink()
    assert call("fleet", "site", "--fleet", folder).status == 2
    assert not (folder / "site").exists()


def test_an_overview_with_a_page_for_the_staff_says_so(call: Call, folder: Path) -> None:
    site = ("fleet", "site", "--fleet", folder, "--today", DAY)
    assert "ห้ามเผยแพร่" in call(*site, "--staff").out
    assert "ห้ามเผยแพร่" not in call(*site).out
