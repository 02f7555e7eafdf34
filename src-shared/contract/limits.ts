/** The largest picture taken in, bytes. */
export const maxMediaBytes = 200 * 1024 * 1024;

/** Characters; longer than any review file we make: its pictures are bounded, and its text is one post's. */
export const maxBundleLength = 32_000_000;

/** Characters of a quote; longer ones are anchored by their block, and nothing can be suggested for them. */
export const longestQuote = 5_000;
