/** The composition root: the one place that builds the parts and wires them. */
import type { Server } from "bun";
import { version } from "../package.json";
import { guardedUsers } from "./accounts/guarded-users.ts";
import { AddressHashes, SignedGuests } from "./accounts/guests.ts";
import { openAccounts } from "./accounts/open-accounts.ts";
import { RoomSecrets } from "./accounts/room-secrets.ts";
import { loadOrCreateSigningKey } from "./accounts/signing-key.ts";
import { AllowedOrigins } from "./allowed-origins.ts";
import { ClientAddresses } from "./client-address.ts";
import type { Config } from "./config.ts";
import { requireAddress } from "./host-address.ts";
import { isAddressed, notAddressed } from "./http/addressed.ts";
import type { Pages, Phase } from "./http/api.ts";
import { httpApp } from "./http/app.ts";
import { asGet } from "./http/as-get.ts";
import { openPages } from "./http/pages.ts";
import { requestIdOf } from "./http/request-id.ts";
import { checkClock, keepChecking } from "./jobs/check-clock.ts";
import { startJobs } from "./jobs/jobs.ts";
import { poll } from "./jobs/poll.ts";
import { raiseShield } from "./jobs/raise-shield.ts";
import { resealOnce } from "./jobs/reseal-once.ts";
import { FramePacer, type Pacer } from "./live/frame-pacer.ts";
import { Gateway } from "./live/gateway.ts";
import type { Session } from "./live/session.ts";
import { DayDestruction } from "./midnight/destruction.ts";
import { forget } from "./midnight/destruction-timer.ts";
import { turnAtMidnight } from "./midnight/turn-timer.ts";
import { OutsideView } from "./outside-view.ts";
import { BUILT_IN } from "./process/built-in.ts";
import { systemClock } from "./process/clock.ts";
import { CorrectedClock } from "./process/corrected-clock.ts";
import { connectionsWithin } from "./process/descriptors.ts";
import { openLog } from "./process/log.ts";
import { isolated, outside } from "./public-address.ts";
import type { Passwords } from "./room/account-ports.ts";
import { ActLimits } from "./room/act-limits.ts";
import { DayFigures } from "./room/day-figures.ts";
import { UNMETERED } from "./room/meter.ts";
import type { Clock, Log, Logger } from "./room/ports.ts";
import { Room } from "./room/room.ts";
import { TopicCalendar } from "./room/topic-calendar.ts";
import { WordList } from "./room/word-list.ts";
import { SecureTransport } from "./secure-transport.ts";
import { claimFile } from "./store/database/file-lock.ts";
import type { Store } from "./store/ports.ts";
import { openStore } from "./store/store.ts";

/** More than a call takes whose database is silent: the server itself cuts a connection after ten. */
const ANSWER_S = 60;

/** What a test may put in place of the real thing. */
export interface Overrides {
  clock?: Clock;
  databaseTime?: () => Promise<number>;
  logger?: Logger;
  passwords?: Passwords;
  log?: (log: Log) => Log;
  pacer?: Pacer;
  pages?: Promise<Pages>;
}

export interface App {
  readonly url: URL;
  /** The page on which the first admin is made; null once there is one. */
  readonly setupUrl: URL | null;
  /** The zone of the room's midnight. */
  readonly timezone: string;
  /** Null where they are not served. */
  readonly metricsUrl: URL | null;
  /** Commits and delivers what was accepted, closes every socket with a reason, then the store. */
  stop(): Promise<void>;
}

