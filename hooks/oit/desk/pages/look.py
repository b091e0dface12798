"""The files of the agency's look: style sheet, font, logo."""

from mimetypes import guess_type

from starlette.responses import Response

from oit.bilingual import Bilingual
from oit.desk.asked import Asked, RefusedError
from oit.desk.look import look_of

_NO_FILE = Bilingual("ไม่มีไฟล์นี้", "there is no such file")
_KEPT = {"Cache-Control": "private, max-age=31536000, immutable"}
"""Browsers keep the files: a changed file has another address."""


def look(asked: Asked) -> Response:
    """Return a file of the look."""
    name = asked.path["name"]
    contents = look_of(asked.desk).files.get(name)
    if contents is None:
        raise RefusedError(404, _NO_FILE)
    kind = "font/woff2" if name.endswith(".woff2") else guess_type(name)[0]
    return Response(contents, media_type=kind, headers=_KEPT)


ADDRESSES = (("/look/{name:path}", look, ("GET",)),)
