"""What a site pastes to show a form inside a page of its own."""

from django.conf import settings
from django.utils.html import escape


def code_to_embed(form):
    """Plain text, whose title can break out of nothing where it is pasted."""
    script = f"{settings.BASE_URL}{settings.STATIC_URL}js/embed.js"
    named = f'data-form="{form.token}" data-title="{str(escape(form.title))}"'
    return f'<script src="{script}" {named} async></script>'
