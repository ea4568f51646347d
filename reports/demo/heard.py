"""What people answer when they are asked how they heard of Havelstill; most leave it empty."""

ANSWER = 0.35
SAID = {  # effort's key: what is said; the rest says one of ALL
    "search": ("Google", "google", "Searched for “acoustic panels”"),
    "site": ("Google", "Your film", "A friend"),
}
ALL = ("A friend", "a friend", "Our architect", "Saw it at my dentist’s", "The newspaper")
SEARCHED = 0.4


def answered(world, one):
    """The answer of one prospect, often empty; drawn apart, so that nothing else moves."""
    rng = world.dice("heard", one.number)
    if rng.random() > ANSWER:
        return ""
    own = SAID.get(one.effort.key if one.effort else "", ())
    return rng.choice(own) if own and rng.random() < SEARCHED else rng.choice(ALL)
