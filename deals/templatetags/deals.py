"""What pages of every floor show of sales: the strip of the line, the one box."""

from django import template

from deals.activities.forms import ComposerForm
from deals.doors import sells
from deals.line.queries import line_now
from funnel.permissions import Can

register = template.Library()


@register.inclusion_tag("deals/line/_strip.html", takes_context=True)
def line_strip(context):
    """The line as it is now, for what this reader may see."""
    user = context.get("user")
    if user is None or not user.has_perm(Can.SEE_HANDOFFS):
        return {}
    seen = {"line": line_now(user), "sees_money": user.has_perm(Can.SEE_DEALS)}
    return seen | {"organisation": context.get("organisation")}


@register.simple_tag(takes_context=True)
def composer_for(context, lead=None, deal=None):
    """The form of the one box, or None for a reader who does not work on this lead or deal."""
    user = context["user"]
    works = deal.worked_by(user) if deal else bool(lead) and sells(user, lead)
    return ComposerForm() if works else None
