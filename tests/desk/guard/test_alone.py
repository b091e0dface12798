"""The desk on one machine: a key, a cookie, and nobody else."""

import os
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from desk.office import token_in
from oit.data.folder import DataFolder
from oit.desk import keys
from oit.desk.app import make_app
from oit.desk.desk import Desk
from oit.desk.guard import sessions
from oit.desk.keys import make_key
from oit.desk.server.alone import guards, with_key
from small_agency import SmallAgency

BASE = "http://127.0.0.1:8100"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    agency = SmallAgency.make(tmp_path / "agency")
    return Desk(DataFolder(agency.data, agency.folder))


def browser(desk: Desk, port: int = 8100) -> TestClient:
    app = make_app(desk, guards(desk, port))
    return TestClient(app, f"http://127.0.0.1:{port}", follow_redirects=False)


def test_a_key_is_exchanged_for_a_cookie_and_leaves_the_address(desk: Desk) -> None:
    client = browser(desk)
    opened = client.get(f"/2569/o1/?a=1&key={make_key(desk.state)}")
    assert (opened.status_code, opened.headers["location"]) == (303, "/2569/o1/?a=1")
    cookie = opened.headers["set-cookie"]
    assert cookie.startswith("oit-desk-8100=")
    assert {"HttpOnly", "Path=/", "SameSite=Strict"} <= set(cookie.split("; "))
    assert client.get(opened.headers["location"]).status_code == 200


def test_without_the_cookie_a_page_says_how_to_open_the_desk(desk: Desk) -> None:
    client = browser(desk)
    for path in ("/", "/2569/o1/", "/?key=", "/?key=wrong", "/?key=../accounts.json"):
        locked = client.get(path)
        assert locked.status_code == 403
        assert "oit desk" in locked.text
        assert "set-cookie" not in locked.headers
    assert client.get("/static/desk.css").status_code == 200


def test_a_key_opens_once_and_not_for_long(desk: Desk) -> None:
    key = make_key(desk.state)
    assert browser(desk).get(f"/?key={key}").status_code == 303
    assert browser(desk).get(f"/?key={key}").status_code == 403
    old = make_key(desk.state)
    (kept,) = (desk.state / "keys").iterdir()
    assert old not in kept.name, "only its digest is kept"
    os.utime(kept, (0, time.time() - keys._GOOD_FOR - 1))
    assert browser(desk).get(f"/?key={old}").status_code == 403
    stale = make_key(desk.state)
    for path in (desk.state / "keys").iterdir():
        os.utime(path, (0, 0))
    make_key(desk.state)
    assert len(list((desk.state / "keys").iterdir())) == 1
    assert browser(desk).get(f"/?key={stale}").status_code == 403


def test_a_head_request_uses_no_key_up(desk: Desk) -> None:
    key = make_key(desk.state)
    browser(desk).head(f"/?key={key}")
    assert browser(desk).get(f"/?key={key}").status_code == 303


def test_a_page_that_is_open_goes_on_working_when_the_desk_is_opened_again(desk: Desk) -> None:
    client = browser(desk)
    client.get(with_key(desk, "/"))
    token = token_in(client.get("/").text)
    client.get(with_key(desk, "/"))
    assert token_in(client.get("/").text) == token
    restarted = browser(desk)
    restarted.cookies = client.cookies
    assert token_in(restarted.get("/").text) == token


def test_the_cookie_of_a_desk_is_none_of_another(desk: Desk, tmp_path: Path) -> None:
    client = browser(desk)
    client.get(with_key(desk, "/"))
    (value,) = client.cookies.values()
    agency = SmallAgency.make(tmp_path / "other")
    other = browser(Desk(DataFolder(agency.data, agency.folder)))
    other.cookies.set("oit-desk-8100", value)
    assert other.get("/").status_code == 403


@pytest.mark.parametrize("host", ["localhost:8100", "127.0.0.1:8100", "[::1]:8100"])
def test_it_answers_to_the_names_of_this_machine(desk: Desk, host: str) -> None:
    assert browser(desk).get("/", headers={"Host": host}).status_code == 403
    for wrong in ("evil.example:8100", host.replace("8100", "8101"), "127.0.0.1.nip.io:8100"):
        assert browser(desk).get("/", headers={"Host": wrong}).status_code == 421


def test_the_cookie_lasts_as_long_as_somebody_works(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1_800_000_000.0]
    monkeypatch.setattr(sessions.Sessions.__init__, "__kwdefaults__", {"clock": lambda: now[0]})
    client = browser(desk)
    client.get(with_key(desk, "/"))
    assert "set-cookie" not in client.get("/").headers
    now[0] += 3_600
    assert "oit-desk-8100=" in client.get("/").headers["set-cookie"]
    now[0] += sessions.IDLE + 1
    assert client.get("/").status_code == 403
