/** A library with its queue, a real WordPress, and the bad line between them. */
import { createPublishingBed, type PublishingBed } from '../main/publishing/publishing-bed.ts';
import { startWordPress, type TestWordPress } from '../servers/wordpress/server.ts';
import type { Stage } from './act.ts';
import { startBadLine } from './bad-line.ts';
import { openBlogDatabase, type BlogDatabase } from './blog-database.ts';

export interface WholeStage extends Stage {
  readonly blog: BlogDatabase;
  readonly wordPress: TestWordPress;
}

/** Builds the stage, plays on it, and takes it away whatever happens. */
export async function onStage<T>(play: (stage: WholeStage) => Promise<T>): Promise<T> {
  const line = await startBadLine();
  let wordPress: TestWordPress | null = null;
  let bed: PublishingBed | null = null;
  let blog: BlogDatabase | null = null;
  try {
    wordPress = await startWordPress({ publicUrl: line.url });
    line.setTarget(wordPress.url);
    bed = await createPublishingBed();
    const { user, appPassword } = wordPress.users.admin;
    const { id } = await bed.accounts.addWordPress({
      address: line.url,
      userName: user,
      password: appPassword,
      // Another process may need it too.
      secretStorage: 'file',
      makeDefault: true,
    });
    blog = openBlogDatabase(wordPress);
    return await play({ bed, line, accountId: id, blog, wordPress });
  } finally {
    await bed?.dispose();
    blog?.close();
    await wordPress?.stop();
    await line.stop();
  }
}
