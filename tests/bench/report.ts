/** One JSON line a figure, beside its reference and its budget. */
import budgets from './budgets.json' with { type: 'json' };

interface Budget {
  /** Of ours to the reference. */
  readonly ratio?: number;
  readonly ms?: number;
  /** More than the reference, megabytes. */
  readonly moreMegabytes?: number;
}

type Detail = Readonly<Record<string, unknown>>;

let broken = 0;

/** `ours` and `reference` in ms. A figure without a budget is only told. */
export function report(what: string, ours: number, reference: number, detail: Detail = {}): void {
  const budget = budgetOf(what);
  const ratio = ours / reference;
  const isWithin = !budget || (ratio <= (budget.ratio ?? Infinity) && ours <= (budget.ms ?? Infinity));
  tell(
    { what, ours: round(ours), reference: round(reference), ratio: round(ratio), budget },
    isWithin,
    detail,
  );
}

/** `ours` and `reference` in bytes. */
export function reportBytes(what: string, ours: number, reference: number, detail: Detail = {}): void {
  const budget = budgetOf(what);
  const more = (ours - reference) / 1_000_000;
  const isWithin =
    !budget || (more <= (budget.moreMegabytes ?? Infinity) && ours / reference <= (budget.ratio ?? Infinity));
  tell(
    { what, oursBytes: ours, referenceBytes: reference, moreMegabytes: round(more), budget },
    isWithin,
    detail,
  );
}

/** How many figures broke their budget. */
export function brokenBudgets(): number {
  return broken;
}

function budgetOf(what: string): Budget | null {
  return (budgets as Readonly<Record<string, Budget>>)[what] ?? null;
}

function tell(figure: Detail, isWithin: boolean, detail: Detail): void {
  if (!isWithin) broken++;
  console.log(JSON.stringify({ ...figure, within: isWithin, ...detail }));
}

const round = (value: number) => Number(value.toPrecision(3));
