"""What a user sees of a fault in the program: one line in words, and a file to send.

A traceback means nothing to an officer, and its exit status would be that of "something is
missing". The file leaves out what may identify a person.
"""

import platform
import sys
import tempfile
from pathlib import Path
from traceback import format_exception

from oit import __version__
from oit.bilingual import Bilingual
from oit.cli.output import ExitStatus, Output


def report(error: BaseException, output: Output) -> ExitStatus:
    """Write the report of an exception that nothing expected, and say where it is."""
    return report_text("".join(format_exception(error)), output)


def report_text(traceback: str, output: Output) -> ExitStatus:
    """Write the report of a traceback, ours or that of a program we started."""
    output.refuse(_sentence(write(traceback)))
    return ExitStatus.FAILED


def write(traceback: str) -> Path | None:
    """Write the report of a traceback, and return its path; nothing if it cannot be written."""
    # It loads slowly, and no command that works needs it.
    from oit.thai.identity_search import mask_for_message  # noqa: PLC0415

    system = f"oit {__version__}\nPython {sys.version}\n{platform.platform()}\n"
    words = f"{' '.join(map(mask_for_message, sys.argv))}\n\n"
    report = system + words + mask_for_message(traceback)
    try:
        with tempfile.NamedTemporaryFile(
            "w",
            encoding="utf-8",
            errors="backslashreplace",
            prefix="oit-report-",
            suffix=".txt",
            delete=False,
        ) as file:
            file.write(report)
    except OSError:
        return None
    return Path(file.name)


def _sentence(path: Path | None) -> Bilingual:
    if path is None:
        return Bilingual(
            "oit: โปรแกรมผิดพลาดเอง และเขียนรายงานไม่ได้ ให้ลองอีกครั้งเมื่อดิสก์มีที่ว่าง",
            "oit: the program failed and could not write a report; free disk space and try again",
        )
    return Bilingual(
        f"oit: โปรแกรมผิดพลาดเอง ไม่ใช่ความผิดของข้อมูล ให้ส่งรายงาน {path} ให้ผู้ดูแลโปรแกรม",
        f"oit: the program itself failed; please send the report {path} to its maintainers",
    )
