/** docs/configuration.md, made of the table that src/config.ts reads by. */
import { IN_FILES, SPEAKING, VARIABLES, type Variable } from "../../src/variables.ts";

type Row = Omit<Variable<unknown>, "parse">;

const HEAD = "| Variable | Accepts | Default | Meaning | Since |\n| --- | --- | --- | --- | --- |";

export function configurationPage(): string {
  return `# Configuration

Every variable that the program reads, written by \`npx bun bin/configuration.ts\` from the table in
\`src/variables.ts\` by which it reads them. All are optional on SQLite. What is wrong is said at the start, all
of it together, by name, with what is accepted; the log warns of a name that looks like a slip of one of these. A \`.env\` file in the folder is read too.

${HEAD}
${Object.values<Row>(VARIABLES).map(row).join("\n")}

${IN_FILES.map((name) => `\`${name}\``).join(", ")} each name a file that holds the variable without \`_FILE\`
([how](operating.md#secrets-in-files)).

## Newcomers

Who is a newcomer, and what newcomers may say ([how](protocol.md#standing)). The numbers are for
\`${VARIABLES.MESSAGES_PER_MINUTE.name}=${VARIABLES.MESSAGES_PER_MINUTE.fallback}\`; what newcomers may say grows with it.

${HEAD}
${Object.values<Row>(SPEAKING).map(row).join("\n")}
`;
}

function row({ name, accepts, usually, fallback, meaning, since }: Row): string {
  const cells = [`\`${name}\``, accepts, usually ?? `\`${fallback}\``, meaning, since];
  return `| ${cells.join(" | ")} |`;
}
