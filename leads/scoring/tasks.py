from celery import shared_task

from leads.scoring.keeping import keep_scores


@shared_task(expires=100)
def score_open_leads():
    """Every two minutes, by beat: what open leads score by now, as time and touches change it."""
    keep_scores()
