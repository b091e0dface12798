"""Why a file cannot be read or written, in words."""

from errno import EACCES, EDQUOT, ENOSPC, EPERM, EROFS

from oit.bilingual import Bilingual

_WORDS = {
    ENOSPC: Bilingual("ดิสก์เต็ม จึงเขียนไม่ได้", "the disk is full"),
    EROFS: Bilingual("ดิสก์นี้อ่านได้อย่างเดียว จึงเขียนไม่ได้", "the disk is read-only"),
    EACCES: Bilingual("โปรแกรมไม่มีสิทธิ์อ่านหรือเขียนไฟล์", "the program has no permission"),
}
_SAME = {EDQUOT: ENOSPC, EPERM: EACCES}
_OTHER = Bilingual("อ่านหรือเขียนไฟล์ไม่ได้", "a file cannot be read or written")


def why_of(error: OSError) -> Bilingual:
    """Return why something with a file failed."""
    number = error.errno or 0
    return _WORDS.get(_SAME.get(number, number), _OTHER)


def is_full(error: OSError) -> bool:
    """Tell whether there is no room left."""
    return error.errno in {ENOSPC, EDQUOT}
