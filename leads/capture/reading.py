"""What a program sends, read as fields: JSON or a form, and nothing that it says is trusted."""

import json
from dataclasses import dataclass, field

from django.http import QueryDict

LARGEST = 64 * 1024  # bytes of what a stranger or a program may send at once
MOST_FIELDS, LONGEST_NAME = 60, 60
JSON, FORM = "application/json", "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Read:
    """`payload`: {name: text}. `problem`: why there is none, in words; then `text` is what came."""

    payload: dict = field(default_factory=dict)
    text: str = ""
    problem: str = ""


def too_large(request):
    return int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST


def read(body, content_type):
    """A Read of these bytes. What is nested in a field becomes the JSON text of it."""
    text = body.decode("utf-8", "replace")
    if content_type == FORM:
        fields = QueryDict(text).dict()
    else:
        try:
            fields = json.loads(text)
        except (ValueError, RecursionError):
            return Read(text=text, problem="The body is not JSON.")
    if not isinstance(fields, dict):
        return Read(text=text, problem="The JSON has to be one object of fields.")
    if len(fields) > MOST_FIELDS:
        return Read(text=text, problem=f"There are more than {MOST_FIELDS} fields.")
    return Read({str(name)[:LONGEST_NAME]: _text(value) for name, value in fields.items()})


def _text(value):
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
