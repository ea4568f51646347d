"""A journey in a few words."""

from reports.journey import journey


def told(lead, reader):
    """(side, title or state) of the journey, oldest first."""
    return [
        (each.side, getattr(each, "title", "") or each.state) for each in journey(lead, reader)
    ][::-1]


def titles(lead, reader):
    return [title for _side, title in told(lead, reader)]
