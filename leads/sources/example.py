"""A request that works, for whoever writes the program."""

FIELDS = (
    *("name", "email", "phone", "company", "words", "heard_from", "page", "referrer"),
    *("utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term"),
)
REQUEST = """curl {endpoint} \\
  -H "Authorization: Bearer {key}" \\
  -H "Idempotency-Key: order-1042" \\
  -H "Content-Type: application/json" \\
  -d '{{"name": "Ada Berg", "email": "ada@example.com",
       "words": "What would it cost?"}}'"""


def request_to(endpoint, key):
    """The text of a first capture, sent with `key`."""
    return REQUEST.format(endpoint=endpoint, key=key)
