-- %(leads)s leads over one year, with everything that follows them down the ladder. Every 4th is
-- offered, every 6th accepted, every 24th has a deal, every 96th is won, paid and delivered.

INSERT INTO leads_channel (key, name, trackable, sample)
SELECT 'channel-' || n, 'Channel ' || n, true, false FROM generate_series(1, 8) n;

INSERT INTO leads_person (id, name, email, phone, sample)
SELECT n, 'Person ' || n, 'person' || n || '@example.com', '', false
FROM generate_series(1, %(leads)s) n;

INSERT INTO leads_lead (id, person_id, channel_id, owner_id, born_at, kind, words, landing_page,
                        stage, stage_since, sample)
SELECT n, n, 1 + n %% 8, %(marketer)s, at, 'new', 'How much for ten?', '/offer',
       CASE WHEN n %% 96 = 0 THEN 'closed' WHEN n %% 12 = 0 THEN 'accepted'
            WHEN n %% 4 = 0 THEN 'offered' WHEN n %% 2 = 0 THEN 'mql' ELSE 'captured' END, at, false
FROM generate_series(1, %(leads)s) n,
     LATERAL (SELECT now() - interval '1 day' - n * interval '365 days' / %(leads)s AS at) t;

INSERT INTO leads_leadstep (lead_id, from_stage, to_stage, at, recorded_at, by_id, time_known,
                            reason, side, words, flag, sample)
SELECT l.id, s.was, s.became, l.born_at + s.after, l.born_at + s.after, %(marketer)s, true,
       '', '', '', '', false
FROM leads_lead l JOIN (VALUES
    (1, '', 'captured', interval '0'), (2, 'captured', 'mql', interval '1 hour'),
    (4, 'mql', 'offered', interval '2 hours'), (12, 'offered', 'accepted', interval '5 hours'),
    (96, 'accepted', 'closed', interval '20 hours')
) s(every, was, became, after) ON l.id %% s.every = 0;

INSERT INTO leads_handoff (id, lead_id, pass_no, offered_by_id, offered_to_id, team_id, offered_at,
                           note, evidence, tier, held_for, rung, stage, stage_since, sample)
SELECT id, id, 1, %(marketer)s, %(seller)s, %(team)s, born_at + interval '2 hours', '', '{}',
       'cold', interval '0', 0,
       CASE WHEN id %% 12 = 0 THEN 'accepted' ELSE 'offered' END, born_at + interval '2 hours', false
FROM leads_lead WHERE id %% 4 = 0;

INSERT INTO leads_handoffstep (handoff_id, from_stage, to_stage, at, recorded_at, by_id, time_known,
                               reason, side, words, flag, sample)
SELECT h.id, s.was, s.became, h.offered_at + s.after, h.offered_at + s.after, %(seller)s, true,
       '', '', '', '', false
FROM leads_handoff h JOIN (VALUES
    (4, '', 'offered', interval '0'), (12, 'offered', 'accepted', interval '3 hours')
) s(every, was, became, after) ON h.id %% s.every = 0;

INSERT INTO deals_activity (person_id, lead_id, kind, outcome, outbound, held, words, at,
                            recorded_at, by_id, sample)
SELECT id, id, 'call', 'reached', true, true, 'Wants a quote', born_at + interval '8 hours',
       born_at + interval '8 hours', %(seller)s, false
FROM leads_lead WHERE id %% 12 = 0;

INSERT INTO deals_deal (id, name, lead_id, person_id, owner_id, team_id, kind, amount, currency,
                        rate, base_amount, due, opened_at, knowable, stage, stage_since, sample)
SELECT id, 'Deal ' || id, id, id, %(seller)s, %(team)s, 'new', 1000, 'EUR', 1, 1000, 1000,
       born_at + interval '9 hours', '',
       CASE WHEN id %% 96 = 0 THEN 'won' ELSE 'proposal' END, born_at + interval '9 hours', false
FROM leads_lead WHERE id %% 24 = 0;

INSERT INTO deals_dealstep (deal_id, from_stage, to_stage, at, recorded_at, by_id, time_known,
                            reason, side, words, flag, sample)
SELECT d.id, s.was, s.became, d.opened_at + s.after, d.opened_at + s.after, %(seller)s, true,
       '', '', '', '', false
FROM deals_deal d JOIN (VALUES
    (24, '', 'discovery', interval '0'), (96, 'discovery', 'won', interval '11 hours')
) s(every, was, became, after) ON d.id %% s.every = 0;

INSERT INTO deals_payment (deal_id, amount, currency, rate, base_amount, note, at, recorded_at,
                           by_id, sample)
SELECT id, 1000, 'EUR', 1, 1000, '', opened_at + interval '14 hours', opened_at, %(seller)s, false
FROM deals_deal WHERE stage = 'won';
