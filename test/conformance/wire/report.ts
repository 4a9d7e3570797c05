import { inspect } from 'node:util';

import { EXCEPTIONS, type Exception, type Review } from './exceptions';
import type { Outcome } from './outcome';

/** What was found, readable in a terminal. */
export function reportOf(outcomes: readonly Outcome[], { counts, unexpected, outdated }: Review): string {
	const excepted = outcomes.filter((outcome) => outcome.verdict !== 'equal' && !unexpected.includes(outcome));
	return [
		...section('Reviewed exceptions', excepted.map(withReason)),
		...section('Exceptions that no longer occur', outdated.map(shownException)),
		...section('Not in the reviewed list', unexpected.map(shownOutcome)),
		`${outcomes.length} endpoints: ${counts.equal} equal, ${counts.different} different, ${counts.impossible} impossible`,
		'',
	].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
	return lines.length > 0 ? [`${title} (${lines.length})`, ...lines, ''] : [];
}

function shownOutcome({ id, verdict, differences, error }: Outcome): string {
	const details = differences.map(
		({ what, sdk, node }) => `    ${what}\n      SDK  ${short(sdk)}\n      node ${short(node)}`,
	);
	return [`  ${id} (${verdict})`, ...(error === undefined ? [] : [`    ${error}`]), ...details].join('\n');
}

function withReason(outcome: Outcome): string {
	return `${shownOutcome(outcome)}\n    Why: ${EXCEPTIONS.find(({ id }) => id === outcome.id)?.reason}`;
}

function shownException({ id, kind, reason }: Exception): string {
	return `  ${id} (${kind}): ${reason}`;
}

function short(value: unknown): string {
	return inspect(value, { depth: 8, breakLength: Infinity, maxStringLength: 300 }).slice(0, 1_500);
}
