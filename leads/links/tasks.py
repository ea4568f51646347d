import logging

from celery import shared_task

from leads.links.moving import move_batch
from leads.links.shelf import put_all

ROUNDS = 100

logger = logging.getLogger(__name__)


@shared_task(expires=5)
def move_clicks():
    """Every five seconds, by beat: into the ledger, until nothing is left that has settled."""
    for _round in range(ROUNDS):
        if not move_batch():
            return


@shared_task(expires=300)
def shelve_links():
    """Every five minutes, by beat: redirects find every link without the database."""
    put_all()
