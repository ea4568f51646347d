"""The website's hosted forms, and what strangers sent there that made no lead by itself."""

import uuid
from datetime import datetime, time, timedelta

from leads.capture.actions.deciding import decide, set_aside
from leads.capture.actions.keeping import keep
from leads.capture.models import Suspicion
from leads.forms.actions import publishing
from leads.forms.actions.drafting import begin

TEXTS = {  # effort's key: title, what they read first
    "site": (
        "Have your room measured",
        "Tell us which room is too loud. We come with a microphone and leave with a number.",
    ),
    "search": (
        "What would it cost?",
        "Say how long, how wide and how high. You hear from us within a working day.",
    ),
}
THANKS = "Thank you. One of us calls you within a working day."
TRAP, FAST, NONE = Suspicion.TRAP, Suspicion.TOO_FAST, ""
ODD = (  # what came, why it is held back, days before the end
    ({"name": "Rob", "email": "rank1@example.org", "words": "RANK FIRST! Ask how"}, TRAP, 40),
    ({"name": "Inga Moss", "email": "inga.moss@example.net", "words": "Two rooms"}, FAST, 1),
    ({"name": "Wenke Tal", "email": "wenke.tal@@example.org", "words": "A canteen"}, NONE, 2),
    ({"name": "Bart", "email": "", "phone": "", "words": "Please call me back!"}, NONE, 5),
    ({"name": "x", "email": "a@example.com", "words": "casino casino"}, TRAP, 12),
    ({"name": "Kita Spatzen", "phone": "0331 23", "email": ""}, NONE, 0.2),
    ({"name": "Lo", "email": "lo@example.com", "words": "http http http"}, FAST, 23),
    ({"name": "Ottilie Brandl", "email": "ottilie@example", "words": "Our choir"}, NONE, 9),
)


def publish(world):
    """Make the hosted forms. Returns {effort's key: form}."""
    return {key: _published(world, key, *words) for key, words in TEXTS.items()}


def _published(world, key, title, intro):
    campaign = world.campaigns[key]
    by, at = campaign.owner, world.at(datetime.combine(world.calendar.first, time(8)))
    form = begin(campaign, by=by, title=title, intro=intro, thanks=THANKS, at=at)
    publishing.publish(form, by=by, at=at)
    form.refresh_from_db()
    return form


def receive_the_odd(world, forms):
    """Keep what makes no lead; marketing has set the machines' aside, the rest waits."""
    rng, mara = world.dice("odd"), world.cast.users["mara"]
    for payload, suspicion, days in ODD:
        submission, _new = keep(
            forms[rng.choice(list(forms))],
            submission_id=uuid.UUID(int=rng.getrandbits(128), version=4),
            payload=payload,
            seconds_on_page=1.1 if suspicion else 48.0,
            suspicion=suspicion,
            at=world.at(world.calendar.ends - timedelta(days=days)),
        )
        decide(submission, at=submission.received_at)
        if suspicion == TRAP:
            set_aside(submission, by=mara, at=submission.received_at + timedelta(hours=9))
