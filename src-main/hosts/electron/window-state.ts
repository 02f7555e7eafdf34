/** Remembers where the window was, beside the library. */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Log } from '../../host-services.ts';
import { defaultBounds, type WindowBounds } from './window-options.ts';

const boundsSchema = z.object({
  width: z.number().int().min(300),
  height: z.number().int().min(200),
  x: z.number().int(),
  y: z.number().int(),
});

/** The bounds of the last time; the defaults when there are none or they cannot be read. */
export function readBounds(file: string): WindowBounds {
  try {
    return boundsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // A first start, or a file somebody broke: neither is worth a word to the person.
    return defaultBounds;
  }
}

export function writeBounds(file: string, bounds: WindowBounds, log: Log): void {
  try {
    writeFileSync(file, JSON.stringify(bounds));
  } catch (error) {
    log('warn', 'The window’s place could not be remembered', error);
  }
}
