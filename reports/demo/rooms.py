"""The kinds of rooms that are too loud, whose they are, and what their people say."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Room:
    key: str
    called: str  # in a deal's name
    houses: tuple  # {last} is a family name, {place} a place
    said: tuple
    size: float  # of an ordinary job, 1 being four walls
    often: int


ROOMS = (
    Room(
        "classroom",
        "Classrooms",
        ("Grundschule {place}", "Gymnasium {place}", "Musikschule {place}", "Schule am {place}"),
        (
            "In the back row they hear every second word. {many} classrooms, built in 1974.",
            "Our music room and the maths room share one wall. Guess who complains.",
            "The inspector measured 1.3 seconds of echo and wrote us a letter.",
            "We can pay {many} rooms this year and the rest next year. Can you plan it that way?",
            "A teacher has lost her voice for the third time. Now the council listens.",
            "It has to be done in the holidays, and it must survive basketballs.",
            "{metres} metres long, bare concrete, thirty children. Please come and clap once.",
            "The children with hearing aids switch them off after the second lesson.",
            "Who signs for the fire class, you or the carpenter?",
        ),
        1.6,
        20,
    ),
    Room(
        "kita",
        "Group rooms",
        ("Kita {place}", "Kinderhaus {place}", "Krippe {place}"),
        (
            "Twenty children, one hard ceiling. By noon everybody shouts.",
            "Nothing they can pull off, and nothing that collects dust, please.",
            "The parents' association pays half. They want to hear a difference first.",
            "We nap next to the corridor. Nobody naps.",
            "Can the panels have colours? Ours are the hedgehogs and the foxes.",
            "Two colleagues are off with their ears. {many} rooms, as soon as you can.",
            "We measured 92 decibels at lunch with a telephone. Is that even allowed?",
        ),
        1.0,
        18,
    ),
    Room(
        "canteen",
        "Canteen",
        ("{last} Catering", "Mensa {place}", "Kantine {place}", "Betriebsküche {last}"),
        (
            "Our canteen is so loud that the cook rings a bell to be heard.",
            "People take their trays back to their desks. 300 seats, half of them empty.",
            "The ceiling carries sprinklers and pipes, there is not much room up there.",
            "Fire class B1 or our insurer says no.",
            "{metres} metres of glass on one side, steel trays on the other.",
            "It may be fitted on Sundays only. {many} Sundays, if it must be.",
        ),
        2.4,
        12,
    ),
    Room(
        "restaurant",
        "Dining room",
        ("Trattoria {last}", "Gasthaus {place}", "Café {place}", "Restaurant {last}"),
        (
            "Guests write: lovely food, could not hear my wife. {many} times this month.",
            "Brick vault, steel, glass. It looks wonderful and sounds like a station.",
            "It may not look like an office. Can you print on it?",
            "We are closed on Mondays. Can you do it in one Monday?",
            "Sixty covers under a vault. From seven o'clock on, waiters read lips.",
            "The landlord says nothing on the walls. What hangs from above?",
        ),
        0.8,
        14,
    ),
    Room(
        "office",
        "Open office",
        ("{last} & Partner", "{place} Software", "Studio {last}", "{last} Architekten"),
        (
            "Since we moved, everyone wears headphones. That was not the idea.",
            "Two meeting rooms of glass, and the whole floor knows who gets a raise.",
            "We need {many} places to telephone, not a renovation.",
            "I can hear our accountant think. Sixty desks, polished concrete.",
            "Half of us sell by telephone, half of us write code. One room.",
            "We rent until 2031. What can move with us?",
            "{metres} metres of corridor between us and the coffee machine, and I hear it.",
        ),
        1.5,
        16,
    ),
    Room(
        "practice",
        "Waiting room",
        ("Zahnarztpraxis Dr. {last}", "Praxis Dr. {last}", "Physiotherapie {last}"),
        (
            "In my waiting room one hears the drill and the diagnosis.",
            "The data protection people say patients must not overhear the desk.",
            "It has to be wiped with disinfectant every evening.",
            "{many} treatment rooms, walls like paper. Start with the waiting room.",
        ),
        0.5,
        9,
    ),
    Room(
        "hall",
        "Hall",
        ("Bürgerhaus {place}", "Pfarrei {place}", "Turnverein {place}", "Kulturverein {place}"),
        (
            "Choir on Tuesday, council on Wednesday. One echoes, the other cannot be understood.",
            "The hall is listed. Nothing may be drilled into the old beams.",
            "The coach whistles and thirty children hold their ears.",
            "{metres} metres high. How do you even get up there?",
        ),
        2.0,
        7,
    ),
    Room(
        "hotel",
        "Breakfast room",
        ("Hotel {place}", "Pension {last}", "Hotel {last}"),
        (
            "Breakfast for eighty on a stone floor. The reviews call it lively.",
            "The corridor carries every suitcase into every bed.",
            "Seminar room for {many}0 people; the trainers bring their own carpets.",
        ),
        1.2,
        4,
    ),
)
ELSEWHERE = (  # people for whom nothing is made here
    "I only need {many} foam squares behind my microphone.",
    "Do you sell single panels for a gaming corner?",
    "Can I stop my neighbour's dog with this? Budget 80 euros.",
    "Is there a student discount for a bedroom studio?",
    "Saw the video, great sound! How do I glue egg boxes properly?",
    "I rent, I may not drill, and I move out in May. What do you have?",
    "Could you sponsor our podcast with a few panels?",
    "How do I soundproof the floor of my flat against the people below?",
    "My daughter plays the drums. One wall, {metres} square metres, as cheap as possible.",
    "The motorway is {many}00 metres away. Does this help against it?",
    "Only wanted to hear the second film again, it does not load.",
    "Do you ship felt by the metre? I sew bags.",
    "What microphone did you use in the kitchen film?",
    "A seminar paper on room acoustics: could I ask you {many} questions?",
    "Our cellar is damp. Do the panels help?",
    "I would like to sell your panels on my island. Which discount?",
    "Looking for a summer job with tools.",
    "My home cinema booms. Corner traps under 100 euros?",
    "One window, street noise, fourth floor. Can you come tomorrow?",
    "Is it true that plants are just as good?",
    "A quiet bed for my cat, in birch if possible.",
)


def room(rng):
    return rng.choices(ROOMS, [each.often for each in ROOMS])[0]
