/** How envelopes become frames of the socket, at both ends. */

/** Lists in lists, as deep as a person may nest them: MessagePack's own limit of 100 is reached by 24 levels of list. */
export const encodeOptions = { ignoreUndefined: true, maxDepth: 10_000 } as const;
