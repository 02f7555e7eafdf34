/**
 * Types without pause and kills the application at random moments: what was typed a second before must be in the
 * library each time, and the library must be whole.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { $createParagraphNode, $createTextNode, $getRoot, $isElementNode } from 'lexical';
import { createDraftSession } from '#renderer/editor/saving/draft-session.ts';
import { openLibrary } from '#main/storage/library.ts';
import { createDocumentEditor } from '#shared/document/document-extension.ts';
import { plainText } from '#shared/document/text.ts';
import { createTestApp } from '../e2e/test-app.ts';
import { connectToHost } from './host-socket.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';

export interface TypingTally {
  readonly kills: number;
  /** Kills after which something typed more than a second earlier was not in the library. */
  readonly lost: number;
  /** Kills after which the library was not whole. */
  readonly damaged: number;
}

/** The promise: what was typed longer ago than this is stored, ms. */
const promisedMs = 1_000;

export async function tortureTyping({
  kills,
  seed,
}: {
  readonly kills: number;
  readonly seed: number;
}): Promise<TypingTally> {
  const random = seededRandom(seed);
  const app = await createTestApp();
  let lost = 0;
  let damaged = 0;
  try {
    await app.start();
    const client = await connectToHost(app.url);
    const { postId } = await client.posts.create({ language: 'pl' });
    const session = createDraftSession(client, await client.drafts.open({ postId }));
    const writer = createWriter(session, random);
    for (let kill = 0; kill < kills; kill++) {
      writer.start();
      await sleep(promisedMs + 100 + random.below(700));
      await app.kill();
      const typed = writer.stop(Date.now());
      const found = look(app.library, postId);
      if (!found.whole) damaged++;
      if (!found.text.startsWith(typed.promised)) lost++;
      await app.start();
      // Goes on where it was: the window was never closed.
      await storedAgain(session);
    }
    await session.end();
    return { kills, lost, damaged };
  } finally {
    await app.dispose();
  }
}

type Session = ReturnType<typeof createDraftSession>;

/** A person at the keyboard. */
function createWriter(session: Session, random: SeededRandom) {
  const editor = createDocumentEditor(session.initialBody);
  session.attach(editor);
  editor.registerUpdateListener(() => session.bodyChanged());
  let strokes: { readonly at: number; readonly length: number; readonly lateMs: number }[] = [];
  let due = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let number = 0;

  function stroke(): void {
    const words = `słowo ${++number} `;
    editor.update(
      () => {
        const last = $getRoot().getLastChild();
        if ($isElementNode(last) && number % 20 !== 0) last.append($createTextNode(words));
        else $getRoot().append($createParagraphNode().append($createTextNode(words)));
      },
      { discrete: true },
    );
    const at = Date.now();
    strokes.push({ at, length: text().length, lateMs: Math.max(0, at - due) });
    const pause = 5 + random.below(40);
    due = Date.now() + pause;
    timer = setTimeout(stroke, pause);
  }
  const text = () => plainText(editor.getEditorState().toJSON());

  return {
    start() {
      due = Date.now();
      stroke();
    },
    /** Stops typing; answers what had been typed longer ago than the promise. */
    stop(killedAt: number) {
      clearTimeout(timer);
      // A machine that stood still for a while, as one under other tests does, makes the second that much longer.
      const stoodStillMs = strokes
        .filter(({ at }) => at > killedAt - 2 * promisedMs)
        .reduce((sum, { lateMs }) => sum + lateMs, Math.max(0, killedAt - due));
      const promisedAt = killedAt - promisedMs - stoodStillMs;
      const promised = strokes.findLast(({ at }) => at < promisedAt)?.length ?? 0;
      strokes = strokes.slice(-1);
      return { promised: text().slice(0, promised) };
    },
  };
}

/** What is in the killed application's library. */
function look(folder: string, postId: string): { readonly whole: boolean; readonly text: string } {
  const library = openLibrary(folder);
  const text = plainText(library.posts.draft(postId).document.body);
  library.close();
  const database = new Database(join(folder, 'library.sqlite'), { readonly: true });
  const whole =
    database.pragma('integrity_check', { simple: true }) === 'ok' &&
    (database.pragma('foreign_key_check') as unknown[]).length === 0;
  database.close();
  return { whole, text };
}

async function storedAgain(session: Session): Promise<void> {
  for (;;) {
    try {
      await session.flush();
      return;
    } catch {
      // Not connected yet; the transport tries again by itself.
      await sleep(20);
    }
  }
}
