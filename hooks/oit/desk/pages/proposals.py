"""What `oit adopt` proposes: an officer looks at a page, and says what it shows."""

from typing import Any
from urllib.parse import quote

from starlette.responses import Response

from oit.bilingual import Bilingual
from oit.checks.received.look import Refused
from oit.data.proposed import Proposed
from oit.desk.answer import go, page
from oit.desk.asked import Asked, RefusedError
from oit.desk.checked import check
from oit.desk.checked.signs import of_element
from oit.desk.desk import slugs_of
from oit.desk.documents import pictures, proposals
from oit.desk.documents.held import elements_of
from oit.desk.documents.proposals import Question, open_questions, questions_of
from oit.desk.documents.suggest import words_on
from oit.desk.saving.draft import open_draft
from oit.thai import dates

_NO_QUESTION = Bilingual(
    "ไม่มีข้อเสนอนี้แล้ว อาจมีผู้ยืนยันหรือแก้ไปแล้ว",
    "there is no such proposal; it may have been confirmed or changed",
)
_NO_PAGE = Bilingual("เอกสารนี้ไม่มีหน้านี้", "the document has no such page")

_DONE = {
    "yes": "บันทึกแล้ว",
    "no": "ข้ามแล้ว จะไม่เสนออีก",
    "back": "เสนออีกครั้งแล้ว",
    "use": "ใช้เอกสารกับข้อนี้แล้ว",
    "kept": "ไม่ใช้กับข้อนี้ ไฟล์ยังอยู่ในเว็บไซต์เพราะมีที่อื่นอ้างถึง",
    "drop": "ไม่ใช้กับข้อนี้ และนำไฟล์ออกจากเว็บไซต์แล้ว (โต๊ะทำงานเก็บสำเนาไว้)",
}
"""What was done last, by the word for it in the address."""


def ask(asked: Asked) -> Response:
    """Show one page of a document with what it may show; do what a button says."""
    if asked.method == "POST":
        return _answered(asked)
    every = questions_of(asked.desk, asked.file)
    if "file" not in asked.query:
        return _shown(asked, next(iter(every), None))
    return _shown(asked, _named(asked.query.get("file", ""), asked.query.get("page", ""), every))


def picture(asked: Asked) -> Response:
    """Return the picture of a page of a document that is proposed."""
    number, name = int(asked.path["page"]), asked.query.get("file", "")
    for question in questions_of(asked.desk, asked.file):
        if question.document.file != name:
            continue
        held = proposals.held_by(asked.desk, question)
        if not held.is_drawn or not 1 <= number <= held.pages:
            raise RefusedError(404, _NO_PAGE)
        try:
            content = pictures.picture_of(asked.desk, held, number, pictures.WIDTHS[0])
        except pictures.NoPicture as error:
            raise RefusedError(404, error.why) from None
        headers = {"Cache-Control": "private, max-age=86400"} if asked.query.get("v") else {}
        return Response(content, media_type="image/png", headers=headers)
    raise RefusedError(404, _NO_QUESTION)


def _answered(asked: Asked) -> Response:
    file = asked.file_to_change
    before = open_questions(asked.desk, asked.officer, asked.year)
    own = [question for question in before if question.file.name == file.name]
    question = _named(_posted(asked, "file"), _posted(asked, "page"), own)
    do, _, element = _posted(asked, "do").partition(":")
    if do == "back":
        return _back(asked, element)
    if question is None:
        return _shown(asked, None, problem=_NO_QUESTION.th)
    try:
        done = _do(asked, question, do, element)
    except Refused as refused:
        return _shown(asked, question, problem=refused.why.th)
    following = _after(before, open_questions(asked.desk, asked.officer, asked.year), question)
    if done == "no":
        done += f"&of={quote(question.slug)}&was={quote(question.document.file)}"
        done += f"&on={question.page}&element={quote(element)}"
    if following is None:
        return go(f"/{asked.year}/{question.slug}/proposals/?done={done}")
    return go(_address_of(asked, following, done))


def _back(asked: Asked, element: str) -> Response:
    """Propose again what the officer has just declined, and show it."""
    file, name, page = asked.file_to_change, _posted(asked, "file"), _posted(asked, "page")
    declined = Proposed("", name, is_live=True, shows={})
    was = Question(file, declined, _number(page), (element,))
    try:
        proposals.propose_again(asked.desk, asked.officer, was, element)
    except Refused as refused:
        return _shown(asked, None, problem=refused.why.th)
    question = _named(name, page, questions_of(asked.desk, file))
    if question is None:
        return _shown(asked, None, problem=_NO_QUESTION.th)
    return go(_address_of(asked, question, "back"))


