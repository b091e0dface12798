"""``oit init``: a repository of an agency's own."""

import io
import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from built import html_of
from commands import ROOT, oit, python
from oit.assess.assessment import ItemStatus
from oit.data.checklist import available
from oit.data.folder import DataFolder
from oit.data.load import read_agency
from oit.findings.finding import Severity
from oit.forms import FORMS
from oit.forms.agency import KINDS, Agency
from oit.forms.base import Form
from oit.forms.reading import read_form
from oit.source import SourceFile, parse
from oit.start import program
from start.newcomer import Newcomer, uncommented
from views.changes.repository import Repository

FORMS_OF_FILES: dict[str, type[Form]] = {**FORMS, "agency": Agency}
HOSTILE = [
    "เทศบาล \"ก\" และ 'ข'",
    "หน่วยงาน: ส่วนกลาง #1",
    "บรรทัดแรก\nบรรทัดสอง",
    "เทศบาล 🙂",
    "<script>alert(1)</script>",
    "- [x] {a: b} & *c !d %e @f `g`",
    "null",
    "2569-01-15",
    "ก\\ข",
]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_agency_begins_with_everything_missing(kind: str, newcomer: Newcomer) -> None:
    assert newcomer.init(kind=kind).status == 0
    assessment = newcomer.check()
    assert assessment.agency.kind == kind
    assert assessment.checklist.checklist == {"college": "vocational", "hospital": "health"}.get(
        kind, "general"
    )
    assert {result.status for result in assessment.items} == {ItemStatus.MISSING}
    assert {finding.severity for finding in assessment.findings} == {Severity.GAP}


@pytest.mark.parametrize("checklist", available(), ids=lambda key: f"{key[0]}-{key[1]}")
def test_every_file_is_whole_once_its_comments_are_taken_away(
    checklist: tuple[str, int], newcomer: Newcomer
) -> None:
    name, year = checklist
    assert newcomer.init(checklist=name, year=str(year)).status == 0
    assessment = newcomer.check()
    assert (assessment.checklist.checklist, assessment.year) == checklist
    assert {finding.severity for finding in assessment.findings} == {Severity.GAP}
    files = sorted(newcomer.data.glob("**/*.yml"))
    for path in files:
        text = uncommented(path.read_text(encoding="utf-8"))
        schema_path = text.partition("$schema=")[2].partition("\n")[0]
        schema = json.loads((path.parent / schema_path).read_text(encoding="utf-8"))
        # What is written reads the same as text; dates are texts to editors too.
        values = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - our own text
        assert set(values) <= set(schema["properties"])
        Draft202012Validator(schema).validate(values)
        document = parse(text.encode(), SourceFile(path.name))
        form = FORMS_OF_FILES[Path(schema_path).name.partition(".")[0]]
        assert not document.findings
        assert not read_form(form, document).findings


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_a_name_holds_it_is_read_as_it_was_given(name: str, newcomer: Newcomer) -> None:
    assert newcomer.init(name=name, province=name).status == 0
    agency, findings = read_agency(DataFolder(newcomer.data))
    assert agency
    assert not findings
    assert (agency.name, agency.province) == (name, name)
    for page in ("README.md", "docs/about.md"):
        assert "<script" not in (newcomer.site / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["ก\u202eข", "ก\x07ข", "ก\ud800"])
def test_a_name_that_no_file_may_hold_is_refused(name: str, newcomer: Newcomer) -> None:
    printed = newcomer.init(name=name)
    assert printed.status == 2
    assert "ไม่ได้เขียนไฟล์ใด" in printed.err
    assert not newcomer.site.exists()


