/**
 * The main side of the contract, free of any host: takes envelopes from connected windows, checks every
 * argument against the contract, and answers each with an output or a coded error — never with silence.
 */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { CallContext } from '#shared/contract/contract.ts';
import type {
  ContractShape,
  EventName,
  EventPayload,
  Handlers,
  Member,
  Unsubscribe,
} from '#shared/contract/define.ts';
import { requestSchema, type Message } from '#shared/contract/envelope.ts';
import { CodedError, commonErrors, type ErrorCode } from '#shared/contract/errors.ts';
import type { Log } from '../host-services.ts';

/** One connected window. */
export interface Connection {
  readonly clientId: string;
  /** Takes one message from the window; anything at all may come. */
  receive(request: unknown): void;
  /** The window is gone: its streams end. */
  close(): void;
}

export interface Dispatcher<C extends ContractShape> {
  connect(send: (message: Message) => void): Connection;
  /** Tells every window, or the one named. */
  emit<N extends EventName<C>>(name: N, payload: EventPayload<C, N>, toClientId?: string): void;
  /** Called when a window has gone. */
  onClosed(listener: (clientId: string) => void): void;
}

interface Window {
  readonly send: (message: Message) => void;
  readonly streams: Map<number, Unsubscribe>;
}

type AnyHandler = (...args: unknown[]) => unknown;

export function createDispatcher<C extends ContractShape>(
  contract: C,
  handlers: Handlers<C, CallContext>,
  log: Log,
): Dispatcher<C> {
  const windows = new Map<string, Window>();
  const closedListeners = new Set<(clientId: string) => void>();

  function find(fullName: string): { member: Member; handler: AnyHandler | undefined } {
    const [group = '', name = ''] = fullName.split('.');
    const members = Object.hasOwn(contract, group) ? contract[group] : undefined;
    const member = members && Object.hasOwn(members, name) ? members[name] : undefined;
    if (!member || member.kind === 'event')
      throw new CodedError('unknown-member', `There is no member ${fullName.slice(0, 100)}.`);
    const answers = handlers[group] as Record<string, AnyHandler>;
    return { member, handler: answers[name] };
  }

  async function answer(
    window: Window,
    context: CallContext,
    id: number,
    memberName: string,
    input: unknown,
  ): Promise<void> {
    try {
      const { member, handler } = find(memberName);
      if (member.kind !== 'call' || !handler)
        throw new CodedError('unknown-member', `${memberName} is not a call.`);
      const output = await handler(parse(member.input, input, memberName), context);
      // Parsing the output too keeps everything the contract does not name on this side.
      window.send({ type: 'answer', id, output: member.output.parse(output) });
    } catch (error) {
      window.send({ type: 'error', id, error: toWire(error, memberName) });
    }
  }

  function open(window: Window, context: CallContext, id: number, memberName: string, input: unknown): void {
    try {
      const { member, handler } = find(memberName);
      if (member.kind !== 'stream' || !handler)
        throw new CodedError('unknown-member', `${memberName} is not a stream.`);
      window.streams.get(id)?.();
      const push = (item: unknown) => window.send({ type: 'item', id, item: member.item.parse(item) });
      window.streams.set(id, handler(parse(member.input, input, memberName), push, context) as Unsubscribe);
    } catch (error) {
      window.send({ type: 'error', id, error: toWire(error, memberName) });
    }
  }

  function toWire(error: unknown, memberName: string) {
    if (error instanceof CodedError) {
      if (!isDeclared(contract, memberName, error.code))
        log('warn', `${memberName} answered the undeclared error ${error.code}`);
      return { code: error.code, message: error.message, details: { ...error.details } };
    }
    log('error', `${memberName} failed`, error);
    return {
      code: 'internal' as const,
      message: 'Something in the application failed; the log says what.',
      details: {},
    };
  }

  return {
    connect(send) {
      const clientId = randomUUID();
      const window: Window = { send, streams: new Map() };
      windows.set(clientId, window);
      return {
        clientId,
        receive(raw) {
          const request = requestSchema.safeParse(raw);
          if (!request.success) {
            const error = new CodedError('bad-argument', 'The message is not a request.');
            send({ type: 'error', id: idOf(raw), error: toWire(error, '') });
            return;
          }
          const { data } = request;
          if (data.type === 'call') void answer(window, { clientId }, data.id, data.member, data.input);
          else if (data.type === 'open') open(window, { clientId }, data.id, data.member, data.input);
          else {
            window.streams.get(data.id)?.();
            window.streams.delete(data.id);
          }
        },
        close() {
          if (!windows.delete(clientId)) return;
          for (const end of window.streams.values()) end();
          for (const listener of closedListeners) listener(clientId);
        },
      };
    },
    emit(name, payload, toClientId) {
      const targets = toClientId === undefined ? [...windows.values()] : [windows.get(toClientId)];
      for (const target of targets) target?.send({ type: 'event', name, payload });
    },
    onClosed(listener) {
      closedListeners.add(listener);
    },
  };
}

function parse(schema: z.ZodType, input: unknown, memberName: string): unknown {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new CodedError('bad-argument', `${memberName}: ${issue?.message ?? 'bad argument'}`, {
    path: issue?.path.map(String).join('.') ?? '',
  });
}

function isDeclared(contract: ContractShape, memberName: string, code: ErrorCode): boolean {
  if ((commonErrors as readonly ErrorCode[]).includes(code)) return true;
  const [group = '', name = ''] = memberName.split('.');
  const member = contract[group]?.[name];
  return member?.kind === 'call' && member.errors.includes(code);
}

/** So that even a malformed request is answered to whoever waits for it. */
function idOf(raw: unknown): number {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
  return typeof id === 'number' && Number.isSafeInteger(id) ? id : -1;
}
