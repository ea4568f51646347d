"""What pages of every floor show of sales: the strip of the line, its tab, the one box."""

from django import template

from deals.activities.forms import ComposerForm
from deals.doors import sells
from deals.line.queries import line_now
from funnel.permissions import Can

register = template.Library()


@register.inclusion_tag("deals/line/_strip.html", takes_context=True)
def line_strip(context):
    """The line as it is now, for what this reader may see."""
    line = _line(context)
    if line is None:
        return {}
    seen = {"line": line, "sees_money": context["user"].has_perm(Can.SEE_DEALS)}
    return seen | {"organisation": context.get("organisation")}


@register.simple_tag(takes_context=True)
def waiting_at_the_line(context):
    """How many wait, as the strip says; 0 for who may not see them."""
    line = _line(context)
    return line["waiting"] if line else 0


def _line(context):
    """None for who may not see it. Asked once for a page: all its figures are the same."""
    user, asked = context.get("user"), context.get("request")
    if user is None or not user.has_perm(Can.SEE_HANDOFFS):
        return None
    if not hasattr(asked, "line_now"):
        line = line_now(user)
        if asked is None:
            return line
        asked.line_now = line
    return asked.line_now


@register.simple_tag(takes_context=True)
def composer_for(context, lead=None, deal=None):
    """The form of the one box, or None for a reader who does not work on this lead or deal."""
    user = context["user"]
    works = deal.worked_by(user) if deal else bool(lead) and sells(user, lead)
    return ComposerForm() if works else None
