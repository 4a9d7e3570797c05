import { setup, type Advice } from '../../../feishu/advice/words';
import type { CallFailure } from '../../../feishu/api/envelope';
import type { ErrorContext } from '../../shared/client/errors';

/** "user_id or open_id not found". The older code is that of the API before. @see https://open.feishu.cn/document/server-docs/approval-v4/instance/create */
const UNKNOWN: ReadonlySet<number> = new Set([1390004, 60004]);

/**
 * Lets the error of a call say which fields named a person whom the platform does not know: it does not say it itself.
 * @param given what was filled in, by what complaints call the field
 */
export function nameWhomItDoesNotKnow(errorContext: ErrorContext, given: Readonly<Record<string, unknown>>): void {
	const labels = Object.keys(given).filter((label) => given[label] !== undefined && given[label] !== '');
	if (labels.length === 0) return;
	const fields = labels.map((label) => `'${label}'`).join(' or ');
	const { adviceOf } = errorContext;
	errorContext.adviceOf = (failure: CallFailure): Advice | undefined =>
		failure.code !== undefined && UNKNOWN.has(failure.code)
			? setup(
					`Feishu does not know the person in ${fields}`,
					"Choose the person from the list; an ID has to be of the kind that is told, and the person in the app's contact range",
				)
			: adviceOf?.(failure);
}
