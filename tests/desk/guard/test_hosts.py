"""Which names the desk answers to."""

import pytest

from desk.office import Office
from oit.desk.guard.hosts import Hosts, split_host


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("desk.example.go.th", 303),
        ("DESK.example.go.th:443", 303),
        ("desk.example.go.th:8100", 421),
        ("desk.example.go.th.evil.example", 421),
        ("evil.example", 421),
        ("127.0.0.1", 421),
        ("desk.example.go.th:443x", 421),
        ("desk.example.go.th@evil.example", 421),
        ("", 421),
    ],
)
def test_other_names_are_refused_in_words(office: Office, host: str, status: int) -> None:
    answer = office.client().get("/", headers={"Host": host})
    assert answer.status_code == status
    if status == 421:
        assert "ไม่ใช่ของโต๊ะทำงาน" in answer.text


@pytest.mark.parametrize("path", ["/%00", "/2569/o1%0a/", "/a%7f", "/" + "a" * 3_000])
def test_addresses_that_no_link_has_are_not_found(office: Office, path: str) -> None:
    assert office.client().get(path).status_code == 404


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("Localhost:8100", ("localhost", 8100)),
        ("[::1]:8100", ("[::1]", 8100)),
        ("[::1]", ("[::1]", None)),
        ("a:", ("a", 0)),
        ("a:๘๑๐๐", ("a", 0)),
        ("a:99999999999", ("a", 0)),
        ("a:1:2", ("a", 0)),
    ],
)
def test_a_host_is_a_name_and_a_port(text: str, split: tuple[str, int | None]) -> None:
    assert split_host(text) == split


@pytest.mark.parametrize(
    ("host", "is_ours"),
    [
        ("192.168.1.5:8100", True),
        ("192.168.1.6:8100", False),
        ("x:8100", False),
        ("192.168.1.5", False),
    ],
)
def test_the_address_that_a_request_arrived_at_is_a_name(host: str, is_ours: bool) -> None:
    scope = {
        "headers": [(b"host", host.encode())],
        "scheme": "http",
        "server": ("192.168.1.5", 8100),
    }
    hosts = Hosts(lambda *_: None, names=(), port=8100, own_addresses=True)  # type: ignore[arg-type]
    assert hosts._is_ours(scope) is is_ours
