"""The published files that data points to: do they exist, and are they what their names say?

A file's type is that of its content, not of its name: a web page renamed to .pdf would reach
citizens as a PDF that does not open. Only types may be published that readers can open and that
run no code in a browser (an SVG image can hold scripts, so it may not). What docs/ holds besides
is the question of ``oit.checks.published``.
"""

import codecs
import io
import os
import re
import stat
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path, PurePosixPath
from typing import Any, get_args
from zipfile import ZipInfo

from oit.bilingual import Bilingual
from oit.data.isolated import page_count
from oit.data.pictures import Pictures
from oit.data.record import Record
from oit.findings.codes import (
    document_broken,
    document_missing,
    document_page,
    document_path,
    document_type,
    picture_missing,
    picture_unusable,
    unknown_element,
)
from oit.findings.codes.unknown_field import did_you_mean
from oit.findings.finding import Finding, Place
from oit.forms.base import Document, Form, is_form
from oit.forms.fields import FilePath, PicturePath
from oit.source.values import KeyPath as FieldPath
from oit.spreadsheets.archive import opened

_SIGNATURES: Mapping[bytes, str] = {
    b"%PDF-": "pdf",
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpg",
    b"GIF87a": "gif",
    b"GIF89a": "gif",
    b"{\\rtf": "rtf",
    b"ID3\x03": "mp3",
    b"ID3\x04": "mp3",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "office",
}
_ZIP_PARTS = {"xl/": "xlsx", "word/": "docx", "ppt/": "pptx"}
_OPEN_DOCUMENTS = {
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.presentation": "odp",
}
_BY_SUFFIX = {
    ".pdf": "pdf",
    ".png": "png",
    ".jpg": "jpg",
    ".jpeg": "jpg",
    ".webp": "webp",
    ".xlsx": "xlsx",
    ".docx": "docx",
    ".pptx": "pptx",
    ".ods": "ods",
    ".odt": "odt",
    ".xls": "office",
    ".doc": "office",
    ".csv": "text",
    ".txt": "text",
    ".json": "text",
}
ALLOWED = frozenset(_BY_SUFFIX)
"""The endings of the files that items may name."""
_ALSO_BY_SUFFIX = {
    ".gif": "gif",
    ".mp3": "mp3",
    ".mp4": "mp4",
    ".odp": "odp",
    ".ppt": "office",
    ".rtf": "rtf",
}
ALSO_PUBLISHED = frozenset(_ALSO_BY_SUFFIX)
"""The endings of other files that hand-written pages may link to."""
ZIPS = frozenset({*_ZIP_PARTS.values(), *_OPEN_DOCUMENTS.values()})
"""The types that are archives."""
_PICTURES = {".png", ".jpg", ".jpeg", ".webp"}
# The limits of file systems in bytes; a Thai letter has three. A longer name raises an error.
_LONGEST_NAME = 255
_LONGEST_PATH = 1000
# A path below files/ without anything that needs a closer look, as most are.
_PLAIN = re.compile(r"files(?:/[^./\\:][^/\\:]*)+")
_UNKNOWN = Bilingual("ไฟล์ชนิดอื่น", "something else")
_EMPTY = Bilingual("ไฟล์ว่าง 0 ไบต์", "an empty file")


def check_documents(
    record: Record,
    docs: Path,
    element_ids: Collection[str] | None = None,
    count_pages: Callable[[Path], int | Bilingual] | None = None,
    pictures: Pictures | None = None,
) -> Iterator[Finding]:
    """Check every file that a record points to.

    Args:
        record: an item's data, or any record with files.
        docs: the folder of published files.
        element_ids: the ids that ``shows`` may name; without them, no id is checked.
        count_pages: used instead of ``page_count``.
        pictures: what is known of pictures; without it, none is opened.
    """
    for path, name in file_paths(record.form):
        yield from check_file(name, docs, record.place(path), pictures)
    for index, document in enumerate(record.form.documents):
        path = ("documents", index)
        for element_id in document.shows:
            if element_ids is not None and element_id not in element_ids:
                yield unknown_element.CODE.at(
                    record.place((*path, "shows", element_id)),
                    name=element_id,
                    suggestion=did_you_mean(element_id, element_ids, unknown_element.ELEMENTS),
                )
        if any(page is not None for page in document.shows.values()):
            yield from _check_pages(document, docs, record, path, count_pages or page_count)


