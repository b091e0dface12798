"""The command ``oit diff``: what improved or got worse between two commits or two years."""

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from oit import clock
from oit.assess.assessment import Assessment, errors_in
from oit.assess.examine import examine
from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.command import UNUSABLE, Choice, argument, command, option
from oit.cli.output import ExitStatus, Output
from oit.data.folder import DataFolder
from oit.views.changes.difference import Difference, predecessors
from oit.views.changes.git import NoCommitError, commit_of, extract_commit
from oit.views.changes.words import as_markdown, as_text, describe

_WRITERS = {"text": as_text, "markdown": as_markdown}
_WORK_TREE = Bilingual("ไฟล์ปัจจุบัน", "the files as they are now")
_EITHER = Bilingual(
    "เทียบได้ทีละอย่าง: คอมมิต (OLD NEW) หรือปี (--other-year)",
    "compare either commits (OLD NEW) or years (--other-year)",
)


@dataclass(frozen=True)
class _Call:
    """What is compared."""

    data: Path
    day: date
    year: int | None


@command(
    "diff",
    Bilingual(
        "เทียบข้อมูลระหว่างสองคอมมิต หรือสองปี แล้วบอกว่าข้อใดครบขึ้นหรือถดถอย",
        "Compare the data of two commits or two years: which items improved or got worse.",
    ),
    example="oit diff main --format markdown",
    statuses={
        ExitStatus.OK: Bilingual("ไม่มีอะไรถดถอย", "nothing got worse"),
        ExitStatus.INCOMPLETE: Bilingual("มีข้อที่ถดถอยหรือหายไป", "something got worse or was lost"),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@options.data
@options.today
@argument(
    "old",
    required=False,
    metavar="OLD",
    about=Bilingual(
        "คอมมิตก่อน เช่น main (HEAD คือคอมมิตล่าสุด)", "older commit, such as main (HEAD, the last one)"
    ),
)
@argument(
    "new",
    required=False,
    metavar="NEW",
    about=Bilingual("คอมมิตหลัง (ไฟล์ปัจจุบัน)", "newer commit (the files as they are now)"),
)
@options.year
@option(
    "--other-year",
    type=options.Year(),
    about=Bilingual("เทียบกับปีนี้แทนคอมมิต", "compare with this year instead of a commit"),
)
@option(
    "--format",
    "format_",
    type=Choice(list(_WRITERS)),
    about=Bilingual(
        "markdown สำหรับความเห็นใน pull request", "markdown for comments on pull requests"
    ),
)
def run(
    output: Output,
    *,
    data: Path,
    today: date | None,
    old: str | None,
    new: str | None,
    year: int | None,
    other_year: int | None,
    format_: str | None,
) -> ExitStatus:
    """Say what changed."""
    call = _Call(data, today or clock.today(), year)
    if other_year is not None and old:
        return output.refuse(_EITHER)
    try:
        if other_year is not None:
            difference, sides = _years(call, other_year)
        else:
            difference, sides = _commits(call, old or "HEAD", new)
    except NoCommitError as error:
        return output.refuse(error.reason)
    unread = difference.new if not difference.new.items else None
    if other_year is not None and not difference.old.items:
        unread = difference.old
    if unread is not None and (errors := errors_in([unread])):
        return output.refuse(*errors)
    write = _WRITERS[format_ or "text"]
    output.result(write(describe(difference, sides, output.language)), is_data=format_ is not None)
    worse = difference.worse or difference.lost
    return ExitStatus.INCOMPLETE if worse else ExitStatus.OK


def _years(call: _Call, other: int) -> tuple[Difference, tuple[Bilingual, Bilingual]]:
    """Compare two years of the data as it is, the older one first."""
    folder = DataFolder(call.data)
    found = [examine(folder, call.day, year) for year in (call.year, other)]
    old, new = sorted(found, key=lambda assessment: assessment.year)
    follow = predecessors(folder, new.agency, old.year, new.year)
    return Difference(old, new, follow), (_year(old), _year(new))


def _year(assessment: Assessment) -> Bilingual:
    return Bilingual(f"ปีงบประมาณ {assessment.year}", f"fiscal year {assessment.year}")


def _commits(
    call: _Call, old_name: str, new_name: str | None
) -> tuple[Difference, tuple[Bilingual, Bilingual]]:
    """Compare a commit with another one, or with the files as they are now."""
    old_hash = commit_of(call.data, old_name)
    new_hash = commit_of(call.data, new_name) if new_name else None
    with ExitStack() as stack:
        new_folder = DataFolder(call.data)
        if new_hash:
            new_folder = _folder(call.data, new_hash, stack)
        new = examine(new_folder, call.day, call.year)
        old = examine(_folder(call.data, old_hash, stack), call.day, new.year)
    new_side = _commit(str(new_name), new_hash) if new_hash else _WORK_TREE
    return Difference(old, new), (_commit(old_name, old_hash), new_side)


def _folder(data: Path, commit: str, stack: ExitStack) -> DataFolder:
    out = Path(stack.enter_context(TemporaryDirectory(prefix="oit-diff-")))
    return DataFolder(extract_commit(data, commit, out), out)


def _commit(name: str, commit: str) -> Bilingual:
    shown = commit[:10] if commit.startswith(name) else f"{name} ({commit[:10]})"
    return Bilingual(f"คอมมิต {shown}", f"commit {shown}")
