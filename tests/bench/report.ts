/** One JSON line a figure, beside its reference and its budget. */
import budgets from './budgets.json' with { type: 'json' };

interface Budget {
  readonly ratio?: number;
  readonly ms?: number;
}

let broken = 0;

/** `ours` and `reference` in ms. A figure without a budget is only told. */
export function report(
  what: string,
  ours: number,
  reference: number,
  detail: Readonly<Record<string, unknown>> = {},
): void {
  const budget = (budgets as Readonly<Record<string, Budget>>)[what];
  const ratio = ours / reference;
  const isWithin = !budget || (ratio <= (budget.ratio ?? Infinity) && ours <= (budget.ms ?? Infinity));
  if (!isWithin) broken++;
  const round = (value: number) => Number(value.toPrecision(3));
  console.log(
    JSON.stringify({
      what,
      ours: round(ours),
      reference: round(reference),
      ratio: round(ratio),
      budget: budget ?? null,
      within: isWithin,
      ...detail,
    }),
  );
}

/** How many figures broke their budget. */
export function brokenBudgets(): number {
  return broken;
}
