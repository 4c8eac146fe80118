import type { Random } from '../controllers/random.ts';

/**
 * The items in a random order; the given list is left as it is. Wherever Spiderpool leaves an order to chance (it walks Go
 * maps), the simulator draws from the seeded generator, so that nobody can come to rely on an order.
 */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, rank: random.fraction() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
