"""The site's own font."""

import sys
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from oit.views.pages import font
from oit.views.pages.font import FONTS, SHEET, font_files


@pytest.fixture(autouse=True)
def _nothing_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(font, "font_files", font_files.__wrapped__)


def test_font_has_thai_and_latin_letters_and_is_small() -> None:
    made = font.font_files()

    assert set(made) == {SHEET, *FONTS.values()}
    for name in FONTS.values():
        made_font = TTFont(BytesIO(made[name]))
        assert "Copyright" in made_font["name"].getDebugName(0)  # its licence asks for it
        letters = made_font.getBestCmap()
        assert {ord(letter) for letter in "กฮะำเแโใไ๐๙ๆฯ฿AZaz09é“”–…"} <= letters.keys()
    assert sum(map(len, made.values())) < 43_000


def test_style_sheet_names_the_fonts_beside_it_and_their_letters() -> None:
    sheet = font.font_files()[SHEET].decode()

    assert 'url("sarabun-400.woff2")' in sheet
    assert 'url("sarabun-700.woff2")' in sheet
    assert "U+0E01-0E3A" in sheet
    assert sheet.count("font-display: swap") == 2


def test_second_build_reads_what_the_first_one_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = font.font_files()
    monkeypatch.delattr(font, "_reduce")

    assert font.font_files() == made
    assert len(list(tmp_path.glob("oit/kept/*/*.font"))) == 2


@pytest.mark.parametrize("package", ["fontpkg_sarabun", "fontTools.subset"])
def test_site_has_no_font_if_a_package_is_missing(
    package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)

    assert font.font_files() == {}
