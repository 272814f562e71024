/**
 * Makes src/accounts/common-passwords.json again, from `passwords.json` of the npm package
 * @zxcvbn-ts/language-common (MIT), which has the most common password first:
 * npx bun bin/common-passwords.ts path/to/passwords.json
 */
import { z } from "zod";
import { PASSWORD_MIN_CHARS } from "../src/wire/limits.ts";

const COUNT = 10_000;
const TARGET = `${import.meta.dir}/../src/accounts/common-passwords.json`;

const [file = ""] = process.argv.slice(2);
const all = z.array(z.string()).parse(await Bun.file(file).json());
const longEnough = all.filter((password) => password.length >= PASSWORD_MIN_CHARS).slice(0, COUNT);
const source = "@zxcvbn-ts/language-common 4.1.3, MIT, (c) 2012-2016 Dan Wheeler and Dropbox, Inc.";
const lines = `\n${longEnough.join("\n")}\n`;
await Bun.write(TARGET, `${JSON.stringify({ source, lines }, null, 2)}\n`);
console.log(`${longEnough.length} passwords`);
