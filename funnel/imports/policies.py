"""What a row may do to a field of a record that is here already."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

FILL, OVERWRITE, NEVER = "fill", "overwrite", "never"
POLICIES = {  # the default first
    FILL: gettext_lazy("fill in what is blank"),
    OVERWRITE: gettext_lazy("the file wins"),
    NEVER: gettext_lazy("leave alone"),
}
HERE_NOT = gettext_lazy("not here yet")


def lets(policy, was):
    """Whether a row may put its value where `was` is."""
    return policy == OVERWRITE or (policy == FILL and was in (None, ""))


def kept(was, said):
    """What a preview tells of a value that stands against what the file says."""
    words = {"now": was, "file": said}
    if was in (None, ""):
        return _("left blank (file: %(file)s)") % words
    return _("%(now)s, kept (file: %(file)s)") % words
