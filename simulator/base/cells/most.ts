import type { Field } from '../../state/bases';

/** How many people, groups or links a cell takes: one where its column is not `multiple`. */
export const mostIn = ({ property }: Field, most: number): number => (property?.multiple === false ? 1 : most);
