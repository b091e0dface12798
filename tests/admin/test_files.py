"""What is published under /admin/, and when."""

import json
import re
from datetime import date

import pytest

from oit.data.folder import DataFolder
from oit.forms.agency import Agency
from oit.publish.site import prepare
from oit.views.pages.editor import packages
from oit.views.pages.editor.fault import NoEditorError
from oit.views.pages.editor.files import local_files
from oit.views.pages.editor.settings import LOCAL
from small_agency import TODAY


def policy(page: bytes) -> dict[str, list[str]]:
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', page.decode())
    assert found
    return {name: words for name, *words in map(str.split, found[1].split("; "))}


@pytest.mark.usefixtures("on_github")
def test_the_public_site_has_no_editor_by_default(folder: DataFolder) -> None:
    without, with_it = prepare(folder, TODAY), prepare(folder, TODAY, admin=True)

    assert not any(path.startswith("admin") for path in without.site.files)
    added = with_it.site.files.keys() - without.site.files.keys()
    assert {"admin/index.html", "admin/settings.json", "admin/start.js"} <= added
    # Nothing leads there.
    assert with_it.site.pages == without.site.pages


def test_an_editor_without_a_repository_is_not_built(folder: DataFolder) -> None:
    with pytest.raises(NoEditorError, match="admin:"):
        prepare(folder, date(2026, 4, 1), admin=True)


@pytest.mark.usefixtures("on_github")
def test_the_published_editor_may_only_connect_to_its_repository(folder: DataFolder) -> None:
    files = prepare(folder, TODAY, admin=True).site.files

    said = policy(files["admin/index.html"])
    assert said["script-src"] == ["'self'", "'unsafe-eval'"]
    assert said["default-src"] == ["'none'"]
    assert {word for words in said.values() for word in words if word.startswith("http")} == {
        "https://api.github.com",
        "https://www.githubstatus.com",
        "https://avatars.githubusercontent.com",
    }
    assert b"noindex" in files["admin/index.html"]
    assert json.loads(files["admin/settings.json"])["backend"]["repo"] == "lek/oit"


def test_the_local_editor_may_not_connect_anywhere(folder: DataFolder, agency: Agency) -> None:
    files = local_files(folder, agency)

    assert b"http" not in files["admin/index.html"].replace(b"http-equiv", b"")
    assert json.loads(files["admin/settings.json"])["backend"]["name"] == LOCAL
    # The script calls it the same.
    assert f'"{LOCAL}"' in files["admin/start.js"].decode()


def test_the_packages_are_beside_the_page(
    folder: DataFolder, agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "files_of", lambda _: iter([("decap-cms.js", b"1")]))

    assert local_files(folder, agency)["admin/decap-cms.js"] == b"1"


def test_the_name_of_the_agency_is_escaped(folder: DataFolder) -> None:
    files = local_files(folder, Agency(name="<script>", kind="other", checklist="small"))

    assert b"&lt;script&gt;" in files["admin/index.html"]
    assert files["admin/index.html"].count(b"<script") == 1
