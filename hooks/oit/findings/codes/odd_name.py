"""OIT313 · ชื่อไฟล์ที่บางเครื่องใช้ไม่ได้ · A file name that causes trouble elsewhere

ไทย
    ไฟล์ใน docs/ และ data/ ถูกคัดลอกไปหลายเครื่อง (Windows, เครื่องบริการเว็บ, git)
    บางชื่อใช้ได้ในเครื่องหนึ่งแต่เปิดหรือคัดลอกไม่ได้ในอีกเครื่อง เช่น ชื่อสงวนของ Windows (CON, NUL, COM1)
    ชื่อที่มี : * ? " < > | ชื่อที่ลงท้ายด้วยจุดหรือเว้นวรรค ชื่อยาวเกินไป อักขระที่มองไม่เห็น
    หรือสองไฟล์ที่ชื่อต่างกันเพียงตัวพิมพ์ใหญ่เล็กหรือวิธีเข้ารหัสสระ ให้เปลี่ยนชื่อเป็นตัวอักษร ตัวเลข และขีด แล้วแก้
    ชื่อในข้อมูลให้ตรงกัน

English
    The files of docs/ and data/ are copied to several systems (Windows, web servers, git). Some
    names work on one and cannot be opened or copied on another: names reserved by Windows
    (CON, NUL, COM1), names with : * ? " < > |, names that end in a dot or a space, names that
    are too long, invisible characters, and two names that differ only in upper and lower case
    or in the encoding of their vowels. Rename the file with letters, digits and hyphens, and
    correct its name in the data.

fails docs/files/2569/แผน?.txt
    แผน

passes docs/files/2569/แผน.txt
    แผน
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

_RENAME = Bilingual(
    "เปลี่ยนชื่อไฟล์ ใช้ตัวอักษร ตัวเลข และขีด (-) แล้วแก้ชื่อในข้อมูลให้ตรงกัน",
    "rename it with letters, digits and hyphens, and correct its name in the data",
)

CODE = Code(
    "OIT313",
    Severity.WARNING,
    Bilingual('ชื่อ "{name}" {reason}', 'the name "{name}" {reason}'),
    _RENAME,
    __doc__,
)
TWIN = Code(
    "OIT313",
    Severity.WARNING,
    Bilingual(
        'ชื่อ "{name}" ต่างจาก "{other}" เพียงตัวพิมพ์ใหญ่เล็กหรือวิธีเข้ารหัสตัวอักษร บางเครื่องเก็บได้ไฟล์เดียว',
        'the name "{name}" differs from "{other}" only in case or encoding; some systems keep '
        "only one of them",
    ),
    _RENAME,
    __doc__,
)

RESERVED = Bilingual("เป็นชื่อสงวน Windows เก็บไฟล์ชื่อนี้ไม่ได้", "is reserved: Windows cannot store it")
EDGE = Bilingual(
    "ขึ้นต้นหรือลงท้ายด้วยเว้นวรรค หรือลงท้ายด้วยจุด ซึ่ง Windows ตัดทิ้ง",
    "begins or ends with a space or ends with a dot, which Windows drops",
)
LONG = Bilingual(
    "ยาวเกินไป บางเครื่องเก็บไม่ได้ (อักษรไทยนับเป็น 3 จากไม่เกิน 250)",
    "is too long for some systems (a Thai letter counts 3 of at most 250)",
)
LONG_PATH = Bilingual(
    "ยาวเกินไปเมื่อรวมชื่อโฟลเดอร์ Windows อาจเปิดไม่ได้",
    "is too long together with its folders; Windows may not open it",
)


def sign(character: str) -> Bilingual:
    """Say that Windows does not accept a character."""
    return Bilingual(
        f"มีเครื่องหมาย {character} ซึ่ง Windows ไม่รับ",
        f"contains {character}, which Windows does not accept",
    )


def in_addresses(character: str) -> Bilingual:
    """Say that a character has a meaning of its own in addresses."""
    return Bilingual(
        f"มีเครื่องหมาย {character} ซึ่งมีความหมายพิเศษในที่อยู่เว็บ ลิงก์อาจเปิดไม่ได้",
        f"contains {character}, which has a meaning in web addresses; links to it may break",
    )


def invisible(code: str) -> Bilingual:
    """Say that the name contains a character that cannot be seen."""
    return Bilingual(
        f"มีอักขระที่มองไม่เห็น ({code}) ซึ่งอาจซ่อนหรือสลับลำดับชื่อ",
        f"contains an invisible character ({code}), which can hide or reorder it",
    )
