"""What does not count as filled in, and where that is said."""

from pathlib import Path

import pytest

from data.tables.reading import an_item
from given import Place, a_record, an_element, places
from oit.checks.filled import texts, vacant
from oit.checks.filled import words as filled_words
from oit.checks.filled.check import Item, unfilled_in
from oit.data.checklist import Element
from oit.source.own import read_own

AGENCY = "เทศบาลตำบลบ้านใหม่"


def found(
    form: str, text: str, *elements: Element, agency: str = AGENCY, copied: str | None = None
) -> list[Place]:
    """Return the codes and places of what does not count."""
    item = Item(elements, agency, 2569, copied)
    unfilled = unfilled_in(a_record(form, text), item)
    return places(list({value.finding.place: value.finding for value in unfilled}.values()))


def codes(form: str, text: str, *elements: Element, agency: str = AGENCY) -> list[str]:
    return [code for code, _, _ in found(form, text, *elements, agency=agency)]


@pytest.mark.parametrize(
    "text",
    [
        *("TODO", "todo!", "(todo)", "xxx", "XXXX", "x\u200bxx", "กกกก", "aaa"),
        *("test", "ทดสอบ", "ไม่ระบุ", "รอข้อมูล", "ใส่ข้อความ", "(ระบุ)", "โปรดระบุ", "N/A", "n/a."),
        *("?", "??", "👍", "🙂🙂", "***", "/", "Lorem ipsum dolor sit amet", "ใส่ข้อความที่นี่"),
        *("80%", "80 %", "ร้อยละ 80", "๘๐ เปอร์เซ็นต์", "100", "1.", "12/5"),
        *("ผลการดำเนินการ", "result", "ดำเนินการ (ระบุวันที่)", "โทร 02-xxx-xxxx"),
    ],
)
def test_texts_that_say_nothing(text: str) -> None:
    yaml = f"projects:\n  - name: ปรับปรุงถนน\n    result: '{text}'\n"
    assert found("annual_report", yaml) == [("OIT219", 3, 13)]


@pytest.mark.parametrize(
    "text",
    [
        *("แล้วเสร็จ", "อยู่ระหว่างดำเนินการ", "รอดำเนินการ", "ร้อยละ 80 ของแผน", "80% ของแผน"),
        *("ไม่มีปัญหา", "ดี", "ok ตามแผน", "ทดสอบระบบเสียงตามสาย 12 หมู่บ้าน", "สุ่มตัวอย่าง 400 คน"),
        *("ผู้รับจ้าง x-xxxx-xxxxx-xx-x", "เลขประจำตัว xxxxxxxxxxxxx", "เลข X-XXXX-XXXXX-XX-X"),
        *("จัดทำข้อมูลตัวอย่าง", "-", "…", "____", ""),  # what is blank is missing already
    ],
)
def test_texts_that_say_something(text: str) -> None:
    yaml = f"projects:\n  - name: ปรับปรุงถนน\n    result: '{text}'\n"
    assert found("annual_report", yaml) == []


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("contact", "phone: 1567\nfax: 0 4500 0000\n"),
        ("contact", "hours: 08.30-16.30\n"),
        ("procurement_list", "purchases: [{name: ซื้อหมึก, contract_number: 12/2569}]\n"),
        ("procurement_list", "purchases: [{name: ซื้อหมึก, winner_tax_id: xxxxxxxxxxxxx}]\n"),
        ("annual_plan", "projects: [{name: ปรับปรุงถนน, period: 2568 - 2569}]\n"),
        ("complaint_statistics", "counts: [{name: 2568-10, total: 1}]\n"),
        ("ethics", "working_group: {order: 112/2568}\n"),
        ("service_guide", "services: [{name: ขุดดิน, fee: 200}]\n"),
    ],
)
def test_some_fields_may_be_only_a_number(form: str, text: str) -> None:
    assert found(form, text) == []


