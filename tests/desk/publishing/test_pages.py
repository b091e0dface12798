"""The pages of preview, history and publication."""

from time import monotonic, sleep

import pytest
from starlette.testclient import TestClient

from oit.desk.app import make_app
from oit.desk.asked import Asked, Page, RefusedError
from oit.desk.desk import Desk
from oit.desk.officer import ALONE, Officer, Role
from oit.desk.pages import history as history_page
from oit.desk.pages import preview as preview_page
from oit.desk.pages import publish as publish_page
from oit.desk.pages.preview import POLICY
from oit.desk.publishing import publish
from oit.desk.publishing.job import Job, Progress
from oit.desk.saving.draft import Draft, fresh, keep
from small_agency import SmallAgency
from views.changes.repository import Repository

PREVIEW = "/2569/o7/preview/site/oit/2569/o7/"
PATH = {"year": "2569", "slug": "o7"}


@pytest.fixture
def client(desk: Desk) -> TestClient:
    return TestClient(make_app(desk))


def eventually(client: TestClient, address: str, gone: str) -> str:
    """Open a page again and again, as it asks for, until it no longer waits."""
    limit = monotonic() + 60
    while gone in (text := client.get(address).text):
        assert monotonic() < limit
        sleep(0.05)
    return text


def type_in(desk: Desk, **values: str) -> None:
    file = desk.file(2569, "o7")
    assert file is not None
    draft = fresh(file)
    assert isinstance(draft.mine, dict)
    keep(desk, ALONE, file, Draft(draft.base, {**draft.mine, **values}, draft.version))


def test_preview_shows_what_was_typed_and_can_do_nothing(
    client: TestClient, desk: Desk, framed: list[bool]
) -> None:
    assert framed
    type_in(desk, problems="<script>alert(1)</script>ขาดคน")
    assert "กำลังเตรียม" in client.get("/2569/o7/preview/").text
    page = eventually(client, "/2569/o7/preview/", "กำลังเตรียม")
    assert 'sandbox="allow-same-origin"' in page
    shown = client.get("/2569/o7/preview/site/")
    assert shown.url.path == PREVIEW
    assert "ขาดคน" in shown.text
    assert "<script" not in shown.text
    assert "preview-banner" in shown.text.partition('<body dir="ltr">')[2]
    assert shown.headers["content-security-policy"] == POLICY
    css = client.get("/2569/o7/preview/site/assets/oit.css")
    assert (css.text, css.headers["content-type"]) == ("x{}", "text/css; charset=utf-8")
    assert css.headers["content-security-policy"] == POLICY


@pytest.mark.parametrize(
    "path", ["oit/2569/o8/", "oit/2569/", "..%2f..%2fdrafts", "staff/", "x.pdf"]
)
def test_other_pages_are_not_previewed(client: TestClient, path: str) -> None:
    answer = client.get(f"/2569/o7/preview/site/{path}")
    assert answer.status_code == 404
    assert "เฉพาะหน้าของข้อนี้" in answer.text
    assert answer.headers["content-security-policy"] == POLICY


def test_preview_says_why_there_is_none(client: TestClient, framed: list[bool]) -> None:
    framed.append(False)
    assert "แก้ข้อมูลที่ผิด" in eventually(client, "/2569/o7/preview/", "กำลังเตรียม")
    assert "แก้ข้อมูลที่ผิด" in client.get(PREVIEW).text


def test_form_has_the_preview_beside_it_if_the_address_says_so(client: TestClient) -> None:
    assert "<iframe" not in client.get("/2569/o7/").text
    assert 'src="/2569/o7/preview/site/"' in client.get("/2569/o7/?preview=1").text
    shown = client.get("/2569/o7/preview/?beside=1")
    assert shown.url.path == "/2569/o7/"
    assert "<iframe" in shown.text
    assert "<iframe" in client.get("/2569/o8/").text, "the browser remembers it"
    assert "<iframe" not in client.get("/2569/o8/preview/?beside=0").text


def test_history_escapes_what_is_in_git(
    client: TestClient, small_agency: SmallAgency, repository: Repository
) -> None:
    small_agency.add("data/2569/o07.yml", "problems: <img src=x onerror=alert(1)>\n")
    repository.commit("แก้")
    text = client.get("/2569/o7/history/").text
    assert "&lt;img src=x" in text
    assert "<img" not in text
    assert "2 มีนาคม 2569" in text
    assert "ผู้แก้" in text