/** Resolves once the room answers. Throws UnusableDatabase, UnusableSecret, or the system's error for an address that cannot be listened on. */
export async function startApp(config: Config, overrides: Overrides = {}): Promise<App> {
  const clock = new CorrectedClock(overrides.clock ?? systemClock);
  const logger = overrides.logger ?? openLog(config.logLevel);
  const pages = Promise.withResolvers<Pages>();

  // Before anything is made on the disk.
  await requireAddress(config.host);
  // Before anything of a file is changed that another process may have open.
  const claim = config.database.dialect === "sqlite" ? claimFile(config.database.file) : null;
  const store = await openStore(config.database, config.speaking, (sentence) =>
    logger.warn({}, sentence),
  ).catch((error: unknown) => {
    claim?.release();
    throw error;
  });
  // After the store, which says what is wrong with a folder that neither can write to.
  const secret = config.secret ?? (await loadOrCreateSigningKey(config.database));
  const { nodes } = store;
  const databaseTime = databaseTimeOf(store, overrides);
  if (databaseTime) await checkClock(clock, databaseTime, logger);
  // Loaded where somebody watches: a start without it is sooner.
  const metrics =
    config.metrics && new (await import("./metrics/metrics.ts")).Metrics(config.metrics);
  const stored = overrides.log?.(store.log) ?? store.log;
  const log = metrics?.measured(stored) ?? stored;
  const { topic, timezoneGiven: given, previousSecret: previous } = config;
  const { timezone, secretFrom: from } = await store
    .agree({ timezone: config.timezone, given, secret, previous, at: clock.now() })
    .catch(async (error: unknown) => {
      await store.close();
      claim?.release();
      throw error;
    });
  const pacer = overrides.pacer ?? new FramePacer();
  const words = new WordList(config.words);
  const { newcomersWait } = config.speaking;
  const parts = {
    ...{ log, users: store.users, clock, logger },
    ...{ timezone, topic, pacer, newcomersWait, words },
  };
  const room = await Room.open(parts);
  const figures = new DayFigures(clock, room.state.day);
  const meter = figures.counting(metrics?.meter ?? UNMETERED);
  figures.follow(room);
  const topics = new TopicCalendar({ room, log, usual: topic });
  const users = guardedUsers(store.users, room);

  const destruction = new DayDestruction({ destruction: store.destruction, room, clock, logger });
  const { secondSteps } = store;
  const secrets = new RoomSecrets({ current: secret, previous, from }, clock);
  const { passwords } = overrides;
  const accounts = openAccounts({ ...parts, secrets, room, users, secondSteps, passwords });
  const { email, password } = config.admin;
  if (password !== null && (await accounts.ensureAdmin(email, password))) {
    logger.warn({ event: "admin_set" }, "The admin of ADMIN_EMAIL has ADMIN_PASSWORD from now on.");
  }
  const setupSecret = await accounts.openSetup();

  const hashes = new AddressHashes(store.salt);
  room.listen((events) => {
    if (events.some(({ type }) => type === "cleared")) hashes.forget();
  });
  const limits = new ActLimits(clock, config.messagesPerMinute);
  const connections = connectionsWithin(config.maxConnections, logger);
  const gateway = await Gateway.open({
    limits,
    room,
    accounts,
    guests: new SignedGuests(secrets, clock, hashes.hash),
    issuedPass: raiseShield(room, clock, logger),
    addressHash: hashes.hash,
    clock,
    logger,
    meter,
    pacer,
    nodes,
    ...connections,
  });
  let phase: Phase = "starting";
  const addresses = new ClientAddresses(config.trustedProxies, { clock, logger });
  const origins = new AllowedOrigins(config.allowedOrigins, config.host, { clock, logger });
  const transport = new SecureTransport(addresses, config.allowedOrigins);
  const view = new OutsideView(secrets, clock, { addresses, transport });
  const http = httpApp({
    room,
    accounts,
    users,
    destruction,
    topics,
    ...{ help: config.help, isZoneGiven: config.timezoneGiven },
    online: () => gateway.online,
    outside: () => outside(config, url()),
    figures,
    nodes: () => room.guard(() => gateway.shares()),
    clock,
    phase: () => phase,
    pages: pages.promise,
    settings: config,
    logger,
    meter,
  });

  const scraped = metrics?.serve({
    room,
    isOpen: () => phase === "open",
    online: () => gateway.online,
    connections: () => gateway.connections,
    maxConnections: connections.maxConnections,
    receipts: (limit) => destruction.receipts(limit),
    clock,
    version,
    database: config.database.dialect,
  });
  const url = () => new URL(`http://${isolated(config.host)}:${server.port}/`);
  const server: Server<Session> = Bun.serve({
    hostname: config.host,
    port: config.port,
    // The calls refuse a body that is too long, in words; what still comes of it is thrown away.
    maxRequestBodySize: Number.MAX_SAFE_INTEGER,
    websocket: gateway.handler,
    fetch(request, server) {
      if (!isAddressed(request)) return notAddressed();
      const remote = server.requestIP(request)?.address ?? "";
      const originAllowed = origins.allow(request);
      const peer = { ...addresses.of(request, remote), originAllowed };
      if (new URL(request.url).pathname === "/ws") return gateway.upgrade(request, server, peer);
      server.timeout(request, ANSWER_S);
      const isSecure = transport.of(request, remote);
      const requestId = requestIdOf(request, addresses.isTrusted(remote));
      const answer = http.fetch(asGet(request), { peer, limits, isSecure, requestId });
      return view.shownTo(request, remote, answer);
    },
  });
  gateway.attach(server);
  // Only now: bundling takes all processors, and the room should be open first.
  pages.resolve(overrides.pages ?? openPages(BUILT_IN));

  const jobs = [
    turnAtMidnight(room, clock, logger),
    forget(destruction, clock),
    ...startJobs({ room, online: () => gateway.online, figures, clock, logger }),
  ];
  if (previous !== null) jobs.push(await resealOnce(accounts, from, clock, logger));
  const hasOtherNodes = await log.follow((seq) => room.follow(seq));
  if (hasOtherNodes) jobs.push(poll(room, clock));
  if (databaseTime) jobs.push(keepChecking(clock, databaseTime, logger));

  phase = "open";
  return {
    url: url(),
    setupUrl:
      setupSecret === null ? null : new URL(`/login#setup=${setupSecret}`, outside(config, url())),
    timezone,
    metricsUrl: scraped?.url ?? null,
    async stop() {
      phase = "draining";
      for (const cancel of jobs) cancel();
      gateway.stopListening();
      await room.drained();
      await gateway.leave();
      await server.stop(true);
      await scraped?.stop();
      await store.close();
      claim?.release();
    },
  };
}

/** Null where there is no clock to go by but the machine's, or a test has its own. */
function databaseTimeOf({ nodes }: Store, { clock, databaseTime }: Overrides) {
  if (databaseTime) return databaseTime;
  return nodes && !clock ? () => nodes.time() : null;
}
