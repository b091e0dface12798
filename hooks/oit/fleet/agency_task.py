"""One agency: from its source to its record, in whichever process, on whichever machine."""

import os
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack, closing
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from oit import kept
from oit.assess.assessment import Assessment, errors_in
from oit.assess.examine import examine
from oit.bilingual import Bilingual
from oit.data.record import Record as FoundRecord
from oit.fleet import record
from oit.fleet.engine import Failure
from oit.fleet.folder import own_work
from oit.fleet.isolated import program
from oit.fleet.list import ListedAgency
from oit.fleet.record import Record
from oit.fleet.sources import folder as folders
from oit.fleet.sources import published, repository
from oit.fleet.sources.address import Kind, Source
from oit.fleet.sources.turns import turn
from oit.fleet.unread import UnreadError
from oit.publish.hosts import host_of, is_sample
from oit.views.report.json import as_data

Order = dict[str, Any]
"""What a run asks for, as plain JSON; see ``order_for``."""

_TURNS = "turns"
_REPORT = Bilingual(
    "ลองสั่ง oit check กับข้อมูลของหน่วยงานนี้ แล้วแจ้งผู้พัฒนาพร้อมข้อความที่ได้",
    "run oit check on the agency's data, and report what it says to the developers",
)


def order_for(  # noqa: PLR0913 - by keyword
    agency: ListedAgency,
    source: Source,
    known: Record | None,
    *,
    work: Path,
    day: date,
    year: int | None = None,
    again: bool = False,
) -> Order:
    """Return the order to examine an agency.

    Args:
        agency: the agency.
        source: where its data is.
        known: its record so far.
        work: the folder for what is fetched, and for caches.
        day: the day of the check.
        year: the fiscal year, by default the newest of the agency.
        again: whether to examine it even if nothing changed.
    """
    return {
        "id": agency.id,
        "source": agency.source,
        "kind": str(source.kind),
        "where": source.where,
        "host": source.host,
        "work": str(work.absolute()),
        "day": day.isoformat(),
        "year": year,
        "program": program(),
        "known": known,
        "again": again,
    }


def examine_agency(order: Order) -> Record | None:
    """Return the record of an agency; ``None`` if the known one is still right.

    What an agency does is its failure, not an exception; only a lack of memory is raised.
    """
    key = record.key_of("", order)
    try:
        if program() != order["program"]:
            raise _other_program()
        with ExitStack() as stack:
            return _examined(order, key, _places(order, stack))
    except UnreadError as error:
        why = error
    except OSError as error:
        why = _of_system(error)
    except MemoryError:
        # The process that has the limit reports it.
        raise
    except Exception as error:  # noqa: BLE001 - whatever an agency's data does to the program
        why = _crash(error)
    # Without the fingerprint of its data, an agency is tried again in the next run.
    of = key if why.lasting else record.key_of("", order)
    return record.failed(order["id"], of, why, order["known"])


def unread(order: Order, failure: Failure) -> Record:
    """Return the record of an agency whose task did not end."""
    why = UnreadError(str(failure.kind), failure.why, failure.mend)
    return record.failed(order["id"], record.key_of("", order), why, order["known"])


class _Places(NamedTuple):
    own: Path
    """What is fetched of an agency."""
    turns: Path
    """The locks of the hosts that are asked."""


def _places(order: Order, stack: ExitStack) -> _Places:
    """Return the folders to use; a machine without the fleet's folder has others."""
    work = Path(order["work"])
    if work.is_dir():
        return _Places(own_work(work, order["id"]), work / _TURNS)
    own = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="oit-fleet-")))
    return _Places(own, kept.own_folder().parent / _TURNS)


