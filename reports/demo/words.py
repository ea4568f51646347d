"""What sellers write down. {name} is the person, {room} the room in question."""

NO_ANSWER = (
    "Rang eight times.",
    "No answer, tried the main number as well.",
    "Engaged. Again after lunch.",
)
VOICEMAIL = (
    "Left a message with the measuring dates.",
    "Voicemail full of piano. Left my number.",
    "Said on the machine that I call again tomorrow morning.",
)
MAILED = (
    "Sent the two-page overview and three dates for measuring.",
    "Sent photos of a similar room, before and after.",
    "Asked for the floor plan and the height of the ceiling.",
)
REACHED = (
    "Talked for ten minutes. It is about the {room}; wants to hear the difference first.",
    "Friendly, in a hurry. Decides together with the caretaker. Measuring visit agreed.",
    "Knows exactly what hurts. Has money from this year, must be spent in time.",
    "Had an offer of foam before. Fire class was the problem. Explained ours.",
    "Wants it done while the house is empty. Asked who takes the old ceiling away.",
    "Board meets in three weeks. Needs one page with one figure on it.",
)
NOT_NOW = (
    "Real need, but the building works only start next year.",
    "Budget is gone for this year. Asked me to call when the new one opens.",
    "The house is being sold. Let us wait for the new owner.",
)
VISITED = (
    "Measured 1.4 s, should be 0.6. Ceiling is concrete, good to fix to.",
    "Clapped once and everybody understood. Sketch promised.",
    "Three rooms instead of one. The corridor is the worst of all.",
    "Listed ceiling, so free-standing partitions and wall panels only.",
    "Caretaker showed the pipes. Islands have to hang 20 cm lower.",
    "Headmistress, treasurer and one father came. The father asks the good questions.",
)
FOLLOWED = (
    "Quote is on the table. They compare with one other.",
    "Asked for the colours again. Sends samples back on Friday.",
    "Treasurer wants payment in two parts.",
    "They like it. The date is what worries them.",
    "Asked whether installation on a Saturday costs more. It does not.",
    "They take all rooms if we come down a little.",
    "Dropped the corridor, kept the rest.",
    "Rather islands than partitions, they say now.",
)
COMMITTED = (
    "They take it. The paper is on its way to the treasurer.",
    "Yes from the board, signature after their meeting.",
    "Asked for the earliest date and took it.",
    "Said yes on the stairs. Wants it in writing for the file.",
)
WON_WORDS = (
    "Heard the sample room in Potsdam and signed the same week.",
    "Chose us because the caretaker trusts our fitters.",
    "We could do it in the holidays, the others could not.",
    "A neighbour had told them about us.",
    "",
    "",
)
LOST_WORDS = {
    "no_fit": ("They wanted soundproofing against the street. We make rooms quiet, not walls.",),
    "no_budget": ("Had hoped for a third of it.", "The council struck the money."),
    "no_authority": ("Our contact may order paper, not ceilings.",),
    "unresponsive": ("Five tries since the visit. Nothing.", "They stopped picking up."),
    "too_slow": (
        "“We waited two weeks for a call. The others came on Thursday.”",
        "Had signed elsewhere before we measured.",
    ),
    "competitor": ("Took the one with the printed forest.", "Local carpenter, knows the mayor."),
    "price": ("Twelve per cent over the other one.", "Too expensive for what they hear in it."),
    "missing_feature": ("Needs panels that can be hosed down.",),
    "postponed": ("Moved to the next budget.", "Building works are late."),
    "other": ("Fire in the kitchen; they have other worries now.", "House was sold."),
}
RETURNED = {
    "not_our_target": (
        "Wants foam for a bedroom studio. We do not do that.",
        "Private flat, three square metres, nothing to measure.",
        "Thought we stop street noise.",
        "Student, project paper, no room.",
    ),
    "bad_contact": ("Number belongs to a bakery.", "Mail bounces, no phone given."),
    "already_customer": ("That is the treasurer of a house we fitted in spring.",),
    "too_early": (
        "Building permit expected in some months. Call then.",
        "New budget first. She asked to be called again.",
    ),
    "not_a_buyer": ("Works for another maker and wants our prices.", "Wants a job."),
    "wrong_person": ("Their office is around the corner from the other team.",),
    "no_capacity": ("Five visits a day this week. Somebody else, please.",),
    "other": ("Six calls, two mails, not one answer.", "She does not remember writing to us."),
}
MENDED = (
    "Found the right number on their page.",
    "Asked by mail; she answered with her mobile number.",
)
AGAIN = (
    "The first room is so quiet now that the next one sounds worse. Please come.",
    "Same panels for the upper floor, please. The caretaker remembers your fitters.",
    "My sister runs a house like ours. She would like to hear our room, and then you.",
    "We move in spring. Can the islands move with us, and six more?",
)
NOTES = (  # marketing's, with an offer
    "Read the page about prices twice.",
    "Came to the stand with a floor plan.",
    "Asks for a date, not for a brochure.",
    "Wrote on Sunday night; sounds urgent.",
    "Second time in our letters that they clicked on schools.",
    "",
    "",
    "",
)
NEXT_CALL = ("Call: measuring date", "Call again", "Ask who decides", "Call about the floor plan")
RAN_OUT = (
    "Nobody answered in time. They still wait for us.",
    "Offered once more: it ran out while you were at the fair.",
)
NUDGED = (
    "They called here and asked when you come.",
    "Please say yes or no, I have to answer them.",
)
HELD = (
    "Their school is on holiday until Monday.",
    "The caretaker with the keys is ill.",
    "They asked for a call after their board has met.",
)
DISPUTED = {
    "not_our_target": "It is a school with two canteens. Please look again.",
    "not_a_buyer": "She signs for the whole house. I asked her.",
    "bad_contact": "I called that number this morning, and he answered.",
    "wrong_person": "The region was yours when I offered it.",
}
UPHELD = ("We have talked about it: the return stands.", "I called there. Sales is right.")
OVERTURNED = ("Please try again, it is one of ours.", "The number works. Once more, please.")
REPLIED = (
    "Understood, we leave them out of the next film.",
    "Thank you. The form asks for it from now on.",
)
