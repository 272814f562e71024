import { createRoute } from "@hono/zod-openapi";
import { Done, TopicChange } from "../wire/http.ts";
import { ROTATION_BYTES } from "../wire/limits.ts";
import { DateParam, PlannedTopic, Rotation, RotationChange, TopicsAhead } from "../wire/topics.ts";
import { type Calls, type HttpParts, newCalls } from "./api.ts";
import { bearerSecurity as security } from "./bearer.ts";
import { bodyOfAtMost, ROTATION } from "./body-size.ts";
import { limited } from "./limited.ts";
import { body, json, refusals } from "./openapi.ts";

const list = createRoute({
  method: "get",
  path: "/api/admin/topics",
  middleware: limited("GET /api/admin/topics", { sender: 120, range: 600 }),
  summary: "The topics of days to come",
  security,
  responses: { 200: json(TopicsAhead, "Topics"), ...refusals(401, 403, 503) },
});
const plan = createRoute({
  method: "put",
  path: "/api/admin/topics/{date}",
  middleware: limited("PUT /api/admin/topics/{date}", { sender: 60, range: 300 }),
  summary: "Plan the topic of a day to come, and its rules where given",
  security,
  request: { params: DateParam, body: body(TopicChange) },
  responses: { 200: json(PlannedTopic, "Planned"), ...refusals(401, 403, 422, 503) },
});
const unplan = createRoute({
  method: "delete",
  path: "/api/admin/topics/{date}",
  middleware: limited("DELETE /api/admin/topics/{date}", { sender: 60, range: 300 }),
  summary: "Take back what was planned for a day",
  security,
  request: { params: DateParam },
  responses: { 200: json(Done, "Taken back"), ...refusals(401, 403, 404, 422, 503) },
});
const rotate = createRoute({
  method: "put",
  path: ROTATION,
  middleware: [
    limited(`PUT ${ROTATION}`, { sender: 60, range: 300 }),
    bodyOfAtMost(ROTATION_BYTES),
  ] as const,
  summary: "Set the topics that days take in turn when nothing is planned for them",
  security,
  request: { body: body(RotationChange) },
  responses: { 200: json(Rotation, "The rotation from now on"), ...refusals(401, 403, 422, 503) },
});

/** A part of what admins may call: there the right is checked. */
export function topicCalls({ room, topics }: HttpParts): Calls {
  const calls = newCalls();
  calls.openapi(list, async (context) => {
    const { planned, rotation, next, usual, days } = await topics.ahead();
    return context.json(
      {
        planned: [...planned],
        rotation: { topics: [...rotation], next: rotation.length === 0 ? null : next },
        default: usual,
        days,
      },
      200,
    );
  });
  calls.openapi(plan, async (context) => {
    const { date } = context.req.valid("param");
    const { topic, rules = null } = context.req.valid("json");
    const planned = await room.do("planTopic", { date, topic, rules }, context.get("actor"));
    return context.json(planned, 200);
  });
  calls.openapi(unplan, async (context) => {
    const { date } = context.req.valid("param");
    await room.do("unplanTopic", { date }, context.get("actor"));
    return context.json({ message: `Nothing is planned for ${date} any more` }, 200);
  });
  calls.openapi(rotate, async (context) => {
    const wanted = context.req.valid("json").topics;
    const entries = wanted.map(({ topic, rules = null }) => ({ topic, rules }));
    const { next } = await room.do("setRotation", { topics: entries }, context.get("actor"));
    return context.json({ topics: entries, next: entries.length === 0 ? null : next }, 200);
  });
  return calls;
}
