"""Behind the agency's own web server."""

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from desk.office import HOST, Office, token_in
from oit.desk.app import make_app
from oit.desk.server.network import Network, guards


def browser(office: Office, peer: str = "127.0.0.1", **given: Any) -> TestClient:
    network = Network(behind=HOST, **given)
    app = make_app(office.desk, guards(office.desk, network, 8100))
    return TestClient(app, f"http://{HOST}", follow_redirects=False, client=(peer, 50000))


HTTPS = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "6.6.6.6, 10.0.0.9"}


def test_the_proxy_says_who_asks_and_that_it_was_encrypted(office: Office) -> None:
    client = browser(office)
    form = client.get("/sign-in/", headers=HTTPS)
    assert form.status_code == 200
    assert "__Host-oit-desk=" in form.headers["set-cookie"]
    assert "Secure" in form.headers["set-cookie"]
    assert form.headers["strict-transport-security"]
    client.post(
        "/sign-in/",
        data={"name": "x", "password": "x", "token": token_in(form.text)},
        headers={**HTTPS, "Origin": f"https://{HOST}", "Cookie": form.headers["set-cookie"]},
    )
    record = (office.desk.state / "sign-ins.log").read_text(encoding="utf-8")
    assert '"from": "10.0.0.9"' in record, "not what the browser claimed"


def test_nobody_passes_it_by(office: Office) -> None:
    answer = browser(office, "10.0.0.9").get("/sign-in/", headers=HTTPS)
    assert answer.status_code == 403
    assert "เว็บเซิร์ฟเวอร์ของหน่วยงาน" in answer.text
    assert (
        browser(office, "10.0.0.9", proxies=("10.0.0.9",)).get("/", headers=HTTPS).status_code
        == 303
    )


def test_a_proxy_without_encryption_is_told_of(office: Office) -> None:
    for headers in ({}, {"X-Forwarded-Proto": "http"}):
        answer = browser(office).get("/sign-in/", headers=headers)
        assert answer.status_code == 400
        assert "X-Forwarded-Proto" in answer.text
    plain = browser(office, plain_http=True).get("/sign-in/")
    assert "ไม่เข้ารหัส" in plain.text
    assert "Secure" not in plain.headers["set-cookie"]


def test_without_a_proxy_what_a_request_says_of_itself_is_not_believed(office: Office) -> None:
    client = office.client()
    office.sign_in(client, "x", next="/")
    form = client.get("/sign-in/", headers={"X-Forwarded-For": "1.1.1.1"})
    assert form.status_code == 200
    record = Path(office.desk.state / "sign-ins.log").read_text(encoding="utf-8")
    assert '"from": "10.0.0.7"' in record


@pytest.mark.parametrize(
    ("network", "listens", "opened"),
    [
        (Network(behind=HOST), "127.0.0.1", f"https://{HOST}/"),
        (Network(behind=HOST, proxies=("10.0.0.2",)), "0.0.0.0", f"https://{HOST}/"),  # noqa: S104
        (Network(hosts=("10.0.0.5",), plain_http=True), "10.0.0.5", "http://10.0.0.5:8100/"),
        (Network(hosts=("::1", "a.b"), plain_http=True), "::1", "http://a.b:8100/"),
        (Network(hosts=("::1",), plain_http=True), "::1", "http://[::1]:8100/"),
    ],
)
def test_where_it_listens_and_what_officers_open(
    network: Network, listens: str, opened: str
) -> None:
    assert network.address_to_listen_on == listens
    assert network.opened_as(8100) == opened