def _examined(order: Order, key: dict[str, Any], places: _Places) -> Record | None:
    kind, where, own = Kind(order["kind"]), order["where"], places.own
    if kind is Kind.SITE:
        with closing(published.client()) as client, turn(places.turns, order["host"]):
            said = published.reported(where, order["year"], client.ask, own)
        key["source"] = f"site:{said.fingerprint}"
        if _is_current(order, key):
            return None
        return record.examined(order["id"], key, "reported", said.status, order["known"])
    if kind is Kind.REPOSITORY:
        with turn(places.turns, order["host"]):
            commit = repository.head(where)
            key["source"] = f"git:{commit}"
            if _is_current(order, key):
                return None
            found = repository.fetched(where, commit, own)
        where, key["source"] = str(found.tree), f"git:{found.commit}"
    folder = folders.data_folder(where, order["source"], own / "cache")
    if kind is Kind.FOLDER:
        key["source"] = f"folder:{folders.fingerprint(folder)}"
        if _is_current(order, key):
            return None
    assessment = examine(folder, date.fromisoformat(order["day"]), order["year"])
    if not assessment.items:
        raise _unusable(assessment)
    site = _site_of(assessment)
    how = "verified" if site and _is_published(site, assessment, places) else "examined"
    status = as_data(assessment)
    return record.examined(order["id"], key, how, status, order["known"], site=site)


def _is_current(order: Order, key: Mapping[str, Any]) -> bool:
    return not order["again"] and record.is_current(order["known"], key)


def _unusable(assessment: Assessment) -> UnreadError:
    for finding in errors_in([assessment]):
        th, en = finding.words
        reason = Bilingual(f"{finding.place}: {th}", f"{finding.place}: {en}")
        return UnreadError(finding.code.id, reason, finding.advice, lasting=True)
    return UnreadError(
        "no-items",
        Bilingual("ปีนี้ไม่มีข้อที่ต้องเปิดเผย", "the year has no items to disclose"),
        Bilingual("ตรวจแบบวัดของหน่วยงาน (checklist)", "check the agency's checklist"),
        lasting=True,
    )


def _site_of(assessment: Assessment) -> str | None:
    """Return the address that an agency's data gives its site, unless it is an example's."""
    address = assessment.agency.site_url
    return address if address and not is_sample(address) else None


def _is_published(address: str, assessment: Assessment, places: _Places) -> bool:
    """Tell whether the agency's site says that it is made of the very files that were examined.

    A site names the digest of the data of each page. Only if all are equal is what citizens see
    known to be what was examined; whatever else a site says of itself is a report.
    """
    with closing(published.client()) as client, turn(places.turns, host_of(address)):
        sources = published.sources_of(address, client.ask, places.own)
    return sources is not None and all(
        result.url in sources and sources[result.url] == _digest(result.record)
        for result in assessment.items
    )


def _digest(found: FoundRecord | None) -> str | None:
    return sha256(found.document.text.encode()).hexdigest() if found else None


def _other_program() -> UnreadError:
    return UnreadError(
        "other-program",
        Bilingual("เครื่องที่ตรวจมีโปรแกรมคนละรุ่น", "the worker has another version of the program"),
        Bilingual(
            "ติดตั้งโปรแกรมรุ่นเดียวกันในทุกเครื่อง แล้วเริ่มเครื่องทำงานใหม่",
            "install the same version on all machines, and restart the workers",
        ),
    )


def _of_system(error: OSError) -> UnreadError:
    # Records are published: the folders of this machine are nobody's business.
    name = Path(os.fsdecode(error.filename)).name if isinstance(error.filename, str | bytes) else ""
    reason = error.strerror or str(error)
    return UnreadError(
        "unreadable",
        Bilingual(f"อ่าน {name} ไม่ได้ ({reason})", f"{name} cannot be read ({reason})"),
        Bilingual(
            "ตรวจสิทธิ์อ่าน พื้นที่ดิสก์ และว่าเครื่องนี้เปิดที่นั้นได้",
            "check permissions, disk space, and that this machine can open it",
        ),
    )


def _crash(error: Exception) -> UnreadError:
    kind = type(error).__name__
    return UnreadError(
        "crash",
        Bilingual(f"โปรแกรมตรวจหน่วยงานนี้ไม่จบ ({kind})", f"the check of it failed ({kind})"),
        _REPORT,
    )
