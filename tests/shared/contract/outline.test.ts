import { expect, test } from 'vitest';
import { contract } from '#shared/contract/contract.ts';
import { contractOutline } from '#shared/contract/outline.ts';

test('the outline has every member of the contract, of its kind, and nothing else', () => {
  const members = (of: object) =>
    Object.entries(of as Record<string, Record<string, { kind: string }>>).flatMap(([group, named]) =>
      Object.entries(named).map(([name, { kind }]) => `${group}.${name} ${kind}`),
    );
  expect(members(contractOutline)).toEqual(members(contract));
  expect(JSON.parse(JSON.stringify(contractOutline))).toEqual(contractOutline);
});
