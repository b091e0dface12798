"""Archives that would harm a program that trusts them."""

import struct
import zipfile

import pytest

from oit.spreadsheets import limits
from oit.spreadsheets.archive import members
from oit.spreadsheets.limits import RefusedError
from spreadsheets.office_files import archive


def refusal(data: bytes) -> str:
    with pytest.raises(RefusedError) as caught:
        list(members(data))
    assert caught.value.reason.th
    return caught.value.reason.en


def lying(data: bytes, size: int) -> bytes:
    """Change the size that the archive's directory declares of its only member."""
    at = data.rindex(b"PK\x01\x02") + 24
    return data[:at] + struct.pack("<I", size) + data[at + 4 :]


def test_an_honest_archive() -> None:
    parts = {"a.xml": b"<a/>" * 500, "b.png": b"x"}
    for method in (zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED):
        assert dict(members(archive(parts, method))) == parts
    assert dict(members(archive(parts), lambda name: name == "b.png")) == {"b.png": b"x"}


def test_sizes_that_are_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_INFLATED", 100_000)
    bomb = archive({"a.xml": "0" * 200_000})
    assert "unpacks to more" in refusal(bomb)
    # The directory says ten bytes: no further than the limit is inflated all the same.
    assert "unpacks to more" in refusal(lying(bomb, 10))
    monkeypatch.setattr(limits, "MAX_MEMBERS", 1)
    assert "unpacks to more" in refusal(archive({"a": "", "b": ""}))


def test_sizes_that_lie() -> None:
    assert "are wrong" in refusal(lying(archive({"a.xml": "0" * 2000}), 10))
    assert "are wrong" in refusal(lying(archive({"a.xml": "0" * 2000}), 4000))


def test_damage() -> None:
    good = archive({"a.xml": "<a>" + "x" * 2000 + "</a>"})
    assert "damaged" in refusal(good[:60])
    assert "damaged" in refusal(good.replace(good[35:45], b"\xff" * 10, 1))
    assert "damaged" in refusal(archive({"a.xml": "<a/>"}, zipfile.ZIP_BZIP2))


def test_a_locked_member() -> None:
    data = bytearray(archive({"a.xml": "<a/>"}))
    at = data.rindex(b"PK\x01\x02") + 8
    data[at] |= 1
    assert "password" in refusal(bytes(data))