def file_paths(form: Form, path: FieldPath = ()) -> Iterator[tuple[FieldPath, FilePath]]:
    """Yield every path of a file in a form, each with the path of its field."""
    for name in _fields_with_files(type(form)):
        value = getattr(form, name)
        for index, entry in enumerate(value) if isinstance(value, list) else [(None, value)]:
            here = (*path, name) if index is None else (*path, name, index)
            if is_form(entry):
                yield from file_paths(entry, here)
            elif isinstance(entry, FilePath):
                yield here, entry


@cache
def _fields_with_files(form: type[Form]) -> tuple[str, ...]:
    """Return the fields of a form that may have paths of files, at any depth: most have none."""
    return tuple(
        name
        for name, field in form.model_fields.items()
        if any(issubclass(kind, FilePath) for kind in _classes_in(field.annotation, set()))
    )


def _classes_in(annotation: Any, seen: set[type]) -> Iterator[type]:
    """Yield the classes of an annotation and, if they are forms, of their fields."""
    if isinstance(annotation, type) and annotation not in seen:
        seen.add(annotation)
        yield annotation
        if issubclass(annotation, Form):
            for field in annotation.model_fields.values():
                yield from _classes_in(field.annotation, seen)
    for part in get_args(annotation):
        yield from _classes_in(part, seen)


def check_file(
    name: FilePath, docs: Path, place: Place, pictures: Pictures | None = None
) -> Iterator[Finding]:
    """Check that a path stays inside docs/files/ and names a file of an allowed type.

    The site can do without a picture, so one that is missing or damaged is only a warning.
    """
    if reason := _unsafe(name, docs):
        yield document_path.at(place, name, reason)
        return
    file = docs / name
    siblings = _names(os.path.dirname(file))  # noqa: PTH120 - a text
    is_picture = isinstance(name, PicturePath)
    # Some file systems open Report.pdf for report.pdf; the listing has the exact name.
    if file.name not in siblings or not file.is_file():
        # Nobody means .gitkeep, or the folder that has the name of the file; a name saved in
        # another encoding than UTF-8 cannot be printed.
        known = [
            n for n in siblings if n.isprintable() and not n.startswith(".") and n != file.name
        ]
        code = picture_missing.CODE if is_picture else document_missing.CODE
        suggestion = did_you_mean(file.name, known, document_missing.FILES)
        yield code.at(place, name=name, suggestion=suggestion)
        return
    suffix = file.suffix.lower()
    allowed = _PICTURES if is_picture else _BY_SUFFIX.keys()
    # A file that may not be published at all stays an error: it is in docs/.
    if suffix not in (ALLOWED | ALSO_PUBLISHED if is_picture else allowed):
        listed = " ".join(sorted(allowed))
        yield document_type.NOT_ALLOWED.at(place, name=name, allowed=listed)
    elif is_picture:
        if fault := _picture_fault(file, pictures):
            yield picture_unusable.CODE.at(place, name=name, reason=fault)
    elif not os.access(file, os.R_OK):
        yield document_broken.LOCKED.at(place, name=name)
    elif found := content_mismatch(file):
        yield document_type.CODE.at(place, name=name, found=found)


def _picture_fault(file: Path, pictures: Pictures | None) -> Bilingual | None:
    """Return why a file cannot be shown as a picture; ``None`` if it can."""
    if not os.access(file, os.R_OK):
        return picture_unusable.LOCKED
    if file.suffix.lower() not in _PICTURES:
        return picture_unusable.other_type(file.suffix.lower())
    if found := content_mismatch(file):
        return picture_unusable.other_type(found)
    size = pictures.size(file) if pictures else None
    return size if isinstance(size, Bilingual) else None


def content_mismatch(file: Path) -> Bilingual | str | None:
    """Return the type of a file's content if it is not what the name says; else ``None``."""
    suffix = file.suffix.lower()
    named = _BY_SUFFIX.get(suffix) or _ALSO_BY_SUFFIX.get(suffix)
    found = content_type(file)
    if found == named:
        return None
    return found or (_UNKNOWN if file.stat().st_size else _EMPTY)


def content_type(file: Path) -> str | None:
    """Return a file's type by its content: ``pdf``, ``png``, ``xlsx``, ``text`` and so on."""
    state = os.stat(file)  # noqa: PTH116 - texts are faster, and every file comes here
    try:
        return _content_type(str(file), state.st_mtime_ns, state.st_size)
    except OSError:  # it may not be read
        return None


