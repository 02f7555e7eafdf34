/** Which texts there are: a key that is in no file does not compile. */
import type accounts from './en/accounts.json';
import type app from './en/app.json';
import type backups from './en/backups.json';
import type editor from './en/editor.json';
import type errors from './en/errors.json';
import type history from './en/history.json';
import type library from './en/library.json';
import type publishing from './en/publishing.json';
import type review from './en/review.json';
import type settings from './en/settings.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: {
      accounts: typeof accounts;
      app: typeof app;
      backups: typeof backups;
      editor: typeof editor;
      errors: typeof errors;
      history: typeof history;
      library: typeof library;
      publishing: typeof publishing;
      review: typeof review;
      settings: typeof settings;
    };
  }
}
