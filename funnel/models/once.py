from django.db import models
from django.utils.timezone import now


class Once(models.Model):
    """A form that was sent: its key, and the address its act led to."""

    key = models.UUIDField(unique=True)
    place = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField(default=now, editable=False)

    def __str__(self):
        return str(self.key)
