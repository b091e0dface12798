"""What a page tells search engines, as a block of data that browsers do not run."""

import json

from markupsafe import Markup

from oit.views.datasets.exact import embeddable


def json_ld(data: object) -> Markup:
    """Encode JSON-LD so that no value can end the script element around it."""
    text = json.dumps(data, ensure_ascii=False, default=str)
    return Markup(embeddable(text))  # noqa: S704 - escaped for a script element
