"""A purchase, as in the monthly summary (แบบ สขร.1), the annual list and e-GP."""

from oit.forms.base import Form
from oit.forms.bidders import Bidders
from oit.forms.fields import (
    Date,
    Money,
    MonthOf,
    Name,
    Outcome,
    Reference,
    Text,
    label,
    required,
    rows,
)


class Purchase(Form):
    """A contract, or a purchase without a contract so far.

    A project with several contracts has several entries. The name of the agency is in agency.yml
    and is not repeated here.
    """

    month: MonthOf = label("เดือน", "เดือนของแบบ สขร.1 ที่รายการนี้อยู่")
    project_number: Reference = label("เลขที่โครงการในระบบ e-GP")
    name: Name = required("งานที่จัดซื้อหรือจัดจ้าง")
    kind: Text = label("ประเภทโครงการ", "เช่น ซื้อ, จ้างก่อสร้าง")
    budget: Money = label("วงเงินงบประมาณ (บาท)")
    source: Text = label("แหล่งที่มาของงบประมาณ")
    reference_price: Money = label("ราคากลาง (บาท)")
    method: Text = label("วิธีการจัดซื้อจัดจ้าง")
    bidders: Bidders = rows("รายชื่อผู้เสนอราคาและราคาที่เสนอ")
    winner: Text = label("ผู้ได้รับการคัดเลือก")
    winner_tax_id: Reference = label(
        "เลขประจำตัวผู้เสียภาษีของผู้ได้รับการคัดเลือก", "ของบุคคลธรรมดาถูกปกปิดบนเว็บไซต์เสมอ"
    )
    agreed_price: Money = label("ราคาที่ตกลงซื้อหรือจ้าง (บาท)")
    reason: Text = label("เหตุผลที่คัดเลือกโดยสรุป")
    contract_number: Reference = label("เลขที่สัญญาหรือข้อตกลง")
    contract_date: Date = label("วันที่ของสัญญาหรือข้อตกลง")
    contract_end: Date = label("วันสิ้นสุดสัญญา")
    announced: Date = label("วันที่ประกาศ")
    status: Outcome = label("สถานะการจัดซื้อจัดจ้าง")
    place: Text = label("สถานที่ดำเนินการ")
