/** Messages between the interface and the application, the same over Electron's channel and the socket. */
import { z } from 'zod';
import type { ErrorCode, ErrorDetails } from './errors.ts';

export const requestSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('call'),
    id: z.number().int(),
    member: z.string().max(100),
    // A transport may leave out what is undefined.
    input: z.unknown().optional(),
  }),
  z.object({
    type: z.literal('open'),
    id: z.number().int(),
    member: z.string().max(100),
    // A transport may leave out what is undefined.
    input: z.unknown().optional(),
  }),
  z.object({ type: z.literal('close'), id: z.number().int() }),
]);
export type Request = z.infer<typeof requestSchema>;

interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: ErrorDetails;
}

/** From the application, which checks what is in them before it sends them. */
export type Message =
  | { readonly type: 'answer'; readonly id: number; readonly output?: unknown }
  | { readonly type: 'error'; readonly id: number; readonly error: WireError }
  | { readonly type: 'item'; readonly id: number; readonly item?: unknown }
  | { readonly type: 'event'; readonly name: string; readonly payload?: unknown };

export type ConnectionState = 'open' | 'lost';

/** Carries messages; one per window. The preload bridge and the socket each make one. */
export interface Transport {
  /** False when there is no connection: the request was not sent. */
  send(request: Request): boolean;
  onMessage(listener: (message: Message) => void): () => void;
  /** Only for transports that can lose their connection. */
  onConnection?(listener: (state: ConnectionState) => void): () => void;
}
