/**
 * The page's policy forbids eval, so zod need not try whether it may: the attempt is reported as a violation, and would
 * hide a real one. Imported before every schema, for each tries as it is made.
 */
import { z } from 'zod';

z.config({ jitless: true });
