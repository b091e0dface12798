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


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *(("PNG", mode) for mode in ("RGB", "RGBA", "L", "LA", "P", "1", "I;16")),
        *(("JPEG", mode) for mode in ("RGB", "L", "CMYK")),
        *(("WEBP", mode) for mode in ("RGB", "RGBA")),
    ],
)
def test_a_picture_without_traces_looks_the_same(tmp_path: Path, kind: str, mode: str) -> None:
    drawn = Image.new("RGB", (40, 20), "green")
    drawn.paste("white", (0, 0, 20, 20))
    whole = drawn.convert("L").convert(mode) if mode == "I;16" else drawn.convert(mode)
    exif = Image.Exif()
    exif[0x013B], exif[0x112] = "Somchai", 6
    whole.save(tmp_path / "a", kind, exif=exif)
    content = picture.without_traces(tmp_path / "a")
    assert b"Somchai" in (tmp_path / "a").read_bytes()
    assert b"Somchai" not in content
    made = opened(content)
    assert (made.format, made.size) == (kind, (20, 40))
    assert not made.getexif()
    top, bottom = (made.convert("RGB").getpixel((10, y)) for y in (5, 35))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert top[0] == pytest.approx(255, abs=9)
    if mode not in {"1", "I;16"}:
        assert bottom[2] < 100


def test_the_transparent_colour_of_a_palette_stays_without_traces(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    clear.paste("red", (0, 0, 10, 20))
    clear.quantize(8, Image.Quantize.FASTOCTREE).save(tmp_path / "a", "PNG")
    made = opened(picture.without_traces(tmp_path / "a")).convert("RGBA")
    assert [made.getpixel((x, 5)) for x in (5, 15)] == [(255, 0, 0, 255), (0, 0, 0, 0)]


def test_a_smaller_copy(tmp_path: Path) -> None:
    file = a_picture(tmp_path / "a", "JPEG", (2000, 1000))
    assert opened(picture.scaled(file, 300)).size == (300, 150)
    assert opened(picture.scaled(a_picture(tmp_path / "b", size=(30, 20)), 300)).size == (30, 20)


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
