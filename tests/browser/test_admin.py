"""An officer edits the data in a browser; only the edited parts of the file change."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

import commands
from browser.conftest import NewPage
from browser.editor import called, changes, git, keep_packages
from browser.host import serve
from small_agency import SmallAgency

pytestmark = pytest.mark.browser

HARM = "<img src=x onerror=window.hit=1>[x](javascript:window.hit=1)"
ON_GITHUB = "admin: {backend: github, repo: lek/oit, base_url: 'https://auth.lek.example'}\n"
WITH_COMMENTS = """\
# งานของกองวิชาการ
owner: "กองวิชาการ"   # ผู้ดูแล

news:
  # ข่าวแรก
  - title: 'ทำบุญ'
    date: 2569-01-01   # วันหยุด

  # ข่าวที่สอง
  - {title: "ประชุมสภา"}   # ครั้งที่ 1
"""


@pytest.fixture(scope="module")
def agency(tmp_path_factory: pytest.TempPathFactory) -> SmallAgency:
    agency = SmallAgency.make(tmp_path_factory.mktemp("edited"))
    agency.write("data/2569/o02.yml", WITH_COMMENTS)
    agency.write("data/2569/o20.yml", f"owner: '{HARM}'\nsummary: '{HARM}'\n")
    checklist = agency.data / "checklists/small-2569.yml"
    harmful = checklist.read_text(encoding="utf-8").replace("text: จำนวน,", f"text: '{HARM}',")
    checklist.write_text(harmful, encoding="utf-8")
    (agency.folder / ".gitignore").write_text(".cache\n", encoding="utf-8")
    made = commands.oit("new", "O8", "--data", agency.data)
    assert made.returncode == 0, made.stderr
    git(agency.folder, "init", "--quiet")
    git(agency.folder, "add", "--all")
    git(agency.folder, "commit", "--quiet", "--message", "as it was")
    return agency


@pytest.fixture(scope="module")
def address(agency: SmallAgency) -> Iterator[str]:
    """The address printed by the command in "web-editor.md"."""
    keep_packages(agency.folder)
    made = commands.oit("admin", "install", cwd=agency.folder)
    assert made.returncode == 0, made.stderr
    with called(agency.folder) as address:
        yield address


@pytest.fixture
def repository(agency: SmallAgency) -> Iterator[Path]:
    """The repository, as it was committed."""
    yield agency.folder
    git(agency.folder, "add", "--all")
    git(agency.folder, "reset", "--quiet", "--hard")


@pytest.fixture
def wrong() -> list[str]:
    """The errors reported by the browser."""
    return []


@pytest.fixture
def editor(new_page: NewPage, address: str, wrong: list[str]) -> Iterator[Page]:
    """The editor's page; checks that nothing fails, runs, or contacts other hosts."""
    page = new_page()
    page.set_default_timeout(8000)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda line: wrong.append(line.text) if line.type == "error" else None)

    def confirm(dialog: Dialog) -> None:
        wrong.append(dialog.message)
        dialog.accept()

    page.on("dialog", confirm)
    page.goto(address)
    page.get_by_role("button", name="เข้าสู่ระบบ").click()
    yield page
    host = address.removesuffix("admin/")
    assert [url for url in requests if not url.startswith((host, "data:", "blob:"))] == []
    assert wrong == []
    assert page.evaluate("window.hit") is None


def open_item(page: Page, name: str) -> None:
    page.get_by_role("link", name=name).click()
    expect(page.get_by_text("ผู้รับผิดชอบ").first).to_be_visible()


def open_entry(page: Page, number: int) -> None:
    # Each entry has two buttons, to open and to remove it.
    page.locator("button[class*=TopBarButton]").nth(2 * (number - 1)).click()


def write(page: Page, name: str, text: str, nth: int = 0) -> None:
    page.locator(f"[id^={name}-field]").nth(nth).fill(text)


def rewrite(page: Page, name: str, text: str) -> None:
    """Type like a user: the editor moves the caret when a field is entered again."""
    page.locator(f"[id^={name}-field]").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(text)


def save(page: Page) -> None:
    try_to_save(page)
    expect(page.get_by_text("บันทึกการเปลี่ยนแปลงแล้ว")).to_be_visible()


def try_to_save(page: Page) -> None:
    page.get_by_role("button", name="บันทึก", exact=True).click()
    page.get_by_role("menuitem", name="บันทึกตอนนี้").click()


