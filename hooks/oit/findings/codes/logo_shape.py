"""OIT414 · ตราเล็กเกินไปหรือไม่เป็นจัตุรัส · A logo that is small or not square

ไทย
    จากตราของหน่วยงาน โปรแกรมทำตราบนแถบบน รูปย่อของแท็บ รูปบนหน้าจอโทรศัพท์ และภาพตัวอย่างเมื่อส่งลิงก์ทาง
    LINE หรือ Facebook ตราที่เล็กกว่า 180 × 180 จุดจะไม่คมชัด ตราที่กว้างและสูงต่างกันมากจะเล็กจนอ่านไม่ออก
    เพราะต้องวางในกรอบจัตุรัส ให้ใช้ภาพจัตุรัส เช่น 512 × 512 จุด พื้นหลังโปร่งใส (PNG)

English
    The program makes the logo in the header, the icon of the tab and of telephones, and the
    picture that LINE and Facebook show of an address from the agency's logo. One that is smaller
    than 180 × 180 pixels is blurred, and one that is much wider or taller becomes tiny, since it
    is put into a square. Use a square picture such as 512 × 512 pixels, as PNG with a transparent
    background.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

_HINT = Bilingual(
    "ใช้ภาพจัตุรัส เช่น 512 × 512 จุด พื้นหลังโปร่งใส (PNG)",
    "use a square picture such as 512 × 512 pixels, as PNG with a transparent background",
)

SMALL = Code(
    "OIT414",
    Severity.WARNING,
    Bilingual(
        'ตรา "{name}" มีเพียง {width} × {height} จุด จะไม่คมชัด (ควรมีอย่างน้อย 180 × 180)',
        'the logo "{name}" has only {width} × {height} pixels and is blurred (180 × 180 or more)',
    ),
    _HINT,
    __doc__,
)
NOT_SQUARE = Code(
    "OIT414",
    Severity.WARNING,
    Bilingual(
        'ตรา "{name}" ไม่เป็นจัตุรัส ({width} × {height} จุด) จะเล็กเมื่อวางในกรอบจัตุรัส',
        'the logo "{name}" is not square ({width} × {height} pixels) and is small inside a square',
    ),
    _HINT,
    __doc__,
)
