/**
 * Statements that count from the truth, each by its own means, and answer the cells in which the tallies say something
 * else: none where all is folded and right. Minutes are kept for two hours and are left out.
 */
const day = (at: string) => `to_char(${at} at time zone 'UTC', 'YYYY-MM-DD')`;

const division = `case
  when "houseDivisionId" is not null then "houseDivisionId"
  when "stateDivisionId" is not null then 'district-unknown:' || "stateDivisionId"
  when "country" = 'US' then 'district-unknown:'
  else 'country:' || "country" end`;
const reach = `case
  when "houseDivisionId" is not null then 'known'
  when "country" <> 'US' and "stateDivisionId" is null then 'abroad'
  else 'unknown' end`;

/** Columns of what differs: a campaign, what was counted, how many there are, how many the tally says. */
const compared = (truth: string, tally: string) => `
  select coalesce(t."campaignId", k."campaignId") as "campaignId", coalesce(t."cell", k."cell") as "cell",
    coalesce(t."n", 0)::int as "is", coalesce(k."n", 0)::int as "tallied"
  from (${truth}) t full join (${tally}) k on k."campaignId" = t."campaignId" and k."cell" = t."cell"
  where coalesce(t."n", 0) <> coalesce(k."n", 0)`;

const signatures = compared(
  `with counted as (select * from "Signature" where "state" = 'confirmed'), cells as (
     select "campaignId", 'total||' as "cell" from counted
     union all select "campaignId", 'day||' || ${day(`"confirmedAt"`)} from counted
     union all select "campaignId", 'hour||' || to_char("confirmedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24') from counted
     union all select "campaignId", 'place|' || coalesce("stateDivisionId", '') || '|' from counted
     union all select "campaignId", 'source|' || coalesce("source", '') || '|' from counted
     union all select "campaignId", 'division|' || ${division} || '|' from counted
     union all select "campaignId", 'reach|' || ${reach} || '|' from counted
     union all select "campaignId", 'day-division|' || ${day(`"confirmedAt"`)} || '|' || ${division} from counted
     union all select "campaignId", 'week-division|' || to_char("confirmedAt" at time zone 'UTC'
         - (extract(isodow from "confirmedAt" at time zone 'UTC') - 1) * interval '1 day', 'YYYY-MM-DD')
       || '|' || ${division} from counted
     union all select "campaignId", 'day-source|' || ${day(`"confirmedAt"`)} || '|' || coalesce("source", '') from counted
     union all select "campaignId", 'signed||' || ${day(`"signedAt"`)} from "Signature"
     union all select "campaignId", 'withdrawn||' || ${day(`"withdrawnAt"`)} from "Signature" where "state" = 'withdrawn'
   ) select "campaignId", "cell", count(*) as "n" from cells group by 1, 2`,
  `select "campaignId", "cube" || '|' || "key" || '|' || "bucket" as "cell", "n" from "Tally" where "cube" <> 'minute'`,
);

const letters = compared(
  `select "campaignId", "to" || '|' || "status" as "cell", count(*) as "n" from (
     select l."campaignId", unnest(array[l."officeId", '*']) as "to", case
       when h."letterId" is not null then 'done'
       when l."state" = 'approved' then 'waiting'
       when l."state" = 'held' then 'held'
       when l."channel" = 'hand-over' then 'with-writer'
       else 'mailed' end as "status"
     from "Letter" l left join "HandOver" h on h."letterId" = l."id" where l."current"
   ) stood group by 1, 2`,
  `select "campaignId", "officeId" || '|' || "status" as "cell", "n" from "LetterTally"`,
);

const deliveries = compared(
  `select "campaignId", "to" || '|' || "state" || '|' || coalesce("reason", '') as "cell", count(*) as "n"
   from (select "campaignId", unnest(array[coalesce("groupKey", ''), '*']) as "to", "reason", case "state" when 'sending' then 'queued' else "state" end as "state"
     from "Delivery" where "kind" = 'letter' and "campaignId" is not null) went group by 1, 2`,
  `select "campaignId", "groupKey" || '|' || "state" || '|' || "reason" as "cell", "n" from "DeliveryTally"`,
);

export const recounts = { signatures, letters, deliveries };