def test_item_and_an_entry_of_its_list_are_edited_and_checked(
    editor: Page, repository: Path
) -> None:
    open_item(editor, "O2 ข่าวประชาสัมพันธ์")
    expect(editor.get_by_text("องค์ประกอบที่ต้องแสดง")).to_be_visible()
    write(editor, "owner", "กองช่าง: ฝ่าย # 2")
    open_entry(editor, 2)
    write(editor, "title", "ประชุมสภา, วันอื่น", nth=1)
    write(editor, "date", "15 ก.พ. 2569", nth=1)
    save(editor)

    assert changes(repository) == [
        '-owner: "กองวิชาการ"   # ผู้ดูแล',
        '+owner: "กองช่าง: ฝ่าย # 2"   # ผู้ดูแล',
        '-  - {title: "ประชุมสภา"}   # ครั้งที่ 1',
        '+  - {title: "ประชุมสภา, วันอื่น", date: 15 ก.พ. 2569}   # ครั้งที่ 1',
    ]
    checked = commands.oit("check", "--data", repository / "data", "--item", "O2")
    assert checked.returncode == 0, checked.stdout


def test_data_that_would_stop_the_site_is_refused(
    editor: Page, wrong: list[str], repository: Path
) -> None:
    open_item(editor, "O2 ข่าวประชาสัมพันธ์")
    # The title of an item is not an optional field.
    title = editor.locator("label", has_text="O2 ข่าวประชาสัมพันธ์")
    expect(title.get_by_text("ไม่บังคับ")).to_be_hidden()
    expect(editor.get_by_text("ผู้รับผิดชอบ (ไม่บังคับ)")).to_be_visible()

    rewrite(editor, "updated", "32 ม.ค. 2569")
    editor.locator("[id^=owner-field]").click()
    beside = editor.get_by_text("เขียนวันที่ เช่น 2569-01-15 หรือ 15 ม.ค. 2569")
    expect(beside).to_be_visible()

    rewrite(editor, "updated", "31 ก.พ. 2569")
    expect(beside).to_be_hidden()
    try_to_save(editor)
    refusal = editor.get_by_role("dialog")
    expect(refusal).to_contain_text("31 ก.พ. 2569")
    expect(refusal).to_contain_text("เขียนวันที่ที่มีจริง เช่น 2569-01-15")
    assert changes(repository) == []

    refusal.get_by_role("button", name="กลับไปแก้").click()
    rewrite(editor, "updated", "28 ก.พ. 2569")
    save(editor)
    assert changes(repository) == ["+updated: 28 ก.พ. 2569"]
    # The browser and the editor log the refusal.
    assert len(wrong) == 3, wrong
    wrong.clear()


def test_reverted_edit_leaves_every_byte(editor: Page, repository: Path) -> None:
    open_item(editor, "O2 ข่าวประชาสัมพันธ์")
    write(editor, "owner", "กองช่าง")
    save(editor)
    assert len(changes(repository)) == 2
    editor.reload()
    write(editor, "owner", "กองวิชาการ")
    save(editor)

    assert changes(repository) == []


def test_file_of_comments_becomes_an_item(editor: Page, repository: Path) -> None:
    open_item(editor, "O8 ข้อมูลทั่วไป")
    write(editor, "owner", "กองคลัง")
    editor.get_by_role("button", name="เพิ่มรายการ").click()
    write(editor, "title", "ข้อบัญญัติ")
    save(editor)

    before = git(repository, "show", "HEAD:data/2569/o08.yml").splitlines()
    after = (repository / "data/2569/o08.yml").read_text(encoding="utf-8").splitlines()
    assert changes(repository) == ["+owner: กองคลัง", "+entries:", "+  - title: ข้อบัญญัติ"]
    assert [line for line in after if line.startswith("#")] == [line for line in before if line]
    assert after.index("owner: กองคลัง") == after.index("# owner: สำนักปลัด") + 1


def test_harmful_data_is_shown_and_not_run(editor: Page, repository: Path) -> None:
    open_item(editor, "O20 สถิติเรื่องร้องเรียน")

    expect(editor.locator("[id^=owner-field]")).to_have_value(HARM)
    expect(editor.locator(".asked li", has_text="onerror")).to_be_visible()
    assert editor.locator("img[src=x], a[href^=javascript]").count() == 0
    assert changes(repository) == []


def test_published_editor_contacts_no_host_before_signing_in(
    agency: SmallAgency, repository: Path, tmp_path: Path, new_page: NewPage
) -> None:
    agency.add("data/agency.yml", ON_GITHUB)
    assert changes(repository) == [f"+{ON_GITHUB.strip()}"]
    site = tmp_path / "site"
    built = commands.oit("build", "--admin", "--data", agency.data, "--out", site)
    verified = commands.oit("verify", site, "--data", agency.data)
    page = new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))

    with serve(site) as address:
        page.goto(f"{address}admin/")
        expect(page.get_by_role("button", name="GitHub")).to_be_visible()

    assert (built.returncode, verified.returncode) == (0, 0), built.stderr + verified.stdout
    assert [url for url in requests if not url.startswith((address, "data:", "blob:"))] == []
