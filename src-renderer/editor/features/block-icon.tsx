import {
  Code,
  Heading2,
  Heading3,
  Heading4,
  Image,
  List,
  ListChecks,
  ListOrdered,
  Minus,
  Pilcrow,
  Quote,
  type LucideIcon,
} from 'lucide-react';
import type { BlockKind } from './block-actions.ts';

const icons: Readonly<Record<BlockKind, LucideIcon>> = {
  paragraph: Pilcrow,
  h2: Heading2,
  h3: Heading3,
  h4: Heading4,
  bullet: List,
  number: ListOrdered,
  check: ListChecks,
  quote: Quote,
  code: Code,
  divider: Minus,
  image: Image,
};

export function BlockIcon({ kind }: { kind: BlockKind }) {
  const Icon = icons[kind];
  return <Icon size={16} aria-hidden />;
}
