/** Messages between the interface and the application, the same over Electron's channel and the socket. */
import { z } from 'zod';
import { errorCodes } from './errors.ts';

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

export const wireErrorSchema = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type WireError = z.infer<typeof wireErrorSchema>;

export const messageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('answer'), id: z.number().int(), output: z.unknown().optional() }),
  z.object({ type: z.literal('error'), id: z.number().int(), error: wireErrorSchema }),
  z.object({ type: z.literal('item'), id: z.number().int(), item: z.unknown().optional() }),
  z.object({ type: z.literal('event'), name: z.string(), payload: z.unknown().optional() }),
]);
export type Message = z.infer<typeof messageSchema>;

export type ConnectionState = 'open' | 'lost';

/** Carries messages; one per window. The preload bridge and the socket each make one. */
export interface Transport {
  /** False when there is no connection: the request was not sent. */
  send(request: Request): boolean;
  onMessage(listener: (message: Message) => void): () => void;
  /** Only for transports that can lose their connection. */
  onConnection?(listener: (state: ConnectionState) => void): () => void;
}
