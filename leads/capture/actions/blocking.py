from django.db import transaction
from django.utils.translation import gettext as _

from funnel.plain import plain
from funnel.refusal import Refusal
from leads.capture.suspicion import SpamWord

SHORTEST, LONGEST, MOST = 3, 60, 500


@transaction.atomic
def block(words):
    """What holds one of these words counts as suspicious from now on. Returns how many are new.
    Refusal, naming the first, for one that is too short, too long, or one too many."""
    folded = dict.fromkeys(filter(None, (plain(word).casefold() for word in words)))
    for word in folded:
        if not SHORTEST <= len(word) <= LONGEST:
            limits = {"word": word[:LONGEST], "least": SHORTEST, "most": LONGEST}
            raise Refusal(_("“%(word)s” must have %(least)d to %(most)d characters.") % limits)
    known = set(SpamWord.objects.values_list("word", flat=True))
    new = [SpamWord(word=word) for word in folded if word not in known]
    if len(known) + len(new) > MOST:
        raise Refusal(_("That would be more than %d words.") % MOST)
    SpamWord.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def unblock(word):
    """Twice is once."""
    SpamWord.objects.filter(pk=word.pk).delete()
