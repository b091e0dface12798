"""Pictures: can they be shown, and what is made of a logo."""

import io
from pathlib import Path

import pytest
from PIL import Image

from oit import picture

MAROON = (122, 31, 43)


def a_picture(
    file: Path, kind: str = "PNG", size: tuple[int, int] = (300, 300), mode: str = "RGB"
) -> Path:
    Image.new(mode, size, "green").save(file, kind)
    return file


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_the_size_of_a_picture(tmp_path: Path, kind: str) -> None:
    assert picture.measure(a_picture(tmp_path / "a", kind, (30, 20))) == (30, 20)


def test_what_cannot_be_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = a_picture(tmp_path / "a", "JPEG").read_bytes()
    (tmp_path / "part").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "text").write_text("รูป")
    # Pillow reads it, but browsers do not.
    tiff = a_picture(tmp_path / "tiff", "TIFF")
    for file in (tmp_path / "part", tmp_path / "text", tiff):
        assert picture.measure(file) == "broken"
    monkeypatch.setattr(picture, "MOST_PIXELS", 299 * 300)
    assert picture.measure(tmp_path / "a") == "large"
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)  # Pillow's own
    assert picture.measure(tmp_path / "a") == "large"


def test_icons_of_a_turned_photo_stand_upright(tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[0x112] = 6  # a quarter to the right
    logo = Image.new("RGB", (200, 200), "white")
    logo.paste("black", (0, 0, 100, 200))
    logo.save(tmp_path / "logo.jpg", exif=turned)
    icon = opened(picture.icons(tmp_path / "logo.jpg", MAROON, is_logo=True)["logo.png"])
    grey = icon.convert("RGBA").convert("L")
    assert grey.getpixel((96, 20)) == pytest.approx(0, abs=30)
    assert grey.getpixel((96, 170)) == pytest.approx(255, abs=30)


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "RGBA", "1"])
def test_icons_of_a_logo(tmp_path: Path, mode: str) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGB", (400, 200), "green").convert(mode).save(logo)
    made = picture.icons(logo, MAROON, is_logo=True)
    sizes = {name: opened(content).size for name, content in made.items()}
    assert sizes == {
        "icon.png": (48, 48),
        "touch.png": (180, 180),
        "share.png": (1200, 630),
        "logo.png": (192, 192),
    }
    assert opened(made["share.png"]).convert("RGB").getpixel((0, 0)) == MAROON
    # It is put into the middle of a square, not stretched.
    transparent = opened(made["logo.png"]).convert("RGBA").getpixel((96, 5))
    assert isinstance(transparent, tuple)
    assert transparent[3] == 0
    assert opened(made["touch.png"]).convert("RGB").getpixel((0, 0)) == (255, 255, 255)


def test_icons_without_a_logo_have_the_colour(tmp_path: Path) -> None:
    made = picture.icons(tmp_path / "any", MAROON, is_logo=False)
    assert made.keys() == {"icon.png", "touch.png", "share.png"}
    for name in ("touch.png", "share.png"):
        assert opened(made[name]).convert("RGB").getpixel((2, 2)) == MAROON


def test_the_same_logo_gives_the_same_bytes(tmp_path: Path) -> None:
    logo = a_picture(tmp_path / "logo.png")
    assert picture.icons(logo, MAROON, is_logo=True) == picture.icons(logo, MAROON, is_logo=True)
