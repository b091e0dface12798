"""The readiness badge."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from oit.views.pages.badge import badge, badge_files
from oit.views.pages.site import make_site
from small_agency import AGENCY, SmallAgency

SVG = "{http://www.w3.org/2000/svg}"


def drawn(agency: SmallAgency) -> ET.Element:
    return ET.fromstring(badge(agency.assess()))  # noqa: S314 - our own


def texts(agency: SmallAgency) -> list[str | None]:
    return [text.text for text in drawn(agency).iter(f"{SVG}text")]


def contrast_with_white(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_badge_shows_the_number_of_complete_items(small_agency: SmallAgency) -> None:
    assert texts(small_agency) == ["OIT 2569", "3/6 ครบ"]


def test_numerals_follow_the_agency(small_agency: SmallAgency) -> None:
    small_agency.write("data/agency.yml", f"{AGENCY}numerals: thai\n")
    assert texts(small_agency) == ["OIT ๒๕๖๙", "๓/๖ ครบ"]


def test_badge_has_a_title_for_screen_readers(small_agency: SmallAgency) -> None:
    small_agency.write("data/agency.yml", AGENCY.replace("เทศบาลตำบลเล็ก", 'ก <b> & "ข"'))
    picture = drawn(small_agency)
    title = picture.find(f"{SVG}title")
    assert title is not None
    assert title.text == 'ก <b> & "ข": OIT ปีงบประมาณ 2569 ครบถ้วน 3 จาก 6 ข้อ'
    assert (picture.get("role"), picture.get("aria-labelledby")) == ("img", title.get("id"))


@pytest.mark.parametrize("state", ["all", "some", "none"])
def test_colour_matches_the_status_and_has_contrast(small_agency: SmallAgency, state: str) -> None:
    if state == "all":
        small_agency.complete()
    if state == "none":
        for path in (small_agency.data / "2569").iterdir():
            path.unlink()
    colours = [rect.get("fill", "") for rect in drawn(small_agency).iter(f"{SVG}rect")]
    assert colours[1] == {"all": "#14603a", "some": "#7a4a00", "none": "#9b1c1c"}[state]
    assert all(contrast_with_white(colour) > 4.5 for colour in colours)


def test_width_depends_on_the_text(small_agency: SmallAgency) -> None:
    picture = drawn(small_agency)
    first, second = picture.iter(f"{SVG}rect")
    # Eight characters of 7 units, and a padding of 6 on both sides.
    assert (first.get("x"), first.get("width"), second.get("x")) == ("0", "68", "68")
    assert picture.get("width") == str(68 + int(second.get("width", "")))


def test_each_year_with_items_has_a_badge_and_the_newest_has_a_fixed_address(
    small_agency: SmallAgency,
) -> None:
    newest = small_agency.assess()
    older = replace(newest, checklist=newest.checklist.model_copy(update={"year": 2568}))
    files = badge_files([newest, older, replace(older, items=())])
    assert list(files) == ["oit/2569/badge.svg", "oit/2568/badge.svg", "oit/badge.svg"]
    assert files["oit/badge.svg"] == files["oit/2569/badge.svg"] == badge(newest)
    assert badge_files([replace(newest, items=())]) == {}


def test_site_includes_the_badges(small_agency: SmallAgency) -> None:
    files = make_site([small_agency.assess()]).files
    assert {"oit/badge.svg", "oit/2569/badge.svg"} <= files.keys()
