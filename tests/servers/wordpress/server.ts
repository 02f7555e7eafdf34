/** A current, unmodified WordPress of the test's own, on loopback, in its own folder. */
import { mkdtemp, cp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { freePort } from '../free-port.ts';
import { startKept, type KeptProcess } from '../kept-process.ts';
import { answering } from './answering.ts';
import { findPhp } from './php.ts';
import { findTemplate, routerFile, writeSiteSettings, type SiteSettings } from './template.ts';
import { serveInWasm } from './wasm.ts';

export interface TestUser {
  readonly user: string;
  readonly password: string;
  readonly appPassword: string;
}

export interface TestWordPress {
  readonly url: string;
  readonly port: number;
  readonly folder: string;
  readonly users: Readonly<Record<'admin' | 'editor' | 'author' | 'contributor', TestUser>>;
  /** Goes off the network and keeps its posts; `resume` brings it back at the same address. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Stops it for good and removes its folder. */
  stop(): Promise<void>;
}

export interface WordPressOptions {
  readonly permalinks?: 'pretty' | 'plain';
  readonly environment?: SiteSettings['environment'];
  /** PHP's settings, such as `upload_max_filesize`. */
  readonly ini?: Readonly<Record<string, string>>;
  readonly port?: number;
  /** The address it believes to have, when something stands in front of it. */
  readonly publicUrl?: string;
}

const defaultIni = {
  'opcache.enable_cli': '1',
  'opcache.max_accelerated_files': '20000',
  upload_max_filesize: '16M',
  post_max_size: '32M',
  memory_limit: '256M',
  sendmail_path: '/bin/true',
  max_execution_time: '60',
};

/** Why no test blog can be started here; null when it can. `npm test` sets it up. */
export function wordPressMissing(): string | null {
  return findTemplate() ? null : 'no WordPress is set up; see tests/servers/wordpress/setup.ts';
}

export async function startWordPress(options: WordPressOptions = {}): Promise<TestWordPress> {
  const template = findTemplate();
  if (!template) throw new Error(`${wordPressMissing()}`);
  const home = await mkdtemp(join(tmpdir(), 'brulion-wordpress-'));
  const folder = join(home, 'site');
  await cp(template, folder, { recursive: true });
  if (options.permalinks === 'plain') usePlainPermalinks(folder);
  const users = JSON.parse(await readFile(join(folder, 'users.json'), 'utf8')) as TestWordPress['users'];
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  await writeSiteSettings(folder, {
    url: options.publicUrl ?? url,
    environment: options.environment ?? 'local',
  });

  let server: KeptProcess | null = null;
  async function resume(): Promise<void> {
    server = await serve(folder, port, join(home, 'server.log'), options.ini ?? {});
    await answering(`${url}/?rest_route=/&_fields=name`, server.failed, 120_000);
  }
  async function pause(): Promise<void> {
    await server?.stop();
    server = null;
  }
  await resume();
  return {
    url,
    port,
    folder,
    users,
    pause,
    resume,
    async stop() {
      await pause();
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function serve(
  folder: string,
  port: number,
  log: string,
  ini: Readonly<Record<string, string>>,
): Promise<KeptProcess> {
  const php = await findPhp();
  if (!php) return serveInWasm(folder, port, log);
  const settings = Object.entries({ ...defaultIni, ...ini }).flatMap(([name, value]) => [
    '-d',
    `${name}=${value}`,
  ]);
  return startKept(php, [...settings, '-S', `127.0.0.1:${port}`, '-t', folder, routerFile], {
    log,
    env: { PHP_CLI_SERVER_WORKERS: '4' },
  });
}

/** As an administrator’s choice of “plain” in Settings → Permalinks. */
function usePlainPermalinks(folder: string): void {
  const database = new Database(join(folder, 'wp-content', 'database', 'wp.sqlite'));
  database
    .prepare(
      "UPDATE wp_options SET option_value = '' WHERE option_name IN ('permalink_structure', 'rewrite_rules')",
    )
    .run();
  database.close();
}
