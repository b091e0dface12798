"""A site on nginx and on Apache, at the root of a host and in a folder, as the guides say."""

import gzip
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from commands import ROOT
from oit.cli.main import main
from oit.views.pages.hosting.settings import HOSTING_FILES
from oit.views.pages.hosting.table import table
from views.pages.hosting.servers import Place, blocks_of, follow, program, serving

GUIDES = {
    "nginx": "manual/it/publishing/nginx.md",
    "apache": "manual/it/publishing/apache.md",
}
PACKAGES = {"nginx": "nginx-light", "apache": "apache2-bin"}
PAGE = "oit/2569/o7/"
OPEN = ("data/2569/annual-report.csv", "api/index.json", "oit/2569/status.json")
NOT_THERE = "oit/2569/nothing/here/"
ALWAYS = {name: value for name, value in table().headers.items() if name != "Cache-Control"}


@pytest.fixture(scope="session")
def sample_project(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, whose site is at the root of a host."""
    folder = tmp_path_factory.mktemp("sample-project")
    (folder / "data").symlink_to(ROOT / "data")
    shutil.copytree(sample_site, folder / "site", copy_function=os.link)
    return folder


@pytest.fixture(scope="session", params=["nginx", "apache"])
def server(request: pytest.FixtureRequest) -> str:
    """A server on this machine."""
    kind = str(request.param)
    if not program(kind) and os.geteuid() == 0 and shutil.which("apt-get"):
        _install(PACKAGES[kind])
    if not program(kind):
        pytest.skip(f"no {kind} here: apt-get install --no-install-recommends {PACKAGES[kind]}")
    return kind


def _install(package: str) -> None:
    """Install a server without starting it: Debian starts none in runlevel 1."""
    environment = {**os.environ, "RUNLEVEL": "1", "DEBIAN_FRONTEND": "noninteractive"}
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
    install = ["install", "--no-install-recommends", "-y", package]
    # The lists of packages are fetched only if they are not here.
    for words in (install, ["update"], install):
        done = subprocess.run([*apt, *words], env=environment, capture_output=True, check=False)
        if words is install and done.returncode == 0:
            return


@pytest.fixture(scope="session")
def alone(server: str, sample_project: Path) -> Iterator[Place]:
    """The sample at the root of a host."""
    with ExitStack() as stack:
        root = _root(stack)
        follow(GUIDES[server], sample_project, root, root.parent)
        yield Place(stack.enter_context(serving(server, GUIDES[server], root)), root)


@pytest.fixture(scope="session")
def in_folder(server: str, small_project: Path) -> Iterator[Place]:
    """A small site in a folder of a shared host."""
    with ExitStack() as stack:
        root = _root(stack)
        root.mkdir()
        follow(GUIDES[server], small_project, root / "oit-site", root.parent)
        address = stack.enter_context(serving(server, GUIDES[server], root))
        yield Place(f"{address}oit-site/", root / "oit-site")


@pytest.fixture(params=["alone", "in_folder"])
def place(request: pytest.FixtureRequest, alone: Place, in_folder: Place) -> Place:
    """Each of the two sites."""
    return alone if request.param == "alone" else in_folder


def _root(stack: ExitStack) -> Path:
    """Make a folder that a server running as another user can read."""
    work = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="oit-hosting-")))
    work.chmod(0o755)
    return work / "www"


def test_page_opens_and_an_address_without_its_slash_redirects(place: Place) -> None:
    assert place.get(PAGE).body == (place.site / PAGE / "index.html").read_bytes()
    redirected = place.get(PAGE.rstrip("/"))
    assert redirected.status == 301
    assert urlsplit(redirected.headers["Location"]).path == urlsplit(place.address).path + PAGE


@pytest.mark.parametrize("path", ["", PAGE, *OPEN, "assets/oit.css", "404.html", NOT_THERE])
def test_every_response_has_the_headers_of_the_table(path: str, place: Place) -> None:
    headers = place.get(path).headers
    assert {name: headers[name] for name in ALWAYS} == ALWAYS


@pytest.mark.parametrize("path", OPEN)
def test_scripts_of_other_sites_may_read_the_open_data(path: str, place: Place) -> None:
    assert place.get(path).headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in place.get("").headers


def test_only_files_with_a_hash_in_their_name_are_cached_for_long(place: Place) -> None:
    for folder in ("javascripts", "stylesheets"):
        for file in (place.site / "assets" / folder).iterdir():
            header = place.get(f"assets/{folder}/{file.name}").headers["Cache-Control"]
            assert header == "public, max-age=31536000, immutable"
            assert re.search(r"\.[0-9a-f]{8}\.", file.name)
    for path in ("", OPEN[0], "assets/oit.css", "assets/javascripts/bundle.00000000.min.js"):
        assert place.get(path).headers["Cache-Control"] == "max-age=300"


def test_every_file_has_its_type_and_texts_are_utf_8(place: Place) -> None:
    files = {path.suffix: path for path in place.site.rglob("?*.*") if path.name[0] not in "._"}
    files.pop(".config")
    files["feed"] = place.site / "feed.xml"
    for path in files.values():
        name = path.suffix.removeprefix(".")
        charset = "; charset=utf-8" if name in table().texts else ""
        answer = place.get(path.relative_to(place.site).as_posix())
        type_ = table().files.get(path.name, table().types[name])
        assert answer.headers["Content-Type"] == type_ + charset
        assert "Content-Encoding" not in answer.headers


@pytest.mark.parametrize("path", [NOT_THERE, "no.csv", "data/no.csv", "data/.git/HEAD"])
def test_missing_page_is_our_error_page(path: str, place: Place) -> None:
    answer = place.get(path)
    assert (answer.status, answer.body) == (404, (place.site / "404.html").read_bytes())


def test_no_folder_is_listed(place: Place) -> None:
    answer = place.get("assets/")
    assert (answer.status, answer.body) == (403, (place.site / "404.html").read_bytes())


@pytest.mark.parametrize("path", [*sorted(HOSTING_FILES), ".git/HEAD"])
def test_files_for_servers_are_not_served(path: str, place: Place) -> None:
    (place.site / ".git").mkdir(exist_ok=True)
    (place.site / ".git" / "HEAD").touch()
    assert place.get(path).status == 404


def test_texts_are_compressed_on_request(place: Place) -> None:
    for path in ("", "sitemap.xml", "assets/oit.css"):
        answer = place.get(path, Accept_Encoding="gzip")
        assert answer.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(answer.body) == place.get(path).body


def test_thai_file_name_is_found(in_folder: Place) -> None:
    assert in_folder.get("files/2569/แผนที่ 1.txt").body.decode() == "ไปทางเหนือ\n"


def test_served_site_matches_its_data(
    alone: Place,
    in_folder: Place,
    small_project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (command,) = blocks_of("manual/it/publishing/index.md", "sh")
    for place, project in ((alone, ROOT), (in_folder, small_project)):
        monkeypatch.chdir(project)
        words = command.replace("https://oit.example.go.th/", place.address).split()
        assert words.pop(0) == "oit"
        assert main(words) == 0, capsys.readouterr().out
