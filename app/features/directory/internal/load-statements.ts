/* The loader's SQL. Rows come as one JSON text, so that forty thousand of them are one statement and one round trip. */

export const lock = `select pg_advisory_xact_lock(hashtext('redress directory'))`;

export const importOf = `select "id" from "DirectoryImport" where "source" = $1 and "sha256" = $2`;

export const addImport = `
  insert into "DirectoryImport" ("id", "source", "asOf", "sha256", "outcome", "finishedAt")
  values ($1, $2, $3::date, $4, 'loaded', $5)`;

export const putMap = `
  insert into "DivisionMap" ("id", "congress", "validFrom", "validUntil", "source")
  select * from json_to_recordset($1::json)
    as r("id" text, "congress" int, "validFrom" date, "validUntil" date, "source" text)
  on conflict ("id") do update set ("congress", "validFrom", "validUntil", "source")
    = (excluded."congress", excluded."validFrom", excluded."validUntil", excluded."source")`;

// Parents stand before their children, and the foreign key is checked at the end of the statement anyway.
export const putDivisions = `
  insert into "Division" ("id", "kind", "country", "parentId", "name")
  select "id", "kind", 'US', "parentId", "name" from json_to_recordset($1::json)
    as r("id" text, "kind" text, "parentId" text, "name" text)
  on conflict ("id") do update set ("kind", "parentId", "name") = (excluded."kind", excluded."parentId", excluded."name")`;

export const clearAreas = `delete from "PostalArea" where "country" = 'US' and "mapId" = $1`;

export const addAreas = `
  insert into "PostalArea" ("country", "code", "mapId", "divisionId", "isPrimary", "kind")
  select 'US', "code", $2, "divisionId", "isPrimary", 'zcta' from json_to_recordset($1::json)
    as r("code" text, "divisionId" text, "isPrimary" boolean)`;

export const clearPrefixes = `delete from "PostalPrefix" where "country" = 'US'`;

export const addPrefixes = `
  insert into "PostalPrefix" ("country", "prefix", "state", "kind")
  select 'US', "prefix", "state", "kind" from json_to_recordset($1::json) as r("prefix" text, "state" text, "kind" text)`;

export const putOffices = `
  insert into "Office" ("id", "kind", "name", "bodyName", "divisionId", "chamber", "hasFloorVote", "canCosponsor",
    "disclosure", "timeZone", "salutation")
  select * from json_to_recordset($1::json)
    as r("id" text, "kind" text, "name" text, "bodyName" text, "divisionId" text, "chamber" text,
      "hasFloorVote" boolean, "canCosponsor" boolean, "disclosure" text, "timeZone" text, "salutation" text)
  on conflict ("id") do update set
    ("kind", "name", "bodyName", "divisionId", "chamber", "hasFloorVote", "canCosponsor", "disclosure", "timeZone",
      "salutation")
    = (excluded."kind", excluded."name", excluded."bodyName", excluded."divisionId", excluded."chamber",
      excluded."hasFloorVote", excluded."canCosponsor", excluded."disclosure", excluded."timeZone",
      excluded."salutation")`;

export const putOfficials = `
  insert into "Official" ("id", "given", "family", "display", "sortName")
  select * from json_to_recordset($1::json)
    as r("id" text, "given" text, "family" text, "display" text, "sortName" text)
  on conflict ("id") do update set ("given", "family", "display", "sortName")
    = (excluded."given", excluded."family", excluded."display", excluded."sortName")`;

export const putTerms = `
  insert into "Term" ("officialId", "officeId", "start", "end", "party", "how")
  select * from json_to_recordset($1::json)
    as r("officialId" text, "officeId" text, "start" date, "end" date, "party" text, "how" text)
  on conflict ("officialId", "officeId", "start") do update set ("end", "party", "how")
    = (excluded."end", excluded."party", excluded."how")`;

// Who is gone from the facts has left the office before the term's end; the row stays, for letters name its holder.
export const endMissingTerms = `
  update "Term" t set "end" = greatest(t."start", $2::date)
  where t."end" > $2::date and not exists (
    select 1 from json_to_recordset($1::json) as r("officialId" text, "officeId" text, "start" date)
    where r."officialId" = t."officialId" and r."officeId" = t."officeId" and r."start" = t."start")`;

export const putContacts = `
  insert into "ContactPoint" ("id", "officeId", "officialId", "channel", "value", "label", "needs", "captcha", "source",
    "asOf")
  select * from json_to_recordset($1::json)
    as r("id" text, "officeId" text, "officialId" text, "channel" text, "value" text, "label" text, "needs" jsonb,
      "captcha" boolean, "source" text, "asOf" date)
  on conflict ("id") do update set ("label", "needs", "captcha", "source", "asOf")
    = (excluded."label", excluded."needs", excluded."captcha", excluded."source", excluded."asOf")`;

export const dropMissingContacts = `
  delete from "ContactPoint" c
  where not exists (select 1 from json_to_recordset($1::json) as r("id" text) where r."id" = c."id")`;
