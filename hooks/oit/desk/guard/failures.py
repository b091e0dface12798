"""What a browser shows if a page fails: a sentence, never a traceback."""

from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock
from traceback import format_exception
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from oit.bilingual import Bilingual
from oit.desk.asked import RefusedError
from oit.desk.disk import is_full, why_of
from oit.desk.guard.words import in_words

Report = Callable[[str], Path | None]
"""Writes the report of a traceback, and returns its path."""
Handlers = Mapping[Any, Callable[[Request, Any], Response]]

_KEPT = Bilingual(
    "สิ่งที่กรอกไว้ก่อนหน้านี้ยังอยู่ในร่าง กดย้อนกลับเพื่อกลับไปหน้าเดิม",
    "what was typed before is kept as a draft; go back to the page",
)
_HTTP = {
    404: Bilingual("ไม่มีหน้านี้", "there is no such page"),
    405: Bilingual("หน้านี้ทำอย่างนั้นไม่ได้", "this page does not take that"),
}
_BAD_REQUEST = Bilingual("อ่านสิ่งที่ส่งมาไม่ได้", "the request cannot be read")
_MOST_REPORTS = 20
"""How many different failures one server reports: reports must not fill the disk."""


def handlers(report: Report | None = None) -> Handlers:
    """Return what answers for each kind of exception; ``report`` keeps unexpected ones."""
    reports = _Reports(report)
    return {
        HTTPException: _http,
        RefusedError: _refused,
        ClientDisconnect: _gone,
        OSError: _disk,
        Exception: reports.answer,
    }


class _Reports:
    """Reports each failure once."""

    def __init__(self, report: Report | None) -> None:
        self._report = report
        self._known: dict[str, Path | None] = {}
        self._lock = Lock()

    def answer(self, request: Request, error: Exception) -> Response:
        if isinstance(error, OSError):  # of the guard, not of a page
            return _disk(request, error)
        path = self._path("".join(format_exception(error)))
        where = f" รายงานอยู่ในไฟล์ {path.name} ของเครื่องที่เปิดโต๊ะทำงาน" if path else ""
        return in_words(
            500,
            Bilingual("โปรแกรมผิดพลาดเอง", "the program itself failed"),
            Bilingual(f"ไม่ใช่ความผิดของท่าน ให้แจ้งผู้ดูแลระบบ{where}", "please tell the administrator"),
            _KEPT,
            again=True,
        )

    def _path(self, traceback: str) -> Path | None:
        with self._lock:
            if traceback not in self._known and self._report and len(self._known) < _MOST_REPORTS:
                self._known[traceback] = self._report(traceback)
            return self._known.get(traceback)


def _http(request: Request, error: HTTPException) -> Response:
    del request
    response = in_words(error.status_code, _HTTP.get(error.status_code, _BAD_REQUEST), again=True)
    response.headers.update(error.headers or {})
    return response


def _refused(request: Request, error: RefusedError) -> Response:
    del request
    return in_words(error.status, Bilingual("ทำไม่ได้", "refused"), error.why, again=True)


def _gone(request: Request, error: Exception) -> Response:
    """Answer a browser that has gone; nobody reads it."""
    del request, error
    return Response(status_code=400)


def _disk(request: Request, error: OSError) -> Response:
    del request
    name = Path(str(error.filename or "")).name
    where = Bilingual(f"ไฟล์: {name}", f"file: {name}")
    what = Bilingual(
        "ไฟล์เดิมยังอยู่ครบ ให้แจ้งผู้ดูแลระบบ แล้วลองอีกครั้ง",
        "the file is as it was; tell the administrator, then try again",
    )
    return in_words(
        507 if is_full(error) else 500,
        why_of(error),
        *([where] if name else []),
        what,
        _KEPT,
        again=True,
    )
