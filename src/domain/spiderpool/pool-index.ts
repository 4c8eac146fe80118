import { listIndex } from '../list-index.ts';
import type { Pool } from './pool.ts';

/** The pools of a list by name. */
export const poolsByName = listIndex<Pool>(({ name }) => name);
