/** Certificates of a test's own authority, made by openssl for each run. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Certificate } from './fault-proxy.ts';

const run = promisify(execFile);
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

export interface TestCertificates {
  /** Whoever trusts this one trusts `good`, `expired` and `wrongHost` to be of whom they say. */
  readonly authority: string;
  /** For localhost, in order. */
  readonly good: Certificate;
  /** For localhost, until yesterday. */
  readonly expired: Certificate;
  /** In order, for another name. */
  readonly wrongHost: Certificate;
  /** For localhost, signed by nobody else. */
  readonly selfSigned: Certificate;
}

/** Why no certificates can be made here; null when they can. */
export function opensslMissing(): string | null {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'there is no openssl';
  }
}

export async function makeCertificates(): Promise<TestCertificates> {
  const folder = await mkdtemp(join(tmpdir(), 'brulion-certificates-'));
  const openssl = (...args: string[]) => run('openssl', args, { cwd: folder });
  const read = (name: string) => readFile(join(folder, name), 'utf8');

  async function selfSigned(name: string, commonName: string, extension: string): Promise<Certificate> {
    const files = ['-keyout', `${name}.key`, '-out', `${name}.crt`];
    const subject = ['-subj', `/CN=${commonName}`, '-addext', extension];
    await openssl('req', '-x509', ...newKey, ...files, ...subject, '-days', '30');
    return { key: await read(`${name}.key`), cert: await read(`${name}.crt`) };
  }

  async function signed(name: string, host: string, days: number): Promise<Certificate> {
    await openssl('req', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${host}`);
    await writeFile(join(folder, `${name}.ext`), `subjectAltName=DNS:${host}\n`);
    const by = ['-CA', 'authority.crt', '-CAkey', 'authority.key', '-CAcreateserial'];
    const files = ['-in', `${name}.csr`, '-extfile', `${name}.ext`, '-out', `${name}.crt`];
    await openssl('x509', '-req', ...files, ...by, '-days', `${days}`);
    return { key: await read(`${name}.key`), cert: await read(`${name}.crt`) };
  }

  try {
    const { cert: authority } = await selfSigned('authority', 'Brulion tests', 'keyUsage=keyCertSign');
    return {
      authority,
      good: await signed('good', 'localhost', 30),
      expired: await signed('expired', 'localhost', -1),
      wrongHost: await signed('wrong-host', 'blog.example', 30),
      selfSigned: await selfSigned('self-signed', 'localhost', 'subjectAltName=DNS:localhost'),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
