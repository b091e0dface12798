"""From a draft to the data: what can be saved is saved, the rest stays a draft."""

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from oit.atomic import write_atomically
from oit.bilingual import Bilingual
from oit.data.lock import locked
from oit.data.paths import new_file
from oit.data.proposed import settled
from oit.desk.desk import Desk
from oit.desk.officer import Officer
from oit.desk.saving.audit import Kind, record
from oit.desk.saving.draft import Draft, keep, kept
from oit.desk.saving.matching import meaning
from oit.desk.saving.merge import Choice, Merge, merge, where_of
from oit.desk.saving.refusing import restore, take_back
from oit.desk.saving.rest import Conflict, rest
from oit.desk.saving.saves import Save, before_of, remember
from oit.desk.saving.words import changes, field_name, label
from oit.desk.saving.write import CannotWriteError, write
from oit.desk.tree import WAS, with_origins
from oit.findings.finding import Finding, Severity
from oit.intake.workbook.files import ItemFile
from oit.source import SourceFile, parse
from oit.source.edit import plain, values
from oit.source.read import MAX_BYTES, load
from oit.source.values import KeyPath
from oit.source.write import Plain

__all__ = ["Choice", "Conflict", "Outcome", "conflicts_of", "save"]

UNREADABLE = Bilingual(
    "ไฟล์ข้อมูลของข้อนี้เสียอยู่ก่อนแล้ว จึงยังไม่บันทึก สิ่งที่ท่านพิมพ์เก็บเป็นร่างไว้แล้ว ให้ผู้ดูแลแก้ไฟล์ก่อน: {why}",
    "the file of this item was broken before, so nothing was saved; what you typed is kept as a "
    "draft until the file is fixed: {why}",
)
TOO_LARGE = Bilingual(
    "ข้อมูลของข้อนี้จะใหญ่เกินกว่าที่โปรแกรมอ่านได้ (1 ล้านไบต์) จึงยังไม่บันทึก สิ่งที่พิมพ์เก็บเป็นร่างไว้แล้ว",
    "the item would be larger than can be read (a million bytes), so nothing was saved; what you "
    "typed is kept as a draft",
)
NOT_WRITABLE = Bilingual(
    "{where}: เขียนลงไฟล์โดยไม่กระทบบรรทัดอื่นไม่ได้ จึงเก็บเป็นร่างไว้ ให้ผู้ดูแลแก้ในไฟล์ {file}",
    "{where}: cannot be written without changing other lines, so it is kept as a draft; it has to "
    "be changed in the file {file}",
)
_MOST = 50
"""How many values may turn out not to be writable; then nothing is written."""


@dataclass(frozen=True)
class Outcome:
    """What became of a draft."""

    draft: Draft
    """What is left of it: as the file is now, with what was not saved."""
    saved: tuple[Bilingual, ...] = ()
    """The fields that were saved, in words."""
    refused: tuple[tuple[KeyPath, Finding], ...] = ()
    """The values that cannot be read, each with its place in the draft."""
    conflicts: tuple[Conflict, ...] = ()
    problems: tuple[Bilingual, ...] = ()
    """What else kept something from being saved."""


def save(  # noqa: PLR0913 - the last one is for others than the form
    desk: Desk,
    officer: Officer,
    file: ItemFile,
    draft: Draft,
    chosen: Mapping[KeyPath, Choice] | None = None,
    *,
    kind: Kind = "save",
) -> Outcome:
    """Save a draft; ``chosen`` settles conflicts that an earlier outcome has reported.

    The draft that is kept of the officer becomes what is left of this one, unless something else
    was typed into it since.

    Raises:
        OSError: the file cannot be written; it is as it was, and so is the draft.
    """
    with locked(desk.state_folder() / "lock"):
        outcome, change = _saved(desk, file, draft, chosen or {})
        if change is not None:
            write_atomically(file.path, change.text, durable=True)
            # The data is saved: what is written besides must not make it look as if it was not.
            with suppress(OSError):
                remember(desk, officer, file, change.save, kind)
                record(desk, officer, file.name, change.save.fields, kind)
        with suppress(OSError):
            _keep_rest(desk, officer, file, draft, outcome.draft)
    return outcome


def conflicts_of(desk: Desk, file: ItemFile, draft: Draft) -> tuple[Conflict, ...]:
    """Return the conflicts that saving a draft would report; nothing is written."""
    return _saved(desk, file, draft, {})[0].conflicts


@dataclass(frozen=True)
class _Now:
    """A file as it is now."""

    document: SourceFile
    text: str
    """Its text; that of a new file if there is none."""
    digest: str
    tree: Plain


@dataclass(frozen=True)
class _Change:
    """What is written."""

    text: str
    save: Save


