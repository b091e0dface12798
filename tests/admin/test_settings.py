"""The editor's settings follow the folder and its checklists."""

from typing import Any

import pytest

from oit.data.folder import DataFolder
from oit.forms.agency import Agency, Editor
from oit.views.pages.editor.fault import NoEditorError
from oit.views.pages.editor.settings import local_backend, published_backend, reached, settings
from small_agency import SmallAgency


@pytest.fixture
def made(folder: DataFolder, agency: Agency) -> dict[str, Any]:
    collections = settings(folder, agency, local_backend())["collections"]
    return {collection["name"]: collection for collection in collections}


def test_a_year_is_a_collection_and_an_item_is_a_file(made: dict[str, Any]) -> None:
    files = {file["file"]: file["label"] for file in made["y2569"]["files"]}

    assert [*made] == ["y2569", "agency"]
    assert files["data/2569/o02.yml"] == "O2 ข่าวประชาสัมพันธ์"
    assert files["data/2569/review.yml"] == "คะแนนและข้อสังเกตของผู้ประเมิน (ไม่เผยแพร่)"
    assert len(files) == 7
    assert [file["file"] for file in made["agency"]["files"]] == ["data/agency.yml"]


def test_the_previous_year_shows_files_that_the_next_year_reads(
    small_agency: SmallAgency,
) -> None:
    lists = small_agency.data / "checklists"
    small_agency.add(
        "data/checklists/small-2569.yml",
        "  - {id: O28, title: ของปีก่อน, indicator: '10', form: document, file_year: previous}\n",
    )
    of_2569 = (lists / "small-2569.yml").read_text(encoding="utf-8")
    small_agency.write("data/checklists/small-2568.yml", of_2569.replace("2569", "2568"))
    small_agency.write("data/2568/o28.yml", "owner: ก\n")
    small_agency.write("data/2568/ita.yml", "owner: ก\n")
    folder = DataFolder(small_agency.data, small_agency.folder)
    agency = Agency(name="ก", kind="municipality", checklist="small")

    def labels() -> list[tuple[str, int]]:
        made = settings(folder, agency, local_backend())["collections"]
        return [(one["label"], len(one["files"])) for one in made[1:-1]]

    assert labels() == [("ปีงบประมาณ 2568 (ที่ข้อของปี 2569 ใช้)", 1)]
    small_agency.write("data/2568/o07.yml", "owner: ก\n")
    assert labels() == [
        ("ปีงบประมาณ 2568", 8),
        ("ปีงบประมาณ 2567 (ที่ข้อของปี 2568 ใช้)", 1),
    ]


def test_documents_go_where_items_look_for_them(made: dict[str, Any]) -> None:
    assert made["y2569"]["media_folder"] == "/docs/files/2569"
    assert made["y2569"]["public_folder"] == "files/2569"


def test_the_description_of_a_file_gives_the_elements(made: dict[str, Any]) -> None:
    fields = made["y2569"]["files"][2]["fields"]

    assert fields[0]["widget"] == "asked"
    assert fields[0]["elements"] == ["ผลรายโครงการ", "ปัญหา/อุปสรรค", "ข้อเสนอแนะ"]
    hints = {field["name"]: field.get("hint", "") for field in fields}
    assert hints["problems"].endswith("เช่น ฝนตกต่อเนื่องทำให้ล่าช้า 14 วัน · องค์ประกอบ problems")
    assert "{" not in hints["documents"]


def test_a_hint_has_no_repetition(made: dict[str, Any]) -> None:
    fields = {field["name"]: field for field in made["y2569"]["files"][2]["fields"]}
    [_, file, *_] = fields["documents"]["fields"]

    assert fields["summary"]["hint"] == "ข้อความสั้น ๆ นำหน้าข้อมูล"
    assert fields["owner"]["hint"] == "สำนัก/กอง ที่ดูแลข้อนี้ · เช่น กองยุทธศาสตร์และงบประมาณ"
    assert file["hint"] == "ที่อยู่ใต้ docs/ เช่น files/2569/o07-report.pdf"


