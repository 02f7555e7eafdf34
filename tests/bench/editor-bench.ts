/** Typing in posts of every length, and opening long ones, beside bare Lexical on the same text. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openLibrary } from '#main/storage/library.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { launchBrowser, newPage } from './browser/bench-browser.ts';
import { startHost } from './browser/bench-host.ts';
import { timeBareOpening, timeOpening } from './browser/opening.ts';
import { serveBarePage } from './browser/serve-bare-page.ts';
import { placeCaret, timeKeys } from './browser/typing.ts';
import { createGenerator } from './generate.ts';
import { quantile } from './measure.ts';
import { report } from './report.ts';

const lengths = [1, 10, 50, 100] as const;
const rounds = 5;
const keysPerRound = 12;
const openings = 7;

export async function benchEditor(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'brulion-bench-editor-'));
  const posts = fillLibrary(folder);
  const host = await startHost(folder);
  const bare = await serveBarePage();
  const browser = await launchBrowser();
  try {
    const ours = await newPage(browser);
    await ours.goto(host.url);
    await ours.getByRole('link', { name: titleOf(1) }).waitFor();
    const reference = await newPage(browser);
    await reference.goto(bare.url);

    const typing = new Map<number, number>();
    for (const length of lengths) {
      const document = posts.get(length) as PostDocument;
      typing.set(length, await benchTyping(ours, reference, length, document));
    }
    report('typing 100k beside 1k words', typing.get(100) ?? NaN, typing.get(1) ?? NaN);
    for (const length of [10, 50] as const)
      await benchOpening(ours, reference, length, posts.get(length) as PostDocument);
  } finally {
    await browser.close();
    await bare.stop();
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const titleOf = (length: number) => `Post of ${length},000 words`;
const blocksOf = (document: PostDocument) => document.body.root.children.length;

function fillLibrary(folder: string): Map<number, PostDocument> {
  const library = openLibrary(folder);
  const generator = createGenerator(11);
  const posts = new Map<number, PostDocument>();
  for (const length of lengths) {
    const document = { ...generator.post(length * 1_000), title: titleOf(length) };
    posts.set(length, document);
    library.posts.create(document);
  }
  library.posts.create({ ...generator.post(20), title: titleOf(0) });
  library.settings.update({ language: 'en' });
  library.close();
  return posts;
}

/** Answers our median, ms. */
async function benchTyping(
  ours: Page,
  reference: Page,
  length: number,
  document: PostDocument,
): Promise<number> {
  await timeOpening(ours, titleOf(length), blocksOf(document));
  await timeBareOpening(reference, JSON.stringify(document.body));
  const times = { ours: [] as number[], reference: [] as number[] };
  for (const page of [ours, reference]) {
    await placeCaret(page);
    await timeKeys(page, 5);
  }
  for (let round = 0; round < rounds; round++) {
    times.ours.push(...(await timeKeys(ours, keysPerRound)));
    times.reference.push(...(await timeKeys(reference, keysPerRound)));
  }
  const median = quantile(times.ours, 0.5);
  report(`typing ${length}k words`, median, quantile(times.reference, 0.5), {
    p95: quantile(times.ours, 0.95),
    referenceP95: quantile(times.reference, 0.95),
  });
  return median;
}

async function benchOpening(
  ours: Page,
  reference: Page,
  length: number,
  document: PostDocument,
): Promise<void> {
  const json = JSON.stringify(document.body);
  const times = { ours: [] as number[], reference: [] as number[] };
  // What was typed before belongs to the post now, but made no new blocks.
  for (let turn = -1; turn < openings; turn++) {
    await timeOpening(ours, titleOf(0), 1);
    const ms = await timeOpening(ours, titleOf(length), blocksOf(document));
    const bareMs = await timeBareOpening(reference, json);
    if (turn < 0) continue;
    times.ours.push(ms);
    times.reference.push(bareMs);
  }
  report(`open ${length}k words`, quantile(times.ours, 0.5), quantile(times.reference, 0.5));
}
