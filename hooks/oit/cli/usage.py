"""How the command line says that it was called wrongly, or can do nothing."""

import argparse
import re
import sys
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, NoReturn

from oit.bilingual import Bilingual, Language
from oit.findings.codes.unknown_field import did_you_mean

UNUSABLE = 2
"""Exit status: the call or the data is wrong."""

_WRONG = Bilingual("คำสั่งไม่ถูกต้อง", "the command is not right")
_COMMANDS = Bilingual("ที่มีคือ", "known")
_HELP = Bilingual("ดูวิธีใช้: {} --help", "how to use it: {} --help")
_NO_COMMAND = r"argument COMMAND: invalid choice: '(.*)' \(choose from (.*)\)"
_IN_THAI = (
    (r"argument (\S+): invalid int value: '(.*)'", r"\1 ต้องเป็นตัวเลข ไม่ใช่ \2"),
    (r"argument (\S+): invalid choice: '(.*)' \(choose from (.*)\)", r"\1: ไม่มี \2 ที่มีคือ \3"),
    (r"argument (\S+): expected (?:one|at least one) argument", r"\1 ต้องมีค่าตามหลัง"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 ใช้พร้อมกับ \2 ไม่ได้"),
    (r"argument (\S+): ignored explicit argument '(.*)'", r"\1 ไม่รับค่า \2"),
    (r"ambiguous option: (\S+) could match (.*)", r"\1 อาจหมายถึง \2 ให้เขียนเต็ม"),
    (r"the following arguments are required: (.*)", r"ต้องระบุ \1"),
    (r"unrecognized arguments: (.*)", r"ไม่รู้จัก \1"),
)
"""What argparse says, and the same in Thai; it knows no Thai itself."""


def refuse(lines: Iterable[str]) -> int:
    """Say why nothing was done; return the exit status."""
    sys.stderr.writelines(f"{line}\n" for line in lines)
    return UNUSABLE


class Parser(argparse.ArgumentParser):
    """A parser that answers in Thai, or in English where ``--lang en`` is asked for."""

    _language: Language = "th"

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Note the language first: it is wanted even where the rest cannot be understood."""
        words = sys.argv[1:] if args is None else list(args)
        if "--lang=en" in words or ("--lang", "en") in pairwise(words):
            self._language = "en"
        return super().parse_known_args(words, namespace)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call and how to learn more; end with status 2."""
        self.print_usage(sys.stderr)
        told = message if self._language == "en" else in_thai(message)
        more = _HELP.text(self._language).format(self.prog)
        self.exit(UNUSABLE, f"{self.prog}: {_WRONG.text(self._language)}: {told}\n    → {more}\n")


def in_thai(message: str) -> str:
    """Return in Thai what argparse says; as it is where that is not known."""
    if found := re.fullmatch(_NO_COMMAND, message, re.DOTALL):
        known = re.findall(r"'([^']+)'", found[2])
        return f"ไม่มีคำสั่ง {found[1]}{did_you_mean(found[1], known, _COMMANDS).th}"
    for english, thai in _IN_THAI:
        if re.fullmatch(english, message, re.DOTALL):
            return re.sub(english, thai, message, flags=re.DOTALL)
    return message
