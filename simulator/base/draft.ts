import { newId } from '../platform/ids';
import type { Field, Option } from '../state/bases';
import { TYPES } from './kinds';

const COLORS = 55;

/** Options that a call brings with it: they come into being when all of the call is fine. */
export class Draft {
	private readonly fresh = new Map<Field, Option[]>();

	/**
	 * The option of a name, made for it where there is none. Of the same new name twice in one call a column of several
	 * options gets two.
	 */
	option(field: Field, name: string): Option {
		const made = this.fresh.get(field) ?? [];
		const known = field.property?.options?.find((option) => option.name === name);
		const found = known ?? (field.type === TYPES.multi ? undefined : made.find((option) => option.name === name));
		if (found) return found;
		const count = (field.property?.options?.length ?? 0) + made.length;
		const option = { id: newId.option(), name, color: count % COLORS };
		this.fresh.set(field, [...made, option]);
		return option;
	}

	/** Puts them into their fields, which it gives back. */
	settle(): Field[] {
		for (const [field, made] of this.fresh)
			field.property = { ...field.property, options: [...(field.property?.options ?? []), ...made] };
		return [...this.fresh.keys()];
	}
}
