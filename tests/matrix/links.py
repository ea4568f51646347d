"""A link that leads on, one that is paused, and what nobody has named yet."""

from leads.links.actions.links import pause
from leads.links.actions.naming import ignore
from leads.models import UtmValue
from leads.touches.actions import touch
from tests.links import a_link


def links(mara, campaign):
    link, stopped = a_link(mara, campaign=campaign), pause(a_link(mara, campaign=campaign))
    touch("visit", campaign=campaign, utm_campaign="nobodys", resolution="none")
    return {
        "link": link,
        "followed": ([link.code], ""),
        "unfollowed": ([stopped.code], ""),
        "link_svg": ([link.pk, "svg"], ""),
        "link_png": ([link.pk, "png"], ""),
        "words": ([], "?value=nobodys"),
        "alias": ignore(("theirs", "", ""), by=mara),
        "utm": UtmValue.objects.get(value="bing"),
    }
