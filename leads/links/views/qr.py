from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import slugify

from funnel.http import may
from funnel.permissions import Can
from leads.links import qr
from leads.links.views.links import found, listed

TYPES = {"svg": "image/svg+xml", "png": "image/png"}


@may(Can.SEE_CAMPAIGNS)
def sheet(request):
    """The pictures of the links that a page of the list shows, to be printed and cut apart."""
    context = listed(request)
    context["links"] = [(link, qr.drawn_inline(link.address)) for link in context["page"]]
    return render(request, "leads/link_sheet.html", context)


@may(Can.SEE_CAMPAIGNS)
def show(request, pk, kind):
    """The picture as a file; ?size= says how wide a PNG is, in pixels."""
    link = found(request, pk)
    picture = qr.svg(link.address) if kind == "svg" else qr.png(link.address, _size(request))
    answer = HttpResponse(picture, content_type=TYPES[kind])
    name = f"{slugify(link.name)[:60] or 'link'}-{link.code}.{kind}"
    how = "inline" if "look" in request.GET else "attachment"
    answer["Content-Disposition"] = f'{how}; filename="{name}"'
    return answer


def _size(request):
    """What was asked for, kept within what a printer needs."""
    asked = request.GET.get("size", "")
    wanted = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else qr.USUAL
    return min(max(wanted, qr.LEAST), qr.MOST)
