r"""OIT305 · ที่อยู่ของเอกสารใช้ไม่ได้ · A document path that is not allowed

ไทย
    เอกสารที่เผยแพร่ต้องอยู่ใต้โฟลเดอร์ docs/files/ และเขียนที่อยู่โดยเริ่มจาก files/ เช่น
    files/2569/o07-report.pdf ไม่เขียนที่อยู่เต็มของเครื่อง ไม่ใช้ .. หรือ \ ไม่ใช้ทางลัด
    และชื่อไม่ขึ้นต้นด้วยจุด เพื่อไม่ให้ไฟล์ภายในถูกเผยแพร่โดยไม่ตั้งใจ

English
    Published documents must be under docs/files/. Write the path starting with files/, such as
    files/2569/o07-report.pdf: no absolute path, no .. or \, no symbolic link, and no name that
    begins with a dot. This prevents internal files from being published by accident.

fails data/2569/o03.yml
    documents:
      - title: แผนที่ตั้งหน่วยงาน
        file: ../o03-map.pdf

passes data/2569/o03.yml
    documents:
      - title: แผนที่ตั้งหน่วยงาน
        file: files/2569/o03-map.pdf
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Finding, Place, Severity

CODE = Code(
    "OIT305",
    Severity.ERROR,
    Bilingual(
        'ใช้ที่อยู่เอกสาร "{name}" ไม่ได้ เพราะ{reason}',
        'the document path "{name}" is not allowed: {reason}',
    ),
    Bilingual("{cure}", "{cure}"),
    __doc__,
)
_MOVE = Bilingual(
    "วางเอกสารไว้ใต้ docs/files/ แล้วเขียนที่อยู่โดยเริ่มจาก files/ เช่น files/2569/o07-report.pdf",
    "put the document under docs/files/ and write its path starting with files/, "
    "such as files/2569/o07-report.pdf",
)

ADDRESS = Bilingual(
    "เป็นที่อยู่เว็บ ให้ใช้ช่องลิงก์ (url) ถ้ามี", "it is a web address; use the field url if there is one"
)
ABSOLUTE = Bilingual("เป็นที่อยู่เต็มของเครื่อง", "it is an absolute path")
PARENT = Bilingual("มี .. ซึ่งพาออกนอกโฟลเดอร์", "it contains .., which leads out of the folder")
BACKSLASH = Bilingual(r"มีเครื่องหมาย \ ให้ใช้ / แทน", r"it contains \; use / instead")
LINK = Bilingual("ไฟล์หรือโฟลเดอร์เป็นทางลัด", "the file or a folder in its path is a symbolic link")
SPECIAL = Bilingual(
    "ไม่ใช่ไฟล์ธรรมดา (เป็นท่อหรืออุปกรณ์ของระบบ)",
    "it is a pipe or a device of the system, not a plain file",
)
NOT_UTF8 = Bilingual(
    "ชื่อไฟล์เขียนด้วยรหัสอักษรอื่นที่ไม่ใช่ UTF-8 ให้เปลี่ยนชื่อ",
    "the file name is not encoded as UTF-8; rename it",
)
HIDDEN = Bilingual(
    "มีชื่อไฟล์หรือโฟลเดอร์ที่ขึ้นต้นด้วยจุด", "the name of the file or a folder begins with a dot"
)
DETOUR = Bilingual("มี // หรือ ./ หรือลงท้ายด้วย /", "it contains // or ./, or ends with /")
TOO_LONG = Bilingual(
    "ชื่อยาวเกินไป ให้ตั้งชื่อไฟล์และโฟลเดอร์ให้สั้นลง",
    "it is too long; use shorter names for the file and its folders",
)
NO_PATH = Bilingual("ไม่ใช่ที่อยู่ของไฟล์", "it is not the path of a file")
NO_PICTURE = Bilingual("ไม่ใช่ที่อยู่ของรูป", "it is not the path of a picture")
OUTSIDE = Bilingual("ไม่ได้อยู่ใต้โฟลเดอร์ files/", "it is not under files/")
_REPLACE = Bilingual("แทนด้วยไฟล์จริง หรือลบออก", "replace it with the file itself, or delete it")
_RENAME = Bilingual("ตั้งชื่อไฟล์ใหม่ แล้วแก้ที่อยู่ให้ตรง", "rename the file and correct the path")
_CURES = {
    LINK: _REPLACE,
    SPECIAL: _REPLACE,
    NOT_UTF8: _RENAME,
    NO_PATH: Bilingual(
        f"ถ้ายังไม่มีไฟล์ ให้ลบช่องนี้ เอกสารที่ยังไม่มีไฟล์ให้ลบทั้งรายการ ถ้ามีแล้ว ให้{_MOVE.th}",
        f"if there is no file yet, delete the field, or the whole entry of a document; "
        f"otherwise {_MOVE.en}",
    ),
    NO_PICTURE: Bilingual(
        "ถ้ายังไม่มีรูป ให้ลบช่องนี้ไปก่อน ถ้ามีแล้ว ให้วางรูปไว้ใต้ docs/files/ "
        "แล้วเขียนที่อยู่ เช่น files/2569/mayor.png",
        "if there is no picture yet, delete the field; otherwise put the picture under docs/files/ "
        "and write its path, such as files/2569/mayor.png",
    ),
}


def at(place: Place, name: str, reason: Bilingual) -> Finding:
    """Report a path, with what to do about its fault."""
    return CODE.at(place, name=name, reason=reason, cure=_CURES.get(reason, _MOVE))
