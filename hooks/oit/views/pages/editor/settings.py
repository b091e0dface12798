"""The editor's settings: the fields, made from forms and checklists, and where it saves."""

from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from oit.bilingual import Bilingual
from oit.data.folder import DataFolder
from oit.data.load import read_checklist
from oit.data.paths import files_of
from oit.data.template import Line, RequiredItem, lines_of
from oit.forms import FORMS, ita, review, submitted
from oit.forms.agency import Agency, Editor
from oit.forms.base import Form
from oit.forms.review import AssessorReview
from oit.views.pages.editor.fault import NoEditorError
from oit.views.pages.editor.fields import Asked as Element
from oit.views.pages.editor.fields import Help, shown

Settings = dict[str, Any]

LOCAL = "oit-local"
"""The backend of ``page/local.js``, which saves on this machine."""
LOCAL_API = "/admin/api"
"""The address at which ``oit admin`` reads and writes the folder on this machine."""
FORMAT = "oit"
"""The file format of ``page/start.js``, which reads and writes YAML."""
_GITLAB = "https://gitlab.com"


def settings(folder: DataFolder, agency: Agency, backend: Settings) -> Settings:
    """Return the settings of the editor of a folder."""
    docs = folder.shown(folder.docs / "files")
    years = _files_of_years(folder, agency)
    return {
        "backend": backend,
        "load_config_file": False,
        "locale": "th",
        "site_url": agency.site_url or "",
        "media_folder": docs,
        "public_folder": "files",
        "editor": {"preview": False},
        "show_preview_links": False,
        "slug": {"encoding": "unicode"},
        "collections": [
            *(_of_year(folder, year, files) for year, files in years.items()),
            _collection("agency", "ข้อมูลหน่วยงาน", docs, "files", [_of_agency(folder)]),
        ],
    }


def local_backend() -> Settings:
    """Return the backend of an editor on this machine."""
    return {"name": LOCAL, "proxy_url": LOCAL_API}


def published_backend(editor: Editor | None) -> Settings:
    """Return the backend of a published editor: where users sign in and where it saves.

    Raises:
        NoEditorError: agency.yml does not say where.
    """
    if editor is None:
        raise NoEditorError(
            Bilingual(
                "agency.yml ยังไม่มี admin: จึงไม่รู้ว่าหน้า /admin/ จะบันทึกที่ใด ให้ระบุ backend และ repo",
                "agency.yml has no admin:, so /admin/ does not know where to save; "
                "add a backend and a repo",
            )
        )
    backend = {
        "name": editor.backend,
        "repo": editor.repo,
        "branch": editor.branch or "main",
        "commit_messages": {
            "create": "เพิ่ม {{slug}}",
            "update": "แก้ไข {{slug}}",
            "uploadMedia": "เพิ่มไฟล์ {{path}}",
            "deleteMedia": "ลบไฟล์ {{path}}",
        },
    }
    if editor.backend == "gitlab":
        if not editor.app_id:
            raise _missing_field("app_id", "GitLab")
        root = (editor.base_url or _GITLAB).rstrip("/")
        return {
            **backend,
            "auth_type": "pkce",
            "app_id": editor.app_id,
            "base_url": root,
            "api_root": f"{root}/api/v4",
            "graphql_api_root": f"{root}/api/graphql",
        }
    if not editor.base_url:
        raise _missing_field("base_url", "GitHub")
    return {**backend, "base_url": editor.base_url.rstrip("/")}


def reached(backend: Settings) -> list[str]:
    """Return the hosts that the editor contacts, for its Content-Security-Policy."""
    if backend["name"] == "gitlab":
        parts = urlsplit(backend["base_url"])
        return [f"{parts.scheme}://{parts.netloc}"]
    if backend["name"] == "github":
        return ["https://api.github.com", "https://www.githubstatus.com"]
    return []


def _missing_field(field: str, service: str) -> NoEditorError:
    return NoEditorError(
        Bilingual(
            f"admin: ใน agency.yml ต้องมี {field} เมื่อใช้ {service}",
            f"admin: in agency.yml requires {field} for {service}",
        )
    )


def _files_of_years(folder: DataFolder, agency: Agency) -> dict[int, dict[str, list[RequiredItem]]]:
    """Return what the checklists ask of each file, by year of its folder, the newest first."""
    files: dict[str, list[RequiredItem]] = {}
    for year in folder.years():
        checklist, _ = read_checklist(folder, agency, year)
        if checklist and (not files or _has_own_files(folder, year, files)):
            for path, asked in files_of(checklist, agency.kind).items():
                files.setdefault(path, []).extend(asked)
    years: dict[int, dict[str, list[RequiredItem]]] = {}
    for path, asked in sorted(files.items(), key=lambda file: -_year(file[0])):
        if asked[0].item.form in FORMS:
            years.setdefault(_year(path), {})[path] = asked
    return years


