"""Signing in: who comes in, for how long, and what is noted."""

import json
import threading
from errno import ENOSPC
from http.cookies import SimpleCookie
from typing import Any

import anyio
import httpx2
import pytest

from desk.office import HOST, ORIGIN, PASSWORD, Office, token_in
from oit.desk.accounts import passwords
from oit.desk.accounts.accounts import Account
from oit.desk.guard import sessions, sign_ins, throttle
from oit.desk.officer import Officer, Role

OTHER = "ไม่ใช่รหัสผ่านนี้"


def cookie_of(response: Any) -> Any:
    jar = SimpleCookie(response.headers["set-cookie"])
    return jar["__Host-oit-desk"]


def test_whoever_has_not_signed_in_is_led_to_the_form_and_back(office: Office) -> None:
    browser = office.client()
    led = browser.get("/2569/o1/?x=1&y=ก")
    assert led.status_code == 303
    form = browser.get(led.headers["location"])
    assert 'name="next" value="/2569/o1/?x=1&amp;y=%E0%B8%81"' in form.text
    onward = "/2569/o1/?x=1&y=%E0%B8%81"
    signed = office.sign_in(browser, "สมศรี", next=onward)
    assert (signed.status_code, signed.headers["location"]) == (303, onward)
    assert browser.get(onward).status_code == 200


def test_the_cookie_is_for_this_host_alone(office: Office) -> None:
    cookie = cookie_of(office.sign_in(office.client(), "สมศรี"))
    assert (cookie["path"], cookie["domain"], cookie["samesite"]) == ("/", "", "Lax")
    assert cookie["secure"] is True
    assert cookie["httponly"] is True


@pytest.mark.parametrize(
    "elsewhere",
    ["//evil.example/", "/\\evil.example", "https://evil.example/", "/x\r\nSet-Cookie: a=b", "x"],
)
def test_nobody_is_led_to_another_site(office: Office, elsewhere: str) -> None:
    signed = office.sign_in(office.client(), "สมศรี", next=elsewhere)
    assert signed.headers["location"] == "/"


@pytest.mark.parametrize(
    ("name", "password"), [("สมศรี", "wrong"), ("nobody", PASSWORD), ("", ""), ("ก" * 99, "x" * 999)]
)
def test_wrong_names_and_passwords_are_refused_in_the_same_words(
    office: Office, name: str, password: str
) -> None:
    browser = office.client()
    refused = office.sign_in(browser, name, password=password)
    assert refused.status_code == 401
    assert "ชื่อบัญชีหรือรหัสผ่านไม่ถูกต้อง" in refused.text
    assert password not in refused.text or not password
    assert browser.get("/").status_code == 303


def test_a_name_may_be_typed_in_another_way(office: Office) -> None:
    browser = office.client()
    kept = passwords.hashed("น้ำตาล น้ำปลา น้ำส้ม")
    office.accounts.put(Account(Officer("Kamon ชำนาญ", Role.EDITOR), kept))
    typed = "น้ํ\u0e32ตาล น้ํ\u0e32ปลา น้ํ\u0e32ส้ม"
    assert office.sign_in(browser, " kamon ชํ\u0e32นาญ", password=typed).status_code == 303


