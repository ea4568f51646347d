"""What changed between two contents of a form, as lines to read before it is published."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from leads.forms.kinds import KINDS
from leads.forms.phrases import LANGUAGES


@dataclass(frozen=True)
class Line:
    what: str
    was: str = ""
    became: str = ""


def difference(before, after):
    """The Lines from `before` (None: nothing was published) to `after`."""
    if before is None:
        return [Line(_("Field added"), became=name) for name in names_of(after).values()]
    lines = _languages(before, after)
    for name, label in _texts().items():
        lines += _texts_of(before.get(name) or {}, after.get(name) or {}, label)
    if before.get("thanks_url", "") != after.get("thanks_url", ""):
        was, became = before.get("thanks_url", ""), after.get("thanks_url", "")
        lines.append(Line(_("Address afterwards"), was, became))
    return lines + _fields(before, after)


def names_of(content):
    """{key: how the field is named to us}, in the order of the form."""
    first = content["languages"][0]
    return {each["key"]: called(each, first) for each in content["fields"]}


def called(each, language):
    """How a field is named to us: its consent, its label, best in `language`, else its kind."""
    words = (each.get("wording") or {}).get("name") or in_one(each["label"], language)
    return words or str(KINDS[each["kind"]].label)


def in_one(texts, language):
    """What is said in `language`, else in any other."""
    return texts.get(language) or next(filter(None, texts.values()), "")


def _texts():
    return {
        "title": _("Title"),
        "intro": _("What they read first"),
        "thanks": _("What they read afterwards"),
        "send": _("Button"),
    }


def _languages(before, after):
    was, became = ([LANGUAGES.get(x, x) for x in each["languages"]] for each in (before, after))
    same = was == became
    return [] if same else [Line(_("Languages"), ", ".join(was), ", ".join(became))]


def _texts_of(was, became, label):
    return [
        Line(f"{label} ({language})", was.get(language, ""), became.get(language, ""))
        for language in sorted(was.keys() | became.keys())
        if was.get(language, "") != became.get(language, "")
    ]


def _fields(before, after):
    was, now = ({each["key"]: each for each in content["fields"]} for content in (before, after))
    gone, names = names_of(before), names_of(after)
    lines = [Line(_("Field removed"), gone[key], "") for key in was if key not in now]
    lines += [Line(_("Field added"), "", names[key]) for key in now if key not in was]
    kept = [key for key in was if key in now]
    for key in kept:
        lines += _field(names[key], was[key], now[key])
    order = [key for key in now if key in was]
    if order != kept:
        lines.append(Line(_("Order"), *(", ".join(names[key] for key in x) for x in (kept, order))))
    return lines


def _field(name, was, now):
    lines = []
    for part, label in (("label", _("label")), ("help", _("help"))):
        lines += _texts_of(was.get(part) or {}, now.get(part) or {}, f"{name}: {label}")
    for part, label in _parts().items():
        one, other = _told(was.get(part)), _told(now.get(part))
        if one != other:
            lines.append(Line(f"{name}: {label}", one, other))
    return lines


def _parts():
    return {
        "required": _("required"),
        "purpose": _("purpose"),
        "options": _("answers"),
        "value": _("value"),
        "when": _("shown when"),
        "wording": _("consent"),
    }


def _told(value):
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join("/".join(option["label"].values()) for option in value)
    if isinstance(value, dict):
        if "name" in value:
            return f"{value['name']} {value['number']}"
        return f"{value['field']} = {value['is']}" if value else ""
    return str(value or "")
