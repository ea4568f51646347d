"""What a rule may ask of a lead, each as a sentence. A new kind is one more line of CONDITIONS."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from babel.languages import get_official_languages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.models import User
from leads.campaigns.models import Campaign, Channel
from leads.lead.models import Lead
from leads.people.places import locale, region_of, territories
from leads.products.models import Product
from leads.scoring.score import Scores


@dataclass(frozen=True)
class Facts:
    """A lead as conditions see it. Place and language are those of the phone's country."""

    lead: Lead
    owner: User | None = None  # of the lead's company
    scores: Scores | None = None  # None where nobody has one

    @cached_property
    def region(self):
        """The country of the phone as ISO code, "" where it has none."""
        return region_of(self.lead.person.phone)

    @cached_property
    def languages(self):
        """The official languages of that country as ISO codes."""
        return set(get_official_languages(self.region, de_facto=True)) if self.region else set()


@dataclass(frozen=True)
class Condition:
    sentence: str  # with %s, where it asks for one of several values
    values: Callable[[Facts], set]  # what the lead has of it
    labels: Callable[[list], list]  # of values, as words

    def holds(self, facts, wanted):
        found = self.values(facts)
        return bool(found & set(wanted)) if "%s" in self.sentence else bool(found)

    def told(self, wanted, named=None):
        """As a sentence; `named` is {value: words} where those are known already."""
        if "%s" not in self.sentence:
            return str(self.sentence)
        labels = self.labels(wanted) if named is None else [named[v] for v in wanted if v in named]
        return self.sentence % _(" or ").join(labels or [_("something removed since")])


@dataclass(frozen=True)
class AtLeast:
    """A condition of a number; what is not known is not enough."""

    sentence: str  # with %s for the number
    points: Callable[[Facts], int | None]

    def holds(self, facts, wanted):
        found = self.points(facts)
        return found is not None and found >= wanted[0]

    def told(self, wanted, _named=None):
        return self.sentence % wanted[0]


def _score(scale):
    return lambda facts: facts.scores and getattr(facts.scores, scale).total


def unmet(rule, facts):
    """The first condition of `rule` that `facts` does not meet, as a sentence; "" if all are."""
    for each in rule.conditions:
        condition = CONDITIONS[each["kind"]]
        if not condition.holds(facts, each["values"]):
            return condition.told(each["values"])
    return ""


def sentences(rule):
    """The conditions of `rule` as sentences; empty where it takes every lead."""
    return [CONDITIONS[each["kind"]].told(each["values"]) for each in rule.conditions]


def language_names():
    """{ISO code: name} of the languages, in the reader's language."""
    return dict(locale().languages)


def _key(name):
    return lambda facts: {getattr(facts.lead, f"{name}_id")} - {None}


def _names(model):
    def names(keys):
        found = model.objects.in_bulk(keys)
        return [str(found[key]) for key in keys if key in found]

    return names


CONDITIONS = {
    "campaign": Condition(gettext_lazy("campaign is %s"), _key("campaign"), _names(Campaign)),
    "channel": Condition(
        gettext_lazy("channel is %s"),
        lambda facts: {facts.lead.channel.key} if facts.lead.channel else set(),
        lambda keys: [str(each) for each in Channel.objects.filter(key__in=keys)],
    ),
    "product": Condition(gettext_lazy("product is %s"), _key("product"), _names(Product)),
    "region": Condition(
        gettext_lazy("phone is of %s"),
        lambda facts: {facts.region} - {""},
        lambda codes: [territories().get(code, code) for code in codes],
    ),
    "language": Condition(
        gettext_lazy("language of the phone's country is %s"),
        lambda facts: facts.languages,
        lambda codes: [language_names().get(code, code) for code in codes],
    ),
    "company_owner": Condition(
        gettext_lazy("the company has an owner"),
        lambda facts: {facts.owner and facts.owner.pk} - {None},
        lambda _values: [],
    ),
    "fit": AtLeast(gettext_lazy("fit is at least %s"), _score("fit")),
    "engagement": AtLeast(gettext_lazy("engagement is at least %s"), _score("engagement")),
}
SCORES = ("fit", "engagement")  # the conditions that look at the score
