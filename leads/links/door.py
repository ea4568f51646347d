"""What a redirect asks of Valkey, in one question: who is at the door, where does it lead, and the
click is kept."""

import time
from functools import cache

from funnel.valkey import key, server
from leads.links.hints import STREAM, packed
from leads.links.shelf import Entry, key_of

MINUTE = 60
HARD = 600  # a minute from one network, all links together


def knock(code, hint, network):
    """(how many came from the network in this minute, the Entry of the code).

    The entry is None where the shelf does not know the code, and falsy where nobody has it. The
    click is kept with the entry, unless the network is to wait. Raises valkey.AWAY.
    """
    keys = [
        key_of(code),
        key("crowd", network, int(time.time() // MINUTE)),
        key("stream", STREAM),
    ]
    came, entry = _script()(keys, [packed(hint), HARD, 2 * MINUTE], client=server())
    return came, Entry.read(entry) if entry is not None else None


@cache
def _script():
    return server().register_script(KNOCK)


KNOCK = """
local came = redis.call('INCR', KEYS[2])
if came == 1 then redis.call('EXPIRE', KEYS[2], ARGV[3]) end
local entry = redis.call('GET', KEYS[1])
if entry and entry ~= '[]' and came <= tonumber(ARGV[2]) then
    redis.call('XADD', KEYS[3], '*', 'hint', ARGV[1], 'entry', entry, 'came', came)
end
return {came, entry}
"""
