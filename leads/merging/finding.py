"""Who may be one person: found in the database, from what changed since it was last looked at."""

from django.db import connection, transaction

from leads.merging.alike import likeness
from leads.merging.models import Likeness

AT_ONCE = 1000
SHARED_BY = 6  # a number that more people have is a switchboard, and says nothing
NEAR_WHO, NEAR_NAME = 0.6, 0.5  # trigram similarity: of name and company together, of the names


def find_pairs(*, rounds=20):
    """Compare everybody who is new or changed with all others. Returns how many pairs are new.

    Run twice, nothing is found twice; pairs that somebody told apart stay so. At most `rounds`
    times AT_ONCE people; the rest are for the next run.
    """
    found = 0
    for _round in range(rounds):
        people = _changed()
        found += _compared(people) if people else 0
        if len(people) < AT_ONCE:
            break
    return found


def _changed():
    """(key, basis, name, email, phone, company) of those whose likeness is not theirs any more."""
    with connection.cursor() as cursor:
        cursor.execute(CHANGED, {"most": AT_ONCE})
        return cursor.fetchall()


@transaction.atomic
def _compared(people):
    rows = [
        Likeness(
            person_id=key,
            basis=basis,
            **likeness(name=name, email=email, phone=phone, company=company),
        )
        for key, basis, name, email, phone, company in people
    ]
    keys = [row.pk for row in rows]
    Likeness.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["person"],
        update_fields=["basis", "phone", "mail", "name", "who"],
    )
    near = {"people": keys, "shared": SHARED_BY, "near": NEAR_NAME}
    with connection.cursor() as cursor:
        cursor.execute(BY_INDEX, [str(NEAR_WHO)])
        cursor.execute(FOUND, near)
        found = cursor.rowcount
        cursor.execute("SET LOCAL enable_seqscan TO DEFAULT")
        return found


BASIS = "concat_ws(chr(31), p.name, p.email, p.phone, c.name)"
CHANGED = f"""
    SELECT p.id, {BASIS}, p.name, p.email, p.phone, coalesce(c.name, '')
    FROM leads_person p LEFT JOIN leads_company c ON c.id = p.company_id
    LEFT JOIN leads_likeness l ON l.person_id = p.id
    WHERE p.merged_into_id IS NULL AND l.basis IS DISTINCT FROM {BASIS}
    ORDER BY p.id LIMIT %(most)s"""
# The planner takes a trigram index for dear, and compares everybody with everybody instead.
BY_INDEX = """SELECT set_config('pg_trgm.similarity_threshold', %s, true),
                     set_config('enable_seqscan', 'off', true)"""
FOUND = """
WITH fresh AS (
    SELECT l.* FROM leads_likeness l WHERE l.person_id = ANY(%(people)s)
), shared AS (
    SELECT phone FROM leads_likeness WHERE phone IN (SELECT phone FROM fresh WHERE phone <> '')
    GROUP BY phone HAVING count(*) <= %(shared)s
), alike AS (
    SELECT f.person_id AS a, l.person_id AS b, 'phone' AS sign FROM fresh f
    JOIN shared USING (phone) JOIN leads_likeness l ON l.phone = f.phone AND l.phone <> ''
    UNION SELECT f.person_id, l.person_id, 'mail' FROM fresh f
    JOIN leads_likeness l ON l.mail = f.mail AND l.mail <> ''
    UNION SELECT f.person_id, l.person_id, 'name' FROM fresh f
    JOIN leads_likeness l ON l.who % f.who
    WHERE f.who <> '' AND similarity(f.name, l.name) >= %(near)s
)
INSERT INTO leads_pair (low_id, high_id, signs, found_at)
SELECT least(a, b), greatest(a, b), array_agg(DISTINCT sign ORDER BY sign), now() FROM alike
JOIN leads_person x ON x.id = a JOIN leads_person y ON y.id = b
WHERE a <> b AND x.sample = y.sample AND x.merged_into_id IS NULL AND y.merged_into_id IS NULL
GROUP BY 1, 2 ON CONFLICT DO NOTHING""".replace(" % f.who", " %% f.who")
