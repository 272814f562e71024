/** Whom a chat comes in as. */
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { z } from "zod";
import { Token } from "../wire/http.ts";
import { refuse, whyUnanswered } from "./arguments.ts";
import { oneLine } from "./chat-printable.ts";

const PATIENCE_MS = 10_000;
const Problem = z.object({ code: z.string(), detail: z.string() });

export async function readToken(file: string): Promise<string> {
  const text = await Bun.file(file)
    .text()
    .catch((error: unknown) => refuse(`${file} cannot be read (${whyUnanswered(error)}).`));
  const token = text.trim();
  if (!/^[\w.-]+$/.test(token)) refuse(`${file} holds no token.`);
  return token;
}

export async function signIn(url: string, email: string): Promise<string> {
  if (!process.stdin.isTTY) refuse("Without a terminal, sign in with --token-file.", 2);
  const password = await askUnseen(`Password of ${oneLine(email)}: `);
  const tried = await call(url, { email, password });
  if (tried.code !== "code_needed") return tokenOf(url, tried);
  const code = await askUnseen("Code of the second step: ");
  return tokenOf(url, await call(url, { email, password, code }));
}

function tokenOf(url: string, { token, why }: Answer): string {
  return token ?? refuse(oneLine(why ?? `${url} answered as no room does.`));
}

interface Answer {
  token?: string;
  /** Of a refusal. */
  code?: string;
  why?: string;
}

async function call(
  url: string,
  body: { email: string; password: string; code?: string },
): Promise<Answer> {
  const page = new URL(url.replace(/^ws/, "http"));
  const path = `${page.pathname.replace(/\/*$/, "")}/api/auth/login`;
  try {
    const answer = await fetch(new URL(path, page), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      // Elsewhere would be given the password.
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return answerOf(await answer.json().catch(() => undefined));
  } catch (error) {
    return refuse(`${url} gave no answer (${whyUnanswered(error)}).`);
  }
}

function answerOf(body: unknown): Answer {
  const token = Token.safeParse(body);
  if (token.success) return { token: token.data.access_token };
  const problem = Problem.safeParse(body);
  return problem.success ? { code: problem.data.code, why: problem.data.detail } : {};
}

/** What is typed is not shown. */
async function askUnseen(question: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  // Asked only now: from here on the terminal itself shows nothing either.
  process.stdout.write(question);
  const answer = await terminal.question("");
  terminal.close();
  process.stdout.write("\n");
  return answer;
}
