"""The command ``oit``: the table of its commands, each imported when it is called."""

import os
import sys
from collections.abc import Sequence
from errno import EDQUOT, ENOSPC

import click

from oit import __version__
from oit.bilingual import Bilingual
from oit.cli import usage
from oit.cli.command import Entry, Group, Option
from oit.cli.language import language_of
from oit.cli.output import ExitStatus, Output, fall_silent, open_closed_streams, use_utf8
from oit.clock import EPOCH, EpochError

COMPLETION = "_OIT_COMPLETE"
"""The variable by which a shell asks how a line may go on."""

_EVERY_DAY = {
    "desk": Entry(
        "desk",
        Bilingual(
            "โต๊ะทำงานของเจ้าหน้าที่: กรอกข้อมูลในเบราว์เซอร์",
            "the officer's desk: fill in the data in a browser",
        ),
    ),
    "check": Entry("check", Bilingual("ตรวจว่าข้อมูลครบหรือไม่", "check what the data still lacks")),
    "score": Entry(
        "score",
        Bilingual(
            "ประมาณคะแนนและบอกว่าควรเติมข้อใดก่อน", "estimate the score and say what to complete first"
        ),
    ),
    "new": Entry(
        "new",
        Bilingual(
            "เขียนไฟล์ของข้อที่ยังไม่มี พร้อมคำอธิบายทุกช่อง",
            "write the file of an item, with every field explained",
        ),
    ),
    "import": Entry(
        "import_",
        Bilingual(
            "นำเข้าตาราง Excel, CSV หรือ JSON เป็นข้อมูลของเว็บไซต์",
            "import tables from Excel, CSV or JSON",
        ),
    ),
    "workbook": Entry(
        "workbook",
        Bilingual("กรอกข้อมูลด้วย Excel แล้วนำกลับเข้าไฟล์ข้อมูล", "fill in data with Excel, and import it"),
    ),
    "diff": Entry(
        "diff",
        Bilingual(
            "บอกว่าอะไรครบขึ้นหรือถดถอย ระหว่างสองคอมมิตหรือสองปี",
            "say what improved or got worse between two commits or years",
        ),
    ),
    "explain": Entry("explain", Bilingual("อธิบายรหัสข้อความ", "explain the code of a message")),
}
_ONCE_A_YEAR = {
    "init": Entry("init", Bilingual("เริ่มเว็บไซต์ของหน่วยงานใหม่", "start the site of an agency")),
    "adopt": Entry(
        "adopt",
        Bilingual(
            "เริ่มจากเว็บไซต์เดิม: นำเอกสารของแต่ละข้อเข้ามา",
            "begin from the site that the agency has: bring in its documents",
        ),
    ),
    "new-year": Entry(
        "new_year",
        Bilingual("เริ่มปีงบประมาณใหม่จากข้อมูลปีก่อน", "start a fiscal year from the year before"),
    ),
    "answers": Entry(
        "answers",
        Bilingual(
            "เขียนคำตอบของทุกข้อสำหรับระบบตอบแบบวัด", "write the answers for the national answer form"
        ),
    ),
    "review": Entry(
        "review",
        Bilingual(
            "เทียบคะแนนของผู้ประเมิน และร่างคำชี้แจง",
            "compare the assessors' scores, and draft the answers",
        ),
    ),
    "upgrade": Entry(
        "upgrade",
        Bilingual("ปรับไฟล์ที่โปรแกรมเขียนไว้ให้เป็นของรุ่นนี้", "update an older repository to this version"),
    ),
}
_FOR_MANY = {
    "fleet": Entry(
        "fleet",
        Bilingual(
            "ดูความพร้อมของหลายหน่วยงานพร้อมกัน (จังหวัด กระทรวง ทั้งประเทศ)",
            "watch over many agencies: a province, a ministry, the nation",
        ),
    ),
}
_PUBLISHING = {
    "build": Entry("build", Bilingual("สร้างเว็บไซต์", "build the site")),
    "serve": Entry(
        "serve",
        Bilingual(
            "เปิดเว็บไซต์บนเครื่องนี้ และสร้างใหม่เมื่อข้อมูลเปลี่ยน",
            "serve the site on this machine, and build it again when the data changes",
        ),
    ),
    "verify": Entry(
        "verify",
        Bilingual(
            "ตรวจเว็บไซต์ที่สร้างหรือเผยแพร่แล้วว่าตรงกับข้อมูล",
            "compare a built or published site with the data",
        ),
    ),
    "links": Entry(
        "links",
        Bilingual("ลองเปิดลิงก์ภายนอกในข้อมูลว่ายังใช้ได้หรือไม่", "try the external links of the data"),
    ),
    "hosting": Entry(
        "hosting",
        Bilingual("พิมพ์การตั้งค่าเครื่องบริการเว็บสำหรับเว็บไซต์นี้", "print web server settings for the site"),
    ),
    "pack": Entry(
        "pack",
        Bilingual(
            "ตรวจเว็บไซต์ที่สร้างแล้ว แล้วรวมเป็น ZIP สำหรับนำขึ้นโฮสต์",
            "verify a built site and pack it into a ZIP to upload",
        ),
    ),
}
_FOR_PROGRAMS = {
    "generate": Entry(
        "generate", Bilingual("เขียนหน้าเว็บเป็น Markdown", "write the pages as Markdown")
    ),
    "export": Entry("export", Bilingual("ส่งออกข้อมูลตามมาตรฐานอื่น", "export data in other standards")),
    "schema": Entry(
        "schema",
        Bilingual("เขียน JSON Schema ของทุกแบบข้อมูล", "write a JSON Schema of every form"),
    ),
    "checklist": Entry("checklist", Bilingual("แบบวัด", "work on checklists")),
    "completion": Entry(
        "completion",
        Bilingual("พิมพ์สคริปต์เติมคำสั่งด้วยปุ่ม Tab", "print the script that completes with Tab"),
    ),
}


