"""Why an agency could not be read."""

from oit.bilingual import Bilingual


class UnreadError(Exception):
    """An agency could not be read."""

    def __init__(
        self, code: str, reason: Bilingual, mend: Bilingual, *, lasting: bool = False
    ) -> None:
        """Say why.

        Args:
            code: a word or code for programs.
            reason: what went wrong.
            mend: what to do about it.
            lasting: whether the same data will always fail, so that it need not be tried again.
        """
        super().__init__(reason.en)
        self.code, self.reason, self.mend = code, reason, mend
        self.lasting = lasting


def no_data() -> UnreadError:
    """Say that a source contains no data."""
    return UnreadError(
        "no-data",
        Bilingual("ที่มาไม่มีข้อมูลของโปรแกรมนี้ (data/agency.yml)", "the source has no data/agency.yml"),
        Bilingual(
            "ตรวจว่าที่มาในรายชื่อเป็นโฟลเดอร์ที่หน่วยงานใช้กับโปรแกรมนี้ ไม่ใช่โฟลเดอร์เอกสารหรือโฟลเดอร์ที่อยู่เหนือขึ้นไป",
            "check that the source in the list is the folder that the agency uses with this"
            " program, not one of documents, nor a folder above it",
        ),
        lasting=True,
    )


def too_large() -> UnreadError:
    """Say that the data of an agency exceeds the limits."""
    return UnreadError(
        "too-large",
        Bilingual("ข้อมูลของหน่วยงานใหญ่เกินกำหนด", "the agency's data exceeds the limits"),
        Bilingual(
            "ให้หน่วยงานเอาไฟล์ที่ไม่เกี่ยวกับ OIT ออก หรือขอโฟลเดอร์ข้อมูลมาตรวจที่เครื่องนี้",
            "let the agency remove files that OIT does not need, or get its data folder",
        ),
        lasting=True,
    )


def too_much_found() -> UnreadError:
    """Say that the result of an agency exceeds the limit."""
    return UnreadError(
        "too-large",
        Bilingual("สิ่งที่พบมีมากเกินกำหนด", "what was found exceeds the limit"),
        Bilingual(
            "สั่ง oit check กับข้อมูลของหน่วยงานนี้ และแก้สิ่งที่พบซ้ำมากที่สุดก่อน",
            "run oit check on the agency's data, and fix first what it finds most often",
        ),
        lasting=True,
    )
