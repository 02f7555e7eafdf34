/**
 * The contract without its schemas: what a client needs of it. The renderer's build puts the value here in the place of
 * what makes it (build/vite/contract-outline.ts), for making the schemas takes long, and only the main side asks them.
 */
import { contract } from './contract.ts';
import type { ContractShape, Outline } from './define.ts';

function outlineOf<C extends ContractShape>(full: C): Outline<C> {
  const groups = Object.entries(full).map(([group, members]) => [
    group,
    Object.fromEntries(Object.entries(members).map(([name, { kind }]) => [name, { kind }])),
  ]);
  return Object.fromEntries(groups) as Outline<C>;
}

export const contractOutline: Outline<typeof contract> = outlineOf(contract);
