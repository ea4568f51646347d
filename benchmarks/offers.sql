-- %(offers)s offers that wait, made over the last hour, each to be answered within a day of it; the
-- first %(due)s have used half of their time.

INSERT INTO leads_person (id, name, email, phone, sample)
SELECT n, 'Person ' || n, 'person' || n || '@example.com', '', false
FROM generate_series(1, %(offers)s) n;

INSERT INTO leads_lead (id, person_id, owner_id, born_at, kind, words, landing_page, stage,
                        stage_since, sample)
SELECT n, n, %(marketer)s, now() - interval '2 hours', 'new', '', '', 'offered',
       now() - interval '1 hour', false
FROM generate_series(1, %(offers)s) n;

INSERT INTO leads_leadstep (lead_id, from_stage, to_stage, at, recorded_at, by_id, time_known,
                            reason, side, words, flag, sample)
SELECT l.id, s.was, s.became, s.at, s.at, %(marketer)s, true, '', '', '', '', false
FROM leads_lead l, (VALUES
    ('', 'captured', now() - interval '2 hours'), ('captured', 'offered', now() - interval '1 hour')
) s(was, became, at);

INSERT INTO leads_handoff (id, lead_id, pass_no, offered_by_id, offered_to_id, team_id, offered_at,
                           note, evidence, tier, accept_for, contact_for, accept_due_at,
                           contact_due_at, held_for, rung, rung_at, stage, stage_since, sample)
SELECT n, n, 1, %(marketer)s, %(seller)s, %(team)s, now() - interval '1 hour', '', '{"words": ""}',
       'cold', interval '24 hours', interval '48 hours', now() + interval '3 days',
       now() + interval '6 days', interval '0', 0,
       now() + CASE WHEN n <= %(due)s THEN interval '-1 minute' ELSE interval '1 day' END,
       'offered', now() - interval '1 hour', false
FROM generate_series(1, %(offers)s) n;

INSERT INTO leads_handoffstep (handoff_id, from_stage, to_stage, at, recorded_at, by_id, time_known,
                               reason, side, words, flag, sample)
SELECT id, '', 'offered', offered_at, offered_at, %(marketer)s, true, '', '', '', '', false
FROM leads_handoff;