def _has_own_files(folder: DataFolder, year: int, borrowed: Container[str]) -> bool:
    """Return whether a year has files besides those that the next year's items read."""
    names = {path.name for path in (folder.path / str(year)).glob("[!.]*.yml")}
    names -= {ita.FILE, review.FILE, submitted.FILE}
    return any(f"{year}/{name}" not in borrowed for name in names)


def _year(path: str) -> int:
    return int(Path(path).parent.name)


def _of_year(folder: DataFolder, year: int, files: dict[str, list[RequiredItem]]) -> Settings:
    docs = folder.shown(folder.docs / "files" / str(year))
    entries = [_of_items(folder, path, asked) for path, asked in files.items()]
    label = f"ปีงบประมาณ {year}"
    # The years whose checklists ask for the files.
    years = {item.year for asked in files.values() for item in asked}
    if year in years:
        title = "คะแนนและข้อสังเกตของผู้ประเมิน (ไม่เผยแพร่)"
        entries.append(_of_form(folder, f"{year}/{review.FILE}", AssessorReview, title))
    else:
        label += f" (ที่ข้อของปี {max(years)} ใช้)"
    return _collection(f"y{year}", label, docs, f"files/{year}", entries)


def _collection(
    name: str, label: str, docs: str, address: str, files: Sequence[Settings]
) -> Settings:
    return {
        "name": name,
        "label": label,
        "format": FORMAT,
        "extension": "yml",
        # The leading slash makes it relative to the repository's root.
        "media_folder": f"/{docs}",
        "public_folder": address,
        "files": list(files),
    }


def _of_items(folder: DataFolder, path: str, asked: list[RequiredItem]) -> Settings:
    lines = [*lines_of(asked, _year(path))]
    names = [*dict.fromkeys(line.path.partition(".")[0] for line in lines)]
    elements = [Element(e.id, e.text) for item in asked for e in item.elements]
    # Items that share a file may have elements with the same id.
    by_id = {element.id: element for element in elements}
    helps = Help({line.path: hint for line in lines if (hint := _hint(line))}, [*by_id.values()])
    title = " · ".join(f"{entry.item.id} {entry.item.title}" for entry in asked)
    form = FORMS[asked[0].item.form]
    return {
        "name": path.replace("/", "-").removesuffix(".yml"),
        "label": title,
        "file": folder.shown(folder.path / path),
        "fields": [_requirements(path, title, elements), *shown(form, names, helps)],
    }


def _of_agency(folder: DataFolder) -> Settings:
    made = _of_form(folder, "agency.yml", Agency, "หน่วยงานนี้คือใคร")
    return {**made, "label": "ข้อมูลหน่วยงาน"}


def _of_form(folder: DataFolder, path: str, form: type[Form], title: str) -> Settings:
    """Return the settings of a file that belongs to no item."""
    return {
        "name": path.replace("/", "-").removesuffix(".yml"),
        "label": title,
        "file": folder.shown(folder.path / path),
        "fields": [_requirements(path, title), *shown(form, [*form.model_fields], Help({}))],
    }


def _requirements(path: str, title: str, elements: Sequence[Element] = ()) -> Settings:
    """Return the requirements shown above the fields; its name tells the script the file."""
    return {
        "name": f"asked {path}",
        "label": title,
        "widget": "asked",
        "required": False,
        "elements": [element.text for element in elements],
    }


def _hint(line: Line) -> str:
    """Return the help for a field: what to enter, an example, its element."""
    return " · ".join(_parts(line))


def _parts(line: Line) -> Iterator[str]:
    if not line.about:
        return
    about = line.known.description or ""
    if about:
        yield about
    example = line.text.partition(": ")[2]
    if example and not example.startswith("{") and not _repeats(example, about):
        yield f"เช่น {example}"
    served = line.about.rpartition(" · ")[2]
    if served.startswith("องค์ประกอบ "):
        yield served


def _repeats(example: str, about: str) -> bool:
    """Return whether the description already contains the example."""
    is_path = example.startswith("files/") and "files/" in about
    return is_path or example in about or about.startswith(example.split(maxsplit=1)[0])
