"""What a row may do to a field of a record that is here already."""

from django.utils.translation import gettext_lazy

FILL, OVERWRITE, NEVER = "fill", "overwrite", "never"
POLICIES = {  # the default first
    FILL: gettext_lazy("fill in what is blank"),
    OVERWRITE: gettext_lazy("the file wins"),
    NEVER: gettext_lazy("leave alone"),
}
