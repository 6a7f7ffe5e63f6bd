/**
 * One name, however it was typed: cased, spaced, composed (NFC or NFD), with a straight or a curly apostrophe, with or
 * without what nobody sees. What an HMAC is made of; a page shows the name as typed.
 */
export function canonicalName({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return (
    `${givenName} ${familyName}`
      .normalize("NFKC")
      .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
      // By way of capitals: "ß" and "SS", "և" and "եւ", both forms of the Greek sigma are one letter each.
      .toUpperCase()
      .toLowerCase()
      .replace(/[\u0060\u00B4\u02B9-\u02BC\u2018\u2019\u2032]/g, "'")
      .normalize("NFKC")
      .replace(/\s+/g, " ")
      .trim()
  );
}
