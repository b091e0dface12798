"""The public page of an item as it would be, from a draft."""

from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path, PurePosixPath

from oit import __version__
from oit.assess.assessment import Assessment
from oit.assess.examine import with_document
from oit.atomic import write_atomically
from oit.bilingual import Bilingual
from oit.characters import FORBIDDEN
from oit.data.folder import DataFolder
from oit.data.load import agency_file_of
from oit.desk.checked.placed import placed
from oit.desk.desk import Desk
from oit.desk.publishing.frame import NoPlaceError, fill
from oit.desk.publishing.job import Job, Progress, StoppedError
from oit.desk.tree import WAS
from oit.forms.agency import Agency
from oit.forms.ita import Ita
from oit.intake.workbook.files import ItemFile
from oit.publish.build import BuildCrashError, build_site, settings_for
from oit.source.write import Plain
from oit.views.changes.git import git
from oit.views.changes.history import History, changes_of
from oit.views.pages.page import Page
from oit.views.pages.site import make_site, pages_of_items

_FOLDER = "preview"
_LOADED = {".css", ".woff2", ".svg", ".png", ".ico", ".webp", ".jpg", ".jpeg"}
NOT_BUILT = Bilingual(
    "ยังสร้างหน้าเว็บไซต์ไม่ได้ ให้แก้ข้อมูลที่ผิดก่อน แล้วเปิดตัวอย่างอีกครั้ง",
    "the site cannot be built yet; fix the errors in the data, then open the preview again",
)
NO_PAGE = Bilingual("ไฟล์นี้ไม่มีหน้าบนเว็บไซต์", "this file has no page on the site")
OTHER_THEME = Bilingual(
    "เว็บไซต์นี้ใช้รูปแบบที่ปรับเอง จึงแสดงตัวอย่างไม่ได้",
    "the theme of this site was changed, so there is no preview",
)


class NoPreviewError(Exception):
    """There is no preview; says why."""

    def __init__(self, reason: Bilingual) -> None:
        super().__init__(reason.en)
        self.reason = reason


class NotReadyError(Exception):
    """The frame of the pages is being made; the preview follows in a moment."""


@dataclass(frozen=True)
class Preview:
    """A page as it would be published."""

    html: str
    is_dated: bool
    """Whether the menus around the contents are those of an earlier state of the data."""


def urls_of(file: ItemFile) -> list[str]:
    """Return the addresses of the pages that show a file, from the root of the public site."""
    if file.items:
        return [result.url for result in file.items]
    return {Agency: [""], Ita: [f"ita/{file.year}/"]}.get(file.form, [])


def preview(desk: Desk, file: ItemFile, tree: Plain, url: str) -> Preview:
    """Make a public page that shows a file, with the values of a draft.

    What cannot be read of the draft is left out, as the checker says beside the field.

    Raises:
        NotReadyError: the frame of the pages is being made.
        NoPreviewError: there is no such page, or it cannot be made.
    """
    frame, is_dated = _frame(desk, url)
    page = page_of(desk, file, tree, url)
    if page is None:
        raise NoPreviewError(NO_PAGE)
    try:
        return Preview(fill(frame, page), is_dated)
    except NoPlaceError:
        raise NoPreviewError(OTHER_THEME) from None


def is_ready(desk: Desk, url: str) -> bool:
    """Tell whether a preview can be shown at once; if not, its frame is being made.

    Raises:
        NoPreviewError: it cannot be made.
    """
    try:
        _frame(desk, url)
    except NotReadyError:
        return False
    return True


def page_of(desk: Desk, file: ItemFile, tree: Plain, url: str) -> Page | None:
    """Make the contents of a page with the values of a draft, by the functions of the build."""
    assessments = _with_draft(desk, file, tree)
    pages = _pages(assessments, file, url, _history(desk.folder, _head(desk)))
    return next((page for page in pages if page.url == url), None)


def _with_draft(desk: Desk, file: ItemFile, tree: Plain) -> list[Assessment]:
    """Return every year, the current one first, as it would be if a file said what a draft says."""
    current = desk.assessment().year
    own = file.asked[0].year if file.asked else file.year
    years = [current, *(year for year in desk.folder.years() if year != current)]
    assessments = [desk.assessment(year) for year in years]
    if not file.readable:
        return assessments
    document = placed(_clean(tree), file.document).document
    if file.form is Agency:
        agency = agency_file_of(document, desk.folder).form
        return [replace(year, agency=agency or year.agency) for year in assessments]
    return [
        with_document(desk.examined(year.year), file.path, document) if year.year == own else year
        for year in assessments
    ]


