/** Where downloads for tests are kept between runs; BRULION_TEST_CACHE names another place. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const cacheFolder =
  process.env['BRULION_TEST_CACHE'] ??
  join(fileURLToPath(new URL('../..', import.meta.url)), '.cache', 'test-servers');
