"""The command ``oit``: what it is asked, what it answers and its exit status."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import commands
from built import html_of
from oit import __version__
from oit.cli.main import main
from oit.forms import FORMS
from small_agency import SmallAgency


@dataclass(frozen=True)
class Answer:
    """The result of a command."""

    status: int
    out: str
    err: str


Ask = Callable[..., Answer]
"""Calls the command in this process, on the small agency's data."""


@pytest.fixture
def ask(
    small_agency: SmallAgency, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Ask:
    monkeypatch.chdir(small_agency.folder)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def call(*arguments: str | Path) -> Answer:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as end:
            status = int(str(end.code))
        return Answer(status, *capsys.readouterr())

    return call


def findings(answer: Answer) -> list[str]:
    return [finding["code"] for finding in json.loads(answer.out)["findings"]]


# Exit status


def test_check_ends_with_0_where_nothing_is_missing(small_agency: SmallAgency, ask: Ask) -> None:
    small_agency.complete()
    assert ask("check").status == 0


def test_check_ends_with_1_where_something_is_missing_or_partial(
    small_agency: SmallAgency, ask: Ask
) -> None:
    assert ask("check").status == 1
    assert ask("check", "--item", "O7").status == 1
    assert ask("check", "--item", "O8").status == 1
    (small_agency.data / "2569/o07.yml").unlink()
    assert ask("check", "--item", "O7").status == 1


def test_warnings_items_that_do_not_apply_and_nothing_to_report_are_no_failure(ask: Ask) -> None:
    for item in ("O2", "O20", "O21"):
        assert ask("check", "--item", item).status == 0


def test_a_broken_cache_is_ignored_with_a_word_under_v(small_agency: SmallAgency, ask: Ask) -> None:
    small_agency.write("docs/files/2569/a.txt", "ก")
    plain = ask("check")
    for remark in ([], ["ไม่ใช้แคช .cache/oit/published.json: อ่านไม่ได้"]):
        small_agency.write(".cache/oit/published.json", "{")
        answer = ask("check", *["-v"] * len(remark))
        assert (answer.status, answer.out) == (plain.status, plain.out)
        assert answer.err.splitlines() == remark
    assert ask("check", "--verbose").err == ""


def test_check_ends_with_2_where_the_data_is_wrong(small_agency: SmallAgency, ask: Ask) -> None:
    small_agency.add("data/2569/o01.yml", "phoen: 1\n")
    answer = ask("check")
    assert answer.status == 2
    assert 'data/2569/o01.yml:5:1: OIT205 ไม่รู้จักช่อง "phoen" หมายถึง' in answer.out


@pytest.mark.parametrize("missing", ["data", "data/agency.yml"])
def test_check_ends_with_2_where_there_is_no_data(
    small_agency: SmallAgency, ask: Ask, missing: str
) -> None:
    (small_agency.folder / missing).rename(small_agency.folder / "elsewhere")
    answer = ask("check")
    assert answer.status == 2
    assert "OIT400 ไม่พบโฟลเดอร์ข้อมูล" in answer.out


def test_check_ends_with_2_where_there_is_no_year(small_agency: SmallAgency, ask: Ask) -> None:
    (small_agency.data / "2569").rename(small_agency.folder / "2569")
    answer = ask("check", "--lang", "en")
    assert answer.status == 2
    assert 'OIT400 the data folder "data" contains no folder for a fiscal year' in answer.out


# What is checked


def test_check_takes_data_from_elsewhere(small_agency: SmallAgency, ask: Ask) -> None:
    other = SmallAgency.make(small_agency.folder / "other")
    other.write("data/agency.yml", "name: อบต.อื่น\nkind: subdistrict\nchecklist: small\n")
    answer = ask("check", "--data", "other/data")
    assert answer.out.startswith("อบต.อื่น · ")
    assert "other/data/2569/o07.yml:1:1" in answer.out


def test_check_takes_data_from_beside(small_agency: SmallAgency, ask: Ask) -> None:
    small_agency.write("docs/about.md", "# เกี่ยวกับเรา\n")
    (small_agency.folder / "mine").mkdir()
    os.chdir(small_agency.folder / "mine")
    answer = ask("check", "--data", "../data")
    assert (answer.status, answer.err) == (1, "")
    assert "    ../data/2569/o07.yml:1:1: " in answer.out


def test_documents_are_looked_for_beside_the_data(small_agency: SmallAgency, ask: Ask) -> None:
    small_agency.add(
        "data/2569/o07.yml",
        "documents:\n  - {title: ก, file: files/a.txt, shows: {problems: 1, recommendations: 1}}\n",
    )
    small_agency.write("docs/files/a.txt", "ก")
    os.chdir("/")
    answer = ask("check", "--data", small_agency.data, "--item", "O7")
    assert (answer.status, "บางส่วน 0" in answer.out) == (0, True)


def test_newest_year_is_checked_where_none_is_asked_for(
    small_agency: SmallAgency, ask: Ask
) -> None:
    (small_agency.data / "2568").mkdir()
    assert json.loads(ask("check", "--format", "json").out)["year"] == 2569


def test_older_year_can_be_asked_for_in_either_digits(small_agency: SmallAgency, ask: Ask) -> None:
    small_agency.write("data/2568/.gitkeep", "")
    small_agency.write("data/agency.yml", "name: เล็ก\nkind: municipality\nchecklist: general\n")
    for year in ("2568", "๒๕๖๘"):
        answer = ask("check", "--year", year, "--format", "json")
        assert (answer.status, json.loads(answer.out)["year"]) == (1, 2568)


def test_year_without_data_names_the_years_that_have_some(ask: Ask) -> None:
    answer = ask("check", "--year", "2567", "--format", "json", "--lang", "en")
    assert (answer.status, findings(answer)) == (2, ["OIT400"])
    assert json.loads(answer.out)["findings"][0]["message"] == (
        "there is no folder for the year 2567; years with data: 2569"
    )


@pytest.mark.parametrize("item", ["O7", "o7", "o07", "O007", "O๗", "o๐๗"])
def test_item_is_found_however_its_number_is_written(ask: Ask, item: str) -> None:
    answer = ask("check", "--item", item, "--format", "json")
    assert [found["id"] for found in json.loads(answer.out)["items"]] == ["O7"]
    assert findings(answer) == ["OIT201", "OIT201"]


def test_owner_sees_their_own_items_only(ask: Ask) -> None:
    answer = ask("check", "--owner", "สำนักปลัด", "--format", "json")
    assert answer.status == 0
    data = json.loads(answer.out)
    assert [found["id"] for found in data["items"]] == ["O1", "O20", "O21"]
    assert data["summary"]["items"] == 3


def test_owner_and_item_narrow_together(ask: Ask) -> None:
    answer = ask("check", "--owner", "สำนักปลัด", "--item", "O20", "--format", "json")
    assert [found["id"] for found in json.loads(answer.out)["items"]] == ["O20"]


@pytest.mark.parametrize(
    ("option", "name", "reported"),
    [
        ("--item", "O77", 'ไม่พบข้อหรือผู้รับผิดชอบชื่อ "O77" หมายถึง "O7" ใช่หรือไม่'),
        ("--item", "ข่าว", 'ชื่อ "ข่าว" ที่มีในปีที่ตรวจ: O1, O2, O7, O8, O20, O21'),
        ("--owner", "กองคลง", 'ชื่อ "กองคลง" หมายถึง "กองคลัง" ใช่หรือไม่'),
        ("--owner", "xyz", 'ชื่อ "xyz" ที่มีในปีที่ตรวจ: กองคลัง, กองวิชาการ, สำนักปลัด'),
    ],
    ids=["near item", "no item", "near owner", "no owner"],
)
def test_unknown_item_or_owner_names_the_nearest_or_those_there_are(
    ask: Ask, option: str, name: str, reported: str
) -> None:
    answer = ask("check", option, name)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("data:1:1: OIT404 ")
    assert reported in answer.err


def test_unknown_item_is_reported_in_english_too(ask: Ask) -> None:
    answer = ask("check", "--item", "O77", "--lang", "en")
    assert 'OIT404 unknown item or owner "O77" (did you mean "O7"?)' in answer.err


def test_an_item_of_unusable_data_gets_the_faults_of_the_data(
    small_agency: SmallAgency, ask: Ask
) -> None:
    (small_agency.data / "agency.yml").unlink()
    answer = ask("check", "--item", "O7")
    assert (answer.status, answer.err) == (2, "")
    assert "OIT400" in answer.out


@pytest.mark.parametrize(
    "day", ["2569-04-15", "2026-04-15", "15/4/2569", "15 เม.ย. 2569", "๑๕ เมษายน ๒๕๖๙"]
)
def test_day_of_the_check_is_read_as_officers_write_it(ask: Ask, day: str) -> None:
    assert json.loads(ask("check", "--today", day, "--format", "json").out)["today"] == (
        "2026-04-15"
    )
    assert "(อีก 15 วัน)" in ask("check", "--today", day).out


def test_day_of_the_check_is_that_of_a_reproducible_build(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1776211200")
    assert "ตรวจ ณ 15 เมษายน 2569" in ask("check").out
    assert "ตรวจ ณ 1 เมษายน 2569" in ask("check", "--today", "2569-04-01").out


# Formats of the report


def test_text_is_for_people_and_the_default(ask: Ask) -> None:
    text = ask("check")
    assert text.out.startswith("เทศบาลตำบลเล็ก · OIT ปีงบประมาณ 2569 · ตรวจ ณ ")
    assert text.out == ask("check", "--format", "text").out
    assert text.err == ""


@pytest.mark.parametrize(
    ("format_", "beginning"),
    [("json", '{\n  "oit": 2,'), ("github", "::"), ("junit", "<testsuites"), ("sarif", '{\n  "$')],
)
def test_other_formats_are_asked_for_by_name(ask: Ask, format_: str, beginning: str) -> None:
    answer = ask("check", "--format", format_)
    assert (answer.status, answer.err) == (1, "")
    assert answer.out.startswith(beginning)


def test_github_is_recognised_unless_another_format_is_asked_for(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert ask("check").out.startswith("::notice file=")
    assert "::notice" not in ask("check", "--format", "text").out
    monkeypatch.setenv("GITHUB_ACTIONS", "false")
    assert "::notice" not in ask("check").out


def test_language_is_thai_unless_english_is_asked_for(ask: Ask) -> None:
    assert "ต้องเติม 2 แห่ง" in ask("check").out
    assert "2 gap(s)" in ask("check", "--lang", "en").out


def test_colour_is_for_terminals_and_can_be_refused(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" not in ask("check").out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert "\x1b[" in ask("check").out
    assert "\x1b[" not in ask("check", "--format", "json").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in ask("check").out


# Wrong calls


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["chek"],
        ["check", "--formt", "json"],
        ["check", "--format", "xml"],
        ["check", "--year", "ปีนี้"],
        ["check", "--lang", "de"],
        ["check", "O7"],
        ["explain"],
        ["checklist"],
        ["generate"],
        ["schema"],
    ],
    ids=" ".join,
)
def test_wrong_call_ends_with_2_and_says_how_to_call(ask: Ask, arguments: list[str]) -> None:
    answer = ask(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("usage: oit")
    assert ": คำสั่งไม่ถูกต้อง: " in answer.err


@pytest.mark.parametrize("day", ["พรุ่งนี้", "2569-02-30", "2569", "1169-01-01"])
def test_day_that_is_none_is_a_wrong_call(ask: Ask, day: str) -> None:
    answer = ask("check", "--today", day)
    assert answer.status == 2
    assert f"อ่านวันที่ไม่ได้: {day} (เช่น 2569-04-01)" in answer.err


def test_help_and_version_are_no_failure(ask: Ask) -> None:
    assert ask("--version") == Answer(0, f"oit {__version__}\n", "")
    for arguments in ([], ["check"], ["score"], ["build"], ["generate"], ["explain"], ["schema"]):
        answer = ask(*arguments, "--help")
        assert answer.status == 0
        assert answer.out.startswith("usage: oit")


def test_output_may_be_any_stream(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert ask("explain", "OIT205").status == 0
    assert stream.getvalue().startswith("OIT205 ")


# The other commands


def test_explain_reports_of_a_code_in_either_language(ask: Ask) -> None:
    thai, english = ask("explain", "oit205"), ask("explain", "OIT205", "--lang", "en")
    assert (thai.status, english.status) == (0, 0)
    assert thai.out.startswith("OIT205 ไม่รู้จักชื่อช่อง\nข้อมูลผิด")
    assert english.out.startswith("OIT205 An unknown field\nerror: ")
    assert "Fails (data/2569/o03.yml)\n    phoen: 0 4599 9999" in english.out


def test_explain_names_the_nearest_code(ask: Ask) -> None:
    answer = ask("explain", "OIT2055")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == 'ไม่มีรหัส OIT2055 หมายถึง "OIT205" ใช่หรือไม่\n'
    english = ask("explain", "xyz", "--lang", "en")
    assert english.err.startswith("there is no code xyz (known codes: OIT")


def test_checklists_of_the_project_are_sound(ask: Ask) -> None:
    answer = ask("checklist", "lint")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.endswith(" ฉบับถูกต้อง (ของหน่วยงาน 1)\n")


def test_checklist_lint_without_data_says_so(ask: Ask) -> None:
    answer = ask("checklist", "lint", "--data", "none")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("none:1:1: OIT400 ")


@pytest.mark.parametrize("command", [["check"], ["new", "O2"], ["new-year", "2570"]])
def test_all_commands_agree_on_which_checklists_are_good(
    small_agency: SmallAgency, ask: Ask, command: list[str]
) -> None:
    path = small_agency.data / "checklists/small-2569.yml"
    text = path.read_text(encoding="utf-8").replace("field: phone", "field: fone")
    path.write_text(text, encoding="utf-8")
    answer = ask(*command)
    assert answer.status == 2
    assert "OIT402" in answer.out + answer.err


def test_checklist_lint_reports_what_is_wrong_with_an_agencys_own(
    small_agency: SmallAgency, ask: Ask
) -> None:
    small_agency.write(
        "data/checklists/own-2569.yml",
        (small_agency.data / "checklists/small-2569.yml")
        .read_text(encoding="utf-8")
        .replace("checklist: small", "checklist: own")
        .replace("rule: present, field: phone", "rule: presnt, field: phone"),
    )
    small_agency.write("data/checklists/broken-2569.yml", "items: ก\n")
    answer = ask("checklist", "lint", "--lang", "en")
    assert (answer.status, answer.out) == (2, "")
    places = {line.split(": ")[0] for line in answer.err.splitlines()[::2]}
    assert places == {
        "data/checklists/broken-2569.yml:1:1",
        "data/checklists/broken-2569.yml:1:8",
        "data/checklists/own-2569.yml:14:37",
    }
    assert 'unknown "presnt"' in answer.err


GIVEN = ("--iit", "90", "--eit", "80")


def test_score_ends_with_0_where_an_estimate_was_made(ask: Ask) -> None:
    answer = ask("score", *GIVEN, "--today", "2569-04-01")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith(
        "เทศบาลตำบลเล็ก · ประมาณการคะแนน ปีงบประมาณ 2569 · ณ 1 เมษายน 2569\n"
    )
    assert "คะแนนรวม ประมาณ 83.50 ระดับ “ต้องปรับปรุง”" in answer.out
    assert answer.out == ask("score", *GIVEN, "--today", "2569-04-01", "--format", "text").out
    english = ask("score", *GIVEN, "--lang", "en")
    assert "total about 83.50, level " in english.out


def test_score_without_iit_and_eit_is_that_of_the_oit_alone(ask: Ask) -> None:
    answer = ask("score", "--format", "json", "--year", "๒๕๖๙")
    assert answer.status == 0
    estimated = json.loads(answer.out)["estimate"]
    assert (estimated["oit"], estimated["total"]) == (81.25, None)


def test_score_of_wrong_data_reports_what_check_reports(
    small_agency: SmallAgency, ask: Ask
) -> None:
    small_agency.add("data/2569/o01.yml", "phoen: 1\n")
    answer, check = ask("score", "--format", "json"), ask("check")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("data/2569/o01.yml:5:1: OIT205 ")
    assert answer.err.splitlines()[0] in check.out
    unknown_year = ask("score", "--year", "2567", "--lang", "en")
    assert unknown_year.status == 2
    assert "OIT400 there is no folder for the year 2567" in unknown_year.err


NO_LIST = (
    "no estimate: {} has only its turn of the ITA cycle (ita.yml) and is held against no list; "
    "choose another year with --year\n"
)


def test_an_older_year_with_results_but_without_items_has_no_score(
    small_agency: SmallAgency, ask: Ask
) -> None:
    small_agency.write("data/agency.yml", "name: เล็ก\nkind: municipality\n")
    small_agency.write("data/2568/ita.yml", "measures: []\n")
    answer = ask("score", "--year", "2568", "--lang", "en")
    assert answer == Answer(2, "", NO_LIST.format(2568))
    # The newest year may still get its items: all of them remain to be fixed.
    (small_agency.data / "2569").rename(small_agency.folder / "2569")
    assert ask("score", "--year", "2568").status == 0


def test_score_of_a_year_without_items_says_that_there_is_no_estimate(
    small_agency: SmallAgency, ask: Ask
) -> None:
    small_agency.write("data/2565/ita.yml", "measures: []\n")
    answer = ask("score", "--year", "2565", "--lang", "en")
    assert answer == Answer(2, "", NO_LIST.format(2565))
    assert ask("score", "--year", "2565").err.startswith("ประมาณคะแนนไม่ได้: ")


@pytest.mark.parametrize(
    "tried", ["O8=100,O7=50.5", "o8=100,o07=50.5", " ๐๘ = ๑๐๐ , ๐๗ = ๕๐.๕ ", "O๘=100,O๐๗=50.5"]
)
def test_what_if_is_read_however_items_and_scores_are_written(ask: Ask, tried: str) -> None:
    answer = ask("score", "--format", "json", "--what-if", tried)
    assert answer.status == 0
    assert json.loads(answer.out)["what_if"]["items"] == [
        {"id": "O8", "before": 0.0, "after": 100.0},
        {"id": "O7", "before": 50.0, "after": 50.5},
    ]


def test_what_if_takes_the_items_of_an_agencys_own_list(
    small_agency: SmallAgency, ask: Ask
) -> None:
    path = small_agency.data / "checklists/small-2569.yml"
    text = path.read_text(encoding="utf-8").replace("id: O8\n", "id: KPI123\n")
    path.write_text(text, encoding="utf-8")
    answer = ask("score", "--format", "json", "--what-if", "kpi๑๒๓=100")
    assert json.loads(answer.out)["what_if"]["items"][0]["id"] == "KPI123"


@pytest.mark.parametrize("tried", ["", "O8", "O8=", "=50", "O8=100,", "O8:100", "O8=100;O7=50"])
def test_what_if_that_is_no_item_and_score_says_how_to_write_it(ask: Ask, tried: str) -> None:
    thai, english = (ask("score", "--what-if", tried, "--lang", lang) for lang in ("th", "en"))
    assert (thai.status, thai.out, english.status, english.out) == (2, "", 2, "")
    if tried == "O8=100;O7=50":
        # All after the first sign is a score.
        assert 'คะแนนของ O8 ต้องเป็นตัวเลข 0 ถึง 100 แต่พบ "100;O7=50"' in thai.err
    else:
        assert f'อ่าน --what-if "{tried}" ไม่ได้ ให้เขียนข้อ=คะแนน' in thai.err
        assert f'--what-if "{tried}" cannot be read; write item=score' in english.err


@pytest.mark.parametrize(
    "score", ["100.01", "101", "1000", "-1", "มาก", "50 บาท", "1e1", "NaN", "50.", "٥٠"]
)
def test_score_out_of_range_or_no_number_is_a_wrong_call(ask: Ask, score: str) -> None:
    thai = ask("score", "--what-if", f"O8={score}")
    assert (thai.status, thai.out) == (2, "")
    assert thai.err == f'oit score: คะแนนของ O8 ต้องเป็นตัวเลข 0 ถึง 100 แต่พบ "{score}"\n'
    for option, name in (("--iit", "IIT"), ("--eit", "EIT")):
        english = ask("score", f"{option}={score}", "--lang", "en")
        assert (english.status, english.out) == (2, "")
        assert english.err == (
            f'oit score: the score of {name} must be a number from 0 to 100, found "{score}"\n'
        )


def test_what_if_sets_an_item_once(ask: Ask) -> None:
    assert ask("score", "--what-if", "O8=1,๐๘=2") == Answer(
        2, "", "oit score: --what-if มีข้อ O8 ซ้ำ\n"
    )
    english = ask("score", "--what-if", "O8=1,o8=1", "--lang", "en")
    assert english.err == "oit score: --what-if has O8 twice\n"


def test_what_if_of_an_unknown_item_names_the_nearest(ask: Ask) -> None:
    answer = ask("score", "--what-if", "O77=100")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("data:1:1: OIT404 ")
    assert 'ชื่อ "O77" หมายถึง "O7" ใช่หรือไม่' in answer.err
    english = ask("score", "--what-if", "O77=100", "--lang", "en")
    assert 'unknown item or owner "O77" (did you mean "O7"?)' in english.err


def test_score_is_coloured_for_a_terminal_only(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" not in ask("score").out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert "\x1b[" in ask("score").out


def test_schema_writes_one_for_each_form(ask: Ask, tmp_path: Path) -> None:
    assert ask("schema", tmp_path / "new" / "schemas") == Answer(0, "", "")
    written = {path.name for path in (tmp_path / "new" / "schemas").iterdir()}
    own = ("adopted", "agency", "allowed", "links", "review", "submitted")
    assert written == {f"{name}.schema.json" for name in (*own, *FORMS)}


def test_generate_writes_pages_files_and_what_the_agency_wrote(
    small_agency: SmallAgency, ask: Ask, tmp_path: Path
) -> None:
    small_agency.write("docs/about.md", "# เกี่ยวกับเรา\n")
    small_agency.write("docs/files/a.txt", "ก")
    out = tmp_path / "out"
    assert ask("generate", out, "--today", "2569-04-01") == Answer(0, "", "")
    written = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert written > {
        "index.md",
        "oit/index.md",
        "oit/2569/index.md",
        "oit/2569/o7/index.md",
        "oit/2569/o8/index.md",
        "oit/2569/status.json",
        "oit/manifest.json",
        "about.md",
        "files/a.txt",
        "assets/oit.css",
    }
    page = html_of(out / "oit/2569/o7/index.md")
    assert page.startswith('---\ntitle: "O7 รายงานผลการดำเนินงาน"\ndescription: "')
    assert '<h1 id="content">O7 รายงานผลการดำเนินงาน</h1>' in page


def test_generate_needs_no_docs_folder(ask: Ask, tmp_path: Path) -> None:
    assert ask("generate", tmp_path / "out").status == 0


def test_status_file_is_what_check_says_on_that_day(ask: Ask, tmp_path: Path) -> None:
    ask("generate", tmp_path / "out", "--today", "2569-04-01")
    status = json.loads((tmp_path / "out/oit/2569/status.json").read_bytes())
    checked = json.loads(ask("check", "--format", "json", "--today", "2569-04-01").out)
    # Of the findings it has only what concerns readers.
    assert {**status, "findings": []} == {**checked, "findings": []}


def test_generate_reports_what_is_wrong_and_writes_nothing(
    small_agency: SmallAgency, ask: Ask, tmp_path: Path
) -> None:
    small_agency.add("data/2569/o01.yml", "phoen: 1\n")
    answer = ask("generate", tmp_path / "out", "--lang", "en")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("data/2569/o01.yml:5:1: OIT205 unknown field ")
    assert not (tmp_path / "out").exists()


def test_build_of_wrong_data_says_that_there_is_no_new_site(
    small_agency: SmallAgency, ask: Ask, tmp_path: Path
) -> None:
    small_agency.add("data/2569/o01.yml", "phoen: 1\n")
    answer = ask("build", "--out", tmp_path / "site")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("data/2569/o01.yml:5:1: OIT205 ")
    assert answer.err.endswith("ยังไม่ได้สร้างเว็บไซต์ แก้ตามข้างบนแล้วสั่ง oit build อีกครั้ง\n")


def test_generate_does_not_write_over_pages_written_by_hand(
    small_agency: SmallAgency, ask: Ask, tmp_path: Path
) -> None:
    small_agency.write("docs/oit/2569/o7.md", "ของเรา")
    answer = ask("generate", tmp_path / "out")
    assert answer.status == 2
    assert answer.err.startswith("docs/oit/2569/o7.md:1:1: OIT403 ")
    assert not (tmp_path / "out").exists()


def files_of(agency: SmallAgency) -> list[Path]:
    """Return all that an agency has, but for what the program remembers of it."""
    return sorted(path for path in agency.folder.rglob("*") if ".cache" not in path.parts)


@pytest.mark.parametrize("out", ["docs", "docs/files", "data", "data/2569"])
def test_generate_does_not_write_among_its_sources(
    small_agency: SmallAgency, ask: Ask, out: str
) -> None:
    small_agency.write("docs/files/a.txt", "ก")
    before = files_of(small_agency)
    answer = ask("generate", out, "--lang", "en")
    assert answer.status == 2
    assert answer.err == (
        f"the folder {out} contains files that this program did not write; name another folder\n"
    )
    assert files_of(small_agency) == before


def test_folder_that_is_a_file_is_reported_without_a_traceback(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    answer = ask("schema", tmp_path / "out")
    assert answer.status == 2
    assert answer.err.startswith(f"oit: อ่านหรือเขียน {tmp_path / 'out'} ไม่ได้ ")


def test_generate_does_not_write_over_what_it_did_not_make(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "about.md").write_text("ของเรา")
    assert ask("generate", tmp_path).status == 2
    assert (tmp_path / "about.md").read_text() == "ของเรา"


def test_a_command_that_is_stopped_says_nothing(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("oit.clock.today", stopped)
    answer = ask("check")
    assert (answer.status, answer.out, answer.err) == (130, "", "")


# In a process of its own


def test_module_is_the_command(small_agency: SmallAgency) -> None:
    small_agency.complete()
    done = commands.oit("check", "--format", "json", cwd=small_agency.folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["summary"]["complete"] == 5


def test_installed_script_is_the_command() -> None:
    script = Path(sys.executable).with_name("oit")
    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"oit {__version__}\n"


def test_a_file_name_of_another_encoding_ends_no_command(small_agency: SmallAgency) -> None:
    files = small_agency.folder / "docs/files"
    files.mkdir(parents=True)
    (files / os.fsdecode("รายงาน.pdf".encode("cp874"))).write_bytes(b"%PDF-1.7")
    done = commands.oit("check", "--data", small_agency.data, cwd=small_agency.folder)
    assert done.returncode in {1, 2}
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp874"])
@pytest.mark.parametrize("arguments", [["check"], ["check", "--item", "X"], ["check", "--help"]])
def test_thai_is_written_whatever_the_console_can(
    small_agency: SmallAgency, arguments: list[str], encoding: str
) -> None:
    done = commands.oit(*arguments, cwd=small_agency.folder, PYTHONIOENCODING=encoding)
    assert "Traceback" not in done.stderr
    assert "ข้อ" in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["check"], 1), (["check", "--format", "json"], 1), (["explain", "OIT201"], 0)],
    ids=["text", "json", "explain"],
)
def test_reader_that_leaves_early_changes_nothing(
    small_agency: SmallAgency, arguments: list[str], status: int
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "oit", *arguments],
        cwd=small_agency.folder,
        env=commands.clean_environment(),
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (status, b"")


def test_findings_name_files_from_where_the_command_is_called(small_agency: SmallAgency) -> None:
    inside = commands.oit("check", "--data", "data", cwd=small_agency.folder)
    outside = commands.oit("check", "--data", "agency/data", cwd=small_agency.folder.parent)
    elsewhere = commands.oit("check", "--data", small_agency.data, cwd=commands.ROOT)
    assert "    data/2569/o07.yml:1:1: " in inside.stdout
    assert "    agency/data/2569/o07.yml:1:1: " in outside.stdout
    assert elsewhere.stdout == inside.stdout


@pytest.mark.parametrize(
    "words",
    [
        ["answers"],
        ["check"],
        ["diff"],
        ["export", "ocds"],
        ["generate", "out"],
        ["import", "budget", "nothing.xlsx", "--year", "2569"],
        ["links"],
        ["new", "O1"],
        ["new-year", "2570"],
        ["score"],
        ["upgrade"],
        ["verify", "nowhere"],
        ["workbook", "export"],
        ["workbook", "import", "nothing.xlsx"],
    ],
    ids=" ".join,
)
def test_every_command_starts_by_itself_and_reports_missing_data(
    words: list[str], tmp_path: Path
) -> None:
    done = commands.oit(*words, "--data", tmp_path / "nowhere", cwd=tmp_path)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr + done.stdout


def test_a_reader_that_has_seen_enough_is_no_fault() -> None:
    command = [sys.executable, "-m", "oit", "export", "ocds", "--year", "2569"]
    with subprocess.Popen(
        command, cwd=commands.ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.read(10)
        running.stdout.close()
        printed = running.stderr.read().decode()
    assert running.returncode == 0
    assert "Traceback" not in printed
    assert "Exception" not in printed


# What nothing expected


def test_a_fault_of_the_program_is_status_70_and_a_report_without_persons_numbers(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken() -> None:
        raise ValueError("3-1005-00123-45-2")

    monkeypatch.setattr("oit.clock.today", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    answer = ask("check")
    (report,) = tmp_path.glob("oit-report-*")
    assert (answer.status, answer.out) == (70, "")
    assert answer.err == (
        f"oit: โปรแกรมผิดพลาดเอง ไม่ใช่ความผิดของข้อมูล ให้ส่งรายงาน {report} ให้ผู้ดูแลโปรแกรม\n"
    )
    text = report.read_text(encoding="utf-8")
    assert "in broken" in text
    assert "00123" not in text


def test_a_fault_whose_report_cannot_be_written_is_still_one_line(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken() -> None:
        raise RecursionError

    monkeypatch.setattr("oit.clock.today", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    answer = ask("check", "--lang", "en")
    assert answer.status == 70
    assert answer.err == (
        "oit: the program failed and could not write a report; free disk space and try again\n"
    )


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-", ">/dev/full 2>/dev/full"])
def test_closed_and_full_streams_end_no_command_in_a_traceback(
    small_agency: SmallAgency, closed: str
) -> None:
    call = f'"{sys.executable}" -m oit check {closed}'
    done = subprocess.run(
        ["sh", "-c", call], cwd=small_agency.folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == (2 if "full" in closed else 1)
    assert "Traceback" not in done.stdout + done.stderr


def test_python_that_removes_documentation_is_refused_in_a_line(small_agency: SmallAgency) -> None:
    done = commands.oit("check", cwd=small_agency.folder, PYTHONOPTIMIZE="2")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
