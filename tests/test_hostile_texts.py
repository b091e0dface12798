"""Texts that mean harm: the work of a reader grows with a text's length, not with its square.

A cell as long as Excel allows would occupy a quadratic pattern for seconds, and a column of such
cells for hours. A linear one is done in milliseconds.
"""

import contextlib
import inspect
import signal
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Annotated, Any, get_origin

import pytest
from pydantic import TypeAdapter, ValidationError

from oit import thai
from oit.forms import bidders, fields
from oit.intake.imports import bidders_text, rows
from oit.intake.imports.readers import READERS, Table
from oit.spreadsheets import sheet
from oit.spreadsheets.limits import LONGEST_CELL

YEAR = 2569
LENGTH = LONGEST_CELL // 2
"""Half of the longest cell tells as well: a quadratic pattern needs a quarter of the time."""
CPU_SECONDS = 0.8
"""Computing time, which does not depend on how busy the machine is; a linear reader needs 0.02."""

UNITS = """
1 ๑ 1, 1. 1- 1/ 0 -1 1E+1 ก ก1 ำ ํ ํ้ ้ ( ) (( () . .- - – / : = | \\ \\= < > & ' " @ a@ a.
http://a. บาท 1บาท ราคา ราคา1 เสนอราคา รวม รวมเป็นเงิน เป็นเงิน จำนวนเงิน ตกลงซื้อ จ้างหรือจ้าง โดย ถ้วน
ร้าน บริษัท นาย ลงวันที่ ลว. วันที่ ว.ด.ป. เลขที่ ที่ ม.ค. 1ม.ค. มกราคม 1มกราคม2569 ต.ค.68- ถึง พ.ศ. พ.ศ.2569
ปีงบประมาณ ไตรมาส ประเด็น ตัวชี้วัด เดือน ปี คน รายการ ยอด ทั้งสิ้น total 08 +66 (66) 1-2345- เลข บัตร id
""".split()
SPACES = [" ", "\n", " \n", "\t", "\u00a0", "\u200b"]


def texts() -> Iterator[str]:
    for unit in UNITS + SPACES:
        yield unit * (LENGTH // len(unit))
        yield f"1{f'{unit} ' * (LENGTH // len(f'{unit} '))}x"


def readers() -> Iterator[tuple[str, Callable[[str], object]]]:
    for name, reader in READERS.items():
        yield f"column {name}", lambda text, reader=reader: reader(text, Table(YEAR))  # type: ignore[misc]
    for name, kind in vars(fields).items():
        if get_origin(kind) is Annotated:
            yield f"field {name}", TypeAdapter(kind).validate_python
    of_thai = (import_module(f"oit.thai.{module.name}") for module in iter_modules(thai.__path__))
    modules = (bidders, bidders_text, rows, sheet, *of_thai)
    for module in modules:
        for name, function in vars(module).items():
            if getattr(function, "__module__", "") == module.__name__ and name[0].islower():
                arguments = _arguments(function)
                if arguments is not None:
                    yield f"{module.__name__}.{name}", _call(function, arguments)


def _arguments(function: Any) -> dict[str, int] | None:
    """Return what a reader of texts needs besides the text; ``None`` for other functions."""
    function = inspect.unwrap(function)
    if not inspect.isfunction(function):
        return None
    parameters = inspect.signature(function).parameters.values()
    names = [parameter.name for parameter in parameters if parameter.default is parameter.empty]
    is_reader = names[:1] == ["text"] and set(names[1:]) <= {"year", "fiscal_year"}
    return dict.fromkeys(names[1:], YEAR) if is_reader else None


def _call(function: Callable[..., Any], arguments: dict[str, int]) -> Callable[[str], object]:
    def call(text: str) -> object:
        result = function(text, **arguments)
        return list(result) if inspect.isgenerator(result) else result

    return call


class TooMuchWorkError(Exception):
    """A reader used its computing time."""


@contextlib.contextmanager
def limited() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooMuchWorkError

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, CPU_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


@pytest.mark.untraced
@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not limit computing time")
def test_no_reader_takes_more_work_than_a_longer_text() -> None:
    too_slow = []
    for name, reader in readers():
        with contextlib.suppress(ValueError, ValidationError, ArithmeticError):
            reader("ก")  # some load what they know when they are first called
        for text in texts():
            try:
                with limited(), contextlib.suppress(ValueError, ValidationError, ArithmeticError):
                    reader(text)
            except TooMuchWorkError:
                too_slow.append(f"{name}: {text[:20]!r} … {text[-5:]!r}")
                break
    assert too_slow == []