def _saved(
    desk: Desk, file: ItemFile, draft: Draft, chosen: Mapping[KeyPath, Choice]
) -> tuple[Outcome, _Change | None]:
    now = _read(desk, file)
    if now.document.findings and not now.document.root:
        return Outcome(draft, problems=(_unreadable(now.document.findings[0]),)), None
    merged = merge(draft.base, _tidy(draft.mine), now.tree, chosen)
    refused = take_back(desk, file, merged.file, now.tree)
    text, not_written = _written(file, now, merged)
    text = settled(text) if text != now.text else text
    if len(text.encode()) > MAX_BYTES:
        return Outcome(draft, problems=(TOO_LARGE,)), None
    if faults := _new_faults(text, now.document):
        return Outcome(draft, problems=tuple(map(_unreadable, faults))), None
    paths = list(changes(now.tree, merged.file))
    is_changed = text != now.text and bool(paths)
    after = with_origins(values(text)) if is_changed else now.tree
    left = rest(merged, after, sha256(text.encode()).hexdigest() if is_changed else now.digest)
    outcome = Outcome(
        left.draft,
        tuple(label(file.form, path, after) for path in paths),
        tuple((left.path(where), finding) for where, finding in refused),
        left.conflicts,
        tuple(
            _not_writable(file, label(file.form, left.path(where), left.draft.mine))
            for where in not_written
        ),
    )
    if not is_changed:
        return outcome, None
    fields = tuple(dict.fromkeys(map(field_name, paths)))
    return outcome, _Change(text, Save(before_of(now.tree, merged.file), after, fields))


def _read(desk: Desk, file: ItemFile) -> _Now:
    """Read a file anew."""
    path, folder = file.path, desk.folder.path
    document = SourceFile(file.document.file, year=file.year)
    # A link may lead to itself, which nothing resolves.
    is_free = not path.exists() and not path.is_symlink()
    is_missing = is_free and path.resolve().is_relative_to(folder.resolve())
    data = None if is_missing else load(path, folder, document)
    if data is None:
        return _Now(document, _heading(file), "", {})
    parse(data, document)
    text = "" if document.findings and not document.root else data.decode()
    return _Now(document, text, sha256(data).hexdigest(), with_origins(plain(document.root)))


def _heading(file: ItemFile) -> str:
    """Return the text of a new file: as `oit init` and `oit new` write it.

    So all files of an agency look the same to whoever opens them: every field is explained.
    """
    if file.asked:
        return new_file(file.name, list(file.asked))
    return f"# {file.ids} {file.title}\n"


def _tidy(value: Any) -> Any:
    """Return what was typed without added entries and texts of lists in which nothing was typed."""
    if isinstance(value, dict):
        return {name: _tidy(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [
            _tidy(inner)
            for inner in value
            if (isinstance(inner, dict) and WAS in inner) or meaning(inner) is not None
        ]
    return value


def _written(file: ItemFile, now: _Now, merged: Merge) -> tuple[str, list[KeyPath]]:
    """Return the text of a file with what can be written, and the places of what cannot."""
    not_written: list[KeyPath] = []
    for _ in range(_MOST):
        try:
            return write(now.text, merged.file, file.form), not_written
        except CannotWriteError as error:
            not_written.append(where_of(merged.file, error.path))
            restore(merged.file, error.path, now.tree)
    restore(merged.file, (), now.tree)
    return now.text, not_written


def _new_faults(text: str, before: SourceFile) -> list[Finding]:
    """Return the errors of a text, apart from its values, that the file does not have already."""
    known = Counter(finding.code.id for finding in before.findings)
    found = parse(text.encode(), SourceFile(before.file, year=before.year)).findings
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    new = Counter(finding.code.id for finding in errors) - known
    return [finding for finding in errors if finding.code.id in new]


def _keep_rest(desk: Desk, officer: Officer, file: ItemFile, before: Draft, left: Draft) -> None:
    """Keep what is left of a draft, unless more was typed since: saving that merges it."""
    known = kept(desk, officer, file)
    if known is None or _tidy(known.mine) == _tidy(before.mine):
        keep(desk, officer, file, left)


def _unreadable(finding: Finding) -> Bilingual:
    return _filled(UNREADABLE, why=finding.words)


def _not_writable(file: ItemFile, where: Bilingual) -> Bilingual:
    return _filled(NOT_WRITABLE, where=where, file=Bilingual(file.name, file.name))


def _filled(template: Bilingual, **values: Bilingual) -> Bilingual:
    return Bilingual(
        template.th.format(**{name: value.th for name, value in values.items()}),
        template.en.format(**{name: value.en for name, value in values.items()}),
    )
