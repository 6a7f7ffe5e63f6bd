import { describe, expect, it } from "vitest";
import { faultOf } from "./faults.ts";

describe("what an error page tells", () => {
  it("knows a page that is not there, a database that is down and what is not taken by their status", () => {
    expect(faultOf({ status: 404 })).toEqual({ fault: "not-found", reference: null });
    expect(faultOf({ status: 503 })).toEqual({ fault: "unavailable", reference: null });
    expect(faultOf({ status: 405 })).toEqual({ fault: "not-taken", reference: null });
    expect(faultOf({ status: 403 })).toEqual({ fault: "not-taken", reference: null });
  });

  it("shows the reference of a bug that was logged", () => {
    expect(faultOf(new Error("R-7F3K"))).toEqual({ fault: "ours", reference: "R-7F3K" });
    expect(faultOf(new Error("database-down"))).toEqual({ fault: "unavailable", reference: null });
  });

  it("never shows the message of an error, which may quote a row", () => {
    const quoting = new Error("duplicate key (email)=(sample@example.org) R-7F3K");
    expect(faultOf(quoting)).toEqual({ fault: "ours", reference: null });
    expect(faultOf("thrown")).toEqual({ fault: "ours", reference: null });
    expect(faultOf({ status: 500, data: "secret" })).toEqual({ fault: "ours", reference: null });
  });
});
