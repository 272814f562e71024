/** `/asyncapi.json`: AsyncAPI 3.0 of the socket, written from the schemas that validate its frames. */
import { z } from "zod";
import {
  ClientFrame,
  type LogEvent,
  PlainEvent,
  PlainFrame,
  ServerEvent,
  SUBPROTOCOL,
} from "../wire/frames.ts";
import { CLOSE } from "../wire/limits.ts";

const YOU_SEND: Record<ClientFrame["type"], string> = {
  hello: "First, within ten seconds: who comes, and after which place of the log",
  say: "Says something; the same ref is stored once a day",
  roll: "Asks for another name for a guest; answered by `you`",
  keep: "Keeps a guest's name until midnight; answered by `you`",
  erase: "Takes back a message of one's own",
  forget: "Takes back all that one said today; answered by `forgotten`",
  undo: "Brings back what one took back, within five seconds",
  felt: "“I hear you”, counted once for each message",
  proof: "Asks what has to be proved, or proves it",
  mood: "Says how one left the day that just ended, for its receipt; answered by `mood`",
  report: "Tells staff of a message; answered by `reported`",
  look: "Says how the reader reads, and so how often something is sent",
};

/** Those that are no events of the log: these say themselves what they mean. */
const ANSWERS: Record<Exclude<ServerEvent["type"], LogEvent["type"]>, string> = {
  welcome: "The answer to `hello`: who one is, the day, and what follows",
  you: "One's name or pass is another",
  online: "How many are there; also sent where nothing else was for 20 seconds",
  ack: "What was said is stored",
  forgotten: "So many messages of one's own are gone",
  proof: "What has to be proved; null for nothing",
  muted: "To its subject: muted, why and until when",
  banned: "To its subject, before the close: banned, why and until when",
  waiting: "A newcomer's message waits for its turn",
  reports: "To staff: so many people report that message",
  first: "To staff and regulars: these are newcomers' first messages of the day",
  mood: "It is counted in the receipt of that day",
  reported: "A report is taken",
  behind: "To a reader who is away: so many messages wait",
  refused: "It is not stored, and why",
};

export function asyncApi(version: string) {
  const sent = ClientFrame.options.map((schema) => {
    const name = schema.shape.type.value;
    return [name, message(name, YOU_SEND[name], schema)] as const;
  });
  const answers = new Map<string, string>(Object.entries(ANSWERS));
  const events = ServerEvent.options.map((schema) => {
    const name = schema.shape.type.value;
    const description = schema.description ?? answers.get(name);
    return [name, { description, ...payload(schema) }] as const;
  });
  const frame = {
    ...named("events", "One frame of the server: events in order"),
    payload: {
      type: "array",
      items: { anyOf: events.map(([name]) => ({ $ref: `#/components/schemas/${name}` })) },
    },
  };
  return {
    asyncapi: "3.0.0",
    info: {
      title: "Rage Room: the socket",
      version,
      description: `The WebSocket at \`ws\` beside this document. The calls are in \`openapi.json\`.\n\n${closes()}`,
    },
    defaultContentType: "application/json",
    channels: {
      v1: channel(
        SUBPROTOCOL,
        `With the subprotocol \`${SUBPROTOCOL}\`, or \`${SUBPROTOCOL}.deflate\`, whose frames are sent as the zlib form of the same bytes, in binary.`,
        ["events", ...sent.map(([name]) => name)],
      ),
      plain: channel("Plain mode", "With no subprotocol: a message a frame, and no events.", [
        "plainSent",
        "plainReceived",
      ]),
    },
    operations: {
      events: operation("send", "v1", "events", "What happens in the room"),
      ...Object.fromEntries(
        sent.map(([name]) => [name, operation("receive", "v1", name, YOU_SEND[name])]),
      ),
      plainReceived: operation("send", "plain", "plainReceived", "What is said, and notices"),
      plainSent: operation("receive", "plain", "plainSent", "Says something"),
    },
    components: {
      messages: {
        events: frame,
        ...Object.fromEntries(sent),
        plainSent: message("plainSent", "Says something; other members are ignored", PlainFrame),
        plainReceived: message(
          "plainReceived",
          "What is said, and the System's notices",
          PlainEvent,
        ),
      },
      schemas: Object.fromEntries(events),
    },
  };
}

/** As a writer may send it: members that a schema does not know are left out, and do no harm. */
function payload(schema: z.ZodType) {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-7", io: "input" });
  return rest;
}

function named(name: string, summary: string) {
  return { name, title: name, summary };
}

function message(name: string, summary: string, schema: z.ZodType) {
  return { ...named(name, summary), payload: payload(schema) };
}

function channel(title: string, description: string, messages: readonly string[]) {
  const references = messages.map((name) => [name, { $ref: `#/components/messages/${name}` }]);
  return {
    address: "/ws",
    title,
    description,
    messages: Object.fromEntries(references),
    bindings: { ws: { method: "GET", bindingVersion: "0.1.0" } },
  };
}

/** `send` and `receive` are the room's, which this document is of. */
function operation(action: "send" | "receive", on: string, name: string, summary: string) {
  return {
    action,
    summary,
    channel: { $ref: `#/channels/${on}` },
    messages: [{ $ref: `#/channels/${on}/messages/${name}` }],
  };
}

function closes(): string {
  const rows = Object.values(CLOSE).map(
    ({ code, reason, back }) => `- ${code}: ${reason} Come back: ${back.replace("_", " ")}.`,
  );
  return `Closing codes:\n${rows.join("\n")}`;
}
