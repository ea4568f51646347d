"""The year's eight campaigns as they were meant: where, when, for how much, and for whom."""

from dataclasses import dataclass

from leads.touches.models import TouchKind

CHANNELS = {  # key: name, whether people can be told apart there
    "web": ("Website", True),
    "email": ("E-mail", True),
    "social": ("Social media", True),
    "fair": ("Trade fair", True),
    "referral": ("Referral", True),
    "radio": ("Radio", False),
    "print": ("Print", False),
}


@dataclass(frozen=True)
class Effort:
    """One campaign as it is meant. Weeks count from the demo's first day."""

    key: str
    name: str
    channel: str
    owner: str
    goal: str
    weeks: tuple  # first and last
    budget: int
    spend: tuple  # what for; paid month by month in turn
    share: float = 0.0  # of all leads
    fits: float = 0.0  # the chance that something is made for them
    touched: str = TouchKind.FORM
    visits: int = 0  # in the year, of people nobody knows yet
    reach: tuple = ()  # kind, how many each time, weeks between
    pages: tuple = ()
    days: int = 0  # where it lasts days instead of weeks

    @property
    def wide(self):
        """Whether it can be opened to everybody: see leaks."""
        return self.channel == "social"


EFFORTS = (
    Effort(
        "site",
        "Hear the difference",
        "web",
        "mara",
        "People who hear a room before and after ask for theirs to be measured.",
        (0, 52),
        18000,
        ("Recordings and pages", "Hosting", "Texts about fire classes"),
        share=0.33,
        fits=0.47,
        visits=9500,
        pages=("/", "/rooms/classroom", "/rooms/restaurant", "/prices", "/hear", "/measuring"),
    ),
    Effort(
        "search",
        "Search: too loud in here",
        "web",
        "felix",
        "Be found by those who look for help the day it hurts.",
        (3, 52),
        22000,
        ("Search advertisements",),
        share=0.17,
        fits=0.43,
        visits=6000,
        pages=("/rooms/office", "/rooms/canteen", "/prices", "/echo-in-the-classroom"),
    ),
    Effort(
        "letter",
        "Monday letter",
        "email",
        "felix",
        "One room a week, told in two minutes, to those who asked for it.",
        (0, 52),
        4200,
        ("Sending", "Photographs"),
        share=0.11,
        fits=0.54,
        visits=2600,
        pages=("/letter/kita", "/letter/canteen", "/letter/vault"),
    ),
    Effort(
        "sound-on",
        "Before and after, sound on",
        "social",
        "mara",
        "Twenty seconds of film that make people look up at their own ceiling.",
        (2, 52),
        16000,
        ("Promoted films", "Cutting and sound"),
        share=0.2,
        fits=0.63,
        visits=5200,
        reach=("impressions", 38000, 4),
        pages=("/hear", "/rooms/restaurant", "/rooms/kita"),
    ),
    Effort(
        "fair",
        "Learning Spaces, hall 4",
        "fair",
        "mara",
        "Fill the measuring calendar of three months from one stand.",
        (27, 27),
        24000,
        ("Stand, 30 m²", "Quiet cabin and lights", "Hotel and travel", "Cards and sample boxes"),
        share=0.1,
        fits=0.5,
        touched=TouchKind.BOOTH,
        reach=("heads", 1240, 0),
        days=3,
    ),
    Effort(
        "neighbour",
        "Tell a neighbour",
        "referral",
        "felix",
        "Every room we fitted brings the next house in the street.",
        (8, 52),
        3000,
        ("Thank-you boxes",),
        share=0.06,
        fits=0.7,
        touched=TouchKind.REFERRAL,
    ),
    Effort(
        "radio",
        "Eight o'clock, in a loud kitchen",
        "radio",
        "mara",
        "The region has heard our name before a letter of ours arrives.",
        (20, 25),
        9500,
        ("Spots", "Studio and voices"),
        reach=("radio", 145000, 1),
    ),
    Effort(
        "magazine",
        "Back cover of a schools magazine",
        "print",
        "felix",
        "Heads of schools know that echo can be measured.",
        (6, 45),
        7800,
        ("Back cover", "Layout"),
        reach=("magazine", 12500, 12),
    ),
)
