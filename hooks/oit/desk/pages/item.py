"""An item: its form, with the checker beside every field."""

from starlette.responses import Response

from oit.bilingual import Bilingual
from oit.desk.answer import page, problem
from oit.desk.asked import Asked
from oit.desk.checked import check
from oit.desk.saving.draft import open_draft

NO_ITEM = Bilingual("ไม่มีข้อนี้ หรือไม่ใช่ข้อของท่าน", "there is no such item, or it is not yours")


def item(asked: Asked) -> Response:
    """Show the form of an item."""
    file = asked.desk.file(asked.year, asked.path["slug"])
    if file is None or not asked.desk.may_see(asked.officer, file):
        return problem(asked, 404, NO_ITEM)
    draft = open_draft(asked.desk, asked.officer, file)
    return page(
        asked, "item.html", file=file, draft=draft, checked=check(asked.desk, file, draft.mine)
    )


ADDRESSES = (("/{year:int}/{slug:str}/", item, ("GET",)),)
