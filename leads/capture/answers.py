"""What a form asked beside who somebody is: told with the lead, and what they agreed to."""

from leads.forms.actions.consents import give
from leads.forms.actions.drafting import draft_of
from leads.forms.content import Content
from leads.forms.queries import content_of

LONGEST = 4000
OWN = {"name", "email", "phone", "company", "words", "heard_from"}


def in_words(row):
    """What the lead says: the first long text, then each other answer beside what was asked."""
    words = row.said.get("words", "")
    answers = "\n".join(f"{label}: {value}" for label, value in answered(row))
    return "\n\n".join(filter(None, [words, answers]))[:LONGEST]


def answered(row):
    """[(what was asked, answer)] of a form's own questions, as far as they were answered."""
    return [
        (each.label or each.key, row.said[each.key])
        for each in _asked(row)
        if each.key not in OWN and each.kind != "consent" and row.said.get(each.key)
    ]


def agree(row, person, lead):
    """Write down what whoever sent it agreed to, by the words that stood there."""
    give(
        _asked(row),
        said=row.payload,
        person=person,
        lead=lead,
        form=row.form,
        submission=row,
        language=row.language,
        confirmed_at=row.confirmed_at,
        at=row.received_at,
    )


def _asked(row):
    """The fields that were asked; none of what a program sent. A test may be of a draft."""
    if row.form is None:
        return []
    if row.version is None:
        return Content(draft_of(row.form)[0], row.language).fields if row.test else []
    _number, content = content_of(row.form, row.version, row.language)
    return content.fields
