"""Both ledgers read as one climb. The only file that knows them both.

`climb` gives one row per lead, `deal_climb` one per deal, with the first time on each rung, as the
ledgers stood at `as_of`: what happened or was recorded later does not exist. For each rung of
CLIMBED a row holds `<rung>`, `<rung>_own` (without imputation) and `<rung>_known` (equal to _own
where the first time is known, else later or null). Only mql, offered, accepted and deal are
imputed, at the time of the earliest rung beyond them, for one cannot be there without them; a
contact counts from the acceptance on, imputed or not.
"""

from reports.dimensions import EVERYONE, OF_LEADS, joined, narrowed

SEEN = "s.at <= %(as_of)s AND s.recorded_at <= %(as_of)s"


def first(column, condition):
    """SQL: the first time of the steps where `condition` holds, and the first known one."""
    return (
        f"min(s.at) FILTER (WHERE {condition}) AS {column},"
        f" min(s.at) FILTER (WHERE {condition} AND s.time_known) AS {column}_known"
    )


DEALS = f"""
stepped AS (
    SELECT d.id, d.lead_id, d.currency, d.due, d.base_amount,
           {first("opened", "s.from_stage = ''")}, {first("won", "s.to_stage = 'won'")}
    FROM deals_deal d LEFT JOIN deals_dealstep s ON s.deal_id = d.id AND {SEEN}
    WHERE d.lead_id {{whose}} GROUP BY d.id
), quoting AS (
    SELECT q.deal_id, {first("quoted", "s.to_stage = 'sent'")}
    FROM stepped d JOIN deals_quote q ON q.deal_id = d.id
    JOIN deals_quotestep s ON s.quote_id = q.id WHERE {SEEN} GROUP BY q.deal_id
), paying AS (
    SELECT s.deal_id, s.at, d.due <= sum(s.amount) OVER (PARTITION BY s.deal_id ORDER BY s.at)
           AS in_full
    FROM stepped d JOIN deals_payment s ON s.deal_id = d.id AND s.currency = d.currency
    WHERE d.won IS NOT NULL AND {SEEN}
), paid AS (
    SELECT deal_id, min(at) AS at FROM paying WHERE in_full GROUP BY deal_id
), delivering AS (
    SELECT v.deal_id, max(v.accepted_at) AS at FROM stepped d
    JOIN deals_delivery v ON v.deal_id = d.id WHERE v.recorded_at <= %(as_of)s GROUP BY v.deal_id
    HAVING count(*) = count(*) FILTER (WHERE v.accepted_at <= %(as_of)s)
), deal_climb AS (
    SELECT d.id, d.lead_id, d.base_amount, d.opened, d.opened_known, q.quoted, q.quoted_known,
           d.won, d.won_known, least(d.opened, q.quoted, d.won) AS deal,
           CASE WHEN d.due <= 0 OR p.at < d.won THEN d.won ELSE p.at END AS paid,
           CASE WHEN d.due <= 0 OR p.at < d.won THEN d.won_known ELSE p.at END AS paid_known,
           CASE WHEN v.at < d.won THEN d.won WHEN d.won IS NOT NULL THEN v.at END AS delivered,
           CASE WHEN v.at < d.won THEN d.won_known WHEN d.won IS NOT NULL THEN v.at END
           AS delivered_known
    FROM stepped d LEFT JOIN quoting q ON q.deal_id = d.id
    LEFT JOIN paid p ON p.deal_id = d.id LEFT JOIN delivering v ON v.deal_id = d.id
)"""

MARKETING = f"""
lead AS (
    SELECT l.id, l.person_id, l.born_at, l.born_at + %(hours)s * interval '1 hour' AS until,
           {{key}} AS key, {{label}} AS label
    FROM leads_lead l {{joins}} WHERE l.folded_into_id IS NULL AND {{born}} {{narrowed}} {{among}}
), stood AS (
    SELECT s.lead_id, max(s.id) AS last_id,
           {first("captured", "s.to_stage = 'captured'")}, {first("mql", "s.to_stage = 'mql'")}
    FROM lead JOIN leads_leadstep s ON s.lead_id = lead.id WHERE {SEEN} GROUP BY s.lead_id
), crossed AS (
    SELECT h.lead_id, {first("offered", "s.to_stage = 'offered'")},
           {first("accepted", "s.to_stage = 'accepted'")}
    FROM lead JOIN leads_handoff h ON h.lead_id = lead.id
    JOIN leads_handoffstep s ON s.handoff_id = h.id WHERE {SEEN} GROUP BY h.lead_id
)"""

