"""How figures, money and times are printed. Formatting happens here only.

Numbers and dates follow the reader's language; times are shown in the reader's zone.
"""

from datetime import date, datetime, timedelta
from decimal import Decimal

from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal, get_currency_symbol
from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.timezone import localtime, now
from django.utils.translation import get_language, ngettext, to_locale
from django.utils.translation import gettext as _

from funnel.icons import ICONS

register = template.Library()

NOTHING = "—"
THIN = "\u202f"  # a narrow space that does not break
FEW = 30  # below this many, "6 of 29" says more than a rate


def locale():
    return Locale.parse(to_locale(get_language() or "en"))


@register.simple_tag
def icon(name, label="", extra=""):
    """An icon by its name in funnel/icons.py; `label` where no word beside it says the same."""
    said = (
        format_html('role="img" aria-label="{}"', label)
        if label
        else mark_safe('aria-hidden="true"')
    )
    return format_html(
        '<svg class="icon {}" viewBox="0 0 20 20" {}>{}</svg>', extra, said, mark_safe(ICONS[name])
    )


@register.filter
def number(value):
    """A count or Decimal in the reader's language: 48,210."""
    return NOTHING if value is None else format_decimal(value, locale=locale())


@register.filter
def percent(ratio):
    """The rate of a Ratio: "17 %", "4.4 %" below ten, "—" without a denominator."""
    return NOTHING if ratio is None or ratio.rate is None else f"{_points(ratio.rate)}{THIN}%"


@register.filter
def interval(ratio):
    """The 95 % limits of a Ratio in points: "16–19"."""
    if ratio is None or ratio.low is None:
        return ""
    fine = ratio.high < 0.1
    return f"{_points(ratio.low, fine)}–{_points(ratio.high, fine)}"


@register.filter
def few(ratio):
    """True where the whole of a Ratio is too small for its rate to be printed alone."""
    return 0 < ratio.whole < FEW


def _points(rate, fine=None):
    fine = 0 < rate < 0.1 if fine is None else fine
    return format_decimal(rate * 100, format="0.0" if fine else "0", locale=locale())


@register.filter
def money(amount, currency):
    """A Decimal to its currency's digits: "€26,711.40"; "—" where it is unknown."""
    return _money(amount, currency, "#,##0.00", currency_digits=True)


@register.filter
def money_whole(amount, currency):
    """For lists: whole units, "€26,711"."""
    return _money(amount, currency, "#,##0")


@register.filter
def money_short(amount, currency):
    """For charts and totals: "€9,640", "€412 k", "€1.48 M"."""
    if amount is None or abs(amount) < 10_000:
        return money_whole(amount, currency)
    if abs(amount) < 999_500:
        return _money(amount / 1000, currency, f"#,##0{THIN}k")
    return _money(amount / 10**6, currency, f"#,##0.##{THIN}M")


def _money(amount, currency, figure, *, currency_digits=False):
    if amount is None:
        return NOTHING
    pattern = locale().currency_formats["standard"].pattern.replace("#,##0.00", figure)
    if get_currency_symbol(currency, locale=locale())[-1].isalpha():
        pattern = pattern.replace("¤#", "¤\xa0#")
    return format_currency(
        Decimal(amount), currency, pattern, locale(), currency_digits=currency_digits
    )


@register.filter
def duration(span):
    """A timedelta or seconds: "under 1 min", "23 min", "2 h 10", "3.5 d", "12 d"."""
    if span is None:
        return NOTHING
    seconds = span.total_seconds() if isinstance(span, timedelta) else float(span)
    minutes = round(seconds / 60)
    if minutes < 1:
        return _("under 1 min")
    if minutes < 60:
        return _("%s min") % minutes
    if minutes < 24 * 60:
        return _("%(hours)s h %(minutes)02d") % {"hours": minutes // 60, "minutes": minutes % 60}
    return days(seconds / 86400)


@register.filter
def days(count):
    """A number of days: "0.6 d", "12 d"."""
    if count is None:
        return NOTHING
    pattern = "#,##0.#" if count < 10 else "#,##0"
    return _("%s d") % format_decimal(count, format=pattern, locale=locale())


@register.filter
def when(at):
    """An aware datetime as <time>: "12 min ago", "today 10:31", "Thu 19 Nov"; exact on hover."""
    if at is None:
        return NOTHING
    here = localtime(at)
    exact = (
        f"{format_date(here, _('EEEE d MMMM y'), locale=locale())}, {clock(here)} {here.tzname()}"
    )
    return format_html(
        '<time datetime="{}" title="{}">{}</time>', here.isoformat(), exact, _near(here)
    )


@register.filter
def clock(at):
    """The time of day of an aware datetime: "10:31"."""
    return format_time(localtime(at), _("HH:mm"), locale=locale())


@register.filter
def day(value):
    """A date or aware datetime: "today", "yesterday", "Thu 19 Nov", "19 Nov 2025"."""
    if value is None:
        return NOTHING
    on = localtime(value).date() if isinstance(value, datetime) else value
    today = localtime().date()
    near = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}.get((on - today).days)
    return near or _date(on, today)


def _date(on: date, today: date):
    pattern = _("EEE d MMM") if on.year == today.year else _("d MMM y")
    return format_date(on, pattern, locale=locale())


def _near(here):
    ago = (now() - here).total_seconds()
    minutes = round(abs(ago) / 60)
    if minutes < 1:
        return _("just now")
    if minutes < 60 and ago > 0:
        return ngettext("%s min ago", "%s min ago", minutes) % minutes
    if minutes < 60:
        return ngettext("in %s min", "in %s min", minutes) % minutes
    if abs((here.date() - localtime().date()).days) <= 1:
        return f"{day(here)} {clock(here)}"
    return day(here)


@register.filter
def initials(name):
    """Two letters for a name: "BA" for Ben Aalto."""
    parts = str(name).split()
    return "".join(part[0] for part in (parts[:1] + parts[1:][-1:])).upper()


@register.filter
def share(part, whole):
    """How much `part` is of `whole`, 0 to 100, as an attribute of an SVG takes it."""
    return f"{min(100.0, 100 * float(part or 0) / float(whole)):.2f}" if whole else "0"
