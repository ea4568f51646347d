"""What every list shares: pages of fifty, and pills that choose a view of it by its address."""

from django.core.paginator import Paginator

PER_PAGE = 50


def paged(request, rows):
    """The page of `rows` that the query string asks for; the nearest one if there is none such."""
    return Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))


def chosen(request, views, default, *, name="view"):
    """The key of `views` (key to label) that `name` in the query string says, else `default`."""
    key = request.GET.get(name, default)
    return key if key in views else default


def pills(request, views, current, counts=None, *, name="view"):
    """For components/_pills.html: one pill per view; the other filters stay as they are."""
    return [
        {
            "label": label,
            "url": _with(request, name, key),
            "current": key == current,
            "count": (counts or {}).get(key),
        }
        for key, label in views.items()
    ]


def _with(request, name, key):
    query = request.GET.copy()
    query[name] = key
    query.pop("page", None)
    return f"?{query.urlencode()}"