def test_an_unknown_name_costs_the_same_work(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []

    class Counting:
        def verify(self, kept: str, password: str) -> bool:
            compared.append(kept)
            return hasher.verify(kept, password)

    hasher = passwords._HASHER
    browser = office.client()
    browser.get("/sign-in/")
    monkeypatch.setattr(passwords, "_HASHER", Counting())
    office.sign_in(browser, "nobody")
    office.sign_in(browser, "สมศรี")
    assert len(compared) == 2


def test_a_form_without_its_token_signs_nobody_in(office: Office) -> None:
    browser = office.client()
    fields = {"name": "สมศรี", "password": PASSWORD}
    for token in ({}, {"token": "x"}):
        assert (
            browser.post("/sign-in/", data={**fields, **token}, headers=ORIGIN).status_code == 200
        )
    assert browser.get("/").status_code == 303


def test_sign_in_begins_another_session(office: Office) -> None:
    browser = office.client()
    before = token_in(browser.get("/sign-in/").text)
    office.sign_in(browser, "สมศรี")
    assert token_in(browser.get("/").text) != before


def test_whoever_has_signed_in_needs_no_form(office: Office) -> None:
    browser = office.signed_in("สมศรี")
    assert browser.get("/sign-in/?next=/2569/o1/").headers["location"] == "/2569/o1/"


def test_sign_out_ends_every_session_of_the_account_and_no_other(office: Office) -> None:
    first, second, other = map(office.signed_in, ("สมศรี", "สมศรี", "มาลี"))
    form = first.get("/sign-out/")
    assert form.status_code == 200
    assert first.post("/sign-out/", headers=ORIGIN).status_code == 200, "without a token"
    assert second.get("/").status_code == 200
    out = first.post("/sign-out/", data={"token": token_in(form.text)}, headers=ORIGIN)
    assert out.headers["location"] == "/sign-in/"
    assert [browser.get("/").status_code for browser in (first, second, other)] == [303, 303, 200]
    office.start()
    again = office.client()
    again.cookies = second.cookies
    assert again.get("/").status_code == 303, "a server that was started again remembers"


def test_with_a_full_disk_sign_out_counts_until_the_server_ends(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, other = office.signed_in("สมศรี"), office.signed_in("สมศรี")
    token = token_in(browser.get("/sign-out/").text)

    def full(*_: object) -> None:
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(sessions, "write_private", full)
    assert browser.post("/sign-out/", data={"token": token}, headers=ORIGIN).status_code == 303
    assert other.get("/").status_code == 303


def test_a_form_that_cannot_be_read_signs_nobody_out(office: Office) -> None:
    browser = office.signed_in("สมศรี")
    kind = {"Content-Type": "multipart/form-data", **ORIGIN}
    assert browser.post("/sign-out/", headers=kind, content=b"--b").status_code == 200
    assert browser.get("/").status_code == 200


def test_too_many_at_once_are_asked_to_wait(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("oit.desk.guard.sign_in._WAITING", 0)
    busy = office.sign_in(office.client(), "สมศรี")
    assert busy.status_code == 503
    assert "พร้อมกันมาก" in busy.text


def test_without_the_data_there_is_still_a_form(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(type(office.desk), "assessment", unreadable)
    assert 'name="password"' in office.client().get("/sign-in/").text


def test_a_new_password_or_role_and_a_removed_account_count_at_once(office: Office) -> None:
    browser = office.signed_in("มาลี")
    office.accounts.put(Account(Officer("มาลี", Role.READER), passwords.hashed(OTHER)))
    assert browser.get("/").status_code == 303
    office.sign_in(browser, "มาลี", password=OTHER)
    assert browser.get("/").status_code == 200
    office.accounts.remove("มาลี")
    assert browser.get("/").status_code == 303


@pytest.mark.parametrize(
    ("step", "steps", "status"),
    [(sessions.IDLE + 1, 1, 303), (sessions.IDLE - 1, 3, 200), (sessions.IDLE - 1, 4, 303)],
    ids=["idle", "at work", "longer than a day's work"],
)
def test_a_session_ends_by_itself(
    office: Office, monkeypatch: pytest.MonkeyPatch, step: int, steps: int, status: int
) -> None:
    now = [1_800_000_000.0]
    monkeypatch.setattr(sessions.Sessions.__init__, "__kwdefaults__", {"clock": lambda: now[0]})
    office.start()
    browser = office.signed_in("สมศรี")
    for _ in range(steps):
        now[0] += step
        last = browser.get("/").status_code
    assert last == status


def test_what_was_typed_in_an_ended_session_is_not_thrown_away(office: Office) -> None:
    browser = office.client()
    answer = browser.post("/2569/o1/", data={"f/phone": "1"}, headers=ORIGIN)
    assert answer.status_code == 401
    assert "เข้าสู่ระบบในแท็บใหม่" in answer.text


def test_failures_have_to_wait_and_a_restart_does_not_forgive(office: Office) -> None:
    for _ in range(throttle.FREE["account"]):
        assert office.sign_in(office.client(), "สมศรี", password=OTHER).status_code == 401
    office.start()
    refused = office.sign_in(office.client(), "สมศรี")
    assert refused.status_code == 429
    assert 0 < int(refused.headers["retry-after"]) <= 15
    assert "ให้รอ" in refused.text
    assert office.sign_in(office.client(), "มาลี").status_code == 303, "others may"


def test_the_record_says_who_when_and_from_where_and_never_a_password(office: Office) -> None:
    browser = office.client()
    office.sign_in(browser, "สมศรี", password=OTHER)
    office.sign_in(browser, PASSWORD)
    office.sign_in(browser, "สมศรี")
    path = office.desk.state / sign_ins.FILE
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [(line["what"], line["who"], line["from"]) for line in lines] == [
        ("refused", "สมศรี", "10.0.0.7"),
        ("refused", "?", "10.0.0.7"),
        ("signed in", "สมศรี", "10.0.0.7"),
    ]
    assert all(line["when"].endswith("+07:00") for line in lines)
    assert path.stat().st_mode & 0o777 == 0o600
    kept = [f.read_text(encoding="utf-8") for f in office.desk.state.iterdir() if f.is_file()]
    assert not any(PASSWORD in text or OTHER in text for text in kept)


def test_a_broken_file_of_accounts_lets_nobody_in_and_says_so(office: Office) -> None:
    browser = office.signed_in("สมศรี")
    (office.desk.state / "accounts.json").write_text("{broken", encoding="utf-8")
    answer = browser.get("/")
    assert answer.status_code == 500
    assert "ไฟล์บัญชีเสีย" in answer.text


def test_a_large_form_of_a_stranger_is_not_read(office: Office) -> None:
    answer = office.sign_in(office.client(), "สมศรี", password="x" * 100_000)
    assert answer.status_code == 200
    assert "อีกครั้ง" in answer.text


def test_two_passwords_are_compared_at_once_and_the_others_wait(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once, most = [0], [0]
    lock = threading.Lock()

    class Slow:
        def verify(self, kept: str, password: str) -> bool:
            with lock:
                at_once[0] += 1
                most[0] = max(most[0], at_once[0])
            threading.Event().wait(0.02)
            with lock:
                at_once[0] -= 1
            return hasher.verify(kept, password)

    hasher = passwords._HASHER
    monkeypatch.setattr(passwords, "_HASHER", Slow())

    async def sign_in(statuses: list[int]) -> None:
        transport = httpx2.ASGITransport(office.app)
        async with httpx2.AsyncClient(transport=transport, base_url=f"https://{HOST}") as browser:
            token = token_in((await browser.get("/sign-in/")).text)
            fields = {"name": "มาลี", "password": PASSWORD, "token": token}
            answer = await browser.post("/sign-in/", data=fields, headers=ORIGIN)
            statuses.append(answer.status_code)

    async def everybody() -> list[int]:
        statuses: list[int] = []
        async with anyio.create_task_group() as group:
            for _ in range(6):
                group.start_soon(sign_in, statuses)
        return statuses

    assert anyio.run(everybody) == [303] * 6
    assert most[0] == 2
