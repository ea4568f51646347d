from leads.people.actions.many import Found, Known, bring_many, find_or_add_many
from leads.people.actions.one import company_named, edit, find_or_add, give_keys

__all__ = [
    "Found",
    "Known",
    "bring_many",
    "company_named",
    "edit",
    "find_or_add",
    "find_or_add_many",
    "give_keys",
]