def _version(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    del parameter
    if value and not context.resilient_parsing:
        context.ensure_object(Output).write(f"oit {__version__}\n")
        context.exit()


oit = Group(
    "oit",
    about=Bilingual(
        "เว็บไซต์เปิดเผยข้อมูลสาธารณะ (OIT) จากข้อมูลที่ตรวจแล้ว",
        "A public disclosure (OIT) site from checked data",
    ),
    sections={
        Bilingual("ทุกวัน", "Every day"): _EVERY_DAY,
        Bilingual("ปีละครั้ง", "Once a year"): _ONCE_A_YEAR,
        Bilingual("เผยแพร่", "Publishing"): _PUBLISHING,
        Bilingual("หลายหน่วยงาน", "Many agencies"): _FOR_MANY,
        Bilingual("สำหรับโปรแกรมอื่น", "For programs"): _FOR_PROGRAMS,
    },
    options=[
        Option(
            ["-V", "--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_version,
            about=Bilingual("แสดงรุ่นของโปรแกรม", "show the version"),
        )
    ],
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    open_closed_streams()
    use_utf8()
    # Pydantic would look for plugins in every installed package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    words = list(sys.argv[1:] if arguments is None else arguments)
    output = Output(language_of(words))
    if instruction := os.environ.get(COMPLETION):
        # A shell asks, at the Tab key.
        from click.shell_completion import shell_complete  # noqa: PLC0415

        return shell_complete(oit, {"obj": output}, "oit", COMPLETION, instruction)
    try:
        status = _run(words, output)
        sys.stdout.flush()
    except BrokenPipeError:
        fall_silent()
        return ExitStatus.OK
    except (EpochError, OSError) as error:
        # A folder without permission to write, or a file in the place of a folder.
        return output.refuse(
            _odd_epoch(error) if isinstance(error, EpochError) else _of_system(error)
        )
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - whatever it is, no traceback reaches a user
        from oit.cli import crash  # noqa: PLC0415 - no command that works needs it

        return crash.report(error, output)
    return status


def _run(words: list[str], output: Output) -> int:
    # ``oit.main()`` would print click's own messages, which are English.
    try:
        with oit.make_context("oit", words, obj=output) as context:
            status: int = oit.invoke(context)
            return status
    except click.UsageError as error:
        return usage.refuse(error, output)
    except click.exceptions.Exit as end:
        return end.exit_code


def _odd_epoch(error: EpochError) -> Bilingual:
    return Bilingual(
        f"oit: ตัวแปร {EPOCH} ต้องเป็นจำนวนวินาทีตั้งแต่ปี 1970 ไม่ใช่ {error.text} ให้แก้หรือลบตัวแปรนี้",
        f"oit: {error}; correct or unset it",
    )


def _of_system(error: OSError) -> Bilingual:
    from oit.characters import escaped  # noqa: PLC0415 - most commands refuse nothing

    # Without a name, it is a standard stream: ``> /dev/full``.
    name = escaped(str(error.filename or "stdout"))
    reason = error.strerror or str(error)
    if error.errno in {ENOSPC, EDQUOT}:
        return Bilingual(
            f"oit: ดิสก์เต็มขณะเขียน {name} ของเดิมยังอยู่ ให้ลบไฟล์ที่ไม่ใช้แล้วสั่งใหม่ ({reason})",
            f"oit: the disk is full, {name} was not written and what was there remains;"
            f" free some space and run this again ({reason})",
        )
    return Bilingual(
        f"oit: อ่านหรือเขียน {name} ไม่ได้ ให้ตรวจว่ามีอยู่จริง ไม่มีโปรแกรมอื่นเปิดค้าง และมีสิทธิ์เขียน ({reason})",
        f"oit: cannot read or write {name}; check that it exists, that no other program has it"
        f" open, and that you may write there ({reason})",
    )
