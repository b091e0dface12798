"""OIT102 · เขียนไม่ถูกรูปแบบ จึงอ่านไฟล์ไม่ได้ · Invalid YAML

ไทย
    แต่ละบรรทัดต้องเป็น "ชื่อช่อง: ค่า" โดยเว้นวรรคหนึ่งครั้งหลังเครื่องหมาย : และช่องในกลุ่มเดียวกัน
    ต้องย่อหน้าเท่ากัน รายการให้ขึ้นต้นด้วย - แล้วเว้นวรรคหนึ่งครั้ง เมื่อพบจุดที่ผิด โปรแกรมจะหยุดอ่านไฟล์
    ที่จุดนั้น ต้นเหตุอาจอยู่ที่บรรทัดนั้นหรือบรรทัดก่อนหน้า ข้อความที่มี : ตามด้วยเว้นวรรค หรือขึ้นต้นด้วย
    @ ` % * & ! | > [ { ให้ใส่เครื่องหมายคำพูดแบบตรง "…" คร่อมทั้งข้อความ (ไม่ใช่แบบโค้ง “…”)

English
    Each line must be "field: value" with a space after the colon, and all fields of a group
    must have the same indentation. A list entry begins with "-" and a space. Reading stops at
    the first error; its cause may be on that line or the line before. Put a text in straight
    quotes "…" (not curly “…”) if it contains a colon and a space, or begins with one of
    @ ` % * & ! | > [ {.

fails data/2569/o03.yml
    phone: 0 4599 9999
    address: ที่ตั้ง: 1 หมู่ 1

passes data/2569/o03.yml
    phone: 0 4599 9999
    address: "ที่ตั้ง: 1 หมู่ 1"
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT102",
    Severity.ERROR,
    Bilingual("อ่านไฟล์ต่อจากตรงนี้ไม่ได้: {problem}", "the file cannot be read from here on: {problem}"),
    Bilingual(
        "แก้ที่บรรทัดนี้หรือบรรทัดก่อนหน้า แล้วตรวจอีกครั้ง",
        "fix this line or the line before it, then check again",
    ),
    __doc__,
)

_ALIGNMENT = Bilingual(
    "ย่อหน้าไม่ตรงกับช่องอื่นในกลุ่มเดียวกัน หรือมีข้อความต่อท้ายเครื่องหมายคำพูดหรือวงเล็บปิด "
    "ให้จัดย่อหน้าให้ตรงกัน และถ้าในข้อความมีเครื่องหมายคำพูดแบบหนึ่ง ให้คร่อมทั้งข้อความด้วยอีกแบบ "
    "(\"…\" หรือ '…')",
    "the indentation differs from the other fields of the group, or text follows a closing quote "
    "or bracket; align the fields, and if a text contains one kind of quote, put it in the other "
    "kind (\"…\" or '…')",
)
_ENTRIES = Bilingual(
    "ย่อหน้าในรายการไม่ตรงกัน ให้เครื่องหมาย - ทุกอันอยู่ตรงกัน และให้ช่องของรายการเดียวกันย่อหน้าเท่ากัน "
    "โดยอยู่ลึกกว่าเครื่องหมาย -",
    "the list is not aligned; put the - of every entry in the same column, and give the fields "
    "of an entry the same indentation, deeper than its -",
)
_BACKSLASH = Bilingual(
    "ระหว่างเครื่องหมายคำพูด \"…\" เครื่องหมาย \\ มีความหมายพิเศษ ให้คร่อมข้อความด้วย '…' แทน",
    "\\ has a special meaning in \"…\"; put the text in '…' instead",
)
_FIRST_CHARACTER = Bilingual(
    'ข้อความขึ้นต้นด้วยเครื่องหมายที่สงวนไว้ เช่น @ ` % ให้ใส่เครื่องหมายคำพูด "…" คร่อมทั้งข้อความ',
    'the text begins with a reserved character such as @ ` %; put the whole text in quotes "…"',
)
_PERCENT = Bilingual(
    'บรรทัดขึ้นต้นด้วย % ซึ่งสงวนไว้ ถ้าเป็นข้อความ ให้ใส่เครื่องหมายคำพูด "…" คร่อม ถ้าไม่ใช้ ให้ลบบรรทัดนี้',
    'the line begins with %, which is reserved; put it in quotes "…" if it is text, '
    "otherwise delete the line",
)
_STAR = Bilingual(
    'ข้อความขึ้นต้นด้วย * หรือ & ซึ่งสงวนไว้ ให้ใส่เครื่องหมายคำพูด "…" คร่อมทั้งข้อความ '
    "ถ้าต้องการทำรายการ ให้ขึ้นต้นด้วย - แทน *",
    'the text begins with * or &, which are reserved; put the whole text in quotes "…", '
    "or begin the entries of a list with - instead of *",
)
_BAR = Bilingual(
    "หลังเครื่องหมาย | หรือ > ต้องขึ้นบรรทัดใหม่ ถ้าเครื่องหมายนี้เป็นส่วนหนึ่งของข้อความ "
    'ให้ใส่เครื่องหมายคำพูด "…" คร่อมทั้งข้อความ',
    "| or > must be followed by a new line; if the character is part of the text, "
    'put the whole text in quotes "…"',
)
_EXCLAMATION = Bilingual(
    'ข้อความขึ้นต้นด้วย ! ซึ่งสงวนไว้ ให้ใส่เครื่องหมายคำพูด "…" คร่อมทั้งข้อความ',
    'the text begins with !, which is reserved; put the whole text in quotes "…"',
)
_OPEN_QUOTE = Bilingual(
    "มีเครื่องหมายคำพูดเปิดแต่ไม่มีเครื่องหมายคำพูดปิด ให้หาบรรทัดที่ลืมปิดซึ่งอยู่ก่อนบรรทัดนี้ แล้วเติมให้ครบคู่",
    "a quote is opened but not closed; find the line above where the closing quote is missing "
    "and add it",
)
_LEADING_SIGN = Bilingual(
    "ข้อความขึ้นต้นด้วย , ] หรือ } หรือมีวงเล็บ [ { ที่ยังไม่ปิด ให้ปิดวงเล็บให้ครบ "
    'หรือใส่เครื่องหมายคำพูด "…" คร่อมทั้งข้อความ',
    "a text begins with , ] or }, or a bracket [ or { is not closed; close the bracket, or put "
    'the whole text in quotes "…"',
)
_TAB = Bilingual(
    "มีแท็บอยู่ในย่อหน้า ให้ใช้เว้นวรรคแทน",
    "there is a tab in the indentation; use spaces instead",
)

# The messages of libyaml and of PyYAML's own parser, which is used if libyaml is not installed.
_EXPLANATIONS = {
    "mapping values are not allowed": Bilingual(
        'มีเครื่องหมาย : ในที่ที่อ่านไม่ได้ ถ้าเป็นส่วนหนึ่งของข้อความ ให้ใส่เครื่องหมายคำพูดตรง "…" คร่อมทั้งข้อความ '
        "(เครื่องหมายโค้ง “…” ของ Word ใช้แทนไม่ได้) ถ้าเป็นชื่อช่อง ให้ย่อหน้าเท่ากับช่องอื่น "
        "และดูว่าบรรทัดก่อนหน้ามี : ตามด้วยเว้นวรรคแล้ว",
        "unexpected colon; if it is part of the text, put the whole text in straight quotes "
        '"…" (curly quotes “…” do not work); if it follows a field name, indent the field like '
        "the others and check that the line before has a colon and a space",
    ),
    "could not find expected ':'": Bilingual(
        "บรรทัดก่อนหน้านี้ไม่มีเครื่องหมาย : ตามด้วยเว้นวรรคหลังชื่อช่อง หรือไม่ได้เว้นวรรคหลัง - "
        "ถ้าเป็นข้อความที่ต่อจากบรรทัดบน ให้ย่อหน้าลึกกว่าชื่อช่อง",
        "the colon and space after the field name, or the space after -, are missing on the line "
        "before; if this line continues the text above, indent it deeper than the field name",
    ),
    "did not find expected key": _ALIGNMENT,
    "did not find expected '-' indicator": _ENTRIES,
    "expected <block end>": _ALIGNMENT,
    "found unexpected end of stream": _OPEN_QUOTE,
    "found unexpected document": _OPEN_QUOTE,
    "expected ',' or ']'": Bilingual(
        "วงเล็บ [ ไม่มี ] ปิด หรือขาดจุลภาค , ระหว่างค่า ให้เติมให้ครบ "
        'ถ้าวงเล็บเป็นส่วนหนึ่งของข้อความ ให้ใส่เครื่องหมายคำพูด "…" คร่อมทั้งข้อความ',
        "a bracket [ is not closed with ], or a comma is missing between values; add it, or "
        'put the whole text in quotes "…" if the bracket is part of the text',
    ),
    "expected ',' or '}'": Bilingual(
        "วงเล็บปีกกา { ไม่มี } ปิด หรือขาดจุลภาค , ระหว่างค่า ให้เติมให้ครบ "
        'ถ้าวงเล็บเป็นส่วนหนึ่งของข้อความ ให้ใส่เครื่องหมายคำพูด "…" คร่อมทั้งข้อความ',
        "a brace { is not closed with }, or a comma is missing between values; add it, or "
        'put the whole text in quotes "…" if the brace is part of the text',
    ),
    "expected node content": _LEADING_SIGN,
    "expected the node content": _LEADING_SIGN,
    "that cannot start any token": _FIRST_CHARACTER,
    "unknown escape character": _BACKSLASH,
    "expected hexdecimal number": _BACKSLASH,
    "hexadecimal numbers": _BACKSLASH,
    "invalid Unicode character escape": _BACKSLASH,
    "expected alphabetic or numeric character": _STAR,
    "expected comment or line break": _BAR,
    "expected a comment or a line break": _BAR,
    "expected chomping or indentation indicators": _BAR,
    "indentation indicator": _BAR,
    "sequence entries are not allowed": Bilingual(
        "เครื่องหมาย - อยู่ต่อท้ายชื่อช่องในบรรทัดเดียวกันไม่ได้ ถ้าเป็นรายการ ให้ขึ้นบรรทัดใหม่ก่อน - "
        'ถ้าเป็นข้อความ ให้ใส่เครื่องหมายคำพูด "…" คร่อมทั้งข้อความ',
        "a - cannot follow a field name on the same line; if it is a list, begin a new line "
        'before the -; if it is text, put the whole text in quotes "…"',
    ),
    "found unexpected ':'": Bilingual(
        'มีเครื่องหมาย : ในวงเล็บ [ หรือ { ถ้าเป็นส่วนหนึ่งของข้อความ ให้ใส่เครื่องหมายคำพูด "…" คร่อมทั้งข้อความ '
        "ถ้าตามหลังชื่อช่อง ให้เว้นวรรคหลัง :",
        "unexpected colon inside [ or {; if it is part of a text, put the whole text in quotes "
        '"…"; if it follows a field name, put a space after it',
    ),
    "mapping keys are not allowed": Bilingual(
        'ข้อความขึ้นต้นด้วย ? ซึ่งสงวนไว้ ให้ใส่เครื่องหมายคำพูด "…" คร่อมทั้งข้อความ',
        'the text begins with ?, which is reserved; put the whole text in quotes "…"',
    ),
    "found incompatible YAML document": _PERCENT,
    "unexpected non-alphabetical character": _PERCENT,
    "directive": _PERCENT,
    "<document start>": Bilingual(
        "บรรทัดนี้ไม่ต่อเนื่องกับข้อมูลข้างบน ให้ช่องทุกช่องของไฟล์เริ่มที่ต้นบรรทัดเท่ากัน "
        "และลบบรรทัดที่มีแต่ ... หรือขึ้นต้นด้วย %",
        "this line does not continue the data above; start all fields of the file in the first "
        "column, and delete lines that consist of ... or begin with %",
    ),
    "found a tab": _TAB,
    "tag": _EXCLAMATION,
    "URI": _EXCLAMATION,
    "expected '>'": _EXCLAMATION,
    "expected '!'": _EXCLAMATION,
    "expected whitespace or line break": _EXCLAMATION,
}


def explain(problem: str) -> Bilingual:
    """Explain the likely cause and the fix, given the parser's own English message."""
    for fragment, words in _EXPLANATIONS.items():
        if fragment in problem:
            return words
    return Bilingual(
        f"เขียนไม่ถูกรูปแบบ ให้ดูย่อหน้า เครื่องหมาย : และเครื่องหมายคำพูด (ข้อความภาษาอังกฤษจากตัวอ่าน: {problem})",
        "invalid syntax; check the indentation, colons and quotes "
        f"(message of the parser: {problem})",
    )