UNDER_WAY = ("อยู่ระหว่างดำเนินการ", "ยังไม่ได้ดำเนินการ", "รอดำเนินการ", "อยู่ระหว่างจัดทำ", "(รออนุมัติ)")
UNKNOWN = ("ยังไม่ทราบ", "รอข้อมูล", "ยังไม่ระบุ", "ยังไม่กำหนด", "จะแจ้งภายหลัง", "- ยังไม่ทราบ -")
YET_NONE = ("ยังไม่มี", "ยังไม่มีครับ", "ขณะนี้ยังไม่มี", "(ยังไม่มี)")
NO_VALUE = [
    ("complaint_statistics", "period: '{}'\n"),
    ("contact", "owner: '{}'\n"),
    ("contact", "address: '{}'\n"),
    ("complaint_channel", "channels: [{{name: '{}', url: https://www.banmai.go.th/}}]\n"),
    ("complaint_channel", "separation: '{}'\n"),
    ("annual_plan", "projects: [{{name: ปรับปรุงถนน, period: '{}'}}]\n"),
    ("service_guide", "services: [{{name: ขุดดิน, steps: [{{text: รับเรื่อง, owner: '{}'}}]}}]\n"),
    ("complaint_statistics", "nothing_to_report: '{}'\n"),
    ("structure", "duties: ['{}']\n"),
    ("procurement_list", "purchases: [{{name: ซื้อหมึก, winner: '{}'}}]\n"),
]


@pytest.mark.parametrize(("form", "text"), NO_VALUE)
def test_what_is_not_known_yet_is_no_value(form: str, text: str) -> None:
    for words in (*UNDER_WAY, *UNKNOWN, *YET_NONE):
        assert codes(form, text.format(words)) == ["OIT219"], words


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("annual_report", "projects: [{{name: ปรับปรุงถนน, result: '{}'}}]\n"),
        ("annual_plan", "projects: [{{name: ปรับปรุงถนน, result: '{}'}}]\n"),
        ("risk_report", "measures: [{{name: ตรวจรับสองชั้น, status: '{}'}}]\n"),
        ("procurement_list", "purchases: [{{name: ซื้อหมึก, status: '{}'}}]\n"),
        ("participation", "activities: [{{name: ประชาคม, use: '{}'}}]\n"),
        ("ita_development", "measures: [{{progress: [{{round: '6', done: ['{}']}}]}}]\n"),
        ("complaint_statistics", "counts: [{{name: '{}', total: 2}}]\n"),
    ],
)
def test_a_status_or_a_result_may_say_how_far_it_is(form: str, text: str) -> None:
    for words in UNDER_WAY:
        assert codes(form, text.format(words)) == [], words


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("annual_report", "problems: ยังไม่มี\n", []),
        ("risk_report", "recommendations: ยังไม่มี\n", []),
        ("procurement_monthly", "months: [{month: 2568-10, nothing: ยังไม่มี}]\n", []),
        ("contact", "fax: ไม่มี\n", []),
        ("contact", "owner: ไม่มี\n", ["OIT219"]),
        ("complaint_statistics", "period: ไม่มี\n", ["OIT219"]),
        # Others only begin like a placeholder.
        ("contact", "owner: สำนักปลัด (รอมอบหมายผู้ดูแลเว็บไซต์)\n", []),
        ("annual_report", "problems: ยังไม่มีระบบติดตามงาน\n", []),
        ("structure", "duties: [อยู่ระหว่างดำเนินการแก้ไขเทศบัญญัติ ใช้ของปี 2560]\n", []),
        ("procurement_list", "purchases: [{name: จ้างตรวจสอบอยู่ระหว่างดำเนินการ}]\n", []),
    ],
)
def test_nothing_yet_where_nothing_is_an_answer(form: str, text: str, expected: list[str]) -> None:
    assert codes(form, text) == expected


