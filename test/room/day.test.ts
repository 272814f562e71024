import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { dayAt, endOf, isoIn, nextMidnight } from "../../src/room/day.ts";

const HOUR = 3_600_000;
const ZONES = [...Intl.supportedValuesOf("timeZone"), "UTC"];
const zone = fc.constantFrom(...ZONES);
/** Until 2011 some zone turned its clocks back just after midnight, so that a date came round again. */
const instant = fc.integer({ min: Date.parse("2012-01-01"), max: Date.parse("2037-01-01") });

/** What the date is, told by another part of the platform. */
function dateByIntl(at: number, timeZone: string): string {
  const parts = { timeZone, year: "numeric", month: "2-digit", day: "2-digit" } as const;
  return new Intl.DateTimeFormat("en-CA", parts).format(at);
}

describe("the days of a zone", () => {
  test("the date is the zone's own at any instant", () => {
    fc.assert(
      fc.property(zone, instant, (name, at) => {
        expect(dayAt(at, name)).toBe(dateByIntl(at, name));
      }),
      { numRuns: 400 },
    );
  });

  test("the next midnight is the first instant of another date, and lies ahead", () => {
    fc.assert(
      fc.property(zone, instant, (name, at) => {
        const midnight = nextMidnight(at, name);
        expect(midnight).toBeGreaterThan(at);
        expect(dateByIntl(midnight - 1, name)).toBe(dateByIntl(at, name));
        expect(dateByIntl(midnight, name) > dateByIntl(at, name)).toBe(true);
        expect(midnight).toBe(endOf(dayAt(at, name), name));
      }),
      { numRuns: 400 },
    );
  });

  test("days follow each other without a gap, each of about 24 hours, in every zone for some years", () => {
    fc.assert(
      fc.property(zone, fc.integer({ min: 2012, max: 2036 }), (name, year) => {
        let at = endOf(`${year}-12-31`, name);
        for (let days = 0; days < 366; days++) {
          const next = nextMidnight(at, name);
          // Not 23 to 25: a zone may change its country, as Simferopol did, or its mind, as Casey does.
          expect(next - at).toBeGreaterThanOrEqual(20 * HOUR);
          expect(next - at).toBeLessThanOrEqual(28 * HOUR);
          at = next;
        }
      }),
      { numRuns: 15 },
    );
  });

  test.each([
    ["Europe/Berlin", "2026-03-29", "2026-03-29T22:00:00Z", 23],
    ["Europe/Berlin", "2026-10-25", "2026-10-25T23:00:00Z", 25],
    ["America/New_York", "2026-11-01", "2026-11-02T05:00:00Z", 25],
    ["Australia/Lord_Howe", "2026-04-05", "2026-04-05T13:30:00Z", 24.5],
    ["Asia/Kathmandu", "2026-06-01", "2026-06-01T18:15:00Z", 24],
    ["UTC", "2028-02-29", "2028-03-01T00:00:00Z", 24],
    // Their clocks skip midnight: the new day starts at one.
    ["America/Sao_Paulo", "2018-11-03", "2018-11-04T03:00:00Z", 24],
    ["America/Sao_Paulo", "2018-11-04", "2018-11-05T02:00:00Z", 23],
    ["Africa/Cairo", "2026-04-23", "2026-04-23T22:00:00Z", 24],
    ["Africa/Cairo", "2026-04-24", "2026-04-24T21:00:00Z", 23],
    ["Asia/Beirut", "2026-03-28", "2026-03-28T22:00:00Z", 24],
    // Midnight comes round twice: the day has an hour more.
    ["America/Sao_Paulo", "2018-02-17", "2018-02-18T03:00:00Z", 25],
    // Samoa crossed the date line: its 30th never was.
    ["Pacific/Apia", "2011-12-29", "2011-12-30T10:00:00Z", 24],
    ["Pacific/Apia", "2011-12-31", "2011-12-31T10:00:00Z", 24],
  ])("in %s, %s ends at %s after %d hours", (name, day, end, hours) => {
    expect(new Date(endOf(day, name)).toISOString()).toBe(new Date(end).toISOString());
    const start = Date.parse(end) - hours * HOUR;
    expect(dayAt(start, name)).toBe(day);
    expect(dayAt(start - 1, name) < day).toBe(true);
    expect(dayAt(Date.parse(end) - 1, name)).toBe(day);
    expect(dayAt(Date.parse(end), name) > day).toBe(true);
  });

  test("a day that a zone left out is over as soon as it would begin", () => {
    expect(endOf("2011-12-30", "Pacific/Apia")).toBe(endOf("2011-12-29", "Pacific/Apia"));
    expect(dayAt(endOf("2011-12-29", "Pacific/Apia"), "Pacific/Apia")).toBe("2011-12-31");
  });

  test("a time is written with the zone's offset, and stands for the same instant", () => {
    expect(isoIn("Asia/Kathmandu", 0)).toBe("1970-01-01T05:30:00.000+05:30");
    fc.assert(
      fc.property(zone, instant, (name, at) => {
        const iso = isoIn(name, at);
        expect(Date.parse(iso)).toBe(at);
        expect(iso.slice(0, 10)).toBe(dayAt(at, name));
      }),
    );
  });
});
