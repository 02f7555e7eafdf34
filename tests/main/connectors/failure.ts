/** What a promise fails with; fails itself when it does not fail. */
export async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => {
      throw new Error('It was expected to fail, and did not.');
    },
    (error: unknown) => error,
  );
}