def test_tables_are_searched_for_every_word() -> None:
    words = read_own(Path(filled_words.__file__).with_name("words.yml"))
    exact = [*words["unfinished"], *words["under_way"], *words["nothing"], *words["nothing_yet"]]
    assert [word for word in exact if len(word) > texts.SHORT] == []


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("contact", "address: เลขที่ 99 หมู่ที่ 2 ถนนตัวอย่าง ตำบลบ้านใหม่\n", [("OIT218", 1, 10)]),
        ("contact", "phone: 0 2000 0000\n", [("OIT218", 1, 8)]),
        ("contact", "email: saraban@example.go.th\n", [("OIT218", 1, 8)]),
        ("contact", "map: https://maps.example.com/x\n", [("OIT218", 1, 6)]),
        ("contact", "latitude: 15.0000\n", [("OIT218", 1, 11)]),
        ("contact", "latitude: 15.0001\n", []),
        ("executives", "people: [{name: ชื่อ นามสกุล}]\n", [("OIT218", 1, 17)]),
        ("executives", "people: [{name: นายตัวอย่าง หนึ่ง}]\n", [("OIT218", 1, 17)]),
        ("annual_report", "problems: ฝนตกต่อเนื่องทำให้ล่าช้า  14 วัน\n", [("OIT218", 1, 11)]),
        ("annual_report", "projects: [{name: ก, spent: 1482300.50}]\n", [("OIT218", 1, 29)]),
        # What many agencies may have to write is no example on its own, …
        ("annual_report", "owner: สำนักปลัด\n", []),
        ("staff_manual", "manuals: [{name: คู่มืองานการเงิน, laws: [ระเบียบ]}]\n", []),
        # … but where everything around it is.
        (
            "staff_manual",
            "summary: คู่มือ\nmanuals:\n  - {name: คู่มืองานการเงิน, position: เจ้าพนักงานการเงินและบัญชี}\n",
            [("OIT218", 3, 5)],
        ),
    ],
)
def test_examples_of_the_templates(form: str, text: str, expected: list[Place]) -> None:
    assert found(form, text) == expected


def test_long_names_of_a_copied_table_are_found(tmp_path: Path) -> None:
    table = (
        "month,name,winner\n2568-10,ซื้อน้ำมันเชื้อเพลิงและหล่อลื่นสำหรับรถบรรทุกน้ำ,"
        "ห้างหุ้นส่วนจำกัด ตัวอย่างปิโตรเลียม\n"
        "2568-10,จ้างสุ่มเก็บตัวอย่างน้ำประปาหมู่บ้านส่งตรวจวิเคราะห์,ห้างหุ้นส่วนจำกัด ก้าวหน้าปิโตรเลียมและแก๊ส\n"
    )
    record = an_item(tmp_path, "procurement_monthly", table)
    for agency, expected in ((AGENCY, [("OIT218", 2, 3)]), ("เทศบาลตำบลตัวอย่าง", [])):
        unfilled = unfilled_in(record, Item((), agency, 2569))
        assert places([value.finding for value in unfilled]) == expected


def test_every_invented_name_is_looked_for_in_tables() -> None:
    invented = read_own(Path(filled_words.__file__).with_name("words.yml"))["invented"]
    assert [name for name in invented if not filled_words.invented_in(name)] == []


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("procurement_monthly", "months: [{month: 2568-10, nothing: ไม่มีการจัดซื้อจัดจ้าง}]\n"),
        ("complaint_statistics", "nothing_to_report: ไม่มีเรื่องต้องรายงาน\n"),
        ("complaint_statistics", "nothing_to_report: ปี 2568 ไม่มีเรื่องร้องเรียน\n"),
    ],
)
def test_a_statement_may_repeat_the_title_of_its_field(form: str, text: str) -> None:
    assert found(form, text) == []


def test_an_agency_that_is_an_example_itself_may_use_their_names() -> None:
    text = "people: [{name: นายตัวอย่าง หนึ่ง, email: mayor@tuayang.example}]\n"
    assert codes("executives", text) == ["OIT218", "OIT218"]
    assert codes("executives", text, agency="เทศบาลตำบลตัวอย่าง") == []


NEWS = """\
## คัดลอกจากไฟล์ 2568/o04.yml
updated: 2568-11-20
news:
  - title: พิธีเปิดศูนย์  # หมายเหตุ
    date: 2567-12-01  # ปรับเป็นปี 2569
  # ปรับเป็นปี 2569
  - {title: วางท่อประปา, date: 2567-12-02}
"""


def test_values_that_are_still_marked() -> None:
    assert found("news", NEWS) == [("OIT220", 5, 11), ("OIT220", 7, 32)]
    assert found("news", NEWS.replace("  # ปรับเป็นปี 2569", "")) == []


@pytest.mark.parametrize(
    ("updated", "copied", "expected"),
    [
        ("2568-03-20", "data/2568/o03.yml", [("OIT224", 1, 1)]),
        ("2568-10-01", "data/2568/o03.yml", []),
        ("2568-03-20", None, []),
    ],
)
def test_a_copied_item_that_nobody_has_reviewed(
    updated: str, copied: str | None, expected: list[Place]
) -> None:
    assert found("contact", f"updated: {updated}\nphone: 1567\n", copied=copied) == expected


