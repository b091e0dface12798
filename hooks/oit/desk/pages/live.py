"""What the checker says while a form is filled in: after each field, without saving."""

from datetime import datetime

from starlette.responses import JSONResponse, Response

from oit.clock import BANGKOK
from oit.desk.answer import text
from oit.desk.asked import Asked
from oit.desk.checked import check
from oit.desk.controls.names import MESSAGES, name_of
from oit.desk.controls.typed import ElsewhereError, typed
from oit.desk.pages.item import address_at
from oit.desk.saving.draft import keep

_ELSEWHERE = "ข้อนี้เปลี่ยนไปแล้วในหน้าต่างอื่นหรือโดยผู้อื่น กดบันทึกเพื่อดูว่าต่างกันอย่างไร"
_NOT_KEPT = "เก็บร่างไม่ได้ ดิสก์อาจเต็มหรือไม่มีสิทธิ์เขียน ข้อความยังอยู่ในหน้านี้ อย่าเพิ่งปิด"


def live(asked: Asked) -> Response:
    """Keep what was typed as a draft, and say what the checker says of it."""
    file = asked.file_to_change
    try:
        draft = typed(asked.desk, asked.officer, file, asked.form).draft
    except ElsewhereError:
        return JSONResponse({"problem": _ELSEWHERE}, 409)
    checked = check(asked.desk, file, draft.mine)
    answer = {
        "status": text(
            asked,
            "elements.html",
            checked=checked,
            address_at=lambda path: address_at(asked, file, draft, path),
        ),
        "messages": {
            name_of(path, MESSAGES): text(
                asked,
                "live-messages.html",
                control={"messages": name_of(path, MESSAGES), "findings": checked.beside(path)},
            )
            for path in checked.findings
            if path
        },
    }
    try:
        keep(asked.desk, asked.officer, file, draft)
        at = f"เก็บร่างแล้วเมื่อ {datetime.now(BANGKOK):%H:%M} น. ยังไม่ได้บันทึก"
        answer["kept"] = at if draft.is_changed else ""
    except OSError:
        answer["problem"] = _NOT_KEPT
    return JSONResponse(answer)


ADDRESSES = (("/{year:int}/{slug:str}/check/", live, ("POST",)),)
