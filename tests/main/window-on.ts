/** A window connected straight to an application's dispatcher, without a host between. */
import type { Application } from '#main/application.ts';
import { createClient } from '#shared/contract/client.ts';
import { contract, type BrulionClient } from '#shared/contract/contract.ts';
import type { Message } from '#shared/contract/envelope.ts';

export function windowOn(application: Pick<Application, 'dispatcher'>): BrulionClient & { leave(): void } {
  const listeners = new Set<(message: Message) => void>();
  const connection = application.dispatcher.connect((message) => {
    for (const listener of listeners) listener(message);
  });
  const client = createClient(contract, {
    send: (request) => {
      connection.receive(request);
      return true;
    },
    onMessage: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  return { ...client, leave: () => connection.close() };
}