NO_NONE = an_element(id="laws", rule="rows", field="manuals", each=["laws"])
IN_FIELD = an_element(rule="present", field="vision", none_allowed="in_field")


@pytest.mark.parametrize(
    ("form", "text", "element", "expected"),
    [
        ("staff_manual", "manuals: [{name: งานเงิน, laws: [ไม่มี]}]", NO_NONE, ["OIT226"]),
        ("staff_manual", "manuals: [{name: ไม่มี, laws: [ระเบียบ]}]", NO_NONE, ["OIT226"]),
        ("staff_manual", "manuals: [{name: งานเงิน, position: ไม่มี}]", NO_NONE, []),
        ("strategic_plan", "vision: ไม่มี.", IN_FIELD, []),
        # A checklist that does not say so leaves it to the description of the field.
        ("annual_report", "problems: ไม่มี", an_element(rule="present", field="problems"), []),
        (
            "annual_report",
            "problems: ไม่มี",
            an_element(rule="present", field="problems", none_allowed="no"),
            ["OIT226"],
        ),
        (
            "procurement_monthly",
            "months: [{month: 2568-10, nothing: ไม่มี}]",
            an_element(rule="months", field="months", each=["purchases", "nothing"]),
            [],
        ),
    ],
)
def test_none_only_where_the_checklist_accepts_it(
    form: str, text: str, element: Element, expected: list[str]
) -> None:
    assert codes(form, text, element) == expected


POINTERS = (
    "ดูในเอกสารแนบ",
    "ตามเอกสารแนบ",
    "ตามลิงก์",
    "รายละเอียดตามไฟล์แนบ",
    "ดูที่ลิงค์ด้านล่าง",
    "(เอกสารแนบ)",
)


@pytest.mark.parametrize(
    "reason",
    [
        *POINTERS,
        *("โปรดดู QR code", "ปรากฏในเว็บไซต์หน่วยงาน", "see attached file", "https://www.nacc.go.th/1"),
        *("ไม่มี", "ไม่เกี่ยวข้อง", "ไม่ได้ดำเนินการ.", "true", "ใช่", "ยังไม่มี"),
    ],
)
def test_no_reason_for_an_exception(reason: str) -> None:
    assert codes("contact", f"not_applicable: {reason}\n") == ["OIT228"]


@pytest.mark.parametrize("reason", ["ไม่เกี่ยวข้องกับหน่วยงาน", "N/A", "xxx", "อยู่ระหว่างดำเนินการ", "12"])
def test_other_texts_that_are_no_reason(reason: str) -> None:
    assert codes("contact", f"not_applicable: {reason}\n") == ["OIT219"]


@pytest.mark.parametrize(
    "reason",
    [
        *("เทศบาลไม่มีสถานศึกษาในสังกัด", "ไม่มีภารกิจ", "ไม่มีสถานีบริการ ตามเอกสารแนบ"),
        *(
            "ยกเว้นตามหนังสือ ที่ มท 0808.2/ว 1234",
            "https://www.nacc.go.th/1 ข้อ 4 ยกเว้นหน่วยงานระดับอำเภอ",
        ),
        "-",  # what is blank claims nothing
    ],
)
def test_reasons_for_an_exception(reason: str) -> None:
    assert codes("contact", f"not_applicable: '{reason}'\n") == []


VISION = an_element(rule="present", field="vision")


def test_a_pointer_instead_of_what_an_element_asks_for() -> None:
    for text in POINTERS:
        assert codes("strategic_plan", f"vision: {text}\n", VISION) == ["OIT228"], text
        assert codes("complaint_statistics", f"nothing_to_report: {text}\n") == ["OIT228"], text
        # Beside the data it may lead to documents.
        assert codes("strategic_plan", f"summary: {text}\n", VISION) == []
    for text in ("ตามแผน", "เว็บไซต์", "ตามเอกสารแนบ เมืองน่าอยู่", "ดูแลที่ดิน", "ในที่ดินของราษฎร", ""):
        assert codes("strategic_plan", f"vision: {text}\n", VISION) == [], text
    document = "documents: [{title: เอกสารแนบ, file: files/a.pdf}]\n"
    assert codes("document", document, an_element(rule="document")) == []


