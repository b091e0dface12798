"""How large an office file may be, and the errors that refuse one."""

from oit.bilingual import Bilingual

MAX_FILE = 50_000_000
MAX_INFLATED = 300_000_000
"""Bytes of all members of an archive, unpacked."""
MAX_MEMBERS = 5_000
MAX_DIRECTORY = 2_000_000
"""Bytes of the list of an archive's members."""
MAX_CELLS = 5_000_000
"""Cells in the used range of a sheet, including empty ones."""
MAX_TEXT = 200_000_000
"""Characters in all cells of a workbook."""
LONGEST_CELL = 32_767
"""Excel's own limit for the text of a cell."""
MOST_ROWS = 1_048_576
"""Excel's own limit for the rows of a sheet, with the header."""


class RefusedError(Exception):
    """A file is not read, and why."""

    def __init__(self, th: str, en: str) -> None:
        self.reason = Bilingual(th, en)
        super().__init__(en)


class TooLargeError(RefusedError):
    """A file exceeds a limit."""


def broken() -> RefusedError:
    """Refuse a damaged file."""
    return RefusedError(
        "ไฟล์เสียหาย อ่านไม่ได้ ให้เปิดด้วย Excel หรือ LibreOffice แล้วบันทึกใหม่เป็น .xlsx",
        "the file is damaged; open it in Excel or LibreOffice and save it again as .xlsx",
    )


def unusual() -> RefusedError:
    """Refuse a workbook whose parts have names or an encoding that no office program gives them."""
    return RefusedError(
        "ส่วนต่าง ๆ ในไฟล์มีชื่อหรือรหัสภาษาที่ไม่ใช่ของ Excel ให้เปิดด้วย Excel แล้วบันทึกใหม่เป็น .xlsx",
        "its parts are not named or encoded as Excel does it; open it in Excel and save it again"
        " as .xlsx",
    )


def has_password() -> RefusedError:
    """Refuse a file that is protected with a password."""
    return RefusedError(
        "ไฟล์ตั้งรหัสผ่านไว้ ให้เปิดแล้วเอารหัสผ่านออกก่อน",
        "the file has a password; open it and remove the password first",
    )


def not_a_workbook(th: str, en: str) -> RefusedError:
    """Refuse a file of another kind, which Excel may be able to open."""
    return RefusedError(
        f"ข้างในเป็น{th} แม้ชื่อไฟล์จะเป็นอย่างอื่น ให้เปิดด้วย Excel แล้วบันทึกเป็น .xlsx",
        f"it contains {en}, whatever its name is; open it in Excel and save it as .xlsx",
    )


def not_a_table(th: str, en: str) -> RefusedError:
    """Refuse a file that Excel cannot open."""
    return RefusedError(
        f"เป็น{th} ไม่ใช่ไฟล์ตาราง ให้คัดลอกตารางไปวางใน Excel แล้วบันทึกเป็น .xlsx",
        f"it is {en}, not a spreadsheet; copy its table into Excel and save it as .xlsx",
    )


def unsafe(th: str, en: str) -> RefusedError:
    """Refuse a file that no office program writes."""
    return RefusedError(*_refusal(th, en))


def too_large(th: str, en: str) -> TooLargeError:
    """Refuse a file whose contents exceed a limit."""
    return TooLargeError(*_refusal(th, en))


def _refusal(th: str, en: str) -> tuple[str, str]:
    return f"ไม่อ่านไฟล์นี้เพราะ{th}", f"the file is refused: {en}"