@lru_cache(maxsize=1024)
def _content_type(path: str, _changed: int, _size: int) -> str | None:
    file = Path(path)
    with file.open("rb") as stream:
        head = stream.read(4096)
    for signature, name in _SIGNATURES.items():
        if head.startswith(signature):
            return name
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        return "mp4"
    if head[:2] in {b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"}:
        return "mp3"
    if head.startswith(b"PK"):
        return _zip_type(file)
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    return "text" if head and b"\0" not in head and not start.startswith(b"<") else None


def _zip_type(file: Path) -> str | None:
    try:
        with opened(io.FileIO(file)) as archive:
            names = archive.namelist()
            if "mimetype" in names and _is_short(archive.getinfo("mimetype")):
                return _OPEN_DOCUMENTS.get(archive.read("mimetype").strip())
    except Exception:  # noqa: BLE001 - a broken archive raises anything
        return None
    return next(
        (kind for part, kind in _ZIP_PARTS.items() if any(n.startswith(part) for n in names)), None
    )


def has_macros(file: Path) -> bool:
    """Tell whether an Office file has macros, which run on the reader's machine."""
    try:
        with opened(io.FileIO(file)) as archive:
            return any(name.lower().endswith("vbaproject.bin") for name in archive.namelist())
    except Exception:  # noqa: BLE001 - a broken archive raises anything
        return False


def _is_short(member: ZipInfo) -> bool:
    return max(member.file_size, member.compress_size) < 100


def _unsafe(name: FilePath, docs: Path) -> Bilingual | None:
    """Return why a path must not be used; ``None`` if it may be."""
    is_plain = _PLAIN.fullmatch(name) and len(name.encode()) <= _LONGEST_NAME
    if not is_plain and (reason := _fault_of_path(name)):
        return reason
    above = accumulate(name.split("/"), "{}/{}".format, initial=str(docs))
    return document_path.LINK if any(map(os.path.islink, above)) else None


def _fault_of_path(name: FilePath) -> Bilingual | None:
    path = PurePosixPath(name)
    too_long = len(name.encode()) > _LONGEST_PATH or any(
        len(part.encode()) > _LONGEST_NAME for part in path.parts
    )
    is_picture = isinstance(name, PicturePath)
    # A word such as ไม่มี; a file has a folder or an ending.
    is_word = not {"/", "\\", "."} & set(name) and name != "files"
    reasons = {
        document_path.NO_PICTURE: is_word and is_picture,
        document_path.NO_PATH: is_word,
        document_path.BACKSLASH: "\\" in name,
        document_path.ADDRESS: name.lower().startswith(("http:", "https:", "www.")),
        document_path.ABSOLUTE: path.is_absolute() or ":" in name,
        document_path.PARENT: ".." in path.parts,
        document_path.HIDDEN: any(part.startswith(".") for part in path.parts),
        document_path.DETOUR: path.as_posix() != name,
        document_path.OUTSIDE: path.parts[0:1] != ("files",) or len(path.parts) == 1,
        document_path.TOO_LONG: too_long,
    }
    return next((reason for reason, applies in reasons.items() if applies), None)


def _names(folder: str) -> list[str]:
    """List a folder, once for as long as it stays the same: many files share a folder."""
    try:
        state = os.stat(folder)  # noqa: PTH116 - a text
    except (OSError, ValueError):  # a zero character in the name
        return []
    return _listing(folder, state.st_mtime_ns) if stat.S_ISDIR(state.st_mode) else []


@lru_cache(maxsize=64)
def _listing(folder: str, _changed: int) -> list[str]:
    return sorted(os.listdir(folder))  # noqa: PTH208 - texts


def _check_pages(
    document: Document,
    docs: Path,
    record: Record,
    path: FieldPath,
    count_pages: Callable[[Path], int | Bilingual],
) -> Iterator[Finding]:
    """Check that a document has the pages on which it shows something."""
    name = document.file
    file = docs / name
    if _unsafe(name, docs) or not file.is_file():
        return
    found = content_type(file)
    if found != _BY_SUFFIX.get(file.suffix.lower()):
        return  # ``check_file`` already reports the wrong type.
    pages = count_pages(file) if found == "pdf" else 1
    if isinstance(pages, Bilingual):
        place = record.place((*path, "file"))
        yield document_broken.CODE.at(place, name=name, reason=pages)
        return
    for element_id, shown in document.shows.items():
        page = shown.outside(pages) if shown else None
        if page is not None:
            place = record.place((*path, "shows", element_id))
            yield document_page.CODE.at(place, name=name, page=page, pages=pages)
