"""The data dictionary of a table as a Table Schema."""

from oit.views.datasets.schema import table_schema
from views.datasets.tables import a_dataset


def test_every_column_has_its_name_type_and_meaning() -> None:
    assert table_schema(a_dataset()) == {
        "fields": [
            {
                "name": "name",
                "type": "string",
                "format": "default",
                "title": "งานที่จัดซื้อหรือจัดจ้าง",
                "constraints": {"required": True},
            },
            {
                "name": "month",
                "type": "yearmonth",
                "format": "default",
                "title": "เดือน",
                "description": "เดือนของแบบ สขร.1",
            },
            {
                "name": "budget",
                "type": "number",
                "format": "default",
                "title": "วงเงินงบประมาณ (บาท)",
            },
            {
                "name": "contract_date",
                "type": "date",
                "format": "default",
                "title": "วันที่ของสัญญา",
            },
            {"name": "count", "type": "integer", "format": "default", "title": "จำนวน"},
        ],
        "missingValues": [""],
    }
