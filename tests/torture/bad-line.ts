/** The line between a queue and its blog, which does what a plan says: a proxy, and the name service before it. */
import type { LookupFunction } from 'node:net';
import { setHttpLine } from '#main/connectors/http/http-line.ts';
import { startFaultProxy, type Fault, type ProxiedRequest } from '../servers/fault-proxy.ts';
import type { FaultCase } from './fault-cases.ts';

export interface PlannedFault {
  /** Which request of the operation it befalls, from 0. */
  readonly at: number;
  /** How many requests in a row; an outage lasts until the job has waited so often. */
  readonly times: number;
  readonly fault: FaultCase;
}

export interface BadLine {
  readonly url: string;
  setTarget(url: string): void;
  /** Counts requests anew, and spoils these. */
  play(planned: readonly PlannedFault[], onRequest?: (request: ProxiedRequest) => void): Promise<void>;
  /** A job has come to wait: an outage may be over now. */
  waited(): Promise<void>;
  /** Requests since `play`. */
  requests(): number;
  stop(): Promise<void>;
}

/** Long enough for a blog on a busy machine to answer most of the time, and short enough for a test. */
const impatientMs = 800;

export async function startBadLine(): Promise<BadLine> {
  // A name, so that it has to be looked up.
  const proxy = await startFaultProxy({ hostname: 'localhost' });
  let missing: 'ENOTFOUND' | 'EAI_AGAIN' | null = null;
  let requests = 0;
  let outage: { waits: number } | null = null;
  const lookup: LookupFunction = (hostname, { all }, callback) => {
    if (missing)
      callback(
        Object.assign(new Error(`getaddrinfo ${missing} ${hostname}`), {
          code: missing,
          syscall: 'getaddrinfo',
        }),
        '',
      );
    else if (all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
    else callback(null, '127.0.0.1', 4);
  };

  function begin({ times }: PlannedFault, kind: 'refused' | 'ENOTFOUND' | 'EAI_AGAIN'): void {
    outage = { waits: times };
    if (kind !== 'refused') missing = kind;
    // Also when names are gone: a connection that is still open would need none.
    proxy.leave();
  }

  async function over(): Promise<void> {
    outage = null;
    missing = null;
    await proxy.comeBack();
  }

  await setHttpLine({ lookup });
  return {
    url: proxy.url,
    setTarget: proxy.setTarget,
    async play(planned, onRequest = () => {}) {
      await over();
      const longestMs = planned.some(({ fault }) => fault.hangs) ? impatientMs : undefined;
      await setHttpLine({ lookup, ...(longestMs === undefined ? {} : { longestMs }) });
      const made = planned.map((plan) => ({ plan, what: plan.fault.make() }));
      const beginAt = (request: number) => {
        for (const { plan, what } of made)
          if (typeof what === 'string' && plan.at === request && !outage) begin(plan, what);
      };
      requests = 0;
      proxy.setFaults((request) => {
        onRequest(request);
        const number = requests++;
        // The next request must find nobody: the outage begins with this one's answer.
        beginAt(requests);
        return faultAt(made, number);
      });
      beginAt(0);
    },
    async waited() {
      if (outage && --outage.waits <= 0) await over();
    },
    requests: () => requests,
    async stop() {
      await setHttpLine({});
      await proxy.stop();
    },
  };
}

function faultAt(
  made: readonly { readonly plan: PlannedFault; readonly what: Fault | string }[],
  request: number,
): Fault | null {
  for (const { plan, what } of made)
    if (typeof what !== 'string' && request >= plan.at && request < plan.at + plan.times) return what;
  return null;
}
