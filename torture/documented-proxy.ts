/** The configurations of docs/several-nodes.md, with the ports of this machine in place of the docs'. */
import { join } from "node:path";

const PAGE = join(import.meta.dir, "../docs/several-nodes.md");
const NODES = ["10.0.0.11:8000", "10.0.0.12:8000", "10.0.0.13:8000"] as const;

/** A whole nginx.conf, over plain HTTP; its files go into `folder`. */
export async function nginxConfig(
  folder: string,
  port: number,
  targets: readonly number[],
): Promise<string> {
  const documented = withPorts(await block("nginx"), targets);
  return `
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/nginx.log;
worker_rlimit_nofile 16384;
events { worker_connections 8192; }
http {
access_log off;
client_body_temp_path ${folder}/body;
proxy_temp_path ${folder}/proxy;
fastcgi_temp_path ${folder}/fastcgi;
uwsgi_temp_path ${folder}/uwsgi;
scgi_temp_path ${folder}/scgi;
${replace(documented, "listen 443 ssl;", `listen 127.0.0.1:${port} backlog=4096;`)}
}
`;
}

/** A whole Caddyfile, over plain HTTP, or with a certificate of an authority of its own. */
export async function caddyConfig(
  port: number,
  targets: readonly number[],
  isTls = false,
): Promise<string> {
  const documented = withPorts(await block("caddyfile"), targets);
  return `{
	admin off
	skip_install_trust
	auto_https disable_redirects
}
${replace(documented, "rage.example", isTls ? `localhost:${port}` : `http://127.0.0.1:${port}`)}`;
}

function withPorts(config: string, targets: readonly number[]): string {
  return NODES.reduce(
    (text, node, at) => replace(text, node, `127.0.0.1:${targets[at % targets.length]}`),
    config,
  );
}

/** The first block of the page in that language. */
async function block(language: string): Promise<string> {
  const page = await Bun.file(PAGE).text();
  const found = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "ms").exec(page);
  if (found?.[1] === undefined) throw new Error(`${PAGE} holds no block of ${language}.`);
  return found[1];
}

/** Throws where the text is not there once. */
function replace(config: string, text: string, other: string): string {
  const parts = config.split(text);
  if (parts.length !== 2) throw new Error(`The docs hold ${text} ${parts.length - 1} times.`);
  return parts.join(other);
}