def _clean(value: Plain) -> Plain:
    """Leave out the characters that no file may contain; the checker says so beside the field."""
    if isinstance(value, dict):
        return {name: _clean(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_clean(inner) for inner in value]
    return FORBIDDEN.sub("", value)


def _pages(assessments: list[Assessment], file: ItemFile, url: str, history: History) -> list[Page]:
    if not file.items:
        return [*make_site(assessments, history).pages.values()]
    year = next(result.url for result in file.items if result.url == url).split("/")[1]
    return pages_of_items(assessments, int(year), history)


def asset(desk: Desk, tree: Plain, path: str) -> Path | None:
    """Return a file that a preview loads: of the theme, or a picture that the draft names.

    Officers see their own items only, so other pictures and pages are not served.
    """
    if PurePosixPath(path).suffix.lower() not in _LOADED:
        return None
    if path.startswith("files/"):
        return _inside(desk.folder.docs, path) if path in _texts(tree) else None
    return _inside(_site(desk), path)


def _inside(folder: Path, path: str) -> Path | None:
    """Return a file of a folder; a path that leads out of it, by links too, has none."""
    file = folder.joinpath(*PurePosixPath(path).parts)
    try:
        is_inside = file.resolve().is_relative_to(folder.resolve()) and file.is_file()
    except (OSError, ValueError):
        return None
    return file if is_inside else None


def _texts(value: Plain) -> set[str]:
    if isinstance(value, str):
        return {value.strip()}
    inner = value if isinstance(value, list) else [v for k, v in value.items() if k != WAS]
    return set().union(*map(_texts, inner))


def _site(desk: Desk) -> Path:
    return desk.state / _FOLDER / "site"


def _frame(desk: Desk, url: str) -> tuple[str, bool]:
    """Return the built page at an address, and whether the build is out of date.

    Raises:
        NotReadyError: the site is being built.
        NoPreviewError: it cannot be built.
    """
    made_of = _made_of(desk)
    is_new = _read(desk, _BUILT) == made_of
    # Read at once: a build that ends meanwhile puts another folder in the place of this one.
    built = _read(desk, f"site/{url}index.html")
    if built and is_new:
        return built, False
    # The same files would fail again.
    failing = f"{made_of} {hash(desk.stamp())}"
    job = Job(desk.state_folder(_FOLDER))
    has_failed = _read(desk, _FAILED) == failing and not job.is_running
    if not has_failed:
        job.start("frame", "", lambda progress: _build(desk, made_of, failing, progress))
    if built:
        return built, True
    if has_failed:
        raise NoPreviewError(NOT_BUILT)
    raise NotReadyError


def _build(desk: Desk, made_of: str, failing: str, progress: Progress) -> None:
    folder = desk.state_folder(_FOLDER)
    try:
        is_built, messages = build_site(desk.folder.path, folder / "site", desk.today)
    except BuildCrashError as crash:
        is_built, messages = False, str(crash)
    if is_built:
        write_atomically(folder / _BUILT, made_of)
        progress.add("สร้างโครงหน้าเว็บไซต์แล้ว")
        return
    write_atomically(folder / _FAILED, failing)
    raise StoppedError("สร้างเว็บไซต์ไม่ได้", messages.splitlines())


_BUILT, _FAILED = "built.txt", "failed.txt"


def _read(desk: Desk, name: str) -> str:
    try:
        return (desk.state / _FOLDER / name).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def _made_of(desk: Desk) -> str:
    """Return a digest of what the frame is made of, besides the items' own data."""
    settings = settings_for(desk.folder.path)
    files = [settings, desk.folder.path / "agency.yml"]
    files += sorted((desk.folder.path / "checklists").glob("*.yml"))
    digest = sha256(f"{__version__} {desk.folder.years()}".encode())
    for file in filter(None, files):
        digest.update(file.read_bytes() if file.is_file() else b"")
    pages = sorted(desk.folder.docs.rglob("*.md")) if desk.folder.docs.is_dir() else []
    digest.update("\n".join(map(str, pages)).encode(errors="surrogateescape"))
    return digest.hexdigest()


def _head(desk: Desk) -> bytes:
    return git(desk.folder.path, "rev-parse", "HEAD") or b""


@lru_cache(maxsize=4)
def _history(folder: DataFolder, _head: bytes) -> History:
    """Return the history of a folder, which changes with its last commit only."""
    return changes_of(folder)
