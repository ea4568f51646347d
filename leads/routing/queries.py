"""Who gets a lead."""


def next_receiver(handoff, at):
    """Who a waiting offer goes to that was not answered in the agreed time: its team's queue.

    Keyword arguments for `reroute`, or None where it waits in the queue already.
    """
    return {"team": handoff.team} if handoff.offered_to and handoff.team else None