def test_elements_for_other_kinds_of_agency_are_omitted(made: dict[str, Any]) -> None:
    # Gifts are asked of schools, and this is a municipality.
    assert made["y2569"]["files"][5]["fields"][0]["elements"] == []


def test_the_first_field_identifies_the_file(made: dict[str, Any]) -> None:
    files = [file for collection in made.values() for file in collection["files"]]
    names = [file["fields"][0]["name"] for file in files]

    assert len(set(names)) == len(names) == 8


def test_items_that_share_a_file_are_edited_together(small_agency: SmallAgency) -> None:
    small_agency.add(
        "data/checklists/small-2569.yml",
        "  - {id: O24, title: มาตรการ, indicator: '10', form: ita_development, file: ita.yml,\n"
        "     elements: [{id: a, text: หนึ่ง, rule: present, field: measures}]}\n"
        "  - {id: O25, title: ผล, indicator: '10', form: measures_report, file: ita.yml,\n"
        "     elements: [{id: a, text: สอง, rule: present, field: measures}]}\n",
    )
    folder = DataFolder(small_agency.data, small_agency.folder)
    agency = Agency(name="ก", kind="municipality", checklist="small")

    [shared] = [
        file
        for file in settings(folder, agency, local_backend())["collections"][0]["files"]
        if file["file"] == "data/2569/ita.yml"
    ]

    assert shared["label"] == "O24 มาตรการ · O25 ผล"
    assert shared["fields"][0]["elements"] == ["หนึ่ง", "สอง"]


def test_unknown_forms_and_years_without_a_checklist_are_omitted(
    small_agency: SmallAgency,
) -> None:
    small_agency.write("data/2570/o01.yml", "owner: ก\n")
    small_agency.add(
        "data/checklists/small-2569.yml",
        "  - {id: O30, title: ใหม่, indicator: '10', form: unheard_of}\n",
    )
    folder = DataFolder(small_agency.data, small_agency.folder)
    agency = Agency(name="ก", kind="municipality", checklist="small")

    year, *others = settings(folder, agency, local_backend())["collections"]

    assert len(year["files"]) == 7
    assert [other["name"] for other in others] == ["agency"]


def test_github_requires_an_oauth_helper() -> None:
    backend = published_backend(
        Editor(backend="github", repo="lek/oit", base_url="https://auth.lek.example/")
    )

    assert backend["base_url"] == "https://auth.lek.example"
    assert (backend["repo"], backend["branch"]) == ("lek/oit", "main")
    assert reached(backend) == ["https://api.github.com", "https://www.githubstatus.com"]


@pytest.mark.parametrize("root", [None, "https://git.lek.example/gitlab/"])
def test_gitlab_requires_no_helper(root: str | None) -> None:
    backend = published_backend(
        Editor(backend="gitlab", repo="lek/oit", branch="web", base_url=root, app_id="7")
    )

    wanted = (root or "https://gitlab.com").rstrip("/")
    assert backend["api_root"] == f"{wanted}/api/v4"
    assert (backend["auth_type"], backend["app_id"], backend["branch"]) == ("pkce", "7", "web")
    assert reached(backend) == ["/".join(wanted.split("/")[:3])]


@pytest.mark.parametrize(
    ("editor", "lacking"),
    [
        (None, "backend"),
        (Editor(backend="github", repo="lek/oit"), "base_url"),
        (Editor(backend="gitlab", repo="lek/oit"), "app_id"),
    ],
)
def test_missing_settings_are_reported(editor: Editor | None, lacking: str) -> None:
    with pytest.raises(NoEditorError, match=lacking) as caught:
        published_backend(editor)

    assert lacking in caught.value.reason.en


def test_the_local_editor_uses_only_this_machine() -> None:
    assert reached(local_backend()) == []