def test_one_text_in_most_fields() -> None:
    text = "how: [ตามระเบียบ]\nunit: ตามระเบียบ\ntime: ตามระเบียบ\nprotection: ปกปิดชื่อ\n"
    assert found("complaint_procedure", text) == [("OIT227", 1, 7)]
    # Among many other texts a repeated one is no sign of haste.
    others = "summary: วิธีร้องเรียน\nsteps: [{text: รับเรื่อง, time: 1 วัน, owner: สำนักปลัด}]\n"
    assert found("complaint_procedure", text + others) == []


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("position: ปลัด, vacant: true", []),
        ("position: ปลัด, vacant: true, phone: 0 4500 0000", []),
        ("name: นาย ก, position: ปลัด, vacant: false", []),
        ("name: นาย ก, position: ปลัด, vacant: true", [("OIT225", 2, 35)]),
        ("position: ปลัด, photo: files/a.png, vacant: ใช่", [("OIT225", 2, 42)]),
        ("position: ปลัด, line: example, vacant: true", [("OIT225", 2, 37)]),
    ],
)
def test_a_vacant_post_has_nothing_of_a_person(person: str, expected: list[Place]) -> None:
    record = a_record("executives", f"people:\n  - {{{person}}}\n")
    assert places(list(vacant.check(record))) == expected


@pytest.mark.parametrize(
    "name", ["ว่าง", "(ว่าง)", "- ว่าง -", "ตำแหน่งว่าง", "ยังไม่มีผู้ดำรงตำแหน่ง", "Vacant"]
)
def test_a_word_instead_of_a_name_gets_the_way_to_say_it(name: str) -> None:
    record = a_record("executives", f'people: [{{name: "{name}", position: ปลัดเทศบาล}}]')
    (value,) = unfilled_in(record, Item((), AGENCY, 2569))
    assert value.finding.code.id == "OIT219"
    assert value.finding.hint().endswith("vacant: true")


def test_other_items_have_no_posts() -> None:
    assert list(vacant.check(a_record("contact", "phone: 1567"))) == []


@pytest.mark.parametrize(
    ("form", "text", "thai"),
    [
        (
            "annual_report",
            "projects: [{name: ปรับปรุงถนน, result: xxx}]",
            "รายการที่ 1 (ปรับปรุงถนน) › ผลการดำเนินการ (result)",
        ),
        # An entry is not called by what is wrong with it.
        (
            "executives",
            "people: [{name: นาย ก, position: ปลัด}, {name: (ว่าง), position: รองปลัด}]",
            "รายการที่ 2 (รองปลัด) › ชื่อ-สกุล (name)",
        ),
        ("executives", "people: [{name: xxx}]", "รายการที่ 1 › ชื่อ-สกุล (name)"),
        ("staff_manual", "manuals: [{name: งานเงิน, laws: [xxx]}]", "รายการที่ 1 (งานเงิน) › "),
        ("complaint_procedure", "how: [ยื่นหนังสือ, xxx]", "วิธีการร้องเรียนของบุคคลภายนอก (how)"),
        ("annual_report", "problems: TODO", "ปัญหา/อุปสรรค (problems)"),
        # Examples and statements that there is none.
        (
            "executives",
            "people: [{name: นายตัวอย่าง หนึ่ง, position: ปลัด}]",
            "รายการที่ 1 (ปลัด) › ชื่อ-สกุล (name)",
        ),
        (
            "news",
            "news: [{title: พิธีเปิดศูนย์, date: 2567-12-01}] # ปรับเป็นปี 2569",
            "รายการที่ 1 (พิธีเปิดศูนย์) › วันที่",
        ),
    ],
)
def test_messages_name_the_entry_and_the_title_of_the_field(
    form: str, text: str, thai: str
) -> None:
    found = unfilled_in(a_record(form, text), Item((), AGENCY, 2569))
    assert f'ช่อง "{thai}' in found[-1].finding.message()


def test_a_whole_entry_of_examples_is_named_with_its_fields() -> None:
    text = "summary: คู่มือ\nmanuals:\n  - {name: คู่มืองานการเงิน, position: เจ้าพนักงานการเงินและบัญชี}\n"
    (value,) = unfilled_in(a_record("staff_manual", text), Item((), AGENCY, 2569))
    assert "ทุกช่องของรายการที่ 1 ยังเป็นตัวอย่าง" in value.finding.message()
    assert "(name), " in value.finding.message()
