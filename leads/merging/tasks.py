from celery import shared_task

from leads.merging.finding import find_pairs
from leads.merging.stragglers import bring_home


@shared_task(expires=50)
def look_for_pairs():
    """Every minute, by beat: what was captured, imported or edited since is compared, and what
    was written for somebody in the moment they were merged goes to who they are now."""
    bring_home()
    find_pairs()
