/** Nothing can listen where the metrics should be. */
export class MetricsNotServed extends Error {
  constructor(host: string, port: number, cause: unknown) {
    super(
      `METRICS_PORT, METRICS_HOST: port ${port} is in use, or “${host}” is no address of this machine. Use another port, and 127.0.0.1 or one of the machine's own addresses.`,
      { cause },
    );
    this.name = "MetricsNotServed";
  }
}
