/** Which port the host listens on. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, realpathSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';

/** Ports that are nobody's (RFC 6335, 6). */
const [firstPort, lastPort] = [49_152, 65_535];

/**
 * Listens on 127.0.0.1 and answers the port: this one (0 for any free one), or, for null, the library's own. That is the
 * same at every start, since what a browser stores belongs to a port, and what could not be saved is stored there; where
 * somebody else has it, any free one must do.
 */
export async function listen(server: Server, port: number | null, library: string): Promise<number> {
  try {
    return await listenOn(server, port ?? portOf(library));
  } catch (error) {
    if (port !== null || !isTaken(error)) throw error;
    return listenOn(server, 0);
  }
}

async function listenOn(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function portOf(library: string): number {
  const digest = createHash('sha256').update(realPath(library)).digest();
  return firstPort + (digest.readUInt32BE(0) % (lastPort - firstPort + 1));
}

/** The same by whatever name the folder is called, and before its first start, which makes it. */
function realPath(folder: string): string {
  if (existsSync(folder)) return realpathSync.native(folder);
  const parent = dirname(folder);
  return parent === folder ? folder : join(realPath(parent), basename(folder));
}

/** Taken by somebody, or kept by the system for itself, as Windows does with whole ranges. */
function isTaken(error: unknown): boolean {
  return ['EADDRINUSE', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '');
}