def _declined(asked: Asked) -> dict[str, str]:
    """Return what the officer has just declined, as the form that takes it back; nothing else."""
    query = asked.query
    slugs = {slugs_of(file)[0] for file in asked.desk.files(asked.year)}
    if query.get("done") != "no" or query.get("of") not in slugs:
        return {}
    return {name: query.get(name, "") for name in ("of", "was", "on", "element")}


def _do(asked: Asked, question: Question, do: str, element: str) -> str:
    desk, officer = asked.desk, asked.officer
    match do:
        case "yes" if element in question.elements:
            if question.page > proposals.held_by(desk, question).pages:
                raise Refused(_NO_PAGE)
            proposals.confirm(desk, officer, question, element)
        case "no" if element in question.elements:
            proposals.decline(desk, officer, question, element)
        case "use" if not question.document.is_live:
            proposals.use(desk, officer, question)
        case "drop" if not question.document.is_live:
            return "drop" if proposals.reject(desk, officer, question) else "kept"
        case _:
            raise Refused(_NO_QUESTION)
    return do


def _after(before: list[Question], after: list[Question], question: Question) -> Question | None:
    """Return the question to show after another: the rest of it, or the next that is left."""
    keys = [known.key for known in before]
    place = keys.index(question.key)
    order = {key: index for index, key in enumerate([*keys[place:], *keys[:place]])}
    # What a document may show is asked right after the document is used.
    same = [left for left in after if left.key[:2] == question.key[:2] and left.key not in keys]
    left = sorted((left for left in after if left.key in order), key=lambda it: order[it.key])
    return next(iter([*same, *left]), None)


def _shown(asked: Asked, question: Question | None, problem: str = "") -> Response:
    desk, file = asked.desk, asked.file
    every = open_questions(desk, asked.officer, asked.year)
    own = questions_of(desk, file)
    values: dict[str, Any] = {
        "file": file,
        "question": question,
        "left": sum(known.count for known in every),
        "left_here": sum(known.count for known in own),
        "done": _DONE.get(asked.query.get("done", ""), ""),
        "problem": problem,
        "declined": _declined(asked),
        "address": f"/{asked.year}/{asked.path['slug']}/",
        "may_change": desk.may_change(asked.officer, file),
    }
    status = 400 if problem else 200
    if question is None:
        other = next((known for known in every if known.file.name != file.name), None)
        to = _address_of(asked, other) if other else ""
        return page(
            asked, "proposals_done.html", status=status, other=other, other_address=to, **values
        )
    keys = [known.key for known in every]
    following = (
        _after(every, [k for k in every if k.key != question.key], question)
        if (question.key in keys)
        else None
    )
    held = proposals.held_by(desk, question)
    results = {
        result.element.id: result
        for result in elements_of(
            check(desk, file, open_draft(desk, asked.officer, file).mine).items
        )
    }
    here = [results[id_] for id_ in question.elements if id_ in results]
    view = _number(asked.query.get("view", "")) if not question.document.is_live else question.page
    view = view if 1 <= view <= held.pages else question.page
    origin = proposals.came_from(desk, question)
    return page(
        asked,
        "proposals.html",
        status=status,
        held=held,
        view=view,
        results=here,
        words=words_on(held, [result.element for result in here], view),
        origin=origin,
        origin_day=dates.format_date(origin.day) if origin and origin.day else "",
        is_web=origin is not None and origin.address.startswith(("http://", "https://")),
        following=_address_of(asked, following) if following else "",
        version=pictures.version_of(held) if held.is_drawn else "",
        is_page=held.is_drawn and view <= held.pages,
        sign_of=of_element,
        **values,
    )


def _named(file: str, page: str, questions: list[Question]) -> Question | None:
    number = _number(page)
    return next((q for q in questions if q.key[1:] == (file, number)), None)


def _address_of(asked: Asked, question: Question, done: str = "") -> str:
    _, file, number = question.key
    query = f"?file={quote(file)}&page={number}" + (f"&done={done}" if done else "")
    # Who uses the keyboard goes on from there, behind the head of the page.
    return f"/{asked.year}/{question.slug}/proposals/{query}#ask"


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 7 else 0


def _posted(asked: Asked, name: str) -> str:
    value = asked.form.get(name, "")
    return value if isinstance(value, str) else ""


_PROPOSALS = "/{year:int}/{slug:str}/proposals/"

ADDRESSES = (
    (_PROPOSALS, ask, ("GET", "POST")),
    (f"{_PROPOSALS}pages/{{page:int}}.png", picture, ("GET",)),
)
