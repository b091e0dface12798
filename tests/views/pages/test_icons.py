"""The files of an agency's look."""

from pathlib import Path

import pytest
from PIL import Image

from oit import worker
from oit.bilingual import Bilingual
from oit.data.folder import DataFolder
from oit.data.load import read_agency
from oit.publish import site
from oit.views.pages import icons
from small_agency import TODAY, SmallAgency


def look(agency: SmallAgency) -> dict[str, bytes]:
    folder = DataFolder(agency.data, agency.folder)
    form, _ = read_agency(folder)
    assert form
    return icons.look_files(folder, form)


def add_logo(agency: SmallAgency) -> Path:
    file = agency.folder / "docs/files/logo.png"
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (200, 200), "green").save(file)
    agency.add("data/agency.yml", "logo: files/logo.png\n")
    return file


def test_pictures_are_made_again_only_if_the_logo_or_the_colour_changes(
    small_agency: SmallAgency, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_logo(small_agency)
    first = look(small_agency)
    assert set(first) == {icons.ICON, icons.TOUCH, icons.SHARE, icons.LOGO}

    def no_worker(*_: object) -> None:
        raise worker.UnreadableError(Bilingual("ไม่ได้", "no"))

    monkeypatch.setattr(worker, "read", no_worker)
    assert look(small_agency) == first
    # Without the worker there are no pictures, but still a site.
    small_agency.add("data/agency.yml", 'colour: "#7a1f2b"\n')
    assert set(look(small_agency)) == {"assets/agency.css"}


def test_what_is_no_picture_is_drawn_again(
    small_agency: SmallAgency, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = look(small_agency)
    broken = (b"{", b"[]", b'{"icon.png": 1}', b'{"icon.png": "a"}', b"[" * 100_000)
    for content in broken:
        monkeypatch.setattr(icons, "kept", lambda *_, content=content: content)
        assert look(small_agency) == first
    monkeypatch.setattr(icons, "kept", lambda *_: b'{"../../index": "aaaa"}')
    assert look(small_agency) == {}


def test_a_broken_logo_leaves_the_programs_own_sign(small_agency: SmallAgency) -> None:
    file = add_logo(small_agency)
    file.write_bytes(file.read_bytes()[:60])
    assert set(look(small_agency)) == {icons.ICON, icons.TOUCH, icons.SHARE}
    published = site.prepare(DataFolder(small_agency.data, small_agency.folder), TODAY)
    assert published.agency.logo is None
    assert "<img" not in published.site.pages["index.md"].html


def test_the_owner_may_name_another_icon_and_logo(small_agency: SmallAgency) -> None:
    add_logo(small_agency)
    published = site.prepare(DataFolder(small_agency.data, small_agency.folder), TODAY)
    ours = published.look({"favicon": "assets/favicon.svg"})
    assert (ours["favicon"], ours["logo"]) == (icons.ICON, icons.LOGO)
    assert ours["oit_colours"] == ["#0b4f6c", "#08374c"]
    assert not {"favicon", "logo"} & published.look({"favicon": "a.ico", "logo": "a.png"}).keys()
