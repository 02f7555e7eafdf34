/** What a bad network can do to one request. */
export type Fault =
  /** The blog never hears of it, and the line breaks. */
  | { readonly kind: 'lose-request' }
  /** Half of what is sent arrives; then the line is reset. */
  | { readonly kind: 'reset-upload' }
  /** The blog never hears of it, and no answer ever comes. */
  | { readonly kind: 'hang' }
  /** The blog acts, and its answer is lost. */
  | { readonly kind: 'lose-reply' }
  /** The blog acts, and no answer ever comes. */
  | { readonly kind: 'hang-after' }
  /** The blog acts, and half of its answer arrives. */
  | { readonly kind: 'cut-reply' }
  /** The blog acts, and its answer arrives a few bytes at a time, whole in the end. */
  | { readonly kind: 'drip' }
  /** The blog acts, and its answer trickles without ever being whole. */
  | { readonly kind: 'drip-on' }
  /** Something in between answers in the blog's place. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** The blog acts, but something in between answers with an error, or with nothing at all. */
  | { readonly kind: 'answer-after'; readonly status: number; readonly body?: string }
  /** The blog acts, and its answer comes with noise around it. */
  | { readonly kind: 'noise'; readonly before?: string; readonly after?: string };
