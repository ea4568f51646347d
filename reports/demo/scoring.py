"""What Mara scores leads by, from the first day on."""

from leads.scoring.actions import add
from leads.scoring.conditions import TOUCHED
from leads.touches.models import TouchKind

FIT = {
    "company": 30,
    "work_mail": 15,
    "phone": 15,
    "words": 20,
    "free_mail": -15,
    "no_company": -20,
}
ENGAGEMENT = {
    TouchKind.FORM: (50, None),
    TouchKind.BOOTH: (40, None),
    TouchKind.REFERRAL: (40, None),
    TouchKind.LINK: (15, 90),
    TouchKind.AD: (15, 90),
    TouchKind.PRINT: (20, 90),
    TouchKind.MAIL: (10, 60),
}


def set_score():
    for condition, points in FIT.items():
        add(asks={condition: True}, points=points, sample=True)
    for kind, (points, days) in ENGAGEMENT.items():
        add(asks={TOUCHED: str(kind)}, points=points, days=days, sample=True)
