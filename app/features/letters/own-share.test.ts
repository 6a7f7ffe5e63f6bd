import { expect, test } from "vitest";
import { commonShare, ownParagraphs } from "./own-share.ts";

const template = `I write about the people who were detained in Azerbaijan.

A court sentenced a man of 68 to fifteen years in prison.

Thank you.`;

test("the campaign's text is all the campaign's, one's own is none", () => {
  expect(commonShare(template, template)).toBe(1);
  expect(commonShare("My neighbours ask where the others are, every single day.", template)).toBe(0);
  expect(commonShare("", template)).toBe(0);
  expect(commonShare("Nothing here to compare with anything at all.", "")).toBe(0);
});

test("capitals, punctuation and line breaks do not make a text one's own", () => {
  expect(commonShare(template.toUpperCase().replaceAll(".", " !\n"), template)).toBe(1);
});

test("counts words in runs of five, exactly", () => {
  // Ten words of the template, ten of the writer's own.
  const body =
    "I write about the people who were detained in Azerbaijan.\n\nOur street has three new families and they are waiting.";
  expect(commonShare(body, template)).toBe(0.5);
  // One changed word in the middle of nine leaves runs of four: nothing is known again.
  expect(commonShare("I write about the folks who were detained in", template)).toBe(0);
});

test("marks the paragraphs that are mostly the writer's", () => {
  const body = `I write about the people who were detained in Azerbaijan.

Three families came to our street that autumn.

Thank you.`;
  expect(ownParagraphs(body, template)).toEqual([false, true, false]);
  expect(ownParagraphs("", template)).toEqual([]);
});

test("knows words of other scripts", () => {
  const armenian = "Ես գրում եմ այն մարդկանց մասին ովքեր պահվում են";
  expect(commonShare(armenian, armenian)).toBe(1);
});
