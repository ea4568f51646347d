"""What of a person is compared: folded so that what looks the same is the same.

These are signs that two may be one, for a person to decide. What makes two one by itself are the
match keys of leads.people.keys.
"""

import unicodedata

from leads.people.keys import email_key, phone_key

# Letters of other alphabets, and figures, that are drawn like Latin ones.
LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһӏԛԝвмнткαβεικνορτυχωγηɡı01357",
    "aeopcyxijsdhlqwbmhtkabeikvoptuxwyngiolest",
)
PAIRS = (("rn", "m"), ("vv", "w"))
LEGAL = {"gmbh", "ag", "kg", "co", "ltd", "limited", "inc", "llc", "corp", "sa", "se", "ug", "bv"}


def plain_letters(text):
    """Lower case, without accents, one space between words."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(each for each in bare if not unicodedata.combining(each)).split())


def skeleton(text):
    """What `text` looks like: lookalike letters of any alphabet are one letter."""
    folded = plain_letters(text).translate(LOOKALIKES)
    for drawn, like in PAIRS:
        folded = folded.replace(drawn, like)
    return folded


def mail_skeleton(email):
    """The address with its domain as it looks, or ""; what stands before the @ tells apart."""
    _kind, address = email_key(email)
    name, at, domain = address.rpartition("@")
    return f"{name}@{skeleton(_decoded(domain))}" if at else ""


def company_words(name):
    """A company without its legal form."""
    words = plain_letters(name).replace(".", " ").replace(",", " ").replace("&", " ").split()
    return " ".join(word for word in words if word not in LEGAL) or " ".join(words)


def likeness(*, name, email, phone, company):
    """{column of Likeness: its value} of what is known of somebody."""
    key = phone_key(phone) if phone.strip() else None
    short, firm = plain_letters(name)[:200], company_words(company)[:200]
    return {
        "phone": key[1] if key else "",
        "mail": mail_skeleton(email)[:300],
        "name": short,
        "who": f"{short} {firm}" if short and firm else "",
    }


def _decoded(domain):
    """What a reader sees of a domain that is written in punycode."""
    try:
        return domain.encode("ascii").decode("idna")
    except UnicodeError:
        return domain
