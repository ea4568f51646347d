"""The sources and mediums that an empty dictionary begins with."""

LINK, AD, PRINT = "link", "ad", "print"  # kinds of touch
USUAL = {  # kind: value, what a click counts as, other spellings
    "source": (
        ("bing", LINK, ()),
        ("facebook", LINK, ("fb", "facebook.com", "m.facebook.com")),
        ("google", LINK, ("google.com", "adwords")),
        ("instagram", LINK, ("ig", "insta", "instagram.com")),
        ("linkedin", LINK, ("li", "linkedin.com")),
        ("newsletter", LINK, ("news", "nl")),
        ("partner", LINK, ()),
        ("poster", LINK, ("flyer", "leaflet")),
        ("youtube", LINK, ("yt", "youtube.com")),
    ),
    "medium": (
        ("cpc", AD, ("ppc", "paid", "paidsearch", "paid_search")),
        ("display", AD, ("banner", "gdn")),
        ("email", LINK, ("e-mail", "mail", "newsletter")),
        ("event", LINK, ("fair",)),
        ("paid_social", AD, ("paidsocial", "paid-social", "cpm")),
        ("print", PRINT, ("qr", "qrcode", "qr-code")),
        ("referral", LINK, ("ref",)),
        ("social", LINK, ("social-media", "social_media", "organic_social")),
        ("video", AD, ()),
    ),
}


def seed(values, aliases):
    """The usual values, where there are none. `values` and `aliases` are the two models."""
    if values.objects.exists():
        return
    for kind, rows in USUAL.items():
        for value, counts_as, others in rows:
            row = values.objects.create(kind=kind, value=value, counts_as=counts_as)
            for each in others:
                aliases.objects.create(kind=kind, means=row, value=each)
