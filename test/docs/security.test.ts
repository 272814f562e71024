/** docs/security.md holds every requirement of ASVS 5.0 up to level 2, and counts them right. */
import { expect, test } from "bun:test";
import { readPages } from "./prose.ts";

/** How many requirements of levels 1 and 2 each section has; in each they are numbered from 1. */
const SECTIONS: Record<string, number> = {
  ...{ "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2 },
  ...{ "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1 },
  ...{ "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2 },
  ...{ "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4 },
  ...{ "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3 },
  ...{ "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4 },
  ...{ "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2 },
  ...{ "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1 },
  ...{ "9.1": 3, "9.2": 4 },
  ...{ "10.1": 2, "10.2": 2, "10.3": 4, "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3 },
  ...{ "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1 },
  ...{ "12.1": 3, "12.2": 2, "12.3": 4 },
  ...{ "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5 },
  ...{ "14.1": 2, "14.2": 4, "14.3": 3 },
  ...{ "15.1": 3, "15.2": 3, "15.3": 7 },
  ...{ "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3 },
  ...{ "17.1": 1, "17.2": 4, "17.3": 2 },
};
const COUNTED = {
  test: "met, and a test proves it",
  design: "met by design",
  "not applicable": "not applicable",
  open: "open",
};

const page = (await readPages()).find(({ path }) => path === "docs/security.md");
const text = page?.text ?? "";
const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| ([\w ]+) \| (.+?) \| ?(.*?) ?\|$/gm)].map(
  ([, number = "", state = "", how = "", tests = ""]) => ({ number, state, how, tests }),
);

test("every requirement of levels 1 and 2 has one line, in order, and no other has", () => {
  const wanted = Object.entries(SECTIONS).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, at) => `${section}.${at + 1}`),
  );
  expect(wanted.length).toBe(253);
  expect(rows.map(({ number }) => number)).toEqual(wanted);
});

test("what a test proves names one, what needs none says why, and the counts are those of the lines", () => {
  for (const { number, state, how, tests } of rows) {
    expect([number, Object.keys(COUNTED)]).toEqual([number, expect.arrayContaining([state])]);
    expect([number, tests.startsWith("`test/")]).toEqual([number, state === "test"]);
    expect([number, how.length > 2]).toEqual([number, true]);
  }
  for (const [state, words] of Object.entries(COUNTED)) {
    const said = new RegExp(`^\\| ${words}[^|]* \\| (\\d+) \\|$`, "m").exec(text);
    expect([state, Number(said?.[1])]).toEqual([
      state,
      rows.filter((row) => row.state === state).length,
    ]);
  }
});
