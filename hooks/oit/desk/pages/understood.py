"""How what an officer has typed is understood, for the scripts of the form."""

from starlette.responses import JSONResponse, Response

from oit.desk.asked import Asked
from oit.desk.controls.understood import understood as read


def understood(asked: Asked) -> Response:
    """Answer how a text is read: as the data folder writes it, and in words.

    Both are empty if it says nothing or cannot be read.
    """
    found = read(asked.query.get("kind", ""), asked.query.get("text", ""), asked.year)
    return JSONResponse({"value": found.value, "words": found.words} if found else {})


ADDRESSES = (("/understood/", understood, ("GET",)),)
