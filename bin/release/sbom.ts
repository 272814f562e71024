/** What the executable is made of, in CycloneDX, as npm knows it. */
import { z } from "zod";

const Sbom = z.looseObject({
  metadata: z.looseObject({
    component: z.looseObject({ name: z.string(), version: z.string() }),
  }),
});

/** `sha256`: of the executable, which the list is about. */
export async function sbomOf(checkout: string, name: string, sha256: string): Promise<string> {
  const words = ["npm", "sbom", "--sbom-format=cyclonedx", "--sbom-type=application", "--omit=dev"];
  const npm = Bun.spawn(words, { cwd: checkout, stdin: "ignore", stderr: "pipe" });
  const [out, err] = await Promise.all([
    new Response(npm.stdout).text(),
    new Response(npm.stderr).text(),
  ]);
  if ((await npm.exited) !== 0) throw new Error(`npm made no list of what is inside.\n${err}`);
  const sbom = Sbom.parse(JSON.parse(out));
  // npm names it after the folder that it is in.
  Object.assign(sbom.metadata.component, { name, hashes: [{ alg: "SHA-256", content: sha256 }] });
  return `${JSON.stringify(sbom, null, 2)}\n`;
}
