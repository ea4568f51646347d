"""What those who followed the demo's links came with, as the parser of user agents reads it."""

_MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0"
_WINDOWS = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/138.0.0.0 Safari/537.36"
)
_PHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"
)
_ANDROID = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/138.0.0.0 Mobile Safari/537.36"
)
PEOPLE = (  # browser, system, device, as it names itself
    ("Mobile Safari", "iOS", "iPhone", _PHONE),
    ("Chrome Mobile", "Android", "Generic Smartphone", _ANDROID),
    ("Chrome", "Windows", "", _WINDOWS),
    ("Firefox", "Mac OS X", "Mac", _MAC),
)
MACHINES = (
    ("Googlebot", "", "Spider", "Mozilla/5.0 (compatible; Googlebot/2.1)"),
    ("bingbot", "", "Spider", "Mozilla/5.0 (compatible; bingbot/2.0)"),
    ("FacebookBot", "", "Spider", "facebookexternalhit/1.1"),
)
