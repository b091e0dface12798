"""The pages of open data: the catalogue, the tables, their months and reports."""

import json
from datetime import date
from pathlib import Path

import pytest

from given import a_folder
from oit.assess.examine import examine_all
from oit.views.pages.page import text_of
from oit.views.pages.site import Site, make_site

AGENCY = "name: เทศบาลตำบลเล็ก\nkind: municipality\nlicence: CC-BY-4.0\n"
HEADER = "month,name,budget,source,method,bidders,winner,winner_tax_id,agreed_price,nothing\n"
ROW = "{month},งานที่ {n},1000,เงินรายได้,เฉพาะเจาะจง,ร้าน ก = 950 | ร้าน ข,ร้าน ก,{tax_id},{agreed},\n"
TABLE = "data/2569/procurement/"


def row(n: int, month: str = "2568-10", tax_id: str = "0105500000001", agreed: str = "950") -> str:
    return ROW.format(n=n, month=month, tax_id=tax_id, agreed=agreed)


def site_of(folder: Path, files: dict[str, str]) -> Site:
    data = a_folder(folder, {"data/agency.yml": AGENCY, **files})
    return make_site(examine_all(data, date(2026, 4, 1)))


def purchases(folder: Path, rows: str, **more: str) -> Site:
    files = {
        "data/2569/o11.yml": "owner: กองคลัง\nrows: procurement.csv\n",
        "data/2569/procurement.csv": HEADER + rows,
    }
    return site_of(folder, files | {f"data/{name}": text for name, text in more.items()})


def text(site: Site, url: str) -> str:
    (page,) = [page for page in site.pages.values() if page.url == url]
    return text_of(page.html)


def test_catalogue_lists_every_table_with_its_files_and_items(tmp_path: Path) -> None:
    site = purchases(tmp_path, row(1))
    page = site.pages["data/index.md"]
    assert "รายการจัดซื้อจัดจ้าง ปีงบประมาณ 2569 1 O11 CSV JSON XLSX" in text(site, "data/")
    for ending in ("/", ".csv", ".json", ".xlsx"):
        assert f'href="../data/2569/procurement{ending}"' in page.html
    assert "สัญญาอนุญาตครีเอทีฟคอมมอนส์ แสดงที่มา 4.0" in text(site, "data/")


def test_catalogue_without_tables_says_so(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"data/2569/o01.yml": "owner: สำนักปลัด\n"})
    assert "ยังไม่มีตารางข้อมูล" in text(site, "data/")
    assert json.loads(site.read("data/datapackage.json"))["resources"] == []


def test_month_has_a_page_or_several_if_it_has_many_purchases(tmp_path: Path) -> None:
    site = purchases(tmp_path, "".join(row(n) for n in range(1, 121)))
    first, second, last = (f"{TABLE}2568-10/{page}" for page in ("", "2/", "3/"))
    assert "รายการ 120" in text(site, first)
    assert "50 งานที่ 50" in text(site, first)
    assert "งานที่ 51" not in text(site, first)
    assert "51 งานที่ 51" in text(site, second)
    assert "รวม 120 รายการ 114,000 120,000" in text(site, last)
    assert "รวม 120" not in text(site, first)
    assert text(site, second).endswith("หน้า 1 หน้า 2 หน้า 3")
    assert "ร้าน ก (950) ร้าน ข" in text(site, first)


def test_month_without_purchases_has_a_page_that_says_so(tmp_path: Path) -> None:
    site = purchases(tmp_path, row(1) + "2568-11,,,,,,,,,ไม่มีการจัดซื้อจัดจ้าง\n")
    assert "พฤศจิกายน 2568 ไม่มีการจัดซื้อจัดจ้าง ←" in text(site, f"{TABLE}2568-11/")
    assert "พฤศจิกายน 2568 ไม่มีการจัดซื้อจัดจ้าง" in text(site, TABLE)
    assert b"\xe0\xb9\x84\xe0\xb8\xa1\xe0\xb9\x88\xe0\xb8\xa1\xe0\xb8\xb5" not in (
        site.read("data/2569/procurement.csv")
    )


def test_purchases_without_months_have_no_month_pages(tmp_path: Path) -> None:
    site = purchases(tmp_path, row(1, month=""))
    assert not [url for url in (page.url for page in site.pages.values()) if "2568-" in url]


def test_every_month_of_the_year_has_a_bar(tmp_path: Path) -> None:
    none = "2568-11,,,,,,,,,ไม่มีการจัดซื้อจัดจ้าง\n"
    site = purchases(tmp_path, row(1) + none + row(2, month="2568-12", agreed="900.50"))
    report = text(site, f"{TABLE}report/")
    assert (
        "เดือนที่ตกลงซื้อหรือจ้างมากที่สุดคือ ตุลาคม 2568 รวม 950 บาท (ร้อยละ 51.3 ของเดือนที่มีข้อมูล)"
        " ไม่มีข้อมูลของ 9 เดือน"
    ) in report
    bars = "ตุลาคม 2568 1,000 950 พฤศจิกายน 2568 0 0 ธันวาคม 2568 1,000 900.50 มกราคม 2569 ไม่มีข้อมูล"
    assert bars in report
    assert "กันยายน 2569 ไม่มีข้อมูล" in report


