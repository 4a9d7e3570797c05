/** What a trigger and a waiting execution say to each other: the one posts a sealed decision, the other answers. */
import type { JsonObject } from '../../json';

/** The field of the form that carries a decision to the waiting execution. */
export const DECISION_FIELD = 'decision';

/** What the waiting execution says to a decision. */
export type Verdict = Recorded | { verdict: Refusal };

export interface Recorded {
	verdict: 'recorded';
	/** The card that takes the place of the one that asked. */
	card: JsonObject;
	label: string;
}

/** `userIdUnknown`: an approver is given by user_id, which did not come along with the click. */
export type Refusal = 'notApprover' | 'userIdUnknown' | 'over' | 'refused';
