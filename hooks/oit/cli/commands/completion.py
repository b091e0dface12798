"""The command ``oit completion``: what a shell runs to complete the words of a call."""

from click.shell_completion import get_completion_class

from oit.bilingual import Bilingual
from oit.cli.command import Choice, argument, command
from oit.cli.main import COMPLETION, oit
from oit.cli.output import ExitStatus, Output

_SHELLS = [name for name in ("bash", "zsh", "fish", "powershell") if get_completion_class(name)]


@command(
    "completion",
    Bilingual(
        "พิมพ์สคริปต์ที่ทำให้ปุ่ม Tab เติมคำสั่ง ตัวเลือก และค่าที่เลือกได้",
        "Print the script with which the Tab key completes commands, options and choices.",
    ),
    example="oit completion bash >> ~/.bashrc",
    statuses={
        ExitStatus.OK: Bilingual("พิมพ์แล้ว", "the script was printed"),
        ExitStatus.UNUSABLE: Bilingual("คำสั่งไม่ถูกต้อง", "the call is wrong"),
    },
)
@argument("shell", type=Choice(_SHELLS), about=Bilingual("เชลล์ที่ใช้", "your shell"))
def run(output: Output, *, shell: str) -> ExitStatus:
    """Print the script."""
    script = get_completion_class(shell)
    if script:
        output.write(script(oit, {}, "oit", COMPLETION).source())
    return ExitStatus.OK
