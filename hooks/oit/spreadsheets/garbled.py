"""Texts that a program has spoiled: errors of formulas pasted as text, and lost letters.

Thai letters turn into others if a program reads them in the wrong encoding; nobody can tell from
the result what was written, so such a cell is reported and not imported.
"""

import re

from oit.bilingual import Bilingual
from oit.spreadsheets.sheet import shown

_ERROR = re.compile(
    r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!"
    r"|UNKNOWN!|CONNECT!)|Err:\d{3}"
)
_SUSPECT = re.compile("[\x00-\x08\x0e-\x1f\u0080-\u00ff\ufffd#?]")
_GARBLED = re.compile(
    "\ufffd"
    # Thai in UTF-8, read as the code page of Western Europe, and as that of Thai.
    "|(?:\u00e0[\u00b8\u00b9].){2}"
    "|(?:เ[ธน](?:[\u0e00-\u0e7f\u0080-\u009f\u2018-\u201d\u2020-\u2026\u20ac\u00a0])){4}"
    # Thai in its code page, read as that of Western Europe.
    "|[\u00a1-\u00fb]{3}"
    # UTF-16, read one byte at a time.
    "|[\x00-\x08\x0e-\x1f].?[\x00-\x08\x0e-\x1f].?[\x00-\x08\x0e-\x1f]",
    re.DOTALL,
)


def may_be_spoiled(text: str) -> bool:
    """Tell quickly whether a long text may contain a spoiled one."""
    return bool(_SUSPECT.search(text)) or "เธ" in text or "Err:" in text


def fault_of(text: str) -> Bilingual | None:
    """Return what is wrong with a cell's text, if it is spoiled."""
    if text[:1] in "#E" and (match := _ERROR.fullmatch(text.strip())):
        return error(match[0])
    if text.startswith("###") and not text.strip("# "):
        return Bilingual(
            "เห็นเป็น #### เพราะช่องแคบเกินไป ให้ขยายคอลัมน์ แล้วบันทึกใหม่",
            "it shows #### because its column was too narrow; widen the column and save again",
        )
    if _GARBLED.search(text) or ("????" in text and not text.strip("? \r\n")):
        return Bilingual(
            f'ตัวอักษรเพี้ยนหรือหายไป "{shown(text)}" เพราะเคยบันทึกด้วยรหัสภาษาที่ผิด ให้แก้ในไฟล์ต้นฉบับ',
            f'its letters were spoiled by a wrong encoding: "{shown(text)}"; correct it in the'
            " original file",
        )
    return None


def error(text: str) -> Bilingual:
    """Name the error of a formula."""
    return Bilingual(f"สูตรผิดพลาด {text}", f"a formula with an error: {text}")
