"""What makes a submission suspicious: the signs, and the words that an organisation blocks."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered


class Suspicion(models.TextChoices):
    TRAP = "trap", _("It filled the field that people do not see.")
    TOO_FAST = "too_fast", _("It was sent faster than anybody types.")
    NO_PAGE = "no_page", _("It was sent without the page having been opened.")
    CROWD = "crowd", _("Very many came in that minute.")
    LINKS = "links", _("Its words hold several links.")
    MARKUP = "markup", _("Its words hold the markup of a link.")
    NAMED_LINK = "named_link", _("The name holds a link.")
    SAME_WORDS = "same_words", _("Others sent the very same words that day.")
    BLOCKED = "blocked", _("It holds a blocked word.")
    AUTOMATIC = "automatic", _("A machine wrote the mail.")
    SCRIPTS = "scripts", _("A word mixes letters that only look alike.")


@remembered(births=True)
class SpamWord(models.Model):
    """A word, a domain, a piece of text: what holds it is suspicious."""

    word = models.CharField(_("word"), max_length=60, unique=True)  # folded to lower case
    sample = models.BooleanField(default=False, editable=False)

    class Meta:
        app_label = "leads"
        ordering = ["word"]

    def __str__(self):
        return self.word