def test_twelve_months_are_listed_and_lead_to_each_other(tmp_path: Path) -> None:
    site = purchases(tmp_path, row(1) + row(2, "2568-12"))
    months = text(site, TABLE).partition("สรุปรายเดือน")[2].partition("ทุกรายการ")[0]
    assert "พฤศจิกายน 2568 ยังไม่มีข้อมูลของเดือนนี้ ธันวาคม 2568 1 1,000 950 มกราคม 2569" in months
    assert months.count("ยังไม่มีข้อมูลของเดือนนี้") == 10
    pages = {page.url: page.html for page in site.pages.values()}
    assert f"{TABLE}2568-11/" not in pages
    assert f'{TABLE}2568-12/" rel="next">' in pages[f"{TABLE}2568-10/"]
    assert f'{TABLE}2568-10/" rel="prev">' in pages[f"{TABLE}2568-12/"]
    assert 'rel="next"' not in pages[f"{TABLE}2568-12/"]
    in_the_table = '<td class="oit-name"><span class="oit-whole">กันยายน 2569</span></td>'
    assert in_the_table in pages[f"{TABLE}report/"]


def test_report_adds_up_and_compares(tmp_path: Path) -> None:
    site = purchases(tmp_path, row(1) + row(2, "2568-11", agreed="900.50"))
    report = text(site, f"{TABLE}report/")
    assert "รายการ 2 วงเงินงบประมาณ (บาท) 2,000 ราคาที่ตกลง (บาท) 1,850.50" in report
    assert "92.5%" in report
    assert "วิธีเฉพาะเจาะจง 2 2,000 1,850.50" in report
    assert "ร้าน ก 2 2,000 1,850.50" in report


def test_tax_id_of_a_person_is_in_no_page_and_no_file(tmp_path: Path) -> None:
    site = purchases(tmp_path, row(1, tax_id="1111111111119") + row(2))
    everything = "".join(page.html for page in site.pages.values()).encode()
    everything += b"".join(map(site.read, site.files))
    assert b"1111111111119" not in everything
    assert "ปกปิดเลขประจำตัวผู้เสียภาษีของบุคคลธรรมดา 1 รายการ" in text(site, TABLE)
    assert b"0105500000001" in site.read("data/2569/procurement.csv")


def test_item_shows_few_purchases_or_links_to_the_months_of_many(
    tmp_path: Path,
) -> None:
    few = purchases(tmp_path / "few", row(1) + row(2, "2568-11"))
    assert "งานที่ 2" in text(few, "oit/2569/o11/")
    many = purchases(tmp_path / "many", "".join(row(n) for n in range(101)))
    assert "งานที่ 2" not in text(many, "oit/2569/o11/")
    assert f'href="../../../{TABLE}2568-10/"' in many.pages["oit/2569/o11.md"].html


def test_table_links_to_the_same_table_of_other_years(tmp_path: Path) -> None:
    site = purchases(
        tmp_path,
        row(1),
        **{"2568/o12.yml": "year: 2568\npurchases: [{name: ซื้อน้ำมัน, agreed_price: 900}]\n"},
    )
    assert text(site, TABLE).endswith("ปีอื่น รายการจัดซื้อจัดจ้าง ปีงบประมาณ 2568")


def test_complaints_are_compared_from_year_to_year(tmp_path: Path) -> None:
    counts = "counts: [{name: การใช้รถราชการ, total: %d, done: 1}]\n"
    site = site_of(
        tmp_path,
        {
            "data/2569/o18.yml": "year: 2568\n" + counts % 3,
            "data/2568/o19.yml": "year: 2567\n" + counts % 5,
        },
    )
    shown = text(site, "oit/2569/o18/")
    assert "แนวโน้ม ปี 2568 อยู่ที่ 3 เรื่อง ลดลง 2 เรื่องจากปี 2567" in shown
    assert "จำนวนเรื่องร้องเรียน ตามปีงบประมาณ ปี 2567 5 ปี 2568 3" in shown


@pytest.mark.parametrize("path", ["data/2569/procurement.xlsx", "data/catalog.jsonld"])
def test_same_data_gives_the_same_bytes(tmp_path: Path, path: str) -> None:
    first, second = (purchases(tmp_path / name, row(1)) for name in ("first", "second"))
    assert first.read(path) == second.read(path)


def test_page_of_a_table_describes_it_in_a_block_that_no_value_can_end(tmp_path: Path) -> None:
    site = purchases(tmp_path, row(1), **{"agency.yml": f"{AGENCY}province: </script><!--&\n"})
    page = next(page for page in site.pages.values() if page.url == TABLE)
    _, _, rest = page.html.partition('<script type="application/ld+json">')
    block, _, _ = rest.partition("</script>")
    assert not set(block) & set("<>&")
    dataset, trail = json.loads(block)
    assert (dataset["@type"], trail["@type"]) == ("Dataset", "BreadcrumbList")
    assert "</script><!--&" in dataset["keywords"]
    assert dataset["name"] not in page.text.partition("คำอธิบายข้อมูล")[2]


def test_day_of_a_table_is_the_newest_that_its_data_carries(tmp_path: Path) -> None:
    def modified(*days: str, updated: str) -> date | None:
        header = "name,contract_date,contract_end,announced\n"
        files = {
            "data/2569/o11.yml": f"owner: กองคลัง\nrows: procurement.csv\n{updated}",
            "data/2569/procurement.csv": f"{header}งาน,{','.join(days)}\n",
        }
        site = site_of(tmp_path, files)
        return next(page for page in site.pages.values() if page.url == TABLE).updated

    days = ("2569-01-05", "2569-03-31", "2569-01-02")
    assert modified(*days, updated="") == date(2026, 1, 5)
    assert modified(*days, updated="updated: 2569-01-20\n") == date(2026, 1, 20)
    assert modified(*days, updated="updated: 2569-01-03\n") == date(2026, 1, 5)
    # The site is built on 1 April 2569: a later day is a slip.
    assert modified("2569-05-01", "", "2569-01-02", updated="") == date(2026, 1, 2)
    assert modified("", "2569-03-31", "", updated="") is None
