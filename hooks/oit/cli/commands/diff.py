"""The command ``oit diff``."""

import argparse
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from oit.assess.assessment import Assessment, errors_in
from oit.assess.examine import examine, today
from oit.bilingual import Bilingual
from oit.cli.usage import refuse
from oit.data.folder import DataFolder
from oit.views.changes.difference import Difference, predecessors
from oit.views.changes.git import NoCommitError, commit_of, take_out
from oit.views.changes.words import as_markdown, as_text, tell

OK, WORSE = 0, 1
"""Exit status: nothing was lost; something was (and ``UNUSABLE``: one side cannot be read)."""

_WRITERS = {"text": as_text, "markdown": as_markdown}
_WORK_TREE = Bilingual("ไฟล์ปัจจุบัน", "the files as they are now")
_EITHER = Bilingual(
    "เทียบได้ทีละอย่าง: คอมมิต (OLD NEW) หรือปี (--other-year)",
    "compare either commits (OLD NEW) or years (--other-year)",
)


@dataclass(frozen=True)
class _Call:
    """What is asked for."""

    data: Path
    day: date
    year: int | None


def run(options: argparse.Namespace) -> int:
    """Tell what changed."""
    call = _Call(options.data, options.today or today(), options.year)
    if options.other_year is not None and options.old:
        return refuse([_EITHER.text(options.lang)])
    try:
        if options.other_year is not None:
            difference, sides = _years(call, options.other_year)
        else:
            difference, sides = _commits(call, options.old or "HEAD", options.new)
    except NoCommitError as error:
        return refuse([error.told.text(options.lang)])
    unread = difference.new if not difference.new.items else None
    if options.other_year is not None and not difference.old.items:
        unread = difference.old
    if unread is not None and (errors := errors_in([unread])):
        return refuse([error.told(options.lang) for error in errors])
    sys.stdout.write(_WRITERS[options.format](tell(difference, sides, options.lang)))
    return WORSE if difference.worse or difference.lost else OK


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
    """Compare a commit with another one, or with the files as they are."""
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
    return DataFolder(take_out(data, commit, out), out)


def _commit(name: str, commit: str) -> Bilingual:
    shown = commit[:10] if commit.startswith(name) else f"{name} ({commit[:10]})"
    return Bilingual(f"คอมมิต {shown}", f"commit {shown}")
