"""Texts in their usual spelling, and how PDFs, Word, web pages and typists write the same."""

SPELLINGS = (
    ("จำนวน", "จ\u0e4dานวน"),  # ํ and า for ำ, as PDFs give it
    ("น้ำ", "น\u0e4d\u0e49า"),
    ("น้ำ", "น\u0e49\u0e4dา"),
    ("น้ำ", "นำ\u0e49"),
    ("แหล่งเงิน", "เเหล่งเงิน"),
    ("แหล่งเงิน", "เ\u200bเหล่งเงิน"),
    ("ที่", "ท\u0e48\u0e35"),  # the tone mark typed before the vowel
    ("ที่", "ที\u0e48\u0e48"),  # typed twice, one over the other
    ("ผู้", "ผ\u0e49\u0e39"),
    ("รวมทั้งสิ้น", "รวมท\u0e49\u0e31งส\u0e49\u0e34น"),
    ("สิทธิ์", "สิทธ\u0e4c\u0e34"),
    ("เป็นเงิน", "เป็น\u200bเงิน"),  # zero-width space, joiner, and mark of direction
    ("เป็นเงิน", "เป็น\u200dเงิน"),
    ("เป็นเงิน", "\u200eเป็นเงิน"),
    ("สำนักงาน", "สำ\u00adนัก\u2060งาน"),
    ("ป้าย", "ป\uf70bาย"),  # letters that fonts of Windows have for shifted marks
    ("ปี่", "ป\uf702\uf713"),
    ("ที่ใหญ่", "ท\u0e35\uf70aให\uf70f\uf70a"),
    ("ข้อ 12", "ข้อ ๑๒"),
    ("ข้อ 12", "ข้อ  12"),
    ("ข้อ 12", "ข้อ\u00a012"),
    ("ข้อ 12", "ข้อ １２"),
    ("ABC จำกัด", "Abc\u3000จำกัด"),
    ("ABC จำกัด", "ＡＢＣ จำกัด"),
    ("project id", "Project\u00a0\n ID "),
    ('ร้าน "ก"', "ร้าน “ก”"),
    ("ร้าน 'ก'", "ร้าน ‘ก’"),
    ("ต.ค.-ธ.ค.", "ต.ค.–ธ.ค."),
    ("ต.ค.-ธ.ค.", "ต.ค.—ธ.ค."),
    ("é", "e\u0301"),
)
"""Each with its usual spelling first."""

DIFFERENT = (
    ("ปา", "ป่า"),
    ("รวม", "รวมๆ"),
    ("ำ", "า"),
    ("ข้าว", "ขาว"),
    ("ที่", "ที"),
    ("เล", "แล"),
)
"""Pairs that are never the same."""