@pytest.mark.parametrize(
    ("given", "th", "en"),
    [
        ({"kind": "municipalty"}, 'หมายถึง "municipality"', 'did you mean "municipality"'),
        ({"year": "2026"}, "หมายถึง 2569", "did you mean 2569"),
        ({"year": "9999"}, "เช่น 2569", "such as 2569"),
        ({"year": "9" * 5000}, "ต้องเป็นปี", "must be a year"),
        ({"year": "ปีนี้"}, "ต้องเป็นปี", "must be a year"),
        ({"checklist": "genral"}, "ไม่มีแบบวัด genral", "no checklist genral"),
        ({"year": "2550"}, "ไม่มีแบบวัด general", "no checklist general"),
        ({"province": "", "year": ""}, "--province --year", "--province --year"),
        ({"name": "   "}, "--name", "--name"),
    ],
)
def test_what_is_wrong_with_a_call_is_reported(
    given: dict[str, str], th: str, en: str, newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    for lang, words in (("th", th), ("en", en)):
        printed = newcomer.init(lang, **given)
        assert (printed.status, printed.out) == (2, "")
        assert words in printed.err
        assert not newcomer.site.exists()


def test_a_folder_that_holds_something_is_left_alone(newcomer: Newcomer) -> None:
    newcomer.site.mkdir()
    for number in range(7):
        (newcomer.site / f"{number}.txt").touch()
    printed = newcomer.init()
    assert printed.status == 2
    assert "มี 0.txt, 1.txt, 2.txt, 3.txt, 4.txt …" in printed.err
    assert len(list(newcomer.site.iterdir())) == 7


def test_a_file_is_no_folder(newcomer: Newcomer) -> None:
    newcomer.site.touch()
    assert "เป็นไฟล์" in newcomer.init().err


def test_a_repository_without_files_is_as_good_as_empty(newcomer: Newcomer) -> None:
    (newcomer.site / ".git").mkdir(parents=True)
    assert newcomer.init().status == 0


def test_what_is_inside_the_programs_own_folder_would_be_lost_and_is_refused(
    newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "_local_source", lambda: newcomer.folder)
    for lang, words in (
        ("th", "ให้ออกมาก่อนด้วย cd .."),
        ("en", "leave that folder first with cd .."),
    ):
        printed = newcomer.init(lang)
        assert (printed.status, printed.out) == (2, "")
        assert words in printed.err
        assert not newcomer.site.exists()


def test_there_is_a_place_for_the_years_documents(newcomer: Newcomer) -> None:
    newcomer.init()
    assert (newcomer.site / "docs/files/2569").is_dir()


def test_what_is_private_or_made_again_is_not_kept_in_git(newcomer: Newcomer) -> None:
    newcomer.init()
    Repository.make(newcomer.site)
    made = (
        *("สขร.1 ต.ค. 68.csv", "สขร.xlsx", "เก่า.xls", "แผน.ods", "answers.xlsx", "answers.html"),
        *("workbooks/กองคลัง.xlsx", "staff-site/staff/index.html", "site.zip", "oit-2569.zip"),
        *("site/index.html", "out/site/index.html", "pages/index.md", "result.json", "oit.conf"),
    )
    for name in made:
        path = newcomer.site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    published = ("data/2569/procurement.csv", "docs/files/2569/o11.xlsx")
    for name in published:
        (newcomer.site / name).touch()
    git = Repository(newcomer.site).git
    git("add", "--all")
    kept = git("ls-files", "-z").split("\0")
    assert not {*made} & {*kept}
    assert {*published, ".oit/files.json", "docs/files/2569/.gitkeep"} <= {*kept}


def test_a_year_without_a_list_begins_with_the_newest(newcomer: Newcomer) -> None:
    printed = newcomer.init(year="2575")
    assert printed.status == 0
    assert "data/checklists/general-2575.yml" in printed.out
    assert (newcomer.data / "checklists" / "general-2575.yml").is_file()
    findings = newcomer.check().findings
    assert {f.code.id for f in findings if f.severity is not Severity.GAP} == {"OIT236"}


def test_a_list_that_is_not_the_general_one_is_in_agency_yml(newcomer: Newcomer) -> None:
    newcomer.init(kind="college")
    assert "\nchecklist: vocational\n" in newcomer.read("agency.yml")


def test_the_settings_are_the_projects_own_but_for_where_the_program_is(newcomer: Newcomer) -> None:
    newcomer.init()
    ours = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    theirs = yaml.safe_load((newcomer.site / "mkdocs.yml").read_text(encoding="utf-8"))
    ours.pop("hooks")
    ours["theme"].pop("custom_dir")
    assert theirs.pop("plugins") == [*ours.pop("plugins"), "oit"]
    assert theirs == ours


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ("vendor.github-workflows", ".github/workflows/publish.yml"),
        ("vendor.gitlab-ci", ".gitlab-ci.yml"),
    ],
)
def test_the_workflows_are_what_their_servers_take(
    schema: str, name: str, newcomer: Newcomer
) -> None:
    newcomer.init()
    judged = python("check_jsonschema", "--builtin-schema", schema, newcomer.site / name)
    assert judged.returncode == 0, judged.stdout + judged.stderr


def test_nothing_is_published_where_the_data_is_wrong_but_what_is_missing_is_shown(
    newcomer: Newcomer,
) -> None:
    newcomer.init()
    hooks = yaml.safe_load((newcomer.site / ".pre-commit-config.yaml").read_bytes())
    entry = hooks["repos"][0]["hooks"][0]["entry"]
    assert entry == "sh -c 'oit check || test $? -eq 1'"
    for name in (".github/workflows/publish.yml", ".gitlab-ci.yml"):
        assert "oit check || test $? -eq 1\n" in (newcomer.site / name).read_text(encoding="utf-8")


