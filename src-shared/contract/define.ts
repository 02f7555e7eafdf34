/**
 * The vocabulary the contract is written in. A contract is a plain value of groups of members;
 * every client, handler, bridge and fake is a type derived from it, so a missing member at any
 * end does not compile.
 */
import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';

export interface CallMember<
  In extends z.ZodType = z.ZodType,
  Out extends z.ZodType = z.ZodType,
  Err extends ErrorCode = ErrorCode,
> {
  readonly kind: 'call';
  readonly input: In;
  readonly output: Out;
  /** Coded errors this call may answer with, beside the ones every call may (see `commonErrors`). */
  readonly errors: readonly Err[];
}

export interface StreamMember<In extends z.ZodType = z.ZodType, Item extends z.ZodType = z.ZodType> {
  readonly kind: 'stream';
  readonly input: In;
  readonly item: Item;
}

export interface EventMember<Payload extends z.ZodType = z.ZodType> {
  readonly kind: 'event';
  readonly payload: Payload;
}

export type Member = CallMember | StreamMember | EventMember;
/** Which members there are, and of what kind; the contract itself is one too. */
export type Outline<C extends ContractShape> = {
  readonly [G in keyof C]: { readonly [K in keyof C[G]]: Pick<C[G][K], 'kind'> };
};
export type ContractShape = Readonly<Record<string, Readonly<Record<string, Member>>>>;

/** Declares a request with one answer. */
export function call<In extends z.ZodType, Out extends z.ZodType, const Err extends ErrorCode = never>(
  input: In,
  output: Out,
  errors: readonly Err[] = [],
): CallMember<In, Out, Err> {
  return { kind: 'call', input, output, errors };
}

/** Declares a subscription: the first item comes at once, later ones as things change. */
export function stream<In extends z.ZodType, Item extends z.ZodType>(
  input: In,
  item: Item,
): StreamMember<In, Item> {
  return { kind: 'stream', input, item };
}

/** Declares a broadcast that says what changed. Events carry no control flow. */
export function event<Payload extends z.ZodType>(payload: Payload): EventMember<Payload> {
  return { kind: 'event', payload };
}

export type Unsubscribe = () => void;

/** What an end that answers must provide for a member: calls and streams; events go the other way. */
export type Handler<M, Context> =
  M extends CallMember<infer In, infer Out>
    ? (input: z.output<In>, context: Context) => Promise<z.input<Out>> | z.input<Out>
    : M extends StreamMember<infer In, infer Item>
      ? (input: z.output<In>, push: (item: z.input<Item>) => void, context: Context) => Unsubscribe
      : never;

export type AnsweredKeys<Group> = {
  [K in keyof Group]: Group[K] extends EventMember ? never : K;
}[keyof Group];

/** Every handler of a contract; leaving one out is a compile error. */
export type Handlers<C extends ContractShape, Context> = {
  [G in keyof C]: { [K in AnsweredKeys<C[G]>]: Handler<C[G][K], Context> };
};

/** What a caller sees of a member. */
export type ClientMember<M> =
  M extends CallMember<infer In, infer Out>
    ? (
        ...args: undefined extends z.input<In> ? [input?: z.input<In>] : [input: z.input<In>]
      ) => Promise<z.output<Out>>
    : M extends StreamMember<infer In, infer Item>
      ? (input: z.input<In>, onItem: (item: z.output<Item>) => void) => Unsubscribe
      : M extends EventMember<infer Payload>
        ? (listener: (payload: z.output<Payload>) => void) => Unsubscribe
        : never;

/** The typed client of a contract, as the renderer and the tests use it. */
export type Client<C extends ContractShape> = {
  [G in keyof C]: { [K in keyof C[G]]: ClientMember<C[G][K]> };
};

export type EventName<C extends ContractShape> = {
  [G in keyof C & string]: {
    [K in keyof C[G] & string]: C[G][K] extends EventMember ? `${G}.${K}` : never;
  }[keyof C[G] & string];
}[keyof C & string];

export type EventPayload<C extends ContractShape, N extends string> = N extends `${infer G}.${infer K}`
  ? G extends keyof C
    ? K extends keyof C[G]
      ? C[G][K] extends EventMember<infer P>
        ? z.input<P>
        : never
      : never
    : never
  : never;
