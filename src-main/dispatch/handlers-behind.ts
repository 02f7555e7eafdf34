/** Handlers that are found anew for every call: what answers may change while windows stay connected. */
import type { CallContext } from '#shared/contract/contract.ts';
import type { ContractShape, Handlers } from '#shared/contract/define.ts';

type Rest<C extends ContractShape, G extends keyof C> = Omit<Handlers<C, CallContext>, G>;
type AnyHandler = (...args: unknown[]) => unknown;

export interface Behind<C extends ContractShape, G extends keyof C> {
  /** What answers now; when it throws, that is the call's answer. */
  current(): Rest<C, G>;
  /** What is thrown in a failure's place: a coded error where there is one for it. */
  coded(error: unknown): unknown;
}

/** Handlers for every group of the contract but `group`. */
export function handlersBehind<C extends ContractShape, G extends keyof C & string>(
  contract: C,
  group: G,
  { current, coded }: Behind<C, G>,
): Rest<C, G> {
  const answer =
    (groupName: string, member: string): AnyHandler =>
    (...args) => {
      const answers = current() as Record<string, Record<string, AnyHandler>>;
      return withCode(coded, () => answers[groupName]?.[member]?.(...args));
    };
  const groups = Object.entries(contract).filter(([name]) => name !== group);
  return Object.fromEntries(
    groups.map(([name, members]) => {
      const answered = Object.entries(members).filter(([, { kind }]) => kind !== 'event');
      return [name, Object.fromEntries(answered.map(([member]) => [member, answer(name, member)]))];
    }),
  ) as Rest<C, G>;
}

function withCode(coded: (error: unknown) => unknown, run: () => unknown): unknown {
  const fail = (error: unknown) => {
    throw coded(error);
  };
  try {
    const answer = run();
    return answer instanceof Promise ? answer.catch(fail) : answer;
  } catch (error) {
    return fail(error);
  }
}
