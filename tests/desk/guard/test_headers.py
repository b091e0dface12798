"""The headers of every response."""

import pytest
from starlette.responses import Response
from starlette.testclient import TestClient

from desk.office import ORIGIN, Office
from oit.desk.guard.headers import HEADERS, Headers


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("HEAD", "/", 200),
        ("GET", "/static/desk.css", 200),
        ("GET", "/static/../desk.py", 404),
        ("GET", "/no/such/page", 404),
        ("GET", "/2569/o99/", 404),
        ("OPTIONS", "/", 405),
        ("DELETE", "/", 405),
        ("TRACE", "/", 405),
        ("PROPFIND", "/", 405),
        ("POST", "/no/such/page", 403),
    ],
)
def test_every_response_has_them(office: Office, method: str, path: str, status: int) -> None:
    sent = {} if method in {"GET", "HEAD"} or status == 403 else ORIGIN
    answer = office.signed_in("วิชัย").request(method, path, headers=sent)
    assert answer.status_code == status
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert answer.headers["strict-transport-security"].startswith("max-age=")
    cached = "no-cache" if path == "/static/desk.css" else "no-store"
    assert answer.headers["cache-control"] == cached
    assert "server" not in answer.headers
    if method not in {"HEAD", "GET"} or status != 200:
        assert "<h1>" in answer.text, "in words"


def test_the_policy_allows_no_inline_script_or_style() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy


def test_a_page_may_have_a_policy_of_its_own() -> None:
    own = Response(headers={"Content-Security-Policy": "sandbox", "Cache-Control": "private"})
    answer = TestClient(Headers(own)).get("/")
    assert answer.headers["content-security-policy"] == "sandbox"
    assert answer.headers["cache-control"] == "private"
    assert "strict-transport-security" not in answer.headers, "not encrypted"
