import { expect, test } from "bun:test";
import { join } from "node:path";
import { configurationPage } from "../../bin/configuration/page.ts";
import { SPEAKING, VARIABLES } from "../../src/variables.ts";
import { ROOT } from "./prose.ts";

test("docs/configuration.md is what bin/configuration.ts writes of the variables that are read", async () => {
  const page = await Bun.file(join(ROOT, "docs/configuration.md")).text();
  expect(page).toBe(configurationPage());
});

test("every variable is read under the name of its place in the table, and explained in one sentence", () => {
  for (const [place, { name }] of Object.entries(VARIABLES)) expect(name).toBe(place);
  for (const { name, meaning } of [...Object.values(VARIABLES), ...Object.values(SPEAKING)]) {
    expect([name, meaning]).toEqual([name, expect.stringMatching(/^[A-Z][^.]*([.]\S[^.]*)*\.$/)]);
  }
});
