import pytest

from deals.answers.actions import accept, send_back
from funnel.models import Team, User
from leads.handoff.actions import offer
from leads.models import Handoff
from reports.conversion import conversion
from tests.reports.reading import MAY, counts, may
from tests.story import a_campaign, a_channel, a_lead, a_reason, an_accepted, an_mql, an_offer


def groups(by, **asked):
    """{key: {rung: count}}, in the order of the report."""
    return {group.key: counts(group.rungs) for group in conversion(MAY, by=by, **asked).groups}


def test_by_channel_the_largest_first(mara):
    a_lead(mara, at=may(1), channel=a_channel("fair"))
    for day in (1, 2):
        a_lead(mara, at=may(day), channel=a_channel("web"))
    a_channel("radio")
    a_lead(mara, at=may(3))
    found = conversion(MAY, by="channel")
    assert [(each.key, str(each.label)) for each in found.groups] == [
        ("web", "Web"),
        ("fair", "Fair"),
        ("none", "no channel"),
    ]


def test_by_campaign_the_key_is_its_number(mara):
    spring = a_campaign(mara)
    an_mql(mara, at=may(1), campaign=spring)
    a_lead(mara, at=may(1), channel=a_channel("fair"))
    assert groups("campaign") == {
        str(spring.pk): {"captured": 1, "mql": 1},
        "none": {"captured": 1},
    }


def test_by_owner_whom_it_was_first_offered_to(mara, sam, ben):
    a_lead(mara, at=may(1))
    an_offer(mara, team=Team.objects.get(name="North"), at=may(1))
    an_accepted(mara, sam, at=may(1))
    found = groups("owner")
    assert list(found) == ["none", "queue", "sam@funnel.example"]
    assert [each.get("accepted", 0) for each in found.values()] == [0, 0, 1]


def test_an_imported_owner_is_known_by_their_own_id(mara):
    sdr = User.objects.create_user(None, "sdr-7", source_key="file:sdr-7", is_active=False)
    an_offer(mara, sdr, at=may(1))
    assert list(groups("owner")) == ["sdr-7"]


def test_by_team_its_number(mara, sam):
    an_offer(mara, sam, at=may(1))
    a_lead(mara, at=may(1))
    assert list(groups("team")) == [str(sam.teams.get().pk), "none"]


def test_an_answer_moves_no_lead_between_groups(mara, sam, ben):
    handoff = an_offer(mara, sam, at=may(1))
    send_back(handoff, by=sam, reason=a_reason("return", "wrong_person"), at=may(2))
    accept(offer(handoff.lead, by=mara, to=ben, at=may(3)), by=ben, at=may(4))
    assert Handoff.objects.count() == 2
    assert list(groups("owner")) == ["sam@funnel.example"]


def test_one_of_a_queue_stays_the_queues(mara, sam):
    handoff = an_offer(mara, team=sam.teams.get(), at=may(1))
    accept(handoff, by=sam, at=may(2))
    assert groups("owner")["queue"]["accepted"] == 1


@pytest.mark.parametrize("by", ["channel", "campaign", "team", "owner"])
def test_a_filter_keeps_exactly_its_group(by, mara, sam):
    an_accepted(mara, sam, at=may(1), campaign=a_campaign(mara))
    a_lead(mara, at=may(2))
    for key, reached in groups(by).items():
        assert counts(conversion(MAY, **{by: key}).rungs) == reached
        assert groups(by, **{by: key}) == {key: reached}


def test_filters_narrow_together(mara, sam):
    an_accepted(mara, sam, at=may(1), campaign=a_campaign(mara))
    an_accepted(mara, sam, at=may(1), channel=a_channel("fair"))
    north = str(sam.teams.get().pk)
    found = conversion(MAY, team=north, owner=sam.email, channel="fair").rungs
    assert counts(found) == dict.fromkeys(["captured", "mql", "offered", "accepted"], 1)


def test_the_groups_of_flow(mara):
    an_mql(mara, at=may(1), channel=a_channel("fair"))
    assert groups("channel", mode="flow") == {"fair": {"captured": 1, "mql": 1}}
