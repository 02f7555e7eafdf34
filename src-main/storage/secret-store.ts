/**
 * Passwords: in the system keychain, in a file that only this user can read, or in memory until the
 * application ends — as the person chose. Never in the library, a log or an error.
 */
import { chmod, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AsyncEntry } from '@napi-rs/keyring';
import { z } from 'zod';
import type { SecretStorage } from '#shared/contract/accounts.ts';
import { CodedError } from '#shared/contract/errors.ts';

const service = 'Brulion';
const fileSchema = z.record(z.string(), z.string());

const noSecrets = (): Record<string, string> => ({});

export interface SecretOwner {
  readonly id: string;
  readonly secretStorage: SecretStorage;
}

export interface SecretStore {
  /** Whether the system keychain answers here; it is really tried. */
  availability(): Promise<{ readonly available: boolean; readonly reason: string }>;
  /** Null when there is none, or it cannot be read now. */
  get(owner: SecretOwner): Promise<string | null>;
  /** CodedError `keychain-unavailable`. */
  set(owner: SecretOwner, password: string): Promise<void>;
  forget(owner: SecretOwner): Promise<void>;
}

export function createSecretStore(folder: string): SecretStore {
  const session = new Map<string, string>();
  const file = join(folder, 'secrets.json');
  let lastWrite: Promise<void> = Promise.resolve();

  async function readFileSecrets(): Promise<Record<string, string>> {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '{}';
      throw error;
    });
    return fileSchema.parse(JSON.parse(text));
  }

  /** A torn file is kept for whoever can read it; passwords are asked for anew. One that may not be read stays. */
  async function putAside(error: unknown): Promise<Record<string, string>> {
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
    await rename(file, `${file}.damaged`);
    return {};
  }

  /** One change after another, each written whole beside the old file and then put in its place. */
  function changeFile(change: (secrets: Record<string, string>) => void): Promise<void> {
    // A change that failed was told to whoever asked for it; the next one starts afresh.
    lastWrite = lastWrite
      .catch(() => undefined)
      .then(async () => {
        const secrets = await readFileSecrets().catch(putAside);
        change(secrets);
        if (Object.keys(secrets).length === 0) return rm(file, { force: true });
        const unfinished = `${file}.unfinished`;
        const handle = await open(unfinished, 'w', 0o600);
        try {
          await handle.writeFile(JSON.stringify(secrets));
          await handle.sync();
        } finally {
          await handle.close();
        }
        await chmod(unfinished, 0o600);
        await rename(unfinished, file);
      });
    return lastWrite;
  }

  return {
    async availability() {
      const probe = new AsyncEntry(service, 'probe');
      try {
        await probe.setPassword('probe');
        const answer = await probe.getPassword();
        await probe.deletePassword();
        return answer === 'probe'
          ? { available: true, reason: '' }
          : { available: false, reason: 'it did not keep what it was given' };
      } catch (error) {
        return { available: false, reason: error instanceof Error ? error.message : String(error) };
      }
    },

    async get({ id, secretStorage }) {
      if (secretStorage === 'session') return session.get(id) ?? null;
      // An unreadable file is the same to us as no password: the person is asked for it.
      if (secretStorage === 'file') return (await readFileSecrets().catch(noSecrets))[id] ?? null;
      if (secretStorage === 'none') return null;
      // A locked or missing keychain is the same to us as no password: the person is asked for it.
      return (await new AsyncEntry(service, id).getPassword().catch(() => null)) ?? null;
    },

    async set({ id, secretStorage }, password) {
      if (secretStorage === 'session') session.set(id, password);
      else if (secretStorage === 'file') await changeFile((secrets) => void (secrets[id] = password));
      else if (secretStorage === 'keychain') {
        await new AsyncEntry(service, id).setPassword(password).catch((error: unknown) => {
          throw new CodedError(
            'keychain-unavailable',
            'The system keychain did not take the password.',
            {},
            { cause: error },
          );
        });
      }
    },

    async forget({ id, secretStorage }) {
      session.delete(id);
      if (secretStorage === 'keychain')
        await new AsyncEntry(service, id).deletePassword().catch(() => undefined);
      if (id in (await readFileSecrets().catch(noSecrets))) await changeFile((all) => void delete all[id]);
    },
  };
}
