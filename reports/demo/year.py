"""The whole year, told week by week."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from funnel.models import Organisation, Reason
from funnel.sets import count_anew
from leads.scoring.keeping import keep_scores
from reports.demo import brought, builder, cast, forms, goods, money, programs, responses, twice
from reports.demo.agreements import agree
from reports.demo.campaigns import start
from reports.demo.closed import close
from reports.demo.desk import Desk
from reports.demo.ground import clear_ground
from reports.demo.leaks import Leaks
from reports.demo.links import lay, stray
from reports.demo.offices import open_offices
from reports.demo.piece import in_one_piece
from reports.demo.plans import evening
from reports.demo.prospects import prospects
from reports.demo.routing import set_rules
from reports.demo.scoring import set_score
from reports.demo.sourced import source
from reports.demo.stories import Stories
from reports.demo.visits import visit
from reports.demo.world import World

LEADS = 2440  # first interests; those who come again make it about 2,500
WEEK = timedelta(weeks=1)


@in_one_piece()
def load(*, until=None, force=False, seed=1, leads=LEADS):
    """Write twelve months with the real verbs, as a sample, or nothing. Returns the World.

    The same seed and last day make the same year. Refusals: see clear_ground.
    """
    world = found(clear_ground(until=until, force=force), seed, leads)
    world = replace(world, campaigns=start(world))
    money.run(world)
    agree(world)
    set_rules(world)
    set_score()
    published, people = forms.publish(world), prospects(world)
    visit(world, people, published)
    laid = lay(world)
    stray(world)
    stories = Stories(world.calendar)
    desk = Desk(world, stories, people, published, laid)
    source(world, stories, len(people))
    for ends in weeks(world.calendar):
        desk.work(ends)
        stories.run(ends)
    forms.receive_the_odd(world, published)
    programs.send(world)
    builder.build(world)
    stories.plan_the_rest()
    close(world)
    responses.run(world, evening(world))
    twice.run(world)
    brought.run(world)
    count_anew()
    keep_scores(world.calendar.over)
    return world


def found(calendar, seed, leads):
    """The organisation with its people and its price books."""
    organisation = Organisation.current()
    products, prices = goods.stock(organisation, calendar)
    people = cast.hire()
    open_offices(people, calendar)
    return World(
        seed=seed,
        leads=leads,
        calendar=calendar,
        organisation=organisation,
        leaks=Leaks.before(calendar.last),
        cast=people,
        reasons={(each.kind, each.key): each for each in Reason.objects.all()},
        products=products,
        prices=prices,
    )


def weeks(calendar):
    """The end of each week of the demo; the last one ends when the demo does."""
    ends = datetime.combine(calendar.first, time()) + WEEK
    while ends < calendar.ends:
        yield ends
        ends += WEEK
    yield calendar.ends
