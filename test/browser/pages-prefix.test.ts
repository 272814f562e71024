/** The room under a path of a host, behind a proxy that takes the path off. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { freePort } from "../harness/free-port.ts";
import { TEST_MS } from "../harness/limits.ts";
import { needsProgram } from "../harness/needs.ts";
import { proxyUnder } from "../harness/prefix-proxy.ts";
import { ADMIN, openRoom, type TestRoom } from "../harness/room.ts";
import { visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
let room: TestRoom;
beforeAll(async () => {
  browser = await openBrowser();
  room = await openRoom();
});
afterAll(async () => {
  await room.stop();
  await browser.close();
});

/** Speaks, signs in as an admin and goes back, and gives every address asked for on the way. */
async function evening(host: string): Promise<string[]> {
  await using visitor = await visit(browser, "about:blank");
  const { page } = visitor;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  page.on("websocket", (socket) => asked.push(new URL(socket.url()).pathname));
  await page.goto(`${host}/rage`);
  await page.waitForURL("**/rage/");
  const text = `said under a path ${crypto.randomUUID()}`;
  await visitor.say(text);
  await visitor.shows(text);
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.waitForURL("**/rage/login");
  await page.goto(`${host}/rage/static/login.html`);
  await page.fill("input[type=email]", ADMIN.email);
  await page.fill("input[type=password]", ADMIN.password);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/rage/admin");
  await page.locator(".rows li").first().waitFor();
  await page.locator("a[href$='/rage/']").first().click();
  await page.locator(".send:enabled").waitFor();
  const manifest = await page.locator("link[rel=manifest]").evaluate(async (link) => {
    if (!(link instanceof HTMLLinkElement)) throw new Error("That is no link.");
    const { start_url, icons } = await (await fetch(link.href)).json();
    return [start_url, ...icons.map(({ src }: { src: string }) => src)].map(
      (path) => new URL(path, link.href).pathname,
    );
  });
  expect(manifest[0]).toBe("/rage/");
  for (const path of manifest) expect((await fetch(host + path)).status).toBe(200);
  await page.goto(`${host}/rage/docs`);
  await page.getByText("/api/today").first().waitFor();
  expect(visitor.complaints).toEqual([]);
  return asked;
}

test("every page, call and socket stays under that path", async () => {
  await using proxy = proxyUnder("/rage", room.url);
  const asked = await evening(proxy.host);
  expect(asked).toContain("/rage/ws");
  expect(asked.filter((path) => !/^\/rage(\/|$)/.test(path))).toEqual([]);
});

const nginx = needsProgram("nginx");

describe.skipIf(nginx.isMissing)(
  `behind nginx, which is run where it is installed${nginx.note}`,
  () => {
    test("every page, call and socket stays under the path that nginx gives it", async () => {
      const folder = await mkdtemp(join(tmpdir(), "rage-room-nginx-"));
      const port = freePort();
      const config = `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
      events {}
      http {
        access_log off;
        client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
        fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
        server {
          listen 127.0.0.1:${port};
          absolute_redirect off;
          location /rage/ {
            proxy_pass ${room.url}/;
            proxy_http_version 1.1;
            proxy_set_header Host $http_host;
            proxy_set_header Upgrade $http_upgrade;
            proxy_set_header Connection "upgrade";
          }
        }
      }`;
      await Bun.write(join(folder, "nginx.conf"), config);
      const nginx = Bun.spawn(["nginx", "-c", join(folder, "nginx.conf")]);
      const host = `http://127.0.0.1:${port}`;
      const answers = () =>
        fetch(host).then(
          () => true,
          () => false,
        );
      while (nginx.exitCode === null && !(await answers()));
      const asked = await evening(host);
      expect(asked.filter((path) => !/^\/rage(\/|$)/.test(path))).toEqual([]);
      nginx.kill();
      await nginx.exited;
      await rm(folder, { recursive: true });
    });
  },
);
