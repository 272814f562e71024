/** Writes docs/configuration.md from the table that the program reads its variables by. */
import { join } from "node:path";
import { configurationPage } from "./configuration/page.ts";

await Bun.write(join(import.meta.dir, "../docs/configuration.md"), configurationPage());
