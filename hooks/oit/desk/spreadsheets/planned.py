"""What an import of handed-in files would do, as the data is now."""

import re
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from threading import Lock

from oit.bilingual import Bilingual
from oit.desk.desk import Desk
from oit.desk.officer import Officer
from oit.desk.spreadsheets.incoming import Incoming
from oit.desk.spreadsheets.target import Target
from oit.findings.finding import Finding
from oit.intake.imports.items import ItemChange
from oit.intake.imports.plan import BrokenTableError, Plan, item_changes, make_plan, read_files
from oit.intake.imports.sheet_reading import Stated
from oit.thai import calendar, dates
from oit.thai.amounts import BAHT
from oit.thai.calendar import Month

UNITS = {BAHT: "บาท", Decimal(1000): "พันบาท", Decimal(1_000_000): "ล้านบาท"}
"""The units that an officer may state, in baht."""

_MOST_KEPT = 4
_FACTOR = re.compile("[0-9]{1,9}", re.ASCII)


@dataclass(frozen=True)
class Answers:
    """What the officer states of the files."""

    stated: tuple[Stated, ...] = ()
    """Of each file."""
    replaces: bool = False
    """Whether the files are all there is of their months."""


@dataclass(frozen=True)
class Planned:
    """What an import would do, or why it can do nothing."""

    plan: Plan | None
    refused: tuple[Bilingual, ...] = ()
    findings: tuple[Finding, ...] = ()
    """The errors of the table that is there."""
    others: tuple[Path, ...] = ()
    """Files of items of other units, which would have to name the table."""

    @property
    def seal(self) -> str:
        """What changes if anything that would be written, or that is there, is another."""
        if self.plan is None:
            return ""
        parts = [self.plan.text.encode(), _bytes(self.plan.path)]
        for item in self.plan.items:
            parts += [str(item.path).encode(), (item.text or "").encode(), _bytes(item.path)]
        return sha256(b"".join(sha256(part).digest() for part in parts)).hexdigest()


def answers_of(sent: Mapping[str, str], count: int, year: int) -> Answers:
    """Read the answers of a form; those that are no possible answer count as none."""
    stated = tuple(
        Stated(_month(sent.get(f"month{n}", ""), year), _unit(sent.get(f"unit{n}", "")))
        for n in range(count)
    )
    return Answers(stated, sent.get("rows") == "replace")


def _month(text: str, year: int) -> Month | None:
    return next((m for m in calendar.fiscal_months(year) if dates.write_month(m) == text), None)


def _unit(text: str) -> Decimal | None:
    unit = Decimal(text) if _FACTOR.fullmatch(text) else None
    return unit if unit in UNITS else None


def planned(
    desk: Desk, officer: Officer, target: Target, incoming: Incoming, answers: Answers
) -> Planned:
    """Read files and compare them with the data; nothing is written."""
    key = (incoming.paths, answers, _bytes(target.path))
    found = _known.get(key) or _known.put(key, _read(desk, target, incoming, answers))
    if found.plan is None:
        return found
    # The files of items are few, and are read anew each time: somebody may have changed one.
    items, others = _own(desk, officer, found.plan)
    return replace(found, plan=replace(found.plan, items=items), others=others)


def _read(desk: Desk, target: Target, incoming: Incoming, answers: Answers) -> Planned:
    files, refused = read_files(incoming.paths)
    if refused:
        return Planned(None, tuple(refused))
    try:
        plan = make_plan(
            desk.folder,
            target.path,
            target.layout,
            files,
            stated=answers.stated,
            replaces=answers.replaces,
        )
    except BrokenTableError as error:
        return Planned(None, (error.why,), tuple(error.findings))
    return Planned(plan)


def _own(desk: Desk, officer: Officer, plan: Plan) -> tuple[list[ItemChange], tuple[Path, ...]]:
    """Return the changes of the officer's own items, and the files of other units' items."""
    changes = item_changes(desk.folder, plan)
    years = {int(change.path.parent.name) for change in changes}
    files = {file.path: file for year in years for file in desk.files(year)}

    def is_own(change: ItemChange) -> bool:
        file = files.get(change.path)
        # Of a year that was not begun, nobody owns anything yet.
        return desk.may_change(officer, file) if file else officer.may_change("")

    others = [change.path for change in changes if change.text and not is_own(change)]
    return [change for change in changes if change.path not in others], tuple(others)


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


_Key = tuple[tuple[Path, ...], Answers, bytes]


class _Known:
    """The last plans: pages of rows are turned, and each is of the same plan."""

    def __init__(self) -> None:
        self._plans: OrderedDict[_Key, Planned] = OrderedDict()
        self._lock = Lock()

    def get(self, key: _Key) -> Planned | None:
        with self._lock:
            return self._plans.get(key)

    def put(self, key: _Key, found: Planned) -> Planned:
        with self._lock:
            self._plans[key] = found
            while len(self._plans) > _MOST_KEPT:
                self._plans.popitem(last=False)
        return found


_known = _Known()
