"""Who works at Havelstill: two marketers, five salespeople in two teams, and who watches."""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from funnel.local.signins import PASSWORD
from funnel.models import Team, User

DOMAIN = "demo.example"
POTSDAM, LEIPZIG = "Potsdam", "Leipzig"


@dataclass(frozen=True)
class Manner:
    """How a salesperson works. Hours are hours at work; the medians of what is drawn."""

    answers: float  # hours until an offer is answered
    calls: float  # hours from the acceptance to the first call
    tries: int  # calls before giving up
    wins: float  # the chance to win a deal that fits
    since: int = 0  # weeks after the demo's first day
    share: float = 1.0  # of the team's offers


SELLERS = {  # first name: full name, team, manner
    "sam": ("Sam Adeyemi", POTSDAM, Manner(2.0, 2.5, 4, 0.44, share=1.7)),
    "ines": ("Ines Carvalho", POTSDAM, Manner(1.5, 2.0, 6, 0.52, share=0.7)),  # careful
    "leonie": ("Leonie Brandt", POTSDAM, Manner(3.0, 5.0, 3, 0.4, since=34)),  # new
    "yannis": ("Yannis Petrou", LEIPZIG, Manner(2.5, 3.5, 4, 0.46)),
    "piotr": ("Piotr Zieliński", LEIPZIG, Manner(10.0, 11.0, 4, 0.42, share=0.8)),  # slow
}
OTHERS = {  # first name: full name, role
    "mara": ("Mara Winther", "marketer"),
    "felix": ("Felix Achterberg", "marketer"),
    "greta": ("Greta Sundström", "manager"),
    "ana": ("Ana Kovač", "analyst"),
    "adam": ("Adam Wright", "admin"),
}


@dataclass(frozen=True)
class Seller:
    user: User
    team: Team
    manner: Manner


@dataclass(frozen=True)
class Cast:
    users: dict  # {first name: user}
    sellers: list

    def of(self, user):
        return next(seller for seller in self.sellers if seller.user == user)

    def working(self, week, team=None):
        """The sellers who are there in that week of the demo."""
        return [
            each for each in self.sellers if each.manner.since <= week and team in (None, each.team)
        ]


def hire():
    """Make the people and their teams. All sign in with PASSWORD."""
    hashed = make_password(PASSWORD)  # once: hashing is slow on purpose
    users = {first: _user(first, full, role, hashed) for first, (full, role) in OTHERS.items()}
    teams = {name: Team.objects.create(name=name, sample=True) for name in (POTSDAM, LEIPZIG)}
    sellers = []
    for first, (full, team, manner) in SELLERS.items():
        users[first] = _user(first, full, "salesperson", hashed)
        teams[team].members.add(users[first])
        sellers.append(Seller(users[first], teams[team], manner))
    return Cast(users, sellers)


def _user(first, full, role, password):
    email = f"{first}@{DOMAIN}"
    user = User.objects.create(email=email, name=full, password=password, sample=True)
    user.groups.add(Group.objects.get(name=role))
    return user
