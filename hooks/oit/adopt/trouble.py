"""What can be wrong with a page or a file of the old site, in words that say what to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from oit.bilingual import Bilingual


class TroubleKind(StrEnum):
    """Why a page or file was not brought in."""

    DEAD = "dead"
    REFUSED = "refused"
    LOGIN = "login"
    BUSY = "busy"
    TIMEOUT = "timeout"
    CONNECTION = "connection"
    CUT_OFF = "cut off"
    TLS = "tls"
    PROXY = "proxy"
    REDIRECTS = "redirects"
    ELSEWHERE = "elsewhere"
    PRIVATE = "private"
    STAGING = "staging"
    ROBOTS = "robots"
    TOO_LARGE = "too large"
    LIMIT = "limit"
    DRIVE = "drive"
    SOCIAL = "social"
    SERVICE = "service"
    MISMATCH = "mismatch"
    EMPTY = "empty"
    NOT_AN_ADDRESS = "not an address"
    MISSING = "missing"
    OUTSIDE = "outside"
    UNREADABLE = "unreadable"
    NOT_A_PAGE = "not a page"
    NO_PAGES = "no pages"
    NO_LINKS = "no links"
    NO_ADDRESSES = "no addresses"
    TOO_DEEP = "too deep"
    JAVASCRIPT = "javascript"


WORDS = {
    TroubleKind.DEAD: Bilingual(
        "ลิงก์เสีย ไม่มีหน้าหรือไฟล์นี้แล้ว ให้หาไฟล์ต้นฉบับมาใส่เอง",
        "the link is dead: the page or file no longer exists; find the original file",
    ),
    TroubleKind.REFUSED: Bilingual(
        "เว็บไซต์ไม่ยอมให้โปรแกรมเปิด ให้เปิดด้วยเบราว์เซอร์แล้วบันทึกมาใส่เอง",
        "the site refuses programs; open it in a browser, save it and add it by hand",
    ),
    TroubleKind.LOGIN: Bilingual(
        "ต้องเข้าสู่ระบบก่อน ประชาชนจึงเปิดไม่ได้ ให้ดาวน์โหลดมาใส่เอง",
        "it requires a login, so citizens cannot open it; download it and add it by hand",
    ),
    TroubleKind.BUSY: Bilingual(
        "เว็บไซต์ขัดข้องหรือไม่ว่าง ให้สั่งใหม่ภายหลัง", "the site is broken or busy; run this again later"
    ),
    TroubleKind.TIMEOUT: Bilingual(
        "เว็บไซต์ไม่ตอบหรือส่งไม่จบภายในเวลา ให้สั่งใหม่ภายหลัง",
        "the site did not respond, or not completely, in time; run this again later",
    ),
    TroubleKind.CONNECTION: Bilingual(
        "เชื่อมต่อเว็บไซต์ไม่ได้ ให้สั่งใหม่ภายหลัง", "no connection to the site; run this again later"
    ),
    TroubleKind.CUT_OFF: Bilingual(
        "เว็บไซต์ส่งไฟล์มาไม่ครบ ให้สั่งใหม่ภายหลัง หรือดาวน์โหลดมาใส่เอง",
        "the site sent only a part of the file; run this again later, or download it by hand",
    ),
    TroubleKind.TLS: Bilingual(
        "ใบรับรอง https ของเว็บไซต์ใช้ไม่ได้ ให้แจ้งผู้ดูแลเว็บไซต์ หรือเปิดด้วยเบราว์เซอร์แล้วบันทึกมาใส่เอง",
        "the certificate of the site (https) is invalid; tell its administrator, or open it in a "
        "browser, save it and add it by hand",
    ),
    TroubleKind.PROXY: Bilingual(
        "พร็อกซีของเครื่องนี้เปิดเว็บไซต์นี้ไม่ได้ ให้ถามผู้ดูแลเครือข่าย",
        "the proxy of this machine cannot reach the site; ask the administrator of the network",
    ),
    TroubleKind.REDIRECTS: Bilingual(
        "ลิงก์พาไปต่อไม่รู้จบ หรือพาไปที่ซึ่งเปิดไม่ได้ ถ้าเปิดด้วยเบราว์เซอร์ได้ ให้บันทึกมาใส่เอง ถ้าไม่ได้ ให้หาไฟล์ต้นฉบับ",
        "the link redirects without end, or to something that cannot be opened; if a browser opens "
        "it, save it and add it by hand, otherwise find the original file",
    ),
    TroubleKind.ELSEWHERE: Bilingual(
        "พาไปเว็บไซต์อื่น จึงไม่ได้อ่าน ให้เปิดดูว่ายังเป็นของหน่วยงานหรือไม่",
        "it leads to another site and was not read; look whether it is still the agency's",
    ),
    TroubleKind.PRIVATE: Bilingual(
        "อยู่ในเครือข่ายภายใน ประชาชนเปิดไม่ได้ จึงไม่ได้ดึง ให้นำไฟล์มาใส่เอง",
        "it is in a private network, where citizens cannot open it; nothing was requested, add "
        "the file by hand",
    ),
    TroubleKind.STAGING: Bilingual(
        "เป็นเว็บไซต์ทดสอบหรือชั่วคราว จึงไม่ได้ดึง ให้นำไฟล์มาใส่เอง",
        "its host is for tests or temporary; nothing was requested, add the file by hand",
    ),
    TroubleKind.ROBOTS: Bilingual(
        "เว็บไซต์ไม่ให้โปรแกรมดึง (robots.txt) ให้เปิดด้วยเบราว์เซอร์แล้วบันทึกมาใส่เอง",
        "the site does not let programs fetch it (robots.txt); open it in a browser, save it and "
        "add it by hand",
    ),
    TroubleKind.TOO_LARGE: Bilingual(
        "ใหญ่เกินกำหนด จึงไม่ได้ดึง ให้ย่อไฟล์ หรือเพิ่ม --limit",
        "it is larger than the limit and was not fetched; make the file smaller, or raise --limit",
    ),
    TroubleKind.LIMIT: Bilingual(
        "ยังไม่ได้ดึง เพราะครบจำนวนที่ดึงได้ในครั้งเดียวแล้ว ให้สั่งเดิมซ้ำเพื่อดึงต่อ",
        "not fetched yet: this run has fetched as much as one run may; run the same command again "
        "to go on",
    ),
    TroubleKind.DRIVE: Bilingual(
        "อยู่ในที่เก็บไฟล์บนอินเทอร์เน็ต (เช่น Google Drive) ให้ดาวน์โหลดมาใส่ที่นี่",
        "it is on a drive (such as Google Drive); download it and put it here",
    ),
    TroubleKind.SOCIAL: Bilingual(
        "อยู่ในสื่อสังคมออนไลน์ ซึ่งไม่ใช่เอกสาร ให้นำเนื้อหามาใส่ที่นี่",
        "it is on a social network, which is no document; put its contents here",
    ),
    TroubleKind.SERVICE: Bilingual(
        "เป็นแบบฟอร์มหรือแผนที่ของผู้อื่น ไม่ใช่เอกสาร ให้ใส่เป็นลิงก์",
        "it is a form or map of another site, which is no document; add it as a link",
    ),
    TroubleKind.MISMATCH: Bilingual(
        "ชื่อบอกว่าเป็นเอกสาร แต่เนื้อหาเป็นหน้าเว็บ ให้หาไฟล์ต้นฉบับมาใส่เอง",
        "its name is that of a document, but it is a web page; find the original file",
    ),
    TroubleKind.EMPTY: Bilingual(
        "ไฟล์ว่าง 0 ไบต์ ให้หาไฟล์ต้นฉบับมาใส่เอง", "the file is empty; find the original file"
    ),
    TroubleKind.NOT_AN_ADDRESS: Bilingual(
        "ไม่ใช่ที่อยู่เว็บที่เปิดได้ (ต้องขึ้นต้นด้วย http:// หรือ https://)",
        "this is no address that can be opened (it must begin with http:// or https://)",
    ),
    TroubleKind.MISSING: Bilingual(
        "ไม่พบไฟล์นี้ในโฟลเดอร์ที่บันทึกไว้ ให้บันทึกหน้าใหม่ให้ครบ หรือระบุที่อยู่เว็บแทน",
        "the saved folder does not contain this file; save the page completely, or name the "
        "address of the site instead",
    ),
    TroubleKind.OUTSIDE: Bilingual(
        "อยู่นอกโฟลเดอร์ที่บันทึกไว้ จึงไม่ได้อ่าน ให้นำไฟล์มาใส่เอง",
        "it is outside of the saved folder and was not read; add the file by hand",
    ),
    TroubleKind.UNREADABLE: Bilingual(
        "อ่านไฟล์นี้ไม่ได้ ให้ตรวจสิทธิ์ของไฟล์", "the file cannot be read; check its permissions"
    ),
    TroubleKind.NOT_A_PAGE: Bilingual(
        "ไม่ใช่หน้าเว็บ ให้ระบุหน้าที่มีรายการ O1, O2, …",
        "this is not a web page; name the page that lists O1, O2, …",
    ),
    TroubleKind.NO_PAGES: Bilingual(
        "ไม่มีหน้าเว็บ (.html) ในโฟลเดอร์นี้ ให้ระบุโฟลเดอร์ที่บันทึกหน้าเว็บไว้",
        "this folder has no web page (.html); name the folder in which the page was saved",
    ),
    TroubleKind.NO_LINKS: Bilingual(
        "หน้านี้ไม่มีลิงก์ ให้ระบุหน้าที่มีรายการ O1, O2, …",
        "this page has no links; name the page that lists O1, O2, …",
    ),
    TroubleKind.NO_ADDRESSES: Bilingual(
        "ลิงก์ในหน้านี้ไม่มีที่อยู่เว็บ ให้เปิดด้วยเบราว์เซอร์ คลิกลิงก์ แล้วระบุที่อยู่ของหน้าที่เปิดขึ้น หรือบันทึกไฟล์มาใส่เอง",
        "the links of this page have no web addresses; open it in a browser, click the links, and "
        "name the pages that open, or save the files and add them by hand",
    ),
    TroubleKind.TOO_DEEP: Bilingual(
        "หน้านี้ซ้อนกันลึกเกินไป จึงอ่านได้เพียงบางส่วน ให้ตรวจลิงก์ที่เหลือเอง",
        "this page is nested too deeply and was read only in part; check its other links by hand",
    ),
    TroubleKind.JAVASCRIPT: Bilingual(
        "หน้านี้สร้างด้วย JavaScript ให้เปิดด้วยเบราว์เซอร์ บันทึกหน้า (แบบสมบูรณ์) แล้วระบุไฟล์ที่บันทึก",
        "this page is made by JavaScript; open it in a browser, save the page (complete) and name "
        "the saved file",
    ),
}
"""What each kind says by itself."""
_MOST_STARTS = 4
NO_HOST = Bilingual(
    "ไม่พบเว็บไซต์ชื่อนี้ หรือเครื่องนี้ไม่ได้ต่ออินเทอร์เน็ต ให้ตรวจที่อยู่ หรือหาไฟล์ต้นฉบับมาใส่เอง",
    "there is no such host, or this machine is not connected to the internet; check the address, "
    "or find the original file",
)
NOT_THERE = Bilingual(
    "หน้านี้เขียนว่าไม่พบหน้าหรือไฟล์ แม้เว็บไซต์ตอบว่าเปิดได้ ให้หาไฟล์ต้นฉบับมาใส่เอง",
    "this page says that the page or file was not found, although the site answers that it exists; "
    "find the original file",
)
LARGE_PAGE = Bilingual(
    "หน้าเว็บใหญ่เกินไป จึงไม่ได้อ่าน ให้ตรวจลิงก์ในหน้านี้เอง",
    "the web page is too large and was not read; check its links by hand",
)
NO_SOURCE = Bilingual(
    "ไม่พบไฟล์หรือโฟลเดอร์นี้ ให้ระบุหน้าที่บันทึกไว้ (.html) โฟลเดอร์ที่บันทึกไว้ หรือที่อยู่เว็บ (https://…)",
    "there is no such file or folder; name a saved page (.html), a folder of saved pages, or an "
    "address (https://…)",
)


@dataclass(frozen=True)
class Trouble:
    """A page or file with which something is wrong."""

    address: str
    """The address, or the path of a saved file."""
    kind: TroubleKind
    words: Bilingual
    """What is wrong and what to do, without the address."""


def trouble(address: str, kind: TroubleKind, words: Bilingual | None = None) -> Trouble:
    """Return trouble, in the words of its kind unless it has others."""
    return Trouble(address, kind, words or WORDS[kind])


def without_addresses(starts: Sequence[str]) -> Bilingual:
    """Return what to do about a page whose links have no addresses.

    Args:
        starts: how they begin: ``javascript:``, ``file:``.
    """
    listed = ", ".join(starts[:_MOST_STARTS])
    if starts[0] == "file:":
        return Bilingual(
            f"ลิงก์ในหน้านี้ ({listed}) ชี้ไปที่ไฟล์ในเครื่องของผู้ทำหน้า ประชาชนเปิดไม่ได้ ให้ขอไฟล์จากผู้ทำหน้ามาใส่เอง",
            f"the links of this page ({listed}) lead to files on the computer of whoever made it, "
            "so citizens cannot open them; ask for the files and add them by hand",
        )
    words = WORDS[TroubleKind.NO_ADDRESSES]
    return Bilingual(
        words.th.replace("ในหน้านี้", f"ในหน้านี้ ({listed})", 1),
        words.en.replace("this page", f"this page ({listed})", 1),
    )
