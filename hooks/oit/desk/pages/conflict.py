"""Two people have changed the same field: both versions side by side, to choose from."""

import json
from hashlib import sha256
from typing import Any

from starlette.responses import Response

from oit.bilingual import Bilingual
from oit.desk.answer import go, page
from oit.desk.asked import Asked, RefusedError
from oit.desk.documents.undo import undo
from oit.desk.pages.reports import REPORTS, Report
from oit.desk.saving.draft import Draft, open_draft
from oit.desk.saving.merge import GONE, Choice
from oit.desk.saving.rest import Conflict
from oit.desk.saving.save import Outcome, conflicts_of, save
from oit.desk.saving.saves import DoneSave, save_of, saves_of
from oit.desk.saving.undo import draft_of
from oit.desk.saving.words import label, said
from oit.intake.workbook.files import ItemFile
from oit.source.values import KeyPath

NO_SAVE = Bilingual(
    "ไม่มีการบันทึกครั้งนี้แล้ว เก็บไว้เฉพาะ 20 ครั้งล่าสุดของแต่ละข้อ",
    "this save is not kept any more; the last 20 of each item are",
)
NOT_SAVED = Bilingual(
    "บันทึกไม่ได้ ดิสก์อาจเต็ม หรือโปรแกรมไม่มีสิทธิ์เขียนไฟล์ ข้อมูลเดิมยังอยู่ และสิ่งที่ท่านพิมพ์ยังเป็นร่าง ให้แจ้งผู้ดูแลเครื่อง",
    "nothing was saved: the disk may be full or the file read-only; the data is as it was and what "
    "you typed is still a draft",
)
_CHOICES: tuple[Choice, ...] = ("mine", "theirs")


def conflict(asked: Asked) -> Response:
    """Show the conflicts of a draft, or of the undoing of a save, or settle them."""
    file = asked.file_to_change
    done = save_asked(asked, file)
    draft = draft_of(done) if done else open_draft(asked.desk, asked.officer, file)
    open_ones = conflicts_of(asked.desk, file, draft)
    if not open_ones:
        # Somebody has settled them in the meantime: there is nothing to choose.
        return go(f"/{asked.year}/{asked.path['slug']}/{'saves/' if done else ''}")
    if asked.method != "POST":
        return show(asked, file, draft, open_ones, done)
    if asked.form.get("shown") != shown_as(open_ones):
        return show(asked, file, draft, open_ones, done, changed=True)
    chosen = _chosen(asked, open_ones)
    if len(chosen) < len(open_ones):
        return show(asked, file, draft, open_ones, done, chosen=chosen, status=422)
    return _settled(asked, file, draft, done, chosen)


def show(  # noqa: PLR0913 - what the page shows
    asked: Asked,
    file: ItemFile,
    draft: Draft,
    conflicts: tuple[Conflict, ...],
    done: DoneSave | None = None,
    *,
    chosen: dict[KeyPath, Choice] | None = None,
    changed: bool = False,
    status: int = 200,
) -> Response:
    """Show conflicts; ``changed`` tells that the file has changed since they were shown."""
    rows = [
        {
            "name": name_of(each),
            "label": _label(file, draft, each),
            "versions": (
                ("mine", said(file.form, each.path, each.mine)),
                ("theirs", said(file.form, each.path, each.theirs)),
            ),
            "base": said(file.form, each.path, each.base),
            "chosen": (chosen or {}).get(each.path),
            "other": _other(asked, file, each),
        }
        for each in conflicts
    ]
    return page(
        asked,
        "conflict.html",
        status=status,
        file=file,
        rows=rows,
        done=done,
        changed=changed,
        missing=chosen is not None and len(rows) - len(chosen),
        shown=shown_as(conflicts),
        home=f"/{asked.year}/{asked.path['slug']}/",
    )


def save_asked(asked: Asked, file: ItemFile) -> DoneSave | None:
    """Return the save that is to be undone; ``None`` if the address names none.

    Raises:
        RefusedError: it is not kept any more.
    """
    text = str(asked.form.get("undo") or asked.query.get("undo") or "")
    if not text:
        return None
    done = save_of(asked.desk, file, int(text)) if text.isdecimal() and len(text) < 9 else None
    if done is None:
        raise RefusedError(404, NO_SAVE)
    return done


def name_of(each: Conflict) -> str:
    """Return the name of the inputs that settle a conflict."""
    return "/".join(("c", *map(str, each.path)))


def shown_as(conflicts: tuple[Conflict, ...]) -> str:
    """Return what changes when what the page shows has changed."""
    known: list[Any] = [[each.path, each.mine, each.theirs] for each in conflicts]
    return sha256(json.dumps(known, sort_keys=True).encode()).hexdigest()


def _chosen(asked: Asked, conflicts: tuple[Conflict, ...]) -> dict[KeyPath, Choice]:
    of_all = asked.form.get("do")
    return {
        each.path: choice
        for each in conflicts
        for choice in _CHOICES
        if choice == (of_all if of_all in _CHOICES else asked.form.get(name_of(each)))
    }


def _settled(
    asked: Asked,
    file: ItemFile,
    draft: Draft,
    done: DoneSave | None,
    chosen: dict[KeyPath, Choice],
) -> Response:
    desk, officer = asked.desk, asked.officer
    home = f"/{asked.year}/{asked.path['slug']}/"
    outcome: Outcome
    try:
        if done:
            outcome = undo(desk, officer, file, done, chosen)
        else:
            outcome = save(desk, officer, file, draft, chosen)
    except OSError as error:
        raise RefusedError(500, NOT_SAVED) from error
    if outcome.conflicts:
        return show(asked, file, outcome.draft, outcome.conflicts, done, changed=True)
    if done:
        return go(f"{home}saves/")
    problems = tuple(problem.th for problem in outcome.problems)
    report = Report(True, outcome.saved, outcome.refused, problems)
    return go(f"{home}?after={REPORTS.add(report)}")


def _other(asked: Asked, file: ItemFile, each: Conflict) -> str:
    """Return who has saved the other version; empty if it was not saved at the desk."""
    steps = [step for step in each.path if isinstance(step, str) and not step.startswith(GONE)]
    name = ".".join(steps)
    for done in saves_of(asked.desk, file):
        if any(field == name or field.startswith(f"{name}.") for field in done.fields):
            return done.who
    return ""


def _label(file: ItemFile, draft: Draft, each: Conflict) -> str:
    """Name the place of a conflict; an entry that the draft lacks is named by what it said."""
    if isinstance(each.path[-1], str) and each.path[-1].startswith(GONE):
        above = label(file.form, each.path[:-1], draft.mine).th
        return f"{above} › {said(file.form, each.path, each.base).name}"
    return label(file.form, each.path, draft.mine).th


ADDRESSES = (("/{year:int}/{slug:str}/conflict/", conflict, ("GET", "POST")),)
