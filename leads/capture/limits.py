"""How often strangers may send."""

from funnel.crowd import taken

FORM_SOFT, FORM_HARD = 60, 600  # a minute, all addresses together
ADDRESS_SOFT, ADDRESS_HARD = 20, 120  # a minute, all forms together


def pressure(form, neighbourhood):
    """Take one token of the form's and one of the network's. Returns "", "soft" or "hard"."""
    sent = taken(f"form:{form.pk}"), taken(f"from:{neighbourhood}")
    if sent[0] > FORM_HARD or sent[1] > ADDRESS_HARD:
        return "hard"
    return "soft" if sent[0] > FORM_SOFT or sent[1] > ADDRESS_SOFT else ""
