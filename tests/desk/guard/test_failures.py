"""What a browser shows if a page fails."""

from collections.abc import Callable
from errno import EACCES, EIO, ENOSPC, EROFS
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from desk.office import Office
from oit.bilingual import Bilingual
from oit.desk import app
from oit.desk.asked import RefusedError

Failing = Callable[[Exception], Any]
WHY = Bilingual("เหตุผล <b>", "why")


@pytest.fixture
def failing(office: Office, monkeypatch: pytest.MonkeyPatch) -> Failing:
    """Answer of a page that raises."""

    def answer(error: Exception, report: Any = None) -> Any:
        def page(_: Any) -> Response:
            raise error.with_traceback(None)

        monkeypatch.setattr(app, "ADDRESSES", (("/", page, ("GET",)),))
        office.start(report)
        return office.signed_in("วิชัย").get("/")

    return answer


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (OSError(ENOSPC, "No space left", "/home/x/o01.yml"), 507, "ดิสก์เต็ม"),
        (OSError(EROFS, "Read-only", "/home/x/o01.yml"), 500, "อ่านได้อย่างเดียว"),
        (PermissionError(EACCES, "denied", "/home/x/o01.yml"), 500, "ไม่มีสิทธิ์"),
        (OSError(EIO, "Input/output error", "/home/x/o01.yml"), 500, "อ่านหรือเขียนไฟล์ไม่ได้"),
    ],
)
def test_the_disk(failing: Failing, error: OSError, status: int, words: str) -> None:
    answer = failing(error)
    assert answer.status_code == status
    assert words in answer.text
    assert "o01.yml" in answer.text
    assert "/home/x" not in answer.text


def test_an_error_without_a_file_or_number(failing: Failing) -> None:
    assert failing(OSError("odd")).status_code == 500


def test_a_fault_of_the_program_is_reported_once_and_shows_nothing_of_itself(
    failing: Any, office: Office
) -> None:
    reports: list[str] = []

    def report(traceback: str) -> Path:
        reports.append(traceback)
        return Path("/tmp/oit-report-1.txt")  # noqa: S108 - only its name counts

    answer = failing(ZeroDivisionError("secret 1234"), report)
    assert answer.status_code == 500
    assert "โปรแกรมผิดพลาดเอง" in answer.text
    assert "oit-report-1.txt" in answer.text
    assert "ZeroDivisionError" not in answer.text
    assert "secret" not in answer.text
    assert office.signed_in("วิชัย").get("/").status_code == 500
    assert len(reports) == 1
    assert "ZeroDivisionError: secret 1234" in reports[0]


def test_a_refusal_names_its_reason(failing: Failing) -> None:
    answer = failing(RefusedError(409, WHY))
    assert answer.status_code == 409
    assert "เหตุผล &lt;b&gt;" in answer.text


def test_a_browser_that_has_gone_is_no_fault_of_the_program(failing: Any) -> None:
    reports: list[str] = []
    assert failing(ClientDisconnect(), reports.append).status_code == 400
    assert reports == []


def test_the_disk_may_fail_the_guard_too(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = office.signed_in("วิชัย")

    def unreadable(_: object) -> None:
        raise PermissionError(EACCES, "denied", "accounts.json")

    monkeypatch.setattr("oit.desk.accounts.accounts.Accounts.all", unreadable)
    answer = browser.get("/")
    assert answer.status_code == 500
    assert "ไม่มีสิทธิ์" in answer.text