def test_the_workflow_names_every_action_by_its_commit(newcomer: Newcomer) -> None:
    newcomer.init()
    workflow = yaml.safe_load((newcomer.site / ".github/workflows/publish.yml").read_bytes())
    used = [s["uses"] for job in workflow["jobs"].values() for s in job["steps"] if "uses" in s]
    assert len(used) == 5
    assert all(len(name.partition("@")[2]) == 40 for name in used)
    gitlab = yaml.safe_load((newcomer.site / ".gitlab-ci.yml").read_bytes())
    assert len(gitlab["default"]["image"].partition("@sha256:")[2]) == 64


def test_the_site_is_built_every_night(newcomer: Newcomer) -> None:
    newcomer.init()
    workflow = yaml.safe_load((newcomer.site / ".github/workflows/publish.yml").read_bytes())
    # YAML 1.1 reads the key `on` as a truth value.
    assert workflow[True]["schedule"] == [{"cron": "30 18 * * *"}]
    assert workflow["jobs"]["deploy"]["if"] == "github.event_name != 'pull_request'"


def test_an_interrupted_init_can_be_repeated(
    newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(program, "bring", stopped)
        assert newcomer.init().status == 130
    assert newcomer.init().status == 0
    assert not (newcomer.site / ".oit/unfinished").exists()
    assert newcomer.init().status == 2


def test_editors_are_reported_of_schemas_that_are_there(newcomer: Newcomer) -> None:
    newcomer.init()
    settings = json.loads((newcomer.site / ".vscode/settings.json").read_bytes())
    for path in settings["yaml.schemas"]:
        assert (newcomer.site / path).is_file()


def test_no_line_ends_in_spaces_and_every_file_in_a_line_end(newcomer: Newcomer) -> None:
    newcomer.init()
    for path in filter(Path.is_file, newcomer.site.rglob("*")):
        if path.suffix == ".whl":
            continue
        text = path.read_bytes().decode()
        assert not text or text.endswith("\n"), path
        assert all(line == line.rstrip() for line in text.splitlines()), path


def test_the_site_is_built_at_once_and_shows_every_item(newcomer: Newcomer) -> None:
    newcomer.init(name=HOSTILE[4])
    out = newcomer.folder / "out"
    built = oit(
        "build", "--data", newcomer.data, "--out", out, "--today", "2569-04-01", cwd=newcomer.folder
    )
    assert (built.returncode, built.stderr) == (0, "")
    status = json.loads((out / "oit/2569/status.json").read_bytes())
    assert status["summary"]["missing"] == 26
    about = html_of(out / "about/index.html")
    assert "ที่รวมข้อมูลสาธารณะของหน่วยงาน" in about
    assert not any("ให้เขียนใหม่" in p.read_text(encoding="utf-8") for p in out.rglob("*.html"))
    assert "assets/oit.css" in (out / "index.html").read_text(encoding="utf-8")
    assert not any("<script>alert" in p.read_text(encoding="utf-8") for p in out.rglob("*.html"))


def test_the_usual_owner_is_not_taken_for_the_officers_word(newcomer: Newcomer) -> None:
    newcomer.init()
    results = newcomer.check().items
    assert {result.owner for result in results} == {""}
    assert "กองคลัง" in {result.suggested_owner for result in results}


def test_what_an_officer_accepts_is_the_owner_and_no_example(newcomer: Newcomer) -> None:
    newcomer.init()
    newcomer.write("2569/o11.yml", "owner: กองคลัง\nmonths:\n  - {month: 2568-10, nothing: ไม่มี}\n")
    (result,) = (result for result in newcomer.check().items if result.item.id == "O11")
    assert result.owner == "กองคลัง"
    assert all("owner" not in finding.message("en") for finding in result.findings)


def test_the_desk_is_opened_by_a_double_click_on_windows(newcomer: Newcomer) -> None:
    newcomer.init()
    script = (newcomer.site / "desk.cmd").read_bytes()
    assert script.isascii()
    lines = script.decode().split("\r\n")
    assert not any("\n" in line for line in lines)
    assert lines[-2:] == ["if errorlevel 1 pause", ""]
    # The manual says the same command.
    [command] = [line for line in lines if line.startswith("uv run")]
    manual = (ROOT / "manual/it/install.md").read_text(encoding="utf-8")
    assert f"\n{command}\n" in manual
    assert "*.cmd text eol=crlf" in (newcomer.site / ".gitattributes").read_text(encoding="utf-8")
