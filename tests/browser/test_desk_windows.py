"""The desk in a browser: a page that stays open while its officer signs in again elsewhere."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Page, expect
from starlette.middleware import Middleware

from browser.conftest import NewPage
from desk.office import PASSWORD, Office
from oit.desk.app import make_app
from oit.desk.guard.sign_in import SignIn

pytestmark = pytest.mark.browser


@pytest.fixture
def desk_address(tmp_path: Path) -> Iterator[str]:
    """Serve an office with accounts, on this machine."""
    office = Office.make(tmp_path / "agency")
    app = make_app(office.desk, (Middleware(SignIn, desk=office.desk, is_secure=False),))
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()


def sign_in(page: Page, address: str, name: str) -> None:
    page.goto(f"{address}/sign-in/")
    page.locator('[name="name"]').fill(name)
    page.locator('[name="password"]').fill(PASSWORD)
    page.locator("main button, form button").first.click()
    page.wait_for_url(f"{address}/")


def sign_out(page: Page, address: str) -> None:
    page.goto(f"{address}/sign-out/")
    page.locator("main button, form button").first.click()
    page.wait_for_url(f"{address}/sign-in/")


def test_a_page_goes_on_after_its_officer_has_signed_in_again_elsewhere(
    new_page: NewPage, desk_address: str
) -> None:
    page = new_page()
    sign_in(page, desk_address, "วิชัย")
    page.goto(f"{desk_address}/2569/o1/")
    said = page.locator("#live")
    summary = page.locator('[name="f/summary"]')
    other = page.context.new_page()
    sign_out(other, desk_address)
    summary.fill("หนึ่ง")
    expect(said).to_contain_text("ต้องเข้าสู่ระบบใหม่")
    # Somebody else's session is not taken over.
    sign_in(other, desk_address, "สมศรี")
    summary.fill("สอง")
    expect(said).to_contain_text("บัญชีอื่น")
    sign_out(other, desk_address)
    sign_in(other, desk_address, "วิชัย")
    summary.fill("สาม")
    expect(page.locator("#kept")).to_contain_text("เก็บร่างแล้ว")
    page.locator(".bar button.primary").click()
    expect(page.locator("main .ok").first).to_contain_text("บันทึกแล้ว 1 ช่อง")


def test_the_checker_is_asked_again_after_a_document_was_dropped(
    new_page: NewPage, desk_address: str
) -> None:
    page = new_page()
    sign_in(page, desk_address, "วิชัย")
    page.goto(f"{desk_address}/2569/o7/")
    page.locator('#documents [type="file"]').set_input_files(
        {"name": "แผน.txt", "mimeType": "text/plain", "buffer": "แผนของปี".encode()}
    )
    with page.expect_response("**/2569/o7/check/") as checked:
        page.locator('#documents button[value="hand-in"]').click()
    assert checked.value.ok
    # Nothing was typed, so there is no draft.
    expect(page.locator("#kept")).to_be_empty()
