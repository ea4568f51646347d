"""What every page shows around its content: the rail, the tabs of a phone, the organisation."""

from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from funnel.models import Organisation
from funnel.notices.bell import bell
from funnel.permissions import ROLES
from funnel.rail import CREATE, GROUPS, MINE, SECTIONS, SETTINGS, TABS, address, open_to
from funnel.sections import SECTIONS as SETTINGS_PAGES


def rail(request):
    """`rail` for components/_rail.html and its neighbours, and `organisation`; both lazy."""
    return {
        "rail": SimpleLazyObject(lambda: _rail(request)),
        "organisation": SimpleLazyObject(Organisation.current),
    }


def _rail(request):
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    pages = [url for _section, url in open_to(user, SETTINGS_PAGES)]
    items = [_item(*entry) for entry in open_to(user, [*SECTIONS, *[SETTINGS] * bool(pages)])]
    _mark_current(items, request.path, pages)
    create = [_item(*entry) for entry in open_to(user, CREATE)]
    return {
        "groups": _grouped(items),
        "settings": next((item for item in items if item["route"] == SETTINGS.route), None),
        "create": create,
        "tabs": _tabs(items + create),
        "keys": [item for item in items if item["key"]],
        "mine": [_item(*entry) for entry in open_to(user, MINE)],
        "search": next((i["url"] for i in items if i["route"] == "leads:leads"), ""),
        "appearance": address("funnel:appearance"),
        "bell": bell(user),
        "side": next((ROLES[role].side for role in user.roles), ""),
    }


def _item(section, url):
    return {
        "group": section.group,
        "route": section.route,
        "label": section.label,
        "icon": section.icon,
        "key": section.key,
        "url": url,
        "current": False,
    }


def _mark_current(items, path, settings_pages):
    here = [item for item in items if path.startswith(item["url"])]
    if not here and path.startswith(tuple(settings_pages)):
        here = [item for item in items if item["route"] == SETTINGS.route]
    if here:
        max(here, key=lambda item: len(item["url"]))["current"] = True


def _grouped(items):
    groups = (
        {"key": key, "label": label, "items": [i for i in items if i["group"] == key]}
        for key, label in GROUPS.items()
        if key
    )
    return [group for group in groups if group["items"]]


def _tabs(items):
    found = {item["route"]: item for item in items}
    capture = found.get("leads:lead_quick")
    if capture:
        found["leads:lead_quick"] = {**capture, "icon": "plus", "label": _("Capture a lead")}
    held = ([found[route] for route in routes if route in found] for routes in TABS)
    return [items[0] for items in held if items]
