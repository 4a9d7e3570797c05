import { isDeepStrictEqual } from 'node:util';

import exceptions from './exceptions.json';
import type { Difference } from './compare';
import type { Outcome, Verdict } from './outcome';

/** An endpoint at which the two requests may differ, reviewed. */
export interface Exception {
	id: string;
	kind: Exclude<Verdict, 'equal'>;
	/** In what the requests differ, and in nothing else. */
	what?: Array<Difference['what']>;
	reason: string;
}

export const MOST_EXCEPTIONS = 20;

export const EXCEPTIONS = exceptions as readonly Exception[];

export interface Review {
	counts: Record<Verdict, number>;
	/** Outcomes that are not equal and that no exception describes. */
	unexpected: Outcome[];
	/** Exceptions whose endpoint was compared and does not differ as they say. */
	outdated: Exception[];
}

export function review(outcomes: readonly Outcome[], allowed: readonly Exception[] = EXCEPTIONS): Review {
	const counts = { equal: 0, different: 0, impossible: 0 };
	for (const { verdict } of outcomes) counts[verdict] += 1;
	const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
	return {
		counts,
		unexpected: outcomes.filter(
			(outcome) => outcome.verdict !== 'equal' && !allowed.some((exception) => fits(exception, outcome)),
		),
		outdated: allowed.filter((exception) => {
			const outcome = byId.get(exception.id);
			return outcome && !fits(exception, outcome);
		}),
	};
}

function fits({ id, kind, what = [] }: Exception, outcome: Outcome): boolean {
	const found = [...new Set(outcome.differences.map((difference) => difference.what))];
	return outcome.id === id && outcome.verdict === kind && isDeepStrictEqual(found.sort(), [...what].sort());
}
