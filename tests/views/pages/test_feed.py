"""The Atom feed, held against RFC 4287."""

from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from given import a_folder
from oit.assess.examine import examine_all
from oit.views.pages.feed import MOST, feed
from oit.views.pages.site import make_site

ATOM = "{http://www.w3.org/2005/Atom}"
AGENCY = "name: เทศบาลตำบลเล็ก\nkind: municipality\n"
SITE = "https://www.example.go.th/oit-site/"
TODAY = date(2026, 4, 1)
NEWS = """\
updated: 2569-03-01
news:
  - {title: ประชุมสภา, date: 2569-02-01, summary: สรุป, link: "https://a.example/?a=1&b=2"}
  - {title: ซ่อมถนน, date: 2569-02-15}
  - {title: ไม่มีวัน}
"""


def rendered(folder: Path, files: dict[str, str], address: str = f"site_url: {SITE}\n") -> bytes:
    data = a_folder(folder, {"data/agency.yml": AGENCY + address, **files})
    return feed(examine_all(data, TODAY)) or b""


def entries(text: bytes) -> list[ET.Element]:
    """Return the entries of a feed that is as the specification asks."""
    top = ET.fromstring(text)  # noqa: S314 - our own
    assert top.tag == f"{ATOM}feed"
    found = top.findall(f"{ATOM}entry")
    # 4.1.1 and 4.1.2: each has one id, title and update; the author of the feed is that of all.
    assert top.find(f"{ATOM}author/{ATOM}name") is not None
    for element in (top, *found):
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1, name
        # 4.2.6: an id is an absolute IRI; 3.3: a moment has a time and a zone.
        assert urlsplit(text_of(element, "id")).scheme == "https"
        assert datetime.fromisoformat(text_of(element, "updated")).tzinfo
        # 4.2.7: one alternate of a type, and every link leads somewhere.
        links = [(link.get("rel"), link.get("href")) for link in element.findall(f"{ATOM}link")]
        assert [rel for rel, _ in links].count("alternate") == 1
        assert all(urlsplit(href or "").netloc for _, href in links)
    ids = [text_of(entry, "id") for entry in found]
    assert len(ids) == len({*ids})
    return found


def text_of(element: ET.Element, name: str) -> str:
    return element.findtext(ATOM + name) or ""


def test_stories_of_a_day_with_the_same_title_are_all_listed(tmp_path: Path) -> None:
    same = "  - {title: ประกาศ, date: 2569-02-01}\n"
    [first, *others] = entries(rendered(tmp_path / "a", {"data/2569/o04.yml": f"news:\n{same}"}))
    assert others == []
    again = entries(rendered(tmp_path / "b", {"data/2569/o04.yml": f"news:\n{same * 3}"}))
    assert [text_of(entry, "title") for entry in again] == ["ประกาศ"] * 3
    assert text_of(first, "id") in {text_of(entry, "id") for entry in again}


def test_news_and_updates_of_items_are_listed_the_latest_first(tmp_path: Path) -> None:
    found = entries(
        rendered(
            tmp_path,
            {
                "data/2569/o04.yml": NEWS,
                "data/2569/o01.yml": "updated: 2569-02-10\nsummary: โครงสร้างใหม่\n",
            },
        )
    )
    assert [text_of(entry, "title") for entry in found] == [
        "ซ่อมถนน",
        "ปรับปรุงข้อมูลปี 2569 ข้อ O1 โครงสร้าง หน้าที่และอำนาจ",
        "ประชุมสภา",
    ]
    assert text_of(found[0], "updated") == "2026-02-15T00:00:00+07:00"
    assert text_of(found[1], "id") == f"{SITE}oit/2569/o1/#updated-2026-02-10"
    assert text_of(found[1], "summary") == "โครงสร้างใหม่"
    related = [link.get("href") for link in found[2].findall(f"{ATOM}link")]
    assert related == [f"{SITE}oit/2569/o4/", "https://a.example/?a=1&b=2"]


def test_id_of_news_stays_when_others_are_added_or_its_text_is_corrected(tmp_path: Path) -> None:
    before = entries(rendered(tmp_path, {"data/2569/o04.yml": NEWS}))
    changed = NEWS.replace("news:\n", "news:\n  - {title: ใหม่, date: 2569-03-02}\n")
    after = entries(rendered(tmp_path, {"data/2569/o04.yml": changed.replace("สรุป", "แก้แล้ว")}))
    assert [text_of(entry, "id") for entry in after[1:]] == [
        text_of(entry, "id") for entry in before
    ]


def test_hostile_values_are_text(tmp_path: Path) -> None:
    title = "]]></title><script>alert(1)</script>&amp;\ufffe"
    story = f'news:\n  - {{title: "{title}\\x01", date: 2569-02-01, summary: "<b>&"}}\n'
    (entry,) = entries(
        rendered(tmp_path, {"data/2569/o04.yml": story.replace("\ufffe", "\\ufffe")})
    )
    assert text_of(entry, "title") == title.removesuffix("\ufffe")
    assert text_of(entry, "summary") == "<b>&"


def test_only_the_latest_are_kept_and_none_of_a_later_day(tmp_path: Path) -> None:
    stories = "".join(f"  - {{title: ข่าว {n}, date: 2569-03-15}}\n" for n in range(MOST + 5))
    ahead = "  - {title: ล่วงหน้า, date: 2569-05-01}\n"
    found = entries(rendered(tmp_path, {"data/2569/o04.yml": f"news:\n{ahead}{stories}"}))
    assert len(found) == MOST
    assert not any(text_of(entry, "title") == "ล่วงหน้า" for entry in found)


def test_without_an_address_or_any_day_there_is_no_feed(tmp_path: Path) -> None:
    assert rendered(tmp_path / "a", {"data/2569/o04.yml": NEWS}, address="") == b""
    assert rendered(tmp_path / "b", {"data/2569/o04.yml": "owner: สำนักปลัด\n"}) == b""


def test_site_of_a_known_address_has_the_feed(tmp_path: Path) -> None:
    files = {"data/agency.yml": f"{AGENCY}site_url: {SITE}\n", "data/2569/o04.yml": NEWS}
    made = make_site(examine_all(a_folder(tmp_path, files), TODAY))
    assert len(entries(made.read("feed.xml"))) == 2
