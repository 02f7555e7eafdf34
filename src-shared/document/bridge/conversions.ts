/** The table of the bridge. A new kind is a module of its own and a line here. */
import type { Conversion } from './conversion.ts';
import { listConversion } from './lists.ts';
import { imageConversion } from './pictures.ts';
import {
  codeConversion,
  dividerConversion,
  headingConversion,
  paragraphConversion,
  quoteConversion,
} from './text-blocks.ts';

export const conversions: readonly Conversion[] = [
  paragraphConversion,
  headingConversion,
  listConversion,
  quoteConversion,
  codeConversion,
  dividerConversion,
  imageConversion,
];