@pytest.mark.parametrize("skip", ["1", "99999999999", "-1", "๑", "x"])
def test_history_from_anywhere(client: TestClient, skip: str) -> None:
    assert client.get("/2569/o7/history/", params={"skip": skip}).status_code == 200


def test_published_by_one_button(
    client: TestClient, desk: Desk, small_agency: SmallAgency, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_agency.add("data/2569/o07.yml", "problems: ขาดคน\n")

    def build(_desk: Desk, _way: publish.Way, progress: Progress) -> None:
        progress.add("สร้างแล้ว")
        publish.zip_of(desk).write_bytes(b"PK")

    monkeypatch.setattr(publish, "_build", build)
    page = client.get("/publish/").text
    assert '<a href="/2569/o7/">O7 รายงานผลการดำเนินงาน</a>: ปัญหา/อุปสรรค' in page
    assert client.get("/publish/site.zip").status_code == 404
    client.post("/publish/", data={"do": "publish"})
    page = eventually(client, "/publish/progress/", "กำลังทำงาน")
    assert "เสร็จแล้ว" in page
    assert "สร้างแล้ว" in page
    assert client.get("/publish/site.zip").content == b"PK"
    page = client.get("/publish/").text
    assert "ไม่มีอะไรเปลี่ยน" in page
    assert "ครั้งล่าสุด" in page


def test_errors_lead_to_their_fields(client: TestClient, small_agency: SmallAgency) -> None:
    small_agency.write(
        "data/2569/o07.yml",
        "owner: ก\nprojects:\n  - name: ก\n    budget: สิบ\n  - {name: ข, x: 1}\n",
    )
    page = client.get("/publish/").text
    assert 'href="/2569/o7/#f/projects/0/budget"' in page
    assert 'href="/2569/o7/#f/projects/1/x"' in page
    assert 'value="publish"' not in page


def test_broken_git_is_told(client: TestClient, small_agency: SmallAgency) -> None:
    (small_agency.folder / ".git/index").write_bytes(b"?")
    page = client.get("/publish/")
    assert page.status_code == 200
    assert "git บอกไม่ได้ว่าอะไรเปลี่ยน" in page.text


def test_progress_of_a_job_under_way_and_of_one_that_was_interrupted(
    client: TestClient, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get("/publish/progress/").url.path == "/publish/"
    monkeypatch.setattr(Job, "_lock", lambda *_, **__: None)
    job = '{"kind": "publish", "by": "", "started": "2026-03-01T10:00:00+07:00",'
    job += '"state": "running", "step": "สร้าง", "lines": [], "ended": ""}'
    (desk.state_folder("publish") / "job.json").write_text(job, encoding="utf-8")
    page = client.get("/publish/")
    assert page.url.path == "/publish/progress/"
    assert 'http-equiv="refresh"' in page.text
    client.post("/publish/", data={"do": "publish"})
    monkeypatch.undo()
    assert "ไม่เสร็จ" in client.get("/publish/progress/").text
    assert "ไม่เสร็จ" in client.get("/publish/").text


def test_unknown_button(client: TestClient) -> None:
    assert client.post("/publish/", data={"do": "delete"}).status_code == 400


def asked(desk: Desk, officer: Officer, path: dict[str, str]) -> Asked:
    return Asked(desk, officer, path=path)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.READER])
@pytest.mark.parametrize(
    "page", [publish_page.publish, publish_page.progress, publish_page.download]
)
def test_only_editors_publish(desk: Desk, role: Role, page: Page) -> None:
    with pytest.raises(RefusedError) as refused:
        page(asked(desk, Officer("x", role, ("กองคลัง",)), {}))
    assert refused.value.status == 403


@pytest.mark.parametrize("page", [preview_page.preview, preview_page.site, history_page.history])
def test_officers_see_their_own_items_only(desk: Desk, page: Page) -> None:
    with pytest.raises(RefusedError) as refused:
        page(asked(desk, Officer("x", Role.OFFICER, ("กองช่าง",)), {**PATH, "path": ""}))
    assert refused.value.status == 404
