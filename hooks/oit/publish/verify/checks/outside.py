"""Does the site ask for nothing from elsewhere?"""

from collections.abc import Iterable, Iterator

from oit.bilingual import Bilingual
from oit.publish.verify.fault import Fault, Kind
from oit.publish.verify.visit import Visit

OUTSIDE = Kind(
    "outside-request",
    Bilingual(
        "เปิดหน้านี้แล้วเบราว์เซอร์จะเรียก {url} จากที่อื่น",
        "to show this, a browser asks for {url} from elsewhere",
    ),
    Bilingual(
        "นำไฟล์มาไว้ใน docs/ หรือตัดออก ผู้เยี่ยมชมต้องไม่ถูกผู้อื่นติดตาม และหน้าต้องใช้ได้แม้ที่อื่นปิด",
        "bring the file into docs/ or leave it out: nobody else may follow the visitors, and "
        "pages must work whoever else is down",
    ),
)


def check(visit: Visit) -> Iterator[Fault]:
    """Yield what pages and style sheets ask for that is not on the site."""
    asked: list[tuple[str, Iterable[str]]] = [
        *((address, page.fetched) for address, page in visit.pages.items()),
        *visit.styles.items(),
    ]
    for address, links in asked:
        for link in links:
            try:
                target = visit.copy.target(link, address)
            except ValueError:
                continue
            if target and target.inside is None:
                yield OUTSIDE.at(address, url=target.url)
