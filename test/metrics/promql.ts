/** What a PromQL expression asks for, by the grammar of Prometheus' own editor. */
import { parser } from "@prometheus-io/lezer-promql";

export interface Asked {
  metrics: string[];
  /** Of its matchers and groupings. */
  labels: string[];
  /** Where the grammar could not go on. */
  errors: string[];
}

/** Grafana puts a length of time in the place of its variable before Prometheus sees it. */
export function askedBy(expression: string): Asked {
  const query = expression.replaceAll("$__rate_interval", "5m");
  const asked: Asked = { metrics: [], labels: [], errors: [] };
  parser.parse(query).iterate({
    enter(node) {
      const text = query.slice(node.from, node.to);
      const parent = node.node.parent?.name;
      if (node.type.isError) asked.errors.push(query.slice(0, node.to));
      if (node.name === "Identifier" && parent === "VectorSelector") asked.metrics.push(text);
      if (node.name === "LabelName") asked.labels.push(text);
    },
  });
  return asked;
}
