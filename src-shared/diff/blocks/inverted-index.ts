/** Which units have a feature: buckets in two flat arrays, for a map of lists takes several times longer to build. */
import type { Features } from './features.ts';

/**
 * Answers the places of the units with a feature. Two features may fall into one bucket: what is found is a candidate,
 * to be looked at itself.
 */
export function invertedIndex(
  units: readonly { readonly features: Features }[],
): (feature: number) => Int32Array {
  const total = units.reduce((sum, { features }) => sum + features.length, 0);
  const bits = Math.min(20, Math.max(8, Math.ceil(Math.log2(total * 2 + 1))));
  const bucketOf = (feature: number) => Math.imul(feature, 0x9e3779b1) >>> (32 - bits);
  // Counted first, so that each bucket knows where in the one list it begins.
  const starts = new Int32Array(2 ** bits + 1);
  for (const { features } of units)
    for (const feature of features) {
      const next = bucketOf(feature) + 1;
      starts[next] = (starts[next] as number) + 1;
    }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  const ends = starts.slice();
  const places = new Int32Array(total);
  units.forEach(({ features }, place) => {
    for (const feature of features) {
      const bucket = bucketOf(feature);
      const end = ends[bucket] as number;
      places[end] = place;
      ends[bucket] = end + 1;
    }
  });
  return (feature) => {
    const bucket = bucketOf(feature);
    return places.subarray(starts[bucket], starts[bucket + 1]);
  };
}
