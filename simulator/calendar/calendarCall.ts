import type { Operator } from '../state/operator';
import type { Store } from '../state/store';

/** What of a call tells which calendar or event is meant, and by whom. */
export interface CalendarCall {
	platform: { store: Store };
	by: Operator;
	params: Readonly<Record<string, string | undefined>>;
}
