"""The review for other programs. It is for the staff, as is its source."""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from oit.assess.assessment import Assessment
from oit.assess.review import Verdict, verdicts_of, without_score
from oit.bilingual import Language
from oit.thai.identity_search import mask_values
from oit.views.report.json import heading
from oit.views.review.draft import Draft


def review_json(assessment: Assessment, drafts: Sequence[Draft], language: Language) -> str:
    """Render the verdicts with their reasons and answers as JSON."""
    review = assessment.review.form if assessment.review else None
    by_item = {draft.verdict.result.item.id: draft for draft in drafts}
    verdicts = verdicts_of(assessment)
    data: dict[str, Any] = mask_values(
        {
            **heading(assessment),
            "checklist": assessment.checklist.checklist,
            "checklist_provisional": bool(assessment.checklist.provisional),
            "today": assessment.today.isoformat(),
            "round": {
                name: day.isoformat() if (day := getattr(review, name, None)) else None
                for name in ("opens", "closes")
            },
            "items": [_item(v, by_item.get(v.result.item.id), language) for v in verdicts],
            "without_score": without_score(assessment),
        }
    )
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _item(verdict: Verdict, draft: Draft | None, language: Language) -> dict[str, Any]:
    result, entry = verdict.result, verdict.entry
    return {
        "id": result.item.id,
        "title": result.item.title,
        "owner": result.owner,
        "status": str(result.status),
        "score": _number(entry.score),
        "final": _number(entry.final),
        "full": _number(verdict.full),
        "remark": entry.remark,
        "differs": str(verdict.side) if verdict.side else None,
        "reasons": [
            {"reason": str(reason.why), "text": reason.text.text(language)}
            for reason in verdict.reasons
        ],
        "answer": _answer(draft) if draft else None,
    }


def _answer(draft: Draft) -> dict[str, Any]:
    return {
        "statement": draft.statement,
        "addresses": list(draft.addresses),
        "elements": [spot._asdict() for spot in draft.spots],
        "since": list(draft.since),
        "missing": [element.element.text for element in draft.lacking],
    }


def _number(score: Decimal | None) -> float | None:
    return None if score is None else float(score)
