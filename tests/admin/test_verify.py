"""``oit verify`` lets the editor be where agency.yml says so, and as it was made."""

from hashlib import sha256

import pytest

from oit.data.folder import DataFolder
from oit.publish.site import Publication, prepare
from oit.publish.verify.checks import files, pages, policy, private
from oit.publish.verify.copy import Copy, Held
from oit.publish.verify.crawl import Crawl
from small_agency import TODAY

pytestmark = pytest.mark.usefixtures("on_github")


class Made(Copy):
    """A copy that has files of a publication; a server lists none."""

    def __init__(self, made: dict[str, bytes], *, lists: bool) -> None:
        super().__init__("", None)
        self.files = made
        self.lists = lists

    def get(self, address: str) -> Held | None:
        raw = self.files.get(f"{address}index.html" if address.endswith("/") else address)
        return None if raw is None else Held(sha256(raw).hexdigest(), raw)

    def names(self) -> list[str]:
        return [*self.files] if self.lists else []


def told(wanted: Publication, made: dict[str, bytes], *, lists: bool = True) -> set[str]:
    crawl = Crawl.of(Made(made, lists=lists), wanted)
    found = [fault for one in (private, policy, pages, files) for fault in one.check(crawl)]
    return {f"{f.code.name} {f.place.file}" for f in found if "admin" in f.place.file}


def test_the_editor_is_expected_if_it_was_built(folder: DataFolder) -> None:
    wanted = prepare(folder, TODAY, admin=True)

    assert told(wanted, wanted.site.files) == set()
    assert told(wanted, wanted.site.files, lists=False) == set()


def test_a_changed_editor_is_reported(folder: DataFolder) -> None:
    wanted = prepare(folder, TODAY, admin=True)

    changed = wanted.site.files | {"admin/index.html": b"<script>"}

    assert told(wanted, changed) == {"file-differs admin/index.html"}


def test_an_unexpected_editor_is_reported(folder: DataFolder) -> None:
    made = prepare(folder, TODAY, admin=True).site.files
    wanted = prepare(folder, TODAY)

    assert "private-published admin/" in told(wanted, made)
    assert told(wanted, made, lists=False) >= {"private-published admin/"}