RETURNED = f"""
interest AS (
    SELECT l.person_id, NULL::bigint AS lead_id, l.born_at AS at, s.time_known
    FROM leads_lead l JOIN leads_leadstep s ON s.lead_id = l.id AND s.from_stage = ''
    WHERE l.kind IN ('repeat', 'referral', 'expansion') AND l.folded_into_id IS NULL AND {SEEN}
    UNION ALL
    SELECT d.person_id, d.lead_id, s.at, s.time_known
    FROM deals_deal d JOIN deals_dealstep s ON s.deal_id = d.id AND s.from_stage = ''
    WHERE d.kind IN ('repeat', 'referral', 'expansion') AND {SEEN}
), returned AS (
    SELECT lead.id AS lead_id, {first("again", "true")}
    FROM lead JOIN interest s ON s.person_id = lead.person_id AND s.at > lead.born_at
    AND s.lead_id IS DISTINCT FROM lead.id GROUP BY lead.id
)"""

SALES = f"""
sold AS (
    SELECT lead_id, min(deal) AS deal, min(opened) AS deal_own, min(opened_known) AS deal_known,
           min(quoted) AS quoted, min(quoted_known) AS quoted_known,
           min(won) AS won, min(won_known) AS won_known,
           min(paid) AS paid, min(paid_known) AS paid_known,
           min(delivered) AS delivered, min(delivered_known) AS delivered_known
    FROM deal_climb GROUP BY lead_id
), spoken AS (
    SELECT lead.id AS lead_id, min(s.at) AS contacted FROM lead
    LEFT JOIN crossed c ON c.lead_id = lead.id LEFT JOIN sold d ON d.lead_id = lead.id
    JOIN deals_activity s ON s.lead_id = lead.id AND s.at >= least(c.accepted, d.deal)
    WHERE s.kind <> 'note' AND (s.outbound OR s.held) AND {SEEN} GROUP BY lead.id
)"""

CLIMB = """
climb AS (
    SELECT lead.id, lead.key, lead.label, lead.born_at, lead.until,
           last.to_stage NOT IN ('closed', 'disqualified') AS open,
           stood.captured, stood.captured AS captured_own, captured_known,
           least(mql, offered, accepted, deal) AS mql, mql AS mql_own, mql_known,
           least(offered, accepted, deal) AS offered, offered AS offered_own, offered_known,
           least(accepted, deal) AS accepted, accepted AS accepted_own, accepted_known,
           contacted, contacted AS contacted_own, contacted AS contacted_known,
           deal, deal_own, deal_known, quoted, quoted AS quoted_own, quoted_known,
           won, won AS won_own, won_known, paid, paid AS paid_own, paid_known,
           delivered, delivered AS delivered_own, delivered_known,
           again, again AS again_own, again_known
    FROM lead JOIN stood ON stood.lead_id = lead.id
    JOIN leads_leadstep last ON last.id = stood.last_id
    LEFT JOIN crossed ON crossed.lead_id = lead.id LEFT JOIN sold ON sold.lead_id = lead.id
    LEFT JOIN spoken ON spoken.lead_id = lead.id LEFT JOIN returned ON returned.lead_id = lead.id
    WHERE stood.captured IS NOT NULL
)"""

LEADS_OF_THE_QUESTION = "IN (SELECT id FROM lead)"
BORN = "l.born_at >= %(start)s AND l.born_at < %(end)s"


def climb(question, *, among=""):
    """SQL: the common tables up to `climb`, of the leads that the question is about.

    In cohort mode those born in its period, otherwise all; its filters hold in both. `key` and
    `label` name the lead's group; `among` may narrow the leads `l` further. Bind question.values.
    """
    shown = OF_LEADS[question.by] if question.by else EVERYONE
    used = [shown, *(OF_LEADS[name] for name in question.filters if name != question.by)]
    leads = MARKETING.format(
        key=shown.key,
        label=shown.label,
        joins=joined(used),
        born=BORN if question.is_cohort else "true",
        narrowed=narrowed(question, OF_LEADS),
        among=among,
    )
    deals = DEALS.format(whose=LEADS_OF_THE_QUESTION)
    return "WITH " + ",\n".join([leads, deals, RETURNED, SALES, CLIMB])


def stands(question, at, until="c.until"):
    """SQL: whether the time `at` counts: before the lead's window is over, or in the period."""
    if question.is_cohort:
        return f"{at} <= {until}"
    return f"{at} >= %(start)s AND {at} < %(end)s"


def known_time(key):
    """SQL: when the lead of `climb c` first came to the rung `key`, null where nobody knows."""
    return f"CASE WHEN c.{key}_known = c.{key}_own THEN c.{key}_own END" if key else "NULL"
