"""What somebody is to campaigns, for the page that tells who they are."""

from django import template

from leads.responses.queries import of_person

register = template.Library()


@register.simple_tag
def responses_of(person, user):
    """The responses of a person to the campaigns that `user` may see, the latest first."""
    return of_person(person, user)
