"""How much a request may send, and how slowly."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from desk.office import ORIGIN, Office, token_in
from oit.desk import app
from oit.desk.app import make_app
from oit.desk.asked import RefusedError
from oit.desk.guard import limits


@pytest.fixture
def pages(office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """An office with a page that takes anything."""

    def taken(asked: Any) -> PlainTextResponse:
        return PlainTextResponse(f"{len(asked.form)} {'token' in asked.form}")

    monkeypatch.setattr(
        app,
        "ADDRESSES",
        (("/", lambda _: PlainTextResponse(""), ("GET",)), ("/take/", taken, ("POST",))),
    )
    office.start()
    return office


def send(office: Office, **given: Any) -> Any:
    browser = office.signed_in("วิชัย")
    token = token_in(browser.get("/sign-out/").text)
    return browser.post("/take/", headers={**ORIGIN, "X-Desk-Token": token}, **given)


def test_a_page_gets_what_was_sent_without_the_token(pages: Office) -> None:
    browser = pages.signed_in("วิชัย")
    token = token_in(browser.get("/sign-out/").text)
    fields = {"token": token, "a": "1", "b": "2"}
    assert browser.post("/take/", data=fields, headers=ORIGIN).text == "2 False"
    assert send(pages, data={"a": "1"}).text == "1 False", "the token may be in a header"


def test_a_declared_length_is_enough_to_refuse(
    pages: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST", 5_000)
    answer = send(pages, data={"a": "x" * 6_000})
    assert answer.status_code == 413
    assert "ส่งมาใหญ่เกินไป" in answer.text


def test_what_arrives_piece_by_piece_is_counted(
    pages: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST", 5_000)

    def pieces() -> Iterator[bytes]:
        yield b"a="
        for _ in range(7):
            yield b"x" * 1_000

    answer = send(pages, content=pieces())
    # A request without a form is not read at all.
    assert answer.status_code == 200
    browser = pages.signed_in("วิชัย")
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = browser.post("/take/", headers={**ORIGIN, **kind}, content=pieces())
    assert answer.status_code == 413
    assert "ย่อขนาดไฟล์" in answer.text


@pytest.mark.parametrize(
    "sent",
    [
        {"data": {str(number): "" for number in range(9)}},
        {"files": [("u", ("a.txt", b"x")) for _ in range(3)]},
        {"data": {"a": "x" * 200}, "files": {"u": ("a.txt", b"x")}},
        {"data": {"a": "x" * 200}},
    ],
    ids=["fields", "files", "a part", "a field"],
)
def test_a_form_has_limits_too(
    pages: Office, monkeypatch: pytest.MonkeyPatch, sent: dict[str, Any]
) -> None:
    monkeypatch.setattr(limits, "FIELDS", 5)
    monkeypatch.setattr(limits, "FILES", 2)
    monkeypatch.setattr(limits, "PART", 100)
    answer = send(pages, **sent)
    assert answer.status_code == 413
    assert "<h1>" in answer.text


def test_a_form_that_is_none_is_refused(pages: Office) -> None:
    headers = {**ORIGIN, "Content-Type": "multipart/form-data"}
    answer = pages.signed_in("วิชัย").post("/take/", headers=headers, content=b"--b\r\nno\r\n")
    assert answer.status_code == 400
    assert "<h1>" in answer.text


def test_a_request_that_stops_arriving_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 0.01)

    async def stalled() -> Any:
        await asyncio.sleep(60)

    async def received() -> None:
        await limits.limited(stalled, 10)()

    with pytest.raises(RefusedError) as refused:
        asyncio.run(received())
    assert refused.value.status == 408


@pytest.mark.parametrize(
    ("text", "length"), [("12", 12), ("", 0), ("-1", 0), ("๑๒", 0), ("9" * 30, limits.MOST + 1)]
)
def test_a_length_is_a_number(text: str, length: int) -> None:
    headers = [(b"content-length", text.encode())] if text else []
    assert limits.declared({"headers": headers}) == length


def test_a_server_may_tell_of_its_start_and_end(office: Office) -> None:
    with TestClient(make_app(office.desk)) as client:
        assert client.get("/").status_code == 200


@pytest.mark.parametrize("encoding", ["utf-7", "unicode_escape", '"punycode"', "undefined"])
def test_a_form_is_in_utf8(pages: Office, encoding: str) -> None:
    kind = f"multipart/form-data; boundary=b; charset={encoding}"
    half = b'--b\r\nContent-Disposition: form-data; name="token"\r\n\r\n\\ud800\r\n--b--\r\n'
    for browser in (pages.client(), pages.signed_in("วิชัย")):
        for address in ("/sign-in/", "/take/"):
            answer = browser.post(address, headers={**ORIGIN, "Content-Type": kind}, content=half)
            assert answer.status_code == 400
            assert "อ่านสิ่งที่ส่งมาไม่ได้" in answer.text
    kind = "multipart/form-data; boundary=b; charset=UTF-8"
    headers = {**ORIGIN, "Content-Type": kind}
    answer = pages.client().post("/sign-in/", headers=headers, content=half)
    assert answer.status_code == 200
