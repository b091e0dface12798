"""The shape of what a site of ours publishes of itself: anything else is refused.

A site is a stranger's: only known fields are kept, each of its type and under limits, and the sums
are computed again from the items.
"""

import json
from collections import Counter
from typing import Annotated, Any, Literal, NoReturn, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from oit.assess.assessment import ElementStatus, ItemStatus
from oit.bilingual import Bilingual
from oit.characters import FORBIDDEN
from oit.thai.identity_search import mask_values
from oit.views.pages import manifest
from oit.views.report.json import VERSION

_DEEPEST = 12
_LONGEST = 5_000
_MOST = 5_000
Shape = TypeVar("Shape", bound=BaseModel)


class NotAStatusError(Exception):
    """A file is not what our program publishes, and why."""

    def __init__(self, th: str, en: str) -> None:
        super().__init__(en)
        self.reason = Bilingual(th, en)


def _clean(text: str) -> str:
    if FORBIDDEN.search(text):
        raise ValueError("control characters")
    return text


Text = Annotated[str, Field(max_length=_LONGEST), AfterValidator(_clean)]
Id = Annotated[str, Field(pattern=r"^[\w.:-]{1,80}$"), AfterValidator(_clean)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore")


class _Amount(_Part):
    have: Count
    needed: Count
    unit: Text
    lacking: Annotated[list[Text], Field(max_length=_MOST)] = []


class _Element(_Part):
    id: Id
    text: Text
    status: Literal[*(str(status) for status in ElementStatus)]  # type: ignore[valid-type]
    basis: Text | None = None
    amount: _Amount | None = None
    lacking: Text = ""


class _Item(_Part):
    id: Id
    title: Text
    indicator: Text
    owner: Text = ""
    status: Literal[*(str(status) for status in ItemStatus)]  # type: ignore[valid-type]
    url: Annotated[Text, Field(pattern=r"^[a-z0-9/._-]*$")]
    elements: Annotated[list[_Element], Field(max_length=_MOST)]


class _Finding(_Part):
    code: Id
    severity: Literal["gap"]
    item: Text = ""
    element: Text = ""
    message: Text


class _Agency(_Part):
    name: Text
    kind: Text | None = None
    id: Text | None = None
    province: Text | None = None
    district: Text | None = None


class _Generator(_Part):
    name: Text
    version: Text


class _Status(_Part):
    oit: int
    generator: _Generator | None = None
    agency: _Agency
    year: Annotated[int, Field(ge=2400, le=2699)]
    checklist: Text
    checklist_provisional: bool = False
    today: Annotated[Text, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    items: Annotated[list[_Item], Field(min_length=1, max_length=_MOST)]
    findings: Annotated[list[_Finding], Field(max_length=_MOST)]


class _Page(_Part):
    url: Text
    sha256: Annotated[str | None, Field(pattern=r"^[0-9a-f]{64}$")] = None


class _Manifest(_Part):
    oit: int
    pages: Annotated[list[_Page], Field(max_length=200_000)]


def status_of(raw: bytes, year: int) -> dict[str, Any]:
    """Return the status in a file, as ``oit check --format json`` has it.

    Raises:
        NotAStatusError: it is no status of that year.
    """
    data = _object_in(raw)
    _check_version(data, VERSION)
    status = _shaped(_Status, data)
    if status.year != year:
        raise NotAStatusError(f"เป็นของปี {status.year}", f"it is of the year {status.year}")
    ids = Counter(item.id for item in status.items)
    if len(ids) < len(status.items):
        raise NotAStatusError("มีข้อซ้ำ", "an item occurs twice")
    plain = status.model_dump(mode="json")
    items, findings = plain.pop("items"), plain.pop("findings")
    whole = {**plain, "summary": _summary(items), "items": items, "findings": findings}
    masked: dict[str, Any] = mask_values(whole)
    return masked


def manifest_of(raw: bytes) -> dict[str, str | None]:
    """Return the pages in a manifest by their addresses, each with the digest of its data.

    Raises:
        NotAStatusError: it is no manifest.
    """
    data = _object_in(raw)
    _check_version(data, manifest.VERSION)
    return {page.url: page.sha256 for page in _shaped(_Manifest, data).pages}


def _summary(items: list[dict[str, Any]]) -> dict[str, Any]:
    counts = Counter(item["status"] for item in items)
    elements = Counter(element["status"] for item in items for element in item["elements"])
    return {
        "items": len(items),
        **{str(status): counts[status] for status in ItemStatus},
        "elements": {str(status): elements[status] for status in ElementStatus},
    }


def _object_in(raw: bytes) -> dict[str, Any]:
    try:
        data = json.loads(raw.decode(), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise NotAStatusError("ไม่ใช่ JSON", "it is not JSON") from None
    if not isinstance(data, dict):
        raise NotAStatusError("ไม่ใช่ JSON ของโปรแกรมนี้", "it is not JSON of this program")
    if _is_deep(data):
        raise NotAStatusError("ซ้อนกันลึกเกินไป", "it is nested too deeply")
    return data


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def _is_deep(data: object) -> bool:
    level = [data]
    for _ in range(_DEEPEST):
        inner: list[object] = []
        for value in level:
            if isinstance(value, dict):
                inner += value.values()
            elif isinstance(value, list):
                inner += value
        level = inner
    return bool(level)


def _check_version(data: dict[str, Any], expected: int) -> None:
    version = data.get("oit")
    if version != expected or isinstance(version, bool):
        raise NotAStatusError(
            f"ต้องเป็นรูปแบบรุ่น {expected} ให้หน่วยงานปรับโปรแกรมเป็นรุ่นเดียวกัน",
            f"the format must be version {expected}; the agency and this machine need the same"
            " version of the program",
        )


def _shaped(shape: type[Shape], data: dict[str, Any]) -> Shape:
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        where = ".".join(map(str, error.errors(include_url=False)[0]["loc"]))[:80]
        raise NotAStatusError(f"ช่อง {where}", f"the field {where}") from None
