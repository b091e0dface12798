"""OIT101 · ไฟล์ไม่ได้บันทึกเป็น UTF-8 · The file is not saved as UTF-8

ไทย
    ทุกไฟล์ข้อมูลต้องบันทึกด้วยรหัสอักขระ UTF-8 โปรแกรมรุ่นเก่าบน Windows มักบันทึกภาษาไทยเป็น
    TIS-620 (CP874) หากเป็นเช่นนั้น โปรแกรมจะแสดงข้อความของบรรทัดนั้นให้ดู แต่จะไม่แปลงให้เอง
    ให้เปิดไฟล์แล้วบันทึกใหม่เป็น UTF-8 ใน Notepad เลือก Save As แล้วตั้ง Encoding เป็น UTF-8
    ใน VS Code เลือก Save with Encoding แล้วเลือก UTF-8

English
    Every data file must be saved as UTF-8. Older Windows programs often save Thai as TIS-620
    (CP874); in that case the program shows the text of the line but does not convert the file.
    Open the file and save it again as UTF-8. In Notepad choose Save As and set Encoding to
    UTF-8; in VS Code choose Save with Encoding, then UTF-8.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

_SAVE_AGAIN = Bilingual(
    "บันทึกไฟล์ใหม่เป็น UTF-8 (Notepad: Save As แล้วตั้ง Encoding เป็น UTF-8, VS Code: Save with Encoding)",
    "save the file again as UTF-8 (Notepad: Save As, set Encoding to UTF-8; "
    "VS Code: Save with Encoding)",
)

CODE = Code(
    "OIT101",
    Severity.ERROR,
    Bilingual(
        "ไฟล์นี้ไม่ได้บันทึกเป็น UTF-8 จึงอ่านตั้งแต่ตรงนี้ไม่ได้",
        "the file is not saved as UTF-8; it cannot be read from here on",
    ),
    _SAVE_AGAIN,
    __doc__,
)

CP874 = Code(
    "OIT101",
    Severity.ERROR,
    Bilingual(
        'ไฟล์นี้บันทึกเป็นภาษาไทยแบบเดิมของ Windows (TIS-620) ไม่ใช่ UTF-8 บรรทัดนี้คือ "{sample}"',
        "the file is saved in the old Thai encoding of Windows (TIS-620), not as UTF-8; "
        'this line reads "{sample}"',
    ),
    _SAVE_AGAIN,
    __doc__,
)
