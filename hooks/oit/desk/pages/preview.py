"""The preview of a public page: beside the form, or on a page of its own.

The previewed page cannot harm the desk: the frame it is in, and the response itself, allow it no
script, no form and nothing from elsewhere.
"""

import mimetypes
import re

from starlette.responses import FileResponse, HTMLResponse, Response

from oit.desk.answer import go, page
from oit.desk.asked import Asked
from oit.desk.publishing.preview import (
    NO_PAGE,
    NoPreviewError,
    NotReadyError,
    asset,
    is_ready,
    urls_of,
)
from oit.desk.publishing.preview import preview as make_preview
from oit.desk.saving.draft import open_draft
from oit.intake.workbook.files import ItemFile

POLICY = (
    "sandbox allow-same-origin; default-src 'none'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
)
"""Style sheets and fonts need the desk's own origin, for its cookie; scripts have none."""
COOKIE = "preview"
"""The browser remembers by it that the preview is beside the forms; ``preview.html`` reads it."""
ONLY_THIS = "ตัวอย่างนี้แสดงเฉพาะหน้าของข้อนี้ หน้าอื่นและเอกสารเปิดดูได้เมื่อเผยแพร่แล้ว"
_BODY = re.compile(r"<body[^<>]*>")
# They would not run, and browsers would say so of each.
_SCRIPT = re.compile(r"<script\b.*?(?:</script>|\Z)", re.DOTALL)


def preview(asked: Asked) -> Response:
    """Show the preview on a page of its own, or beside the forms from now on, or no longer."""
    file = asked.file
    if beside := asked.query.get("beside"):
        return _remember(asked, is_beside=beside == "1")
    url = _own_url(asked, file)
    ready, why = False, NO_PAGE.th if url is None else ""
    if url is not None:
        try:
            ready = is_ready(asked.desk, url)
        except NoPreviewError as error:
            why = error.reason.th
    return page(asked, "preview_page.html", file=file, why=why, is_ready=ready)


def _remember(asked: Asked, *, is_beside: bool) -> Response:
    response = go(f"/{asked.year}/{asked.path['slug']}/")
    if is_beside:
        response.set_cookie(COOKIE, "beside", httponly=True, samesite="strict")
    else:
        response.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return response


def site(asked: Asked) -> Response:
    """Respond with the previewed page, or with a file that it loads."""
    file, path = asked.file, asked.path["path"]
    own = _own_url(asked, file)
    if path in urls_of(file):
        response = _page(asked, file, path)
    elif not path and own:
        return go(f"/{asked.year}/{asked.path['slug']}/preview/site/{own}")
    else:
        response = _asset(asked, file, path)
    response.headers["Content-Security-Policy"] = POLICY
    return response


def _page(asked: Asked, file: ItemFile, url: str) -> Response:
    try:
        draft = open_draft(asked.desk, asked.officer, file)
        made = make_preview(asked.desk, file, draft.mine, url)
    except NotReadyError:
        return page(asked, "preview_note.html", why="")
    except NoPreviewError as error:
        return page(asked, "preview_note.html", why=error.reason.th)
    banner = bytes(page(asked, "preview_banner.html", is_dated=made.is_dated).body).decode()
    html = _SCRIPT.sub("", made.html)
    return HTMLResponse(_BODY.sub(lambda body: body[0] + banner, html, count=1))


def _asset(asked: Asked, file: ItemFile, path: str) -> Response:
    found = asset(asked.desk, open_draft(asked.desk, asked.officer, file).mine, path)
    if found is None:
        return page(asked, "preview_note.html", status=404, why=ONLY_THIS)
    kind = mimetypes.guess_type(found.name)[0] or "application/octet-stream"
    return FileResponse(found, media_type=kind)


def _own_url(asked: Asked, file: ItemFile) -> str | None:
    """Return the public address of the item that is asked for, one of those in the file."""
    urls = urls_of(file)
    named = (url for url in urls if url.endswith(f"/{asked.path['slug']}/"))
    return next(named, next(iter(urls), None))


ADDRESSES = (
    ("/{year:int}/{slug:str}/preview/", preview, ("GET",)),
    ("/{year:int}/{slug:str}/preview/site/{path:path}", site, ("GET",)),
)
