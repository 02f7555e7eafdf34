/** Connected blogs and who signs in. */
import { z } from 'zod';
import { call, event } from './define.ts';

export const accountKindSchema = z.enum(['folder', 'wordpress']);
export type AccountKind = z.infer<typeof accountKindSchema>;

/** What a connector can do; the interface offers nothing else. */
export const capabilitiesSchema = z.object({
  schedule: z.boolean(),
  saveDraft: z.boolean(),
  unpublish: z.boolean(),
  categories: z.boolean(),
  tags: z.boolean(),
  featuredImage: z.boolean(),
  excerpt: z.boolean(),
  slug: z.boolean(),
});
export type Capabilities = z.infer<typeof capabilitiesSchema>;

/** Where an account's password is kept; `none` for blogs that need none. */
export const secretStorageSchema = z.enum(['keychain', 'file', 'session', 'none']);
export type SecretStorage = z.infer<typeof secretStorageSchema>;

export const accountSchema = z.object({
  id: z.uuid(),
  kind: accountKindSchema,
  name: z.string(),
  /** The blog's address, or the folder's path. */
  address: z.string(),
  userName: z.string().nullable(),
  secretStorage: secretStorageSchema,
  /** False when the password is not at hand (kept for a session that ended, or gone from the keychain). */
  signedIn: z.boolean(),
  isDefault: z.boolean(),
  /** The queue sends this blog nothing but approved versions. */
  approvedOnly: z.boolean(),
  capabilities: capabilitiesSchema,
});
export type Account = z.infer<typeof accountSchema>;

export const taxonomySchema = z.enum(['category', 'tag']);
export type Taxonomy = z.infer<typeof taxonomySchema>;

const connectErrors = [
  'address-invalid',
  'blog-unreachable',
  'blog-not-found',
  'blog-tls',
  'blog-moved',
  'blog-behind-login',
  'blog-answer-unreadable',
  'sign-in-refused',
  'application-passwords-off',
  'role-too-low',
  'keychain-unavailable',
] as const;

export const accounts = {
  list: call(z.object({}).optional(), z.array(accountSchema)),
  /** Finds out what blog answers at an address, without signing in. */
  discover: call(
    z.object({ address: z.string().min(1).max(2_000) }),
    z.object({ kind: z.literal('wordpress'), address: z.string(), name: z.string() }),
    connectErrors,
  ),
  /** Signs in at once and stores the account only if the blog lets this user in. */
  addWordPress: call(
    z.object({
      address: z.string().min(1).max(2_000),
      userName: z.string().min(1).max(200),
      password: z.string().min(1).max(500),
      secretStorage: z.enum(['keychain', 'file', 'session']),
      makeDefault: z.boolean().default(true),
    }),
    accountSchema,
    connectErrors,
  ),
  addFolder: call(
    z.object({
      folder: z.string().min(1).max(4_000),
      name: z.string().min(1).max(200),
      makeDefault: z.boolean().default(true),
    }),
    accountSchema,
    ['folder-not-writable', 'address-invalid'],
  ),
  /**
   * Checks the password with the blog, then keeps it, and the address the blog has now; waiting jobs of the account
   * go on. `address` is for a blog that has moved.
   */
  setPassword: call(
    z.object({
      accountId: z.uuid(),
      address: z.string().min(1).max(2_000).optional(),
      password: z.string().min(1).max(500),
      secretStorage: z.enum(['keychain', 'file', 'session']),
    }),
    accountSchema,
    ['account-not-found', ...connectErrors],
  ),
  setDefault: call(z.object({ accountId: z.uuid() }), z.null(), ['account-not-found']),
  setApprovedOnly: call(z.object({ accountId: z.uuid(), approvedOnly: z.boolean() }), z.null(), [
    'account-not-found',
  ]),
  /** Forgets the account and its password; the blog and the posts stay as they are. Refused while it has jobs. */
  remove: call(z.object({ accountId: z.uuid() }), z.null(), ['account-not-found', 'account-busy']),
  /** Terms known on that blog (from the last time it was asked, when offline), for completion. */
  terms: call(
    z.object({ accountId: z.uuid(), taxonomy: taxonomySchema, query: z.string().max(200) }),
    z.array(z.object({ name: z.string() })),
    ['account-not-found'],
  ),
  /** Whether the system keychain answers here; `reason` says why not. */
  keychain: call(z.object({}).optional(), z.object({ available: z.boolean(), reason: z.string() })),
  changed: event(z.object({})),
};
